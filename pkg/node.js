import { readFile } from "node:fs/promises";
import { load as loadFrom } from "./index.js";

/** Loads the engine in Node: reads wasm and dictionary from beside this module. */
export async function load(options = {}) {
  const read = (name) => readFile(new URL(`./wasm/${name}`, import.meta.url));
  return loadFrom({
    ...options,
    wasm: options.wasm ?? (await read("tishu_bg.wasm")),
    dictionary: options.dictionary ?? (await read("dictionary.txt.gz")),
  });
}
