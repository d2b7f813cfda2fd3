import { dictionaryBytes, wasmBytes } from "../wasm/sizes.js";
import * as assets from "./assets.js";
import { decodeDictionary } from "./dictionary.js";
import { TishuError } from "./errors.js";

/** What a server that does not compress sends of the package's own files. */
const OWN_SIZE = { wasm: wasmBytes, dictionary: dictionaryBytes };

/**
 * Reads engine and dictionary from wherever the options say.
 * @param options checked LoadOptions
 * @param fetchFrom how this platform gets a Response for a string or URL
 * @returns {Promise<{ module: WebAssembly.Module, dictionary: Uint8Array }>} both can be posted to a worker
 */
export async function readAssets(options, fetchFrom, onProgress) {
  const progress = meter(onProgress);
  const [module, dictionary] = await Promise.all([
    readModule(options.wasm, fetchFrom, progress()),
    readDictionary(options.dictionary, fetchFrom, progress()),
  ]);
  return { module, dictionary };
}

async function readModule(from, fetchFrom, progress) {
  if (from instanceof WebAssembly.Module) {
    progress(0, 0);
    return from;
  }
  const bytes = await readBytes(assets.wasm, from, fetchFrom, progress);
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw new TishuError(
      "load",
      `The engine (${bytes.length} bytes) is no complete WebAssembly module: ${cause.message}. It may be cut short, ` +
        "or this page's Content-Security-Policy lacks script-src 'wasm-unsafe-eval'.",
      { cause },
    );
  }
}

async function readDictionary(from, fetchFrom, progress) {
  const bytes = await readBytes(assets.dictionary, from, fetchFrom, progress);
  return decodeDictionary(bytes, from === undefined);
}

async function readBytes(asset, from, fetchFrom, progress) {
  if (from instanceof ArrayBuffer || ArrayBuffer.isView(from)) {
    const bytes = from instanceof ArrayBuffer ? new Uint8Array(from) : new Uint8Array(from.buffer, from.byteOffset, from.byteLength);
    progress(bytes.length, bytes.length);
    return bytes;
  }
  const response = from instanceof Response ? from : await request(asset, from ?? asset.url(), fetchFrom);
  const bytes = await drain(asset, response, from === undefined ? OWN_SIZE[asset.option] : undefined, progress);
  if (bytes[0] === 0x3c) {
    throw new TishuError(
      "load",
      `Instead of the ${asset.name}, ${place(response)} is an HTML page (${kind(response)}): the server answers ` +
        `unknown paths with a page. Put the file there, or say in options.${asset.option} where it is.`,
    );
  }
  if (asset === assets.wasm && String.fromCharCode(...bytes.subarray(0, 4)) !== "\0asm") {
    throw new TishuError(
      "load",
      `${place(response)} is no WebAssembly (${kind(response)}, ${bytes.length} bytes). ` +
        "Put the package's wasm/tishu_bg.wasm there, to be served as application/wasm, or say in options.wasm where it is.",
    );
  }
  return bytes;
}

async function request(asset, url, fetchFrom) {
  try {
    return await fetchFrom(url);
  } catch (cause) {
    throw new TishuError(
      "load",
      `The ${asset.name} could not be fetched from ${url}: ${cause.message}. Say in options.${asset.option} where the file is; in a page, ` +
        "look at the network and at connect-src of the Content-Security-Policy too.",
      { cause },
    );
  }
}

async function drain(asset, response, knownSize, progress) {
  if (!response.ok) {
    throw new TishuError(
      "load",
      `The ${asset.name} is not at ${place(response)}: the server answered ${response.status} ${response.statusText}`.trim() +
        `. Put the file there, or say in options.${asset.option} where it is.`,
    );
  }
  // What the stream yields is counted behind any Content-Encoding, so that Content-Length is of no use then.
  const encoded = response.headers.get("content-encoding");
  const length = encoded ? undefined : Number(response.headers.get("content-length")) || undefined;
  const total = knownSize ?? length;
  progress(0, total ?? 0);
  const chunks = [];
  let loaded = 0;
  try {
    for (let reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      loaded += value.length;
      progress(loaded, Math.max(loaded, total ?? 0));
    }
  } catch (cause) {
    throw new TishuError(
      "load",
      `The ${asset.name} broke off behind ${loaded} bytes from ${place(response)}: ${cause.message}. Load again.`,
      { cause },
    );
  }
  progress(loaded, loaded);
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const place = (response) => response.url || "the given response";
const kind = (response) => response.headers.get("content-type") ?? "no content type";

/** Adds up the bytes of several downloads; silent until every one of them knows its size, and when nothing is new. */
function meter(onProgress) {
  const parts = [];
  let last;
  return () => {
    const part = { loaded: 0, total: undefined };
    parts.push(part);
    return (loaded, total) => {
      part.loaded = loaded;
      part.total = total;
      if (parts.some((p) => p.total === undefined)) return;
      const sum = (key) => parts.reduce((n, p) => n + p[key], 0);
      const now = [sum("loaded"), sum("total")];
      if (last?.join() !== now.join()) onProgress(...now);
      last = now;
    };
  };
}
