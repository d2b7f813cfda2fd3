// Builds pkg/wasm: the engine, its glue and the dictionary.

import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { dictionary, wasm } from "../pkg/lib/assets.js";
import { root } from "./lib/paths.mjs";
import { must, stop } from "./lib/run.mjs";

const out = join(root, "pkg", "wasm");

export async function buildWasm() {
  // --no-pack keeps wasm-pack from writing a package.json over ours, --no-gitignore from emptying the npm package.
  await must("wasm-pack", [
    ..."build --release --target web --no-typescript --no-pack --no-gitignore --mode no-install".split(" "),
    ...["--out-dir", "pkg/wasm"],
  ]);
  const engine = fileURLToPath(wasm.url());
  writeFileSync(engine, withoutNames(readFileSync(engine)));
  const glue = join(out, "tishu.js");
  writeFileSync(glue, asFactory(readFileSync(glue, "utf8")));
  for (const stale of ["tishu.d.ts", "tishu_bg.wasm.d.ts"]) rmSync(join(out, stale), { force: true });

  const words = fileURLToPath(dictionary.url());
  await must("cargo", [
    ..."run --quiet --example pack_dictionary --".split(" "),
    ...[join(root, "data", "dictionary", "dict.txt"), words],
  ]);
  writeFileSync(
    join(out, "sizes.js"),
    `export const wasmBytes = ${statSync(engine).size};\n` +
      `export const dictionaryBytes = ${statSync(words).size};\n` +
      `export const inflatedBytes = ${gunzipSync(readFileSync(words)).length};\n`,
  );

  // What is published must carry its licences.
  copyFileSync(join(root, "data", "dictionary", "LICENSE"), join(out, "dictionary.LICENSE"));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(root, name), join(root, "pkg", name));
}

/**
 * A module without the names of its functions, a twentieth of its size; a panic says what happened without them. Cargo's
 * `strip` would take out what wasm-bindgen must know as well. Sections: https://webassembly.github.io/spec/core/binary/modules.html
 */
function withoutNames(module) {
  const number = (at) => {
    let [value, shift] = [0, 0];
    for (; ; shift += 7) {
      const byte = module[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return { value, at };
    }
  };
  const kept = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const size = number(at + 1);
    const end = size.at + size.value;
    const name = number(size.at);
    const isNames = module[at] === 0 && module.toString("utf8", name.at, name.at + name.value) === "name";
    if (!isNames) kept.push(module.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/**
 * wasm-bindgen's glue holds one instance in module variables, for good. A crashed instance must be replaced, and two
 * engines must not share one, so the whole module becomes the body of a function that makes an instance. Written for
 * the pinned version; any other shape stops the build.
 */
function asFactory(glue) {
  const edits = [
    [/^export (?=(class|function) )/gm, ""],
    // The asynchronous half fetches the wasm; lib/read.js does that, and hands over a compiled module.
    [/^async function __wbg_load\([\s\S]*?^}\n/m, ""],
    [/^let __wbg_init_promise;[\s\S]*^export \{ initSync, __wbg_init as default \};\n/m, ""],
  ];
  for (const [pattern, replacement] of edits) {
    if (glue.search(pattern) < 0) stop(`wasm-bindgen's glue has changed: ${pattern} is not in it. See scripts/build-wasm.mjs.`);
    glue = glue.replace(pattern, replacement);
  }
  if (/^(import|export)\b|import\.meta/m.test(glue)) {
    stop("wasm-bindgen's glue has changed: it imports or exports what it did not. See scripts/build-wasm.mjs.");
  }
  return (
    "/** Makes a fresh engine of a compiled module: its own memory, shared with no other. */\n" +
    `export function instantiate(compiled) {\n${glue}\n` +
    "const { memory } = initSync({ module: compiled });\nreturn { Engine, memory };\n}\n"
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildWasm();
