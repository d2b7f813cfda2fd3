import { parentPort } from "node:worker_threads";
import { host } from "./lib/worker-host.js";

parentPort.on("message", host((message) => parentPort.postMessage(message)));
