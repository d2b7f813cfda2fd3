import { host } from "./lib/worker-host.js";

const answer = host((message) => self.postMessage(message));
self.onmessage = (event) => answer(event.data);
