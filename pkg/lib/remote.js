import { TishuError, aborted, disposed } from "./errors.js";
import { addWordsOptions, analyzeOptions, checkText, segmentOptions, wordList } from "./options.js";
import { join } from "./slices.js";

/** A job that is done as soon as there is a worker to do it. */
const READY = "ready";

/**
 * The documented object over a worker. The worker has one job at a time, the others wait here: so an abort can end
 * the worker and a fresh one takes on what waits.
 * @param assets the promises of module and dictionary, kept for the next worker. The first one starts at once, and gets
 * the module while the dictionary is still on its way
 * @param spawn starts a worker: `spawn({ message, failure })` returns `{ post, busy, terminate }`
 */
export async function createRemote(assets, spawn) {
  const added = new Map();
  const waiting = [];
  let running;
  let worker;
  let live = true;
  let lastId = 0;

  function next() {
    while (!running && waiting.length > 0) {
      if (!worker) boot((error) => waiting.shift()?.reject(error));
      else if (waiting[0].method === READY) waiting.shift().resolve();
      else run(waiting.shift());
    }
    worker?.busy(running !== undefined);
  }

  /** Starts a worker; its first job is to take in the assets, and a failure there is the first caller's. */
  function boot(failed) {
    let current;
    try {
      current = spawn({
        message: (answer) => worker === current && settle(answer),
        failure: (cause) => worker === current && died(cause),
      });
    } catch (cause) {
      failed(cause instanceof TishuError ? cause : noStart(cause));
      return;
    }
    worker = current;
    const job = (running = {
      method: "start",
      resolve() {},
      reject(error) {
        discard();
        failed(error);
      },
    });
    worker.busy(true);
    assets.module.then(
      (module) => running === job && worker.post({ method: "prepare", args: [module] }),
      () => {},
    );
    Promise.all([assets.module, assets.dictionary]).then(
      ([module, dictionary]) => {
        if (running !== job) return;
        job.args = [{ module, dictionary }, [...added.values()]];
        run(job);
      },
      (error) => {
        if (running !== job) return;
        running = undefined;
        job.reject(error);
        next();
      },
    );
  }

  function run(job) {
    running = job;
    job.id = ++lastId;
    job.slices = [];
    try {
      worker.busy(true);
      worker.post({ id: job.id, method: job.method, args: job.args });
    } catch (cause) {
      running = undefined;
      job.reject(new TishuError("option", `The arguments of ${job.method} cannot be sent to a worker: ${cause.message}.`, { cause }));
    }
  }

  function settle({ id, slice, value, error }) {
    if (running?.id !== id) return;
    const job = running;
    if (slice) {
      job.slices.push(slice);
      return;
    }
    running = undefined;
    if (error) job.reject(new TishuError(error.code ?? "crashed", error.message));
    else job.resolve(join(value, job.slices));
    next();
  }

  function died(cause) {
    const job = running;
    running = undefined;
    discard();
    const why = cause?.message || "no reason given";
    if (job?.method === "start") job.reject(noStart(cause));
    else job?.reject(new TishuError("crashed", `The worker died (${why}). The next call runs in a fresh one.`, { cause }));
    next();
  }

  function discard() {
    worker?.terminate();
    worker = undefined;
  }

  function enqueue(method, args, signal) {
    return new Promise((resolve, reject) => {
      if (!live) throw disposed();
      if (signal?.aborted) throw aborted(signal);
      const finish = (settlePromise) => (outcome) => {
        signal?.removeEventListener("abort", abort);
        settlePromise(outcome);
      };
      const job = { method, args, resolve: finish(resolve), reject: finish(reject) };
      const abort = () => {
        if (running === job) {
          running = undefined;
          discard();
          boot(() => {}); // if that fails, the next call tries again and gets the reason
        } else {
          const at = waiting.indexOf(job);
          if (at >= 0) waiting.splice(at, 1);
        }
        job.reject(aborted(signal));
        next();
      };
      signal?.addEventListener("abort", abort);
      waiting.push(job);
      next();
    });
  }

  async function call(method, prepare, options) {
    const [signal, rest] = split(options);
    return enqueue(method, prepare(rest), signal);
  }

  const remote = {
    analyze: (text, options) => call("analyze", (rest) => [checkText(text), analyzeOptions(rest, "analyze")], options),
    compare: (source, claim, options) =>
      call(
        "compare",
        (rest) => [checkText(source, "source"), checkText(claim, "claim"), analyzeOptions(rest, "compare")],
        options,
      ),
    segment: (text, options) => call("segment", (rest) => [checkText(text), segmentOptions(rest, "segment")], options),
    boundaries: (text, options) =>
      call("boundaries", (rest) => [checkText(text), segmentOptions(rest, "boundaries")], options),
    addWords: async (words, options) => {
      const list = wordList(words);
      await call("addWords", (rest) => [list, addWordsOptions(rest)], options);
      for (const entry of list) added.set(entry.word, entry);
    },
    async dispose() {
      if (!live) return;
      live = false;
      const stopped = worker?.terminate();
      worker = undefined;
      for (const job of [running, ...waiting.splice(0)]) job?.reject(disposed());
      running = undefined;
      await stopped;
    },
  };
  if (Symbol.asyncDispose) remote[Symbol.asyncDispose] = remote.dispose;
  await enqueue(READY); // fails here, not at the first use, when the worker does not start
  return remote;
}

const noStart = (cause) =>
  new TishuError(
    "load",
    `The worker does not start: ${cause?.message || "its script could not be loaded"}. The server must serve worker.js and ` +
      "the modules it imports as JavaScript, and the page's Content-Security-Policy must allow them (worker-src, " +
      "script-src 'wasm-unsafe-eval').",
    { cause },
  );

/** The signal of a call, and the options without it. */
function split(options) {
  if (typeof options !== "object" || options === null) return [undefined, options];
  const { signal, ...rest } = options;
  if (signal !== undefined && typeof signal?.addEventListener !== "function") {
    throw new TishuError("option", "The option signal must be an AbortSignal.");
  }
  return [signal, rest];
}
