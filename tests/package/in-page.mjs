// The page's side of browser.test.mjs: runs one case of the suite.

import { load, loadInWorker } from "/pkg/index.js";
import * as suite from "./suite.mjs";

const base = location.origin;
const open = { load, loadInWorker };
const opened = {};

/** Makes workers as the package does, and remembers which of them were ended. */
function spy() {
  const made = [];
  return {
    make() {
      const worker = new Worker("/pkg/worker.js", { type: "module" });
      const entry = { worker, ended: false };
      worker.terminate = () => {
        entry.ended = true;
        Worker.prototype.terminate.call(worker);
      };
      made.push(entry);
      return worker;
    },
    ended: () => made.map((entry) => entry.ended),
    kill: () => made.at(-1).worker.dispatchEvent(new ErrorEvent("error", { message: "killed" })),
    messageError: () => made.at(-1).worker.dispatchEvent(new MessageEvent("messageerror")),
  };
}

const badWorkers = ["nowhere", "html", "throws"].map((fault) => `${base}/${fault}/worker.js`);

export async function run(kind, group, name) {
  if (group === "cases") {
    opened[kind] ??= await open[kind]();
    await suite.cases[name](opened[kind]);
  } else {
    await suite[group][name]({ open: open[kind], load, loadInWorker, spy, badWorkers, base });
  }
}
