// In a page of its own: the time from navigation to the first result. The peer's name is this script's query.

import { peers } from "/bench/peers.mjs";

const name = decodeURIComponent(new URL(import.meta.url).search.slice(1));
const [page, ready] = await Promise.all([
  fetch("/bench/text/prose.txt").then((response) => response.text()),
  peers[name].start({ tishu: "/tishu/index.js", jiebaWasm: "/jieba-wasm/jieba_rs_wasm.js" }),
]);
ready.offsets(page);
globalThis.first = performance.now();
