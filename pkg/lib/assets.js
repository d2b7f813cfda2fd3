// The two files beside the code. Their names stand here and nowhere else: bundlers find the files by the literal
// `new URL("…", import.meta.url)`, and the build script asks this module where to write the dictionary.

/** The engine. */
export const wasm = {
  name: "engine",
  option: "wasm",
  url: () => new URL("../wasm/tishu_bg.wasm", import.meta.url),
};

/** Its words, as lib/dictionary.js decodes them. */
export const dictionary = {
  name: "dictionary",
  option: "dictionary",
  url: () => new URL("../wasm/dictionary.bin", import.meta.url),
};
