// Makes plain objects of what the engine puts on a tape (src/tape.rs): numbers in a row, and the characters of all strings
// in another, read where they lie in its memory. Every function here reads what the function of its name writes there.
// Objects are written out as literals, and what may be missing is asked for in place: engines make those many times as
// fast as objects put together by name and read by functions that are handed on.

const utf8 = new TextDecoder();
const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/** Marks a string that is not kept. */
const OWN = 2 ** 31;

// The tape that is being read: its words and the place in them, its strings and the place in those, the strings that are
// kept, and the text that offsets count in.
let words;
let at;
let text;
let cut;
let shared;
let given;

/** Reads tapes in the memory of one engine, each by its address. */
export function tapeReader(memory) {
  let numbers = new Uint32Array(memory.buffer);
  let bytes = new Uint8Array(memory.buffer);
  const kept = [];

  function read(address, type, source, claim) {
    if (numbers.length === 0) {
      // The memory has grown.
      numbers = new Uint32Array(memory.buffer);
      bytes = new Uint8Array(memory.buffer);
    }
    words = numbers;
    shared = kept;
    at = address / 4;
    cut = 0;
    const start = number();
    const length = number();
    text = length > 0 ? utf8.decode(bytes.subarray(start, start + length)) : "";
    const value = type(seen(source), seen(claim));
    text = given = undefined; // no text is kept alive by its result
    return value;
  }

  return {
    analysis: (address, text) => read(address, analysis, text),
    comparison: (address, source, claim) => read(address, comparison, source, claim),
    words: (address, text) => read(address, wordList, text),
  };
}

/** A text as the engine sees it: what is half of a pair is replaced on the way. */
const seen = (text) => text?.toWellFormed?.() ?? text?.replace(/\p{Surrogate}/gu, "\uFFFD");

const number = () => words[at++];
const bool = () => words[at++] === 1;
const one = (names) => names[words[at++]];

function float() {
  halves[0] = words[at++];
  halves[1] = words[at++];
  return double[0];
}

function take(length) {
  const start = cut;
  cut += length;
  return text.slice(start, cut);
}

const string = () => take(words[at++]);

/** A string that comes again and again: kept once. */
function again() {
  const number = words[at++];
  if (number >= OWN) return take(number - OWN);
  if (number > 0) return shared[number - 1];
  const fresh = string();
  shared.push(fresh);
  return fresh;
}

/** What stands at these offsets: mostly the text as given. */
const placed = (start, end) => (words[at++] === 0 ? given.slice(start, end) : string());

/** Whether something that may be missing is there. */
const there = () => words[at++] === 1;

function list(type) {
  const length = words[at++];
  const items = [];
  for (let i = 0; i < length; i++) items.push(type());
  return items;
}

const ARTICLES = ["article", "photo"];
const ROLES = ["title", "subtitle", "byline", "dateline", "heading", "paragraph", "caption", "credit", "footer"];
const KINDS = ["count", "measure", "money", "percent", "percentage_point", "ratio", "multiple", "duration", "ordinal", "number"];
const BOUNDS = ["=", "~", "<", "<=", ">", ">=", "vague"];
const CLASSES = ["classifier", "measure", "currency", "percent", "percentage_point", "multiple", "time"];
const ORDERS = ["before", "after"];
const PROVENANCES = ["clause", "sentence", "paragraph", "section", "article"];
const CHANGES = ["by", "to", "from"];
const DIRECTIONS = ["up", "down"];
const BASES = ["yoy", "mom", "since", "versus"];
const STATUSES = ["actual", "planned", "required", "negated", "hypothetical"];
const SEVERITIES = ["error", "warning", "style", "info"];
const VERDICTS = ["same", "derivable", "different", "unsupported"];
const DIFFERENCES = ["value", "unit", "bound", "item", "subject", "time", "change", "status"];
const REASONS = ["name", "lexical", "article_like", "reduplicated", "demonstrative", "enumerator", "identifier", "idiom"];

const span = () => ({ start: number(), end: number() });

function phrase() {
  const start = number();
  const end = number();
  return { text: placed(start, end), start, end, spans: spans() };
}

/** Nearly always there is just one. */
function spans() {
  if (words[at] !== 1) return list(span);
  at++;
  return [{ start: number(), end: number() }];
}

const message = () => ({ zh: string(), en: string() });

function analysis(source) {
  given = source;
  const value = {
    articles: list(article),
    sentences: list(span),
    figures: list(figure),
    times: list(time),
    findings: list(finding),
    coverage: { figures: number(), rules: list(ruleCoverage), agreements: list(agreement) },
  };
  // Only on request.
  if (there()) value.rejected = list(rejected);
  if (there()) value.words = wordList(source);
  return value;
}

const article = () => ({
  kind: one(ARTICLES),
  title: there() ? phrase() : null,
  authors: list(phrase),
  blocks: list(block),
  start: number(),
  end: number(),
});

function block() {
  const role = one(ROLES);
  const start = number();
  const end = number();
  return { role, text: placed(start, end), joins: list(join), start, end };
}

const join = () => ({ at: number(), rule: again() });

function figure() {
  const id = string();
  const kind = one(KINDS);
  const start = number();
  const end = number();
  return {
    id,
    kind,
    text: placed(start, end),
    start,
    end,
    value: there() ? float() : null,
    decimal: there() ? string() : null,
    min: there() ? float() : null,
    max: there() ? float() : null,
    minInclusive: bool(),
    maxInclusive: bool(),
    bound: one(BOUNDS),
    written: { mantissa: string(), scale: number(), decimals: number() },
    unit: there() ? unit() : null,
    item: there() ? item() : null,
    subject: there() ? subject() : null,
    time: there() ? timeOfFigure() : null,
    change: there() ? change() : null,
    share: there() ? share() : null,
    each: bool(),
    status: one(STATUSES),
    speaker: there() ? phrase() : null,
    group: there() ? string() : null,
    article: number(),
    block: number(),
    sentence: number(),
    rule: again(),
  };
}

const unit = () => ({
  text: again(),
  canonical: again(),
  class: one(CLASSES),
  code: there() ? again() : null,
  per: there() ? again() : null,
});

function item() {
  const start = number();
  const end = number();
  return { text: placed(start, end), start, end, spans: spans(), order: one(ORDERS) };
}

function subject() {
  const start = number();
  const end = number();
  return { text: placed(start, end), start, end, spans: spans(), from: one(PROVENANCES) };
}

function timeOfFigure() {
  const start = number();
  const end = number();
  return { text: placed(start, end), start, end, spans: spans(), id: string(), from: one(PROVENANCES) };
}

const change = () => ({
  role: one(CHANGES),
  direction: one(DIRECTIONS),
  cue: phrase(),
  base: there() ? base() : null,
  partner: there() ? string() : null,
});

const base = () => ({ text: string(), type: one(BASES) });
const share = () => ({ of: phrase() });

function time() {
  const id = string();
  const start = number();
  const end = number();
  const text = placed(start, end);
  return { id, text, start, end, value: there() ? string() : null, resolved: there() ? string() : null };
}

const finding = () => ({
  rule: again(),
  severity: one(SEVERITIES),
  message: message(),
  arithmetic: there() ? string() : null,
  figures: list(string),
  spans: spans(),
});

const ruleCoverage = () => ({ rule: again(), checked: number(), agreed: number() });

const agreement = () => ({
  rule: again(),
  message: message(),
  arithmetic: there() ? string() : null,
  figures: list(string),
  spans: spans(),
});

function rejected() {
  const start = number();
  const end = number();
  return { text: placed(start, end), start, end, reason: one(REASONS) };
}

function word() {
  const start = number();
  const end = number();
  return { text: placed(start, end), start, end, tag: again() };
}

function wordList(source) {
  given = source;
  return list(word);
}

const comparison = (source, claim) => ({ matches: list(match), claim: analysis(claim), source: analysis(source) });

const match = () => ({
  claim: string(),
  source: there() ? string() : null,
  sources: list(string),
  verdict: one(VERDICTS),
  differences: list(difference),
  note: message(),
});

const difference = () => one(DIFFERENCES);
