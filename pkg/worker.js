import { host } from "./lib/worker-host.js";

const answer = host((message, transfer) => self.postMessage(message, transfer));
self.addEventListener("message", (event) => answer(event.data));
// An uncaught error reaches the page as an event and rejects the call; silence would leave it waiting.
self.addEventListener("messageerror", () => {
  throw new Error("a message to the worker could not be read");
});
