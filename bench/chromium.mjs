// The peers in headless Chromium, each in a tab of its own with nothing cached.

import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { findChromium } from "../scripts/lib/chromium.mjs";
import { root } from "../scripts/lib/paths.mjs";
import { serve } from "./serve.mjs";
import { TEXT, news, page } from "./text.mjs";

/** 10 Mbit/s and 40 ms, in bytes a second as the protocol wants it. */
const SLOW = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

/** Opens the browser; undefined where there is none. */
export async function openChromium() {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const jiebaWasm = dirname(createRequire(import.meta.url).resolve("jieba-wasm/web"));
  const folders = {
    "/bench/text/": join(root, "benches"),
    "/bench/": join(root, "bench"),
    "/tishu/": join(root, "pkg"),
    "/jieba-wasm/": jiebaWasm,
  };
  const server = await serve(folders);
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.platform !== "linux" || process.getuid?.() !== 0,
  });

  async function inTab(use) {
    const context = await browser.newContext();
    await context.addInitScript(collectMemories);
    const tab = await context.newPage();
    const result = await use(tab, context);
    await context.close();
    return result;
  }

  /** Own start, wasm memory and throughput of one peer. */
  const measure = (name) =>
    inTab(async (tab) => {
      await tab.goto(`${server.url}/`);
      return tab.evaluate(inPage, { name, page, text: news(TEXT) });
    });

  /** Milliseconds from navigation to the first result, and what was downloaded for it. */
  const first = (name, slow) =>
    inTab(async (tab, context) => {
      if (slow) {
        const session = await context.newCDPSession(tab);
        await session.send("Network.enable");
        await session.send("Network.emulateNetworkConditions", SLOW);
      }
      server.fetched();
      await tab.goto(`${server.url}/first/${encodeURIComponent(name)}`);
      const time = await (await tab.waitForFunction(() => globalThis.first, undefined, { timeout: 60_000 })).jsonValue();
      return { time, download: server.fetched() };
    });

  return { version: browser.version(), measure, first, close: () => Promise.all([browser.close(), server.close()]) };
}

/** Runs in the page, before anything else: keeps hold of every memory that a wasm module exports. */
function collectMemories() {
  globalThis.memories = new Set();
  const keep = (instance) => {
    for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
  };
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(...given) {
      super(...given);
      keep(this);
    }
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      keep(result.instance ?? result);
      return result;
    };
  }
}

/** Runs in the page. */
async function inPage({ name, page, text }) {
  const { READERS_TEXT, peers } = await import("/bench/peers.mjs");
  const { throughput, timeStart } = await import("/bench/measure.mjs");
  const from = { tishu: "/tishu/index.js", jiebaWasm: "/jieba-wasm/jieba_rs_wasm.js" };
  // Bundlers make one file of the scripts, so these are there when the clock starts. Engine and dictionary are not.
  if (peers[name].scripts) await import(from[peers[name].scripts]);
  const { ready, start } = await timeStart(peers[name], from, page);
  const memory = [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const result = { start, memory };
  for (const [work, run] of Object.entries(ready)) {
    result[work] = throughput(run, work === "figures" || work === "cut" ? text.slice(0, READERS_TEXT) : text);
  }
  return result;
}
