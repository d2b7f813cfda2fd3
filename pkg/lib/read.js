import { dictionaryBytes, wasmBytes } from "../wasm/sizes.js";
import * as assets from "./assets.js";
import { collect, joined } from "./bytes.js";
import { decodeDictionary } from "./dictionary.js";
import { TishuError } from "./errors.js";

/** So many bytes tell what a file is. */
const MAGIC = 4;

/** What a server that does not compress sends of the package's own files. */
const OWN_SIZE = { wasm: wasmBytes, dictionary: dictionaryBytes };

/**
 * Reads engine and dictionary from wherever the options say. Each is worked on while it arrives: behind its last byte
 * there is little left to do.
 * @param options checked LoadOptions
 * @param fetchFrom how this platform gets a Response for a string or URL
 * @returns {{ module: Promise<WebAssembly.Module>, dictionary: Promise<Uint8Array> }} both can be posted to a worker
 */
export function readAssets(options, fetchFrom, onProgress) {
  const progress = meter(onProgress);
  const module = readModule(options.wasm, fetchFrom, progress());
  const dictionary = readDictionary(options.dictionary, fetchFrom, progress());
  // Whoever waits for one hears of its failure there, also when the other has failed before.
  for (const part of [module, dictionary]) part.catch(() => {});
  return { module, dictionary };
}

async function readModule(from, fetchFrom, progress) {
  if (from instanceof WebAssembly.Module) {
    progress(0, 0);
    return from;
  }
  const body = await read(assets.wasm, from, fetchFrom, progress);
  try {
    return await compile(body.chunks());
  } catch (cause) {
    throw (
      body.failure ??
      new TishuError(
        "load",
        `The engine (${body.loaded} bytes) is no complete WebAssembly module: ${cause.message}. It may be cut short, ` +
          "or this page's Content-Security-Policy lacks script-src 'wasm-unsafe-eval'.",
        { cause },
      )
    );
  }
}

/** Compiles what arrives; whatever type the server gave it, it is called WebAssembly here. */
async function compile(chunks) {
  if (!WebAssembly.compileStreaming) return WebAssembly.compile(await collect(chunks));
  const stream = new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return WebAssembly.compileStreaming(new Response(stream, { headers: { "content-type": "application/wasm" } }));
}

async function readDictionary(from, fetchFrom, progress) {
  const body = await read(assets.dictionary, from, fetchFrom, progress);
  try {
    return await decodeDictionary(body.first, body.chunks(), from === undefined);
  } catch (error) {
    throw body.failure ?? error;
  }
}

/**
 * Begins to read a file, until its first bytes tell that it is one of the kind.
 * @returns {Promise<{ first: Uint8Array, chunks(): AsyncIterator<Uint8Array>, loaded: number, failure?: Error }>} `chunks`
 * are all of it, those of `first` too, and can be asked for once; `failure` is why they ended before the file did
 */
async function read(asset, from, fetchFrom, progress) {
  if (from instanceof ArrayBuffer || ArrayBuffer.isView(from)) {
    const bytes = from instanceof ArrayBuffer ? new Uint8Array(from) : new Uint8Array(from.buffer, from.byteOffset, from.byteLength);
    progress(bytes.length, bytes.length);
    return { first: bytes, loaded: bytes.length, chunks: () => one(bytes) };
  }
  const response = from instanceof Response ? from : await request(asset, from ?? asset.url(), fetchFrom);
  const body = { loaded: 0 };
  const chunks = drain(asset, response, from === undefined ? OWN_SIZE[asset.option] : undefined, progress, body);
  let first = new Uint8Array(0);
  while (first.length < MAGIC) {
    const { done, value } = await chunks.next();
    if (done) break;
    first = first.length > 0 ? joined(first, value) : value;
  }
  if (first[0] === 0x3c) {
    chunks.return();
    throw new TishuError(
      "load",
      `Instead of the ${asset.name}, ${place(response)} is an HTML page (${kind(response)}): the server answers ` +
        `unknown paths with a page. Put the file there, or say in options.${asset.option} where it is.`,
    );
  }
  if (asset === assets.wasm && String.fromCharCode(...first.subarray(0, MAGIC)) !== "\0asm") {
    chunks.return();
    throw new TishuError(
      "load",
      `${place(response)} is no WebAssembly (${kind(response)}). ` +
        "Put the package's wasm/tishu_bg.wasm there, to be served as application/wasm, or say in options.wasm where it is.",
    );
  }
  body.first = first;
  body.chunks = () => one(first, chunks);
  return body;
}

/** One chunk, and others behind it. */
async function* one(first, others = []) {
  yield first;
  yield* others;
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

/** Hands over a file as it arrives, and keeps the count of it in `body`. */
async function* drain(asset, response, knownSize, progress, body) {
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
  let reader;
  try {
    reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      body.loaded += value.length;
      progress(body.loaded, Math.max(body.loaded, total ?? 0));
      yield value;
    }
  } catch (cause) {
    body.failure = new TishuError(
      "load",
      `The ${asset.name} broke off behind ${body.loaded} bytes from ${place(response)}: ${cause.message}. Load again.`,
      { cause },
    );
    throw body.failure;
  } finally {
    reader?.cancel().catch(() => {}); // no more of a file that is of no use
  }
  progress(body.loaded, body.loaded);
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
