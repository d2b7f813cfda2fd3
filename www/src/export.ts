import type { Analysis, Figure, Time } from "tishu";

type Value = string | number | boolean | null | undefined;
type Context = { text: string; analysis: Analysis; times: Map<string, Time> };

/** Column names are the API's, in any language of the interface, so that a script can rely on them. */
const COLUMNS: [name: string, of: (figure: Figure, context: Context) => Value][] = [
  ["id", (f) => f.id],
  ["kind", (f) => f.kind],
  ["value", (f) => f.decimal ?? f.value],
  ["min", (f) => f.min],
  ["max", (f) => f.max],
  ["bound", (f) => (f.bound === "=" ? "" : f.bound)],
  ["unit", (f) => f.unit?.text],
  ["unit_canonical", (f) => f.unit?.canonical],
  ["unit_code", (f) => f.unit?.code],
  ["item", (f) => f.item?.text],
  ["subject", (f) => f.subject?.text],
  ["time", (f) => f.time?.text],
  ["time_edtf", (f, { times }) => f.time && times.get(f.time.id)?.value],
  ["change", (f) => f.change && `${f.change.role} ${f.change.direction}`],
  ["change_base", (f) => f.change?.base?.text],
  ["change_partner", (f) => f.change?.partner],
  ["share_of", (f) => (typeof f.share?.of === "string" ? f.share.of : f.share?.of.text)],
  ["each", (f) => f.each || ""],
  ["status", (f) => f.status],
  ["speaker", (f) => f.speaker?.text],
  ["quote", (f) => f.text],
  ["sentence", (f, { text, analysis }) => sentenceOf(f, text, analysis)],
  ["article", (f, { analysis }) => analysis.articles[f.article]?.title?.text],
  ["start", (f) => f.start],
  ["end", (f) => f.end],
];

function sentenceOf(figure: Figure, text: string, analysis: Analysis): string {
  const span = analysis.sentences[figure.sentence];
  return span ? text.slice(span.start, span.end).replace(/\s*\n\s*/g, "") : "";
}

const NUMERAL = /^-?\d+(\.\d+)?$/;

/**
 * One CSV cell. Excel runs a cell that begins with = + - or @ (full width as well, and behind a tab or line break) as
 * a formula: such a cell gets an apostrophe in front, unless it is a plain number.
 */
export function cell(value: Value): string {
  let text = value == null ? "" : String(value);
  if (/^[\s]*[=+\-@=+-@]/.test(text) && !NUMERAL.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The figures as CSV that Excel opens as UTF-8: byte order mark, CRLF. */
export function toCsv(figures: Figure[], text: string, analysis: Analysis): string {
  const context = { text, analysis, times: new Map(analysis.times.map((time) => [time.id, time])) };
  const rows = [COLUMNS.map(([name]) => name), ...figures.map((f) => COLUMNS.map(([, of]) => of(f, context)))];
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** Everything, with the text that the offsets count in. */
export function toJson(text: string, analysis: Analysis): string {
  return JSON.stringify({ generator: "tishu", text, ...analysis }, null, 2);
}

/** Hands a file to the browser's downloads; nothing leaves the machine. */
export function download(name: string, type: string, content: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
