// npm run bench [-- --json] [-- --rounds 5]: one table from one run. README.md says how to read it.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/lib/paths.mjs";
import { must, stop } from "../scripts/lib/run.mjs";

const { values: options } = parseArgs({
  options: { json: { type: "boolean", default: false }, rounds: { type: "string", default: "5" } },
});
const rounds = Number(options.rounds);
const here = join(root, "bench");
if (!existsSync(join(root, "pkg", "wasm", "dictionary.bin"))) stop("The package is not built: run 'npm run build' first.");
if (!existsSync(join(here, "node_modules", "segmentit"))) {
  // Without a lockfile: one written on one platform lacks the native peer of the others.
  await must("npm", ["install", "--prefix", here, "--no-package-lock", "--workspaces=false", "--no-audit", "--no-fund"]);
}
const { openChromium } = await import("./chromium.mjs");
const { median } = await import("./measure.mjs");
const { peers } = await import("./peers.mjs");
const { report } = await import("./report.mjs");

const inNode = (name) => JSON.parse(execFileSync(process.execPath, ["--expose-gc", join(here, "node.mjs"), name]));

const browser = await openChromium();
const measured = Object.fromEntries(
  Object.keys(peers).map((name) => [name, { node: [], chromium: [], fast: [], slow: [], download: null }]),
);
// Once for nothing: the server packs what it will send.
if (browser) for (const [name, { places }] of Object.entries(peers)) if (places.includes("chromium")) await browser.first(name, false);
// Everyone once a round, so that what else the machine does falls on all alike.
for (let round = 0; round < rounds; round++) {
  process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  for (const [name, { places }] of Object.entries(peers)) {
    const of = measured[name];
    if (places.includes("node")) of.node.push(inNode(name));
    if (!browser || !places.includes("chromium")) continue;
    of.chromium.push(await browser.measure(name));
    const fast = await browser.first(name, false);
    of.fast.push(fast.time);
    of.slow.push((await browser.first(name, true)).time);
    of.download = fast.download;
  }
}
await browser?.close();

/** The medians of what the rounds gave. */
const medians = (list) =>
  list.length ? Object.fromEntries(Object.keys(list[0]).map((key) => [key, median(list.map((one) => one[key]))])) : null;
const results = Object.fromEntries(
  Object.entries(measured).map(([name, { node, chromium, fast, slow, download }]) => {
    const page = chromium.length ? { ...medians(chromium), first: median(fast), firstSlow: median(slow), download } : null;
    return [name, { node: medians(node), chromium: page }];
  }),
);
console.log(options.json ? JSON.stringify(results, null, 2) : report(results, browser?.version));
