import { entry } from "./lib/entry.js";
import { TishuError } from "./lib/errors.js";

export { toAnnotations } from "./annotations.js";
export { figuresToCSV } from "./csv.js";
export { fromJSON, toJSON } from "./json.js";
export { toQuantitativeValue } from "./quantity.js";
export { TishuError };

export const { load, loadInWorker } = entry({
  fetchFrom: (url) => fetch(url),
  spawn: (from) => (on) => {
    const worker = start(from);
    // Chromium has the event messageerror, but no property onmessageerror on workers.
    worker.addEventListener("message", (event) => on.message(event.data));
    worker.addEventListener("messageerror", () => on.failure(new Error("its answer could not be read")));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      on.failure(event);
    });
    return {
      post: (message) => worker.postMessage(message),
      busy() {},
      terminate: () => worker.terminate(),
    };
  },
});

function start(from) {
  if (typeof from === "function") return from();
  if (typeof Worker === "undefined") {
    throw new TishuError("load", "There is no Worker here (in a service worker, for one): call load() instead of loadInWorker().");
  }
  if (from !== undefined) return new Worker(from, { type: "module" });
  // Bundlers look for exactly this expression.
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}
