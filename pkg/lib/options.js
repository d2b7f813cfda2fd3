import { TishuError } from "./errors.js";

// What callers hand in, checked before it reaches the engine. Plain values come out, fit for postMessage.

const fail = (message) => {
  throw new TishuError("option", message);
};

const shown = (value) => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return typeof value === "number" || typeof value === "boolean" ? `${value}` : `a value of type ${typeof value}`;
};

export function checkText(text, name = "text") {
  if (typeof text !== "string") fail(`The ${name} must be a string, not ${shown(text)}.`);
  return text;
}

function record(options, method, known) {
  if (options === undefined) return {};
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    fail(`The options of ${method} must be an object, not ${shown(options)}.`);
  }
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) fail(`${method} has no option ${JSON.stringify(key)}; it knows ${known.join(", ") || "none"}.`);
  }
  return options;
}

function flag(options, name, otherwise) {
  const value = options[name] ?? otherwise;
  if (typeof value !== "boolean") fail(`The option ${name} must be true or false, not ${shown(value)}.`);
  return value;
}

function dateOf(value) {
  if (value === undefined || value === null) return undefined;
  const parts = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  const [year, month, day] = parts ? parts.slice(1).map(Number) : [];
  // Day 0 of the next month is the last of this one; years below 100 would be read as 19xx, hence setUTCFullYear.
  const last = parts ? new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate() : 0;
  if (!parts || month < 1 || month > 12 || day < 1 || day > last) {
    fail(`The option date must be a day of the calendar as YYYY-MM-DD, not ${shown(value)}.`);
  }
  return value;
}

/** Checked options as the engine takes them: a date in its numbers, checks in pairs. */
export const forEngine = (given) => ({ ...given, date: given.date?.split("-").map(Number), checks: Object.entries(given.checks) });

/** The options of analyze and compare. */
export function analyzeOptions(options, method) {
  const given = record(options, method, ["date", "rejected", "words", "checks", "corrections"]);
  const checks = record(given.checks, "checks", Object.keys(given.checks ?? {}));
  for (const rule of Object.keys(checks)) flag(checks, rule, true);
  return {
    date: dateOf(given.date),
    rejected: flag(given, "rejected", false),
    words: flag(given, "words", false),
    checks: { ...checks },
    corrections: correctionsOf(given.corrections),
  };
}

const ROLES = ["title", "subtitle", "byline", "dateline", "heading", "paragraph", "caption", "credit", "footer"];

function correctionsOf(value) {
  if (value === undefined) return undefined;
  const given = record(value, "corrections", ["breaks", "joins", "roles"]);
  return {
    breaks: list(given, "breaks").map((at) => offset(at, "breaks")),
    joins: list(given, "joins").map((at) => offset(at, "joins")),
    roles: list(given, "roles").map((entry) => {
      const { at, role } = record(entry, "roles", ["at", "role"]);
      if (!ROLES.includes(role)) fail(`A role must be one of ${ROLES.join(", ")}, not ${shown(role)}.`);
      return { at: offset(at, "roles"), role };
    }),
  };
}

function list(given, name) {
  const value = given[name] ?? [];
  if (!Array.isArray(value)) fail(`The corrections ${name} must be an array, not ${shown(value)}.`);
  return value;
}

function offset(value, name) {
  if (!(Number.isInteger(value) && value >= 0 && value < 2 ** 32)) {
    fail(`The corrections ${name} must hold offsets, whole numbers from 0, not ${shown(value)}.`);
  }
  return value;
}

const MODES = ["default", "search", "all"];

export function segmentOptions(options, method) {
  const given = record(options, method, ["mode", "hmm", "figures"]);
  const mode = given.mode ?? "default";
  if (!MODES.includes(mode)) fail(`The option mode must be one of ${MODES.join(", ")}, not ${shown(mode)}.`);
  return { mode, hmm: flag(given, "hmm", true), figures: flag(given, "figures", true) };
}

export const addWordsOptions = (options) => record(options, "addWords", []);

/** Words as a list of `{ word, frequency, tag }`. */
export function wordList(words) {
  if (typeof words === "string" || typeof words?.[Symbol.iterator] !== "function") {
    fail(`addWords takes a list of words, not ${shown(words)}.`);
  }
  return Array.from(words, (entry) => {
    const { word, frequency, tag } = typeof entry === "string" ? { word: entry } : (entry ?? {});
    if (typeof word !== "string" || word.trim() === "") fail(`A word to add must be a string with characters, not ${shown(word)}.`);
    if (frequency !== undefined && !(Number.isInteger(frequency) && frequency >= 0 && frequency < 2 ** 31)) {
      fail(`The frequency of ${shown(word)} must be a whole number from 0 to 2147483647, not ${shown(frequency)}.`);
    }
    if (tag !== undefined && typeof tag !== "string") fail(`The tag of ${shown(word)} must be a string, not ${shown(tag)}.`);
    return { word, frequency, tag };
  });
}

const isUrl = (value) => typeof value === "string" || value instanceof URL;
const isBytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);

export function loadOptions(options, method, more = []) {
  const given = record(options, method, ["wasm", "dictionary", "onProgress", ...more]);
  const { wasm, dictionary, onProgress } = given;
  if (wasm !== undefined && !(isUrl(wasm) || isBytes(wasm) || wasm instanceof Response || wasm instanceof WebAssembly.Module)) {
    fail(`The option wasm must be an address, bytes, a Response or a WebAssembly.Module, not ${shown(wasm)}.`);
  }
  if (dictionary !== undefined && !(isUrl(dictionary) || isBytes(dictionary) || dictionary instanceof Response)) {
    fail(`The option dictionary must be an address, bytes or a Response, not ${shown(dictionary)}.`);
  }
  if (onProgress !== undefined && typeof onProgress !== "function") {
    fail(`The option onProgress must be a function, not ${shown(onProgress)}.`);
  }
  return given;
}

/** What two calls of load() must have in common to get the same object; none where the options hold data. */
export function loadKey({ wasm, dictionary }) {
  const addresses = [wasm, dictionary].every((from) => from === undefined || isUrl(from));
  return addresses ? `${wasm ?? ""}\n${dictionary ?? ""}` : undefined;
}
