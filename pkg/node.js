import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { entry } from "./lib/entry.js";

export { toAnnotations } from "./annotations.js";
export { figuresToCSV } from "./csv.js";
export { fromJSON, toJSON } from "./json.js";
export { toQuantitativeValue } from "./quantity.js";
export { TishuError } from "./lib/errors.js";

export const { load, loadInWorker } = entry({
  async fetchFrom(url) {
    const address = String(url);
    // Two letters at least, so that C:\ is a path.
    if (/^[a-z][a-z\d+.-]+:/i.test(address) && !address.startsWith("file:")) return fetch(address);
    const bytes = await readFile(address.startsWith("file:") ? fileURLToPath(address) : address);
    return new Response(bytes, { headers: { "content-length": String(bytes.length) } });
  },
  spawn: (from) => (on) => {
    const worker = start(from);
    worker.on("message", on.message);
    worker.on("error", on.failure);
    worker.on("messageerror", on.failure);
    worker.on("exit", (code) => on.failure(new Error(`it ended with code ${code}`)));
    return {
      post: (message) => worker.postMessage(message),
      // An idle worker must not keep the process alive.
      busy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
      terminate: () => worker.terminate(),
    };
  },
});

function start(from) {
  if (typeof from === "function") return from();
  // The process may run with flags that make no sense for a file (--input-type, --test).
  const options = { execArgv: [] };
  if (from !== undefined) return new Worker(/* webpackIgnore: true */ /* turbopackIgnore: true */ from, options);
  // Bundlers of servers look for exactly this expression.
  return new Worker(new URL("./worker-node.js", import.meta.url), options);
}
