import { parentPort } from "node:worker_threads";
import { host } from "./lib/worker-host.js";

parentPort.on("message", host((message, transfer) => parentPort.postMessage(message, transfer)));
// An uncaught error ends the thread and rejects the call; silence would leave it waiting.
parentPort.on("messageerror", (error) => {
  throw error;
});
