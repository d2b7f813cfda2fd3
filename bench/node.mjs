// One peer in a fresh process: node --expose-gc bench/node.mjs <peer>.

import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../scripts/lib/paths.mjs";
import { throughput, timeStart } from "./measure.mjs";
import { READERS_TEXT, peers } from "./peers.mjs";
import { TEXT, news, page } from "./text.mjs";

const name = process.argv[2];
const installed = (path) => pathToFileURL(createRequire(import.meta.url).resolve(path)).href;
const from = {
  tishu: pathToFileURL(join(root, "pkg", "node.js")).href,
  jiebaWasm: installed("jieba-wasm"),
  nodeRs: "@node-rs/jieba",
  segmentit: installed("segmentit"),
  recognizers: installed("@microsoft/recognizers-text-suite"),
};
const memory = () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  return process.memoryUsage().rss;
};

const before = memory();
const { ready, start } = await timeStart(peers[name], from, page);
const result = { start, memory: memory() - before };
const text = news(TEXT);
for (const [work, run] of Object.entries(ready)) {
  result[work] = throughput(run, work === "figures" || work === "cut" ? text.slice(0, READERS_TEXT) : text);
}
console.log(JSON.stringify(result));
