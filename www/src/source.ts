import type { WorkerOptions } from "tishu";

/** Where engine, dictionary and worker come from: the files beside the page. The page in one file has source-inside.ts. */
export const source = async (): Promise<WorkerOptions> => ({});
