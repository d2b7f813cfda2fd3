// What an analysis must look like to be used: shapes as data, one function that holds a value against them.

const string = (value) => typeof value === "string" || "no string";
const number = (value) => typeof value === "number" || "no number";
const flag = (value) => typeof value === "boolean" || "neither true nor false";
const oneOf = (...values) => (value) => values.includes(value) || `none of ${values.join(", ")}`;
const orNull = (shape) => (value, text) => value === null || test(shape, value, text);
const maybe = (shape) => (value, text) => value === undefined || test(shape, value, text);
const list = (shape) => Object.assign((value) => Array.isArray(value) || "no list", { each: shape });

const span = { start: number, end: number };
const phrase = { ...span, text: string, spans: list(span) };
const KINDS = "count measure money percent percentage_point ratio multiple duration ordinal number".split(" ");

const figure = {
  ...span, id: string, kind: oneOf(...KINDS), text: string, value: orNull(number), decimal: orNull(string),
  min: orNull(number), max: orNull(number), minInclusive: flag, maxInclusive: flag,
  bound: oneOf("=", "~", "<", "<=", ">", ">=", "vague"),
  unit: orNull({ text: string, canonical: string, class: string, code: orNull(string), per: orNull(string) }),
  item: orNull(phrase), subject: orNull(phrase), time: orNull({ ...phrase, id: string }),
  change: orNull({ role: oneOf("by", "to", "from"), direction: oneOf("up", "down"), cue: phrase }),
  speaker: orNull(phrase), group: orNull(string), article: number, block: number, sentence: number, rule: string,
};

const analysis = {
  articles: list({ ...span, title: orNull(phrase), blocks: list({ ...span, role: string, text: string }) }),
  sentences: list(span),
  figures: list(figure),
  times: list({ ...span, id: string, text: string, value: orNull(string), resolved: orNull(string) }),
  findings: list({ rule: string, severity: oneOf("error", "warning", "style", "info"), figures: list(string), spans: list(span) }),
  coverage: maybe({ figures: number, agreements: list({ rule: string, figures: list(string), spans: list(span) }) }),
  rejected: maybe(list({ ...span, text: string, reason: string })),
  words: maybe(list({ ...span, text: string, tag: string })),
};

/** True, or what is wrong as "figures[3].unit is no string". */
function test(shape, value, text) {
  if (typeof shape === "function") {
    const verdict = shape(value, text);
    if (verdict !== true || !shape.each) return verdict;
    for (const [i, entry] of value.entries()) {
      const wrong = test(shape.each, entry, text);
      if (wrong !== true) return join(`[${i}]`, wrong);
    }
    return true;
  }
  if (typeof value !== "object" || value === null) return "no object";
  for (const [key, inner] of Object.entries(shape)) {
    const wrong = test(inner, value[key], text);
    if (wrong !== true) return join(`.${key}`, wrong);
  }
  if ("start" in shape) {
    const { start, end } = value;
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length)) {
      return `outside the text of ${text.length} code units (${start} to ${end})`;
    }
  }
  return true;
}

const join = (step, rest) => (/^[.[]/.test(rest) ? step + rest : `${step} is ${rest}`);

/** What is wrong with an analysis of this text, or undefined. */
export function misfit(text, given) {
  const wrong = test(analysis, given, text);
  if (wrong !== true) return `analysis${/^[.[]/.test(wrong) ? wrong : ` is ${wrong}`}`;
  const figures = new Set(given.figures.map(({ id }) => id));
  const times = new Set(given.times.map(({ id }) => id));
  for (const { id, time, sentence } of given.figures) {
    if (time && !times.has(time.id)) return `figure ${id} names the time ${time.id}, which is not there`;
    if (!given.sentences[sentence]) return `figure ${id} names sentence ${sentence}, which is not there`;
  }
  const lost = given.findings.flatMap((finding) => finding.figures).find((id) => !figures.has(id));
  return lost === undefined ? undefined : `a finding names the figure ${lost}, which is not there`;
}
