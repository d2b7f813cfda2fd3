// The suite in Node, over the packed package.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Worker } from "node:worker_threads";
import { faultyServer } from "./faulty.mjs";
import { packed } from "./packed.mjs";
import { cases, loadCases, sharedCases, workerCases } from "./suite.mjs";

const { home, folder } = packed();
const { load, loadInWorker } = await import(join(folder, "node.js"));

/** Makes workers as the package does, and remembers which of them were ended. */
function spy() {
  const made = [];
  return {
    make() {
      const worker = new Worker(join(folder, "worker-node.js"));
      const terminate = worker.terminate.bind(worker);
      const entry = { worker, terminate, ended: false };
      worker.terminate = () => {
        entry.ended = true;
        return terminate();
      };
      made.push(entry);
      return worker;
    },
    ended: () => made.map((entry) => entry.ended),
    kill: () => made.at(-1).terminate(),
    messageError: () => made.at(-1).worker.emit("messageerror", new Error("unreadable")),
  };
}

let server;
before(async () => void (server = await faultyServer(folder)));
after(() => server.close());


writeFileSync(join(home, "throws.mjs"), "throw new Error('this script is broken');");
writeFileSync(join(home, "ends.mjs"), "process.exit(3);");
const badWorkers = ["nowhere.mjs", "throws.mjs", "ends.mjs"].map((name) => join(home, name));

for (const [kind, open] of Object.entries({ load, loadInWorker })) {
  describe(`${kind} in Node`, () => {
    let api;
    before(async () => void (api = await open()));
    after(() => api.dispose());
    for (const [name, run] of Object.entries(cases)) test(name, () => run(api));
    for (const [name, run] of Object.entries(loadCases)) test(name, () => run({ open, base: server.url }));
    const own = kind === "load" ? sharedCases : workerCases;
    for (const [name, run] of Object.entries(own)) {
      test(name, () => run({ load, loadInWorker, spy, badWorkers, base: server.url }));
    }
  });
}
