import { instantiate } from "../wasm/tishu.js";
import { createTishu } from "./engine.js";
import { cut } from "./slices.js";
import { warmUp } from "./warm.js";

/**
 * The worker's side: answers each `{ id, method, args }` with `{ id, value }` or `{ id, error }`, slices of it ahead. Word
 * boundaries go over without a copy; everything else is plain objects.
 * @param post `post(message, transfer)`
 */
export function host(post) {
  let prepared;
  let tishu;
  const methods = {
    start(assets, words) {
      tishu = createTishu(assets, undefined, (module) => {
        const instance = prepared ?? instantiate(module);
        prepared = undefined;
        return instance;
      });
      tishu.addWords(words);
    },
    analyze: (...args) => tishu.analyze(...args),
    compare: (...args) => tishu.compare(...args),
    segment: (...args) => tishu.segment(...args),
    boundaries: (...args) => tishu.boundaries(...args),
    addWords: (...args) => tishu.addWords(...args),
  };

  /** Makes use of the time until the dictionary is there. What fails here fails again at the start, and is told there. */
  function prepare(module) {
    try {
      prepared = instantiate(module);
      warmUp(prepared, () => prepared !== undefined, () => (prepared = undefined));
    } catch {
      prepared = undefined;
    }
  }

  return ({ id, method, args }) => {
    if (method === "prepare") return prepare(...args);
    try {
      const { rest, slices } = cut(methods[method](...args));
      for (const slice of slices) post({ id, slice }, []);
      post({ id, value: rest }, rest instanceof Uint32Array ? [rest.buffer] : []);
    } catch (error) {
      post({ id, error: { code: error.code, message: error.message } }, []);
    }
  };
}
