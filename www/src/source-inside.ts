import type { WorkerOptions } from "tishu";
import EngineWorker from "../../pkg/worker.js?worker&inline";
import { partBytes } from "./parts-inside.ts";

let compiled: Promise<WebAssembly.Module> | null = null;
let dictionary: Promise<Uint8Array<ArrayBuffer>> | null = null;

/** Engine, dictionary and worker out of the page itself. */
export async function source(): Promise<WorkerOptions> {
  compiled ??= partBytes("tishu_bg.wasm").then((bytes) => WebAssembly.compile(bytes));
  dictionary ??= partBytes("dictionary.bin");
  return { wasm: await compiled, dictionary: await dictionary, worker: () => new EngineWorker() };
}
