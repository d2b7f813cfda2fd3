// npm run bench: one table from one run. README.md says how to read it.

import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../scripts/lib/paths.mjs";
import { must, stop } from "../scripts/lib/run.mjs";

const here = join(root, "bench");
if (!existsSync(join(root, "pkg", "wasm", "dictionary.bin"))) stop("The package is not built: run 'npm run build' first.");
if (!existsSync(join(here, "node_modules", "jieba-wasm"))) {
  // Without a lockfile: one written on one platform lacks the native peer of the others.
  await must("npm", ["install", "--prefix", here, "--no-package-lock", "--workspaces=false", "--no-audit", "--no-fund"]);
}
const { openChromium } = await import("./chromium.mjs");
const { median } = await import("./measure.mjs");
const { readers, segmenters } = await import("./peers.mjs");

/** Fresh starts, of which the median counts; one of them measures throughput, too. */
const STARTS = 5;
const WORDS_TEXT = 200_000;
/** Stands for the one page: Recognizers-Text needs minutes for ten. */
const PAGE = -1;

const inNode = (table, name, length) =>
  JSON.parse(execFileSync(process.execPath, ["--expose-gc", join(here, "node.mjs"), table, name, String(length)]));

async function repeated(measure, length) {
  const first = await measure(length);
  if (!first) return undefined;
  const all = [first];
  while (all.length < STARTS) all.push(await measure(0));
  return { ...first, start: median(all.map((r) => r.start)), memory: median(all.map((r) => r.memory)) };
}

const browser = await openChromium();
const size = (file) => gzipSync(readFileSync(join(root, "pkg", "wasm", file)), { level: 9 }).length;
console.log(`Node ${process.version}, Chromium ${browser?.version ?? "not found"}, ${cpus()[0].model}`);
console.log(`tishu's download: engine ${size("tishu_bg.wasm")} bytes (gzip), dictionary ${size("dictionary.bin")} bytes\n`);

const rows = [["", "Node: start", "memory", "Mchar/s", "Chromium: start", "wasm memory", "Mchar/s"]];
const ms = (n) => `${n.toFixed(0)} ms`;
const mb = (n) => `${(n / 1e6).toFixed(1)} MB`;
const rate = (n) => (n / 1e6).toFixed(n < 1e5 ? 3 : 2);
const cells = (r) => (r ? [ms(r.start), mb(r.memory), rate(r.throughput)] : ["–", "–", "–"]);
const results = {};
for (const name of Object.keys(segmenters)) {
  const node = await repeated((length) => inNode("segmenters", name, length), WORDS_TEXT);
  const page = browser && (await repeated((length) => browser.measure(name, length), WORDS_TEXT));
  results[name] = { node, page };
  rows.push([`words: ${name}`, ...cells(node), ...cells(page)]);
}
for (const name of Object.keys(readers)) {
  const node = await repeated((length) => inNode("readers", name, length), PAGE);
  rows.push([`figures: ${name}`, ...cells(node), ...cells()]);
}
await browser?.close();

const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
console.log([line(rows[0]), line(widths.map((w) => "-".repeat(w))), ...rows.slice(1).map(line)].join("\n"));

const times = (where, name) => (results.tishu[where].throughput / results[name][where].throughput).toFixed(1);
console.log(`\nWords a second in Node: ${times("node", "@node-rs/jieba")} × @node-rs/jieba, ${times("node", "jieba-wasm")} × jieba-wasm.`);
if (browser) {
  console.log(`In Chromium: ${times("page", "jieba-wasm")} × jieba-wasm, ${times("page", "Intl.Segmenter")} × Intl.Segmenter.`);
}
