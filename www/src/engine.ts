import type { Analysis, AnalyzeOptions } from "tishu";

type Answer = { id: number; analysis: Analysis } | { id: number; error: string };

/** The engine in a worker of its own: the page stays fluid, and a long analysis can be given up. */
export class Engine {
  #worker: Worker | null = null;
  #asked = 0;

  /** Starts loading, so that the first analysis finds the engine ready. */
  warm(): void {
    this.#worker ??= new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  }

  /** Aborting ends the worker at once; the next call starts a new one. */
  analyze(text: string, options: AnalyzeOptions, signal: AbortSignal): Promise<Analysis> {
    this.warm();
    const worker = this.#worker!;
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        worker.removeEventListener("message", onMessage);
        worker.removeEventListener("error", onError);
        signal.removeEventListener("abort", onAbort);
        act();
      };
      const drop = (reason: unknown) => {
        worker.terminate();
        if (this.#worker === worker) this.#worker = null;
        settle(() => reject(reason));
      };
      const onMessage = ({ data }: MessageEvent<Answer>) => {
        if (data.id !== id) return;
        settle(() => ("error" in data ? reject(new Error(data.error)) : resolve(data.analysis)));
      };
      const onError = (event: ErrorEvent) => drop(new Error(event.message));
      const onAbort = () => drop(signal.reason);
      if (signal.aborted) return drop(signal.reason);
      worker.addEventListener("message", onMessage);
      worker.addEventListener("error", onError);
      signal.addEventListener("abort", onAbort);
      worker.postMessage({ id, text, options });
    });
  }
}
