// The peers in headless Chromium, each in a tab of its own with nothing cached.

import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { findChromium } from "../scripts/lib/chromium.mjs";
import { root } from "../scripts/lib/paths.mjs";
import { serve } from "../scripts/lib/static-server.mjs";
import { news, page } from "./text.mjs";

/** Opens the browser; undefined where there is none. */
export async function openChromium() {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const jiebaWasm = dirname(createRequire(import.meta.url).resolve("jieba-wasm/web"));
  const server = await serve(
    { "/bench/": join(root, "bench"), "/tishu/": join(root, "pkg"), "/jieba-wasm/": jiebaWasm },
    { answer: blank },
  );
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.platform !== "linux" || process.getuid?.() !== 0,
  });

  /** Measures one peer: start, wasm memory and, if asked, throughput on so many characters. */
  async function measure(name, length) {
    const context = await browser.newContext();
    await context.addInitScript(collectMemories);
    const tab = await context.newPage();
    await tab.goto(`${server.url}/`);
    const result = await tab.evaluate(inPage, { name, page, text: length ? news(length) : "" });
    await context.close();
    return result;
  }

  return { version: browser.version(), measure, close: () => Promise.all([browser.close(), server.close()]) };
}

/** The empty page that everything is imported into. */
function blank(request, response) {
  if (request.url !== "/") return false;
  response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><title>bench</title>");
  return true;
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
  const { segmenters } = await import("/bench/peers.mjs");
  const { throughput, timeStart } = await import("/bench/measure.mjs");
  const from = { tishu: "/tishu/index.js", jiebaWasm: "/jieba-wasm/jieba_rs_wasm.js" };
  // Bundlers make one file of the scripts, so these are there when the clock starts. Engine and dictionary are not.
  if (segmenters[name].scripts) await import(from[segmenters[name].scripts]);
  const started = await timeStart(segmenters[name], from, "offsets", page);
  if (!started) return undefined;
  const memory = [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { start: started.start, memory, throughput: text ? throughput(started.ready.offsets, text) : undefined };
}
