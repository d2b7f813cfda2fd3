import { instantiate as instantiateGlue } from "../wasm/tishu.js";
import { TishuError, disposed } from "./errors.js";
import { analyzeOptions, checkText, forEngine, segmentOptions, wordList } from "./options.js";
import { tapeReader } from "./tape.js";

/**
 * The documented object over one WebAssembly instance. Module and dictionary are kept: when the engine crashes, the
 * call says so and the next one runs on a fresh instance, with all added words.
 */
export function createTishu({ module, dictionary }, onDispose = () => {}, instantiate = instantiateGlue) {
  const added = new Map();
  let tape;
  let engine = start();
  let live = true;

  function start() {
    let Engine, memory;
    try {
      ({ Engine, memory } = instantiate(module));
    } catch (cause) {
      throw new TishuError(
        "load",
        `The engine does not start: ${cause.message}. The file tishu_bg.wasm must be of the same version as the package's code.`,
        { cause },
      );
    }
    try {
      const fresh = new Engine(dictionary);
      tape = tapeReader(memory);
      for (const { word, frequency, tag } of added.values()) fresh.addWord(word, frequency, tag);
      return fresh;
    } catch (cause) {
      throw isCrash(cause) ? crashed(cause) : new TishuError("dictionary", `The dictionary is of no use: ${cause.message}.`, { cause });
    }
  }

  function run(work) {
    if (!live) throw disposed();
    engine ??= start();
    try {
      return work(engine);
    } catch (cause) {
      // An instance that trapped may hold half-written memory: it is never used again.
      engine = undefined;
      throw crashed(cause);
    }
  }

  /** Options for the engine, undefined where none are given; only the engine knows the names of the checks. */
  function checked(options, method) {
    if (options === undefined) return undefined;
    const given = analyzeOptions(options, method);
    const names = Object.keys(given.checks);
    const unknown = names.length > 0 ? run((engine) => engine.unknownCheck(names)) : undefined;
    if (unknown !== undefined) throw new TishuError("option", `The option checks is wrong: ${unknown}.`);
    return forEngine(given);
  }

  const tishu = {
    analyze(text, options) {
      checkText(text);
      const given = checked(options, "analyze");
      return run((engine) => tape.analysis(engine.analyze(text, given), text));
    },
    compare(source, claim, options) {
      checkText(source, "source");
      checkText(claim, "claim");
      const given = checked(options, "compare");
      return run((engine) => tape.comparison(engine.compare(source, claim, given), source, claim));
    },
    segment(text, options) {
      checkText(text);
      const { mode, hmm, figures } = segmentOptions(options, "segment");
      return run((engine) => tape.words(engine.segment(text, mode, hmm, figures), text));
    },
    boundaries(text, options) {
      checkText(text);
      const { mode, hmm, figures } = segmentOptions(options, "boundaries");
      return run((engine) => engine.boundaries(text, mode, hmm, figures));
    },
    addWords(words) {
      const list = wordList(words);
      run((engine) => {
        for (const { word, frequency, tag } of list) engine.addWord(word, frequency, tag);
      });
      for (const entry of list) added.set(entry.word, entry);
    },
    dispose() {
      if (!live) return;
      live = false;
      engine?.free();
      engine = undefined;
      onDispose();
    },
  };
  if (Symbol.dispose) tishu[Symbol.dispose] = tishu.dispose;
  return tishu;
}

const isCrash = (cause) =>
  cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError || /^panicked at/.test(cause?.message);

const crashed = (cause) =>
  new TishuError(
    "crashed",
    `The engine crashed (${cause?.message ?? cause}). The next call runs on a fresh one; please report the text that did it.`,
    { cause },
  );
