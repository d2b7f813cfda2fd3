// One peer in a fresh process: node --expose-gc bench/node.mjs <table of peers> <peer> <text for throughput>.
// The text is so many characters of news, none (0), or the page (-1).

import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../scripts/lib/paths.mjs";
import { throughput, timeStart } from "./measure.mjs";
import * as peers from "./peers.mjs";
import { news, page } from "./text.mjs";

const [table, name, length] = process.argv.slice(2);
const installed = (path) => pathToFileURL(createRequire(import.meta.url).resolve(path)).href;
const from = {
  tishu: pathToFileURL(join(root, "pkg", "node.js")).href,
  jiebaWasm: installed("jieba-wasm"),
  nodeRs: "@node-rs/jieba",
  recognizers: installed("@microsoft/recognizers-text-suite"),
};
const text = Number(length) < 0 ? page : news(Number(length));
const memory = () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  return process.memoryUsage().rss;
};

const before = memory();
const work = table === "segmenters" ? "offsets" : "figures";
const { ready, start } = await timeStart(peers[table][name], from, work, page);
const result = { start, memory: memory() - before };
if (text) result.throughput = throughput(ready[work], text);
console.log(JSON.stringify(result));
