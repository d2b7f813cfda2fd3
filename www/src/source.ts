import type { WorkerOptions } from "tishu";

const start = () => new Worker(new URL("../../pkg/worker.js", import.meta.url), { type: "module" });

/**
 * Where engine, dictionary and worker come from: the files beside the page. The first worker starts while the others are
 * still on their way. The page in one file has source-inside.ts.
 */
export async function source(): Promise<WorkerOptions> {
  let first: Worker | null = start();
  return {
    worker: () => {
      const worker = first ?? start();
      first = null;
      return worker;
    },
  };
}
