import type { Figure, FigureKind } from "tishu";
import { boundOf, changeOf, valueOf } from "./format.ts";
import type { Words } from "./i18n.ts";

export type Column = keyof Words["columns"];
export interface Sort {
  column: Column;
  down: boolean;
}

/** A column's text for a figure, as the table shows it. */
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
    case "quote": return figure.text;
  }
}

const COLUMNS: Column[] = ["value", "unit", "item", "subject", "time", "change", "bound", "status", "quote"];

/** The columns that say something on this page; value and quote always do. */
export function columnsOf(figures: Figure[], words: Words): Column[] {
  return COLUMNS.filter((column) => column === "value" || column === "quote" || figures.some((figure) => cellOf(figure, column, words) !== ""));
}

/** The figures asked for: every word of the query somewhere in the row, one of the kinds, in order. */
export function rowsOf(figures: Figure[], query: string, kinds: ReadonlySet<FigureKind>, sort: Sort | null, words: Words): Figure[] {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = figures.filter((figure) => {
    if (kinds.size > 0 && !kinds.has(figure.kind)) return false;
    if (asked.length === 0) return true;
    const row = [...COLUMNS.map((column) => cellOf(figure, column, words)), figure.decimal, words.kinds[figure.kind]].join("\n").toLowerCase();
    return asked.every((word) => row.includes(word));
  });
  if (!sort) return rows;
  const { column } = sort;
  const order = column === "value" ? byNumber : byText(column, words);
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
