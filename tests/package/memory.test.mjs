// Memory: neither calls nor loads may leave anything behind.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { analyzeOptions, forEngine } from "../../pkg/lib/options.js";
import { readAssets } from "../../pkg/lib/read.js";
import { instantiate } from "../../pkg/wasm/tishu.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const PAGE = readFileSync(new URL("../../benches/prose.txt", import.meta.url), "utf8");
const assets = readAssets({}, async (url) => new Response(readFileSync(url)), () => {});
const [module, dictionary] = [await assets.module, await assets.dictionary];

test("2,000 calls leave the engine's memory as 200 left it", () => {
  const { Engine, memory } = instantiate(module);
  const engine = new Engine(dictionary);
  const options = forEngine(analyzeOptions({ rejected: true, words: true }, "analyze"));
  const call = (n) => {
    const part = PAGE.slice(0, 200 + (n % 600));
    engine.boundaries(part, "default", true, false);
    engine.segment(part, "search", true, true);
    engine.analyze(part, options);
  };
  for (let n = 0; n < 600; n++) call(n);
  const before = memory.buffer.byteLength;
  for (let n = 0; n < 2_000; n++) call(n);
  assert.equal(memory.buffer.byteLength, before);
  assert.ok(before < 16e6, `${before} bytes for one page`);
  engine.free();
});

test("50 fresh engines take no more memory than 10", async () => {
  const grown = async (times) => {
    for (let n = 0; n < times; n++) {
      const { Engine } = instantiate(module);
      const engine = new Engine(dictionary);
      engine.boundaries(PAGE, "default", true, false);
      engine.free();
      // Once for the objects, once more for the memories that their end has freed.
      await new Promise(setImmediate);
      collect();
      collect();
    }
    return process.memoryUsage().rss;
  };
  const after10 = await grown(10);
  const after50 = await grown(40);
  // 40 engines that stayed would be 250 MB.
  assert.ok(after50 - after10 < 40e6, `${Math.round((after50 - after10) / 1e6)} MB more`);
});
