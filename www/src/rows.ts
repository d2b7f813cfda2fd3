import type { Analysis, Figure, FigureKind, Time } from "tishu";
import { boundOf, changeOf, valueOf } from "./format.ts";
import type { Words } from "./i18n.ts";

export type Column = keyof Words["columns"];
export interface Sort {
  column: Column;
  down: boolean;
}

/** A column's text for a figure, as the table shows it; the sentence is none of the figure's own words. */
export function cellOf(figure: Figure, column: Column, words: Words): string {
  switch (column) {
    case "value": return valueOf(figure);
    case "unit": return figure.unit?.text ?? "";
    case "item": return figure.item?.text ?? "";
    case "subject": return figure.subject?.text ?? "";
    case "time": return figure.time?.text ?? "";
    case "change": return changeOf(figure, words);
    case "bound": return boundOf(figure, words);
    case "status": return figure.status === "actual" ? "" : words.statuses[figure.status];
    case "sentence": return "";
    case "quote": return figure.text;
  }
}

export const COLUMNS: readonly Column[] = ["value", "unit", "item", "subject", "time", "change", "bound", "status", "sentence", "quote"];
/** Sentences are long; they are shown to those who ask for them. */
export const FIRST_COLUMNS = COLUMNS.filter((column) => column !== "sentence");

/** The chosen columns that say something on this page. */
export function columnsOf(figures: Figure[], chosen: ReadonlySet<Column>, words: Words): Column[] {
  return COLUMNS.filter(
    (column) =>
      chosen.has(column) &&
      (column === "value" || column === "quote" || column === "sentence" || figures.some((figure) => cellOf(figure, column, words) !== "")),
  );
}

/** What the table is narrowed to; an empty string or set asks for nothing. */
export interface Filter {
  query: string;
  kinds: ReadonlySet<FigureKind>;
  unit: string;
  article: string;
  time: string;
}
export const NO_FILTER: Filter = { query: "", kinds: new Set(), unit: "", article: "", time: "" };

export interface Option {
  value: string;
  label: string;
  n: number;
}

/** The spelling under which units are filtered: one for all its variants. */
const unitOf = ({ unit }: Figure): string => unit?.canonical ?? "";
const timeOf = ({ time }: Figure, times: ReadonlyMap<string, Time>): string => {
  const found = times.get(time?.id ?? "");
  return found?.resolved ?? found?.value ?? time?.text ?? "";
};
const timesOf = ({ times }: Analysis) => new Map(times.map((time) => [time.id, time]));

/** What units, articles and times there are to choose from, the most frequent units first, times in order. */
export function optionsFor(analysis: Analysis, words: Words): Record<"unit" | "article" | "time", Option[]> {
  const times = timesOf(analysis);
  const units = new Map<string, Option>();
  const dates = new Map<string, Option>();
  const articles = analysis.articles.map((article, i): Option => {
    const label = article.title?.text ?? article.blocks.find(({ role }) => role === "caption" || role === "paragraph")?.text ?? words.untitled;
    return { value: `${i}`, label: label.slice(0, 24), n: 0 };
  });
  const count = (options: Map<string, Option>, value: string, label: string) => {
    if (value === "") return;
    const option = options.get(value);
    if (option) option.n += 1;
    else options.set(value, { value, label, n: 1 });
  };
  for (const figure of analysis.figures) {
    count(units, unitOf(figure), unitOf(figure));
    const time = timeOf(figure, times);
    count(dates, time, time === figure.time?.text ? time : `${figure.time?.text} · ${time}`);
    const article = articles[figure.article];
    if (article) article.n += 1;
  }
  return {
    unit: [...units.values()].sort((a, b) => b.n - a.n),
    article: articles.filter(({ n }) => n > 0),
    time: [...dates.values()].sort((a, b) => COLLATOR.compare(a.value, b.value)),
  };
}

/** The figures asked for: every word of the query somewhere in the row, and all of the filter, in order. */
export function rowsOf(analysis: Analysis, filter: Filter, sort: Sort | null, words: Words): Figure[] {
  const { kinds, unit, article, time } = filter;
  const asked = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  const times = timesOf(analysis);
  const rows = analysis.figures.filter((figure) => {
    if (kinds.size > 0 && !kinds.has(figure.kind)) return false;
    if (unit !== "" && unitOf(figure) !== unit) return false;
    if (article !== "" && `${figure.article}` !== article) return false;
    if (time !== "" && timeOf(figure, times) !== time) return false;
    if (asked.length === 0) return true;
    const row = [...FIRST_COLUMNS.map((column) => cellOf(figure, column, words)), figure.decimal, words.kinds[figure.kind]].join("\n").toLowerCase();
    return asked.every((word) => row.includes(word));
  });
  if (!sort) return rows;
  const { column } = sort;
  const order = column === "value" ? byNumber : column === "sentence" ? ({ sentence }: Figure) => sentence : byText(column, words);
  const keyed = rows.map((figure) => ({ figure, key: order(figure) }));
  // Rows without a value come last either way; equal ones stay in reading order.
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    const difference = typeof a.key === "number" ? a.key - (b.key as number) : COLLATOR.compare(a.key, b.key as string);
    return sort.down ? -difference : difference;
  });
  return keyed.map(({ figure }) => figure);
}

const COLLATOR = new Intl.Collator("zh-Hans-CN", { numeric: true });

const byNumber = ({ value, min, max }: Figure): number | null => value ?? min ?? max;
const byText = (column: Column, words: Words) => (figure: Figure): string | null => cellOf(figure, column, words) || null;
