import { createTishu } from "./engine.js";
import { notAwaited } from "./errors.js";
import { loadKey, loadOptions } from "./options.js";
import { readAssets } from "./read.js";
import { createRemote } from "./remote.js";

/**
 * The package's two functions over what differs between browser and Node.
 * @param platform `fetchFrom(url)` returns a Response; `spawn(options)` returns what createRemote starts workers with
 */
export function entry(platform) {
  /** Loads under way or done, so that load() hands back one object however often it is called. */
  const loads = new Map();

  async function load(options) {
    const given = loadOptions(options, "load");
    const key = loadKey(given);
    const known = loads.get(key);
    if (known) return known.join(given.onProgress);
    const fresh = start(given, key);
    if (key !== undefined) loads.set(key, fresh);
    return fresh.join(given.onProgress);
  }

  function start(given, key) {
    const forget = () => loads.get(key) === fresh && loads.delete(key);
    const progress = broadcast();
    const { module, dictionary } = readAssets(given, platform.fetchFrom, progress.tell);
    const promise = Promise.all([module, dictionary])
      .then((assets) => createTishu({ module: assets[0], dictionary: assets[1] }, forget))
      .catch((error) => {
        forget(); // the next load() tries again
        throw error;
      });
    const fresh = {
      join(onProgress) {
        progress.add(onProgress);
        return promise;
      },
    };
    return fresh;
  }

  async function loadInWorker(options) {
    const given = loadOptions(options, "loadInWorker", ["worker"]);
    const progress = broadcast();
    progress.add(given.onProgress);
    return createRemote(readAssets(given, platform.fetchFrom, progress.tell), platform.spawn(given.worker));
  }

  return {
    load: (options) => guarded(load(options), "load"),
    loadInWorker: (options) => guarded(loadInWorker(options), "loadInWorker"),
  };
}

const METHODS = ["analyze", "compare", "segment", "boundaries", "addWords", "dispose"];

/** The promise, with methods that say what was forgotten: "analyze is not a function" would say it to nobody. */
function guarded(promise, name) {
  for (const method of METHODS) {
    const value = () => {
      throw notAwaited(name, method);
    };
    Object.defineProperty(promise, method, { value });
  }
  return promise;
}

/** Tells every listener, a late one at once what the others heard last. */
function broadcast() {
  const listeners = [];
  let last;
  const tell = (listener) => {
    try {
      listener(...last);
    } catch (error) {
      // The listener's own fault must not pass for a broken download.
      queueMicrotask(() => {
        throw error;
      });
    }
  };
  return {
    add(listener) {
      if (!listener) return;
      listeners.push(listener);
      if (last) tell(listener);
    },
    tell(loaded, total) {
      last = [loaded, total];
      listeners.forEach(tell);
    },
  };
}
