import { loadInWorker, type Analysis, type AnalyzeOptions, type Comparison, type TishuWorker } from "tishu";
import { source } from "./source.ts";

let engine: Promise<TishuWorker> | null = null;
const listeners = new Set<(share: number) => void>();

/** Starts loading the engine into its worker; a failed load is tried again by the next call. */
export function warm(): Promise<TishuWorker> {
  engine ??= source()
    .then((from) => loadInWorker({ ...from, onProgress: (loaded, total) => listeners.forEach((tell) => tell(loaded / total)) }))
    .catch((error) => {
      engine = null;
      throw error;
    });
  return engine;
}

/** Tells how much of the engine is here, from 0 to 1; hands back the way to stop listening. */
export function onLoading(listener: (share: number) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Aborting really ends the work. */
export async function analyze(text: string, options: AnalyzeOptions, signal: AbortSignal): Promise<Analysis> {
  const worker = await warm();
  return worker.analyze(text, { ...options, signal });
}

/** The ends of the words of short texts, one list for each. */
export async function wordEnds(texts: string[]): Promise<Uint32Array[]> {
  const worker = await warm();
  return Promise.all(texts.map((text) => worker.boundaries(text)));
}

/** Holds a claim against its source. */
export async function compare(text: string, claim: string, options: AnalyzeOptions): Promise<Comparison> {
  const worker = await warm();
  return worker.compare(text, claim, options);
}
