// No document, no Worker: as in the background of a browser extension.
import { load, loadInWorker } from "/tishu/index.js";

self.addEventListener("message", (event) => event.waitUntil(answer(event)));

async function answer({ data, source }) {
  const tishu = await load();
  const figures = tishu.analyze(data).figures.map(({ start, end }) => data.slice(start, end));
  const refused = await loadInWorker().catch((error) => error);
  source.postMessage(`${typeof document} ${typeof Worker} ${figures.join(" ")} ${refused.code}: ${refused.message}`);
}
