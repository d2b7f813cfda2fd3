// Makes plain objects of what the engine puts on a tape (src/tape.rs): numbers in a row, and the characters of all strings
// in another, read where they lie in its memory. Every function here reads one type of index.d.ts, its properties in the order of src/model.rs.
// Objects are written out as literals, and what may be missing is asked for in place: engines make those many times as
// fast as objects put together by name and read by functions that are handed on.

const utf8 = new TextDecoder();
const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

let words;
let at;
let text;
let cut;

/** Reads tapes in the memory of one engine, each by its address. */
export function tapeReader(memory) {
  let numbers = new Uint32Array(memory.buffer);
  let bytes = new Uint8Array(memory.buffer);

  function read(address, type) {
    if (numbers.length === 0) {
      // The memory has grown.
      numbers = new Uint32Array(memory.buffer);
      bytes = new Uint8Array(memory.buffer);
    }
    words = numbers;
    at = address / 4;
    cut = 0;
    const start = number();
    text = utf8.decode(bytes.subarray(start, start + number()));
    const value = type();
    text = undefined; // no result is kept alive by the one before
    return value;
  }

  return {
    analysis: (address) => read(address, analysis),
    comparison: (address) => read(address, comparison),
    words: (address) => read(address, wordList),
  };
}

const number = () => words[at++];
const bool = () => words[at++] === 1;
const one = (names) => names[words[at++]];

function float() {
  halves[0] = words[at++];
  halves[1] = words[at++];
  return double[0];
}

function string() {
  const start = cut;
  cut += words[at++];
  return text.slice(start, cut);
}

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
const phrase = () => ({ text: string(), start: number(), end: number(), spans: spans() });

/** Nearly always there is just one. */
function spans() {
  if (words[at] !== 1) return list(span);
  at++;
  return [{ start: number(), end: number() }];
}

const message = () => ({ zh: string(), en: string() });

function analysis() {
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
  if (there()) value.words = wordList();
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

const block = () => ({ role: one(ROLES), text: string(), joins: list(join), start: number(), end: number() });
const join = () => ({ at: number(), rule: string() });

const figure = () => ({
  id: string(),
  kind: one(KINDS),
  text: string(),
  start: number(),
  end: number(),
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
  rule: string(),
});

const unit = () => ({ text: string(), canonical: string(), class: one(CLASSES), code: there() ? string() : null, per: there() ? string() : null });

const item = () => ({ text: string(), start: number(), end: number(), spans: spans(), order: one(ORDERS) });

const subject = () => ({ text: string(), start: number(), end: number(), spans: spans(), from: one(PROVENANCES) });

const timeOfFigure = () => ({
  text: string(),
  start: number(),
  end: number(),
  spans: spans(),
  id: string(),
  from: one(PROVENANCES),
});

const change = () => ({
  role: one(CHANGES),
  direction: one(DIRECTIONS),
  cue: phrase(),
  base: there() ? base() : null,
  partner: there() ? string() : null,
});

const base = () => ({ text: string(), type: one(BASES) });
const share = () => ({ of: phrase() });

const time = () => ({
  id: string(),
  text: string(),
  start: number(),
  end: number(),
  value: there() ? string() : null,
  resolved: there() ? string() : null,
});

const finding = () => ({
  rule: string(),
  severity: one(SEVERITIES),
  message: message(),
  arithmetic: there() ? string() : null,
  figures: list(string),
  spans: spans(),
});

const ruleCoverage = () => ({ rule: string(), checked: number(), agreed: number() });

const agreement = () => ({
  rule: string(),
  message: message(),
  arithmetic: there() ? string() : null,
  figures: list(string),
  spans: spans(),
});

const rejected = () => ({ text: string(), start: number(), end: number(), reason: one(REASONS) });

const word = () => ({ text: string(), start: number(), end: number(), tag: string() });
const wordList = () => list(word);

const comparison = () => ({ matches: list(match), claim: analysis(), source: analysis() });

const match = () => ({
  claim: string(),
  source: there() ? string() : null,
  sources: list(string),
  verdict: one(VERDICTS),
  differences: list(difference),
  note: message(),
});

const difference = () => one(DIFFERENCES);
