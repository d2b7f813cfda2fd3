import init, { Engine } from "./wasm/tishu.js";

/** Loads the engine in a browser: fetches wasm and dictionary, both beside this module unless told otherwise. */
export async function load(options = {}) {
  const wasm = options.wasm ?? new URL("./wasm/tishu_bg.wasm", import.meta.url);
  const dictionary = await bytesOf(options.dictionary ?? new URL("./wasm/dictionary.txt.gz", import.meta.url));
  await init({ module_or_path: wasm });
  return wrap(new Engine(await inflate(dictionary)));
}

async function bytesOf(from) {
  if (from instanceof ArrayBuffer || ArrayBuffer.isView(from)) return new Uint8Array(from.buffer ?? from);
  const response = from instanceof Response ? from : await fetch(from);
  return new Uint8Array(await response.arrayBuffer());
}

async function inflate(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export function wrap(engine) {
  return {
    analyze: (text, { rejected = false, words = false } = {}) => engine.analyze(text, undefined, rejected, words),
    segment: (text, { mode = "default", hmm = true, figures = true } = {}) => engine.segment(text, mode, hmm, figures),
    boundaries: (text, { mode = "default", hmm = true, figures = true } = {}) => engine.boundaries(text, mode, hmm, figures),
  };
}
