// Reads texts in a worker, so that the page (or the server's event loop) stays free, and gives up on what takes too long.
//
//     node worker.mjs page.txt …

import { readFile } from "node:fs/promises";
import { loadInWorker } from "tishu";

const tishu = await loadInWorker();
for (const file of process.argv.slice(2)) {
  const text = await readFile(file, "utf8");
  try {
    // The signal ends the worker in the midst of its work; a fresh one takes the next call.
    const { figures } = await tishu.analyze(text, { signal: AbortSignal.timeout(30_000) });
    console.log(`${file}: ${figures.length} figures, ${figures.filter((figure) => figure.change).length} of them changes`);
  } catch (error) {
    if (error.code !== "aborted") throw error;
    console.log(`${file}: took more than 30 seconds`);
  }
}
await tishu.dispose();
