import { toJSON, type Analysis, type Figure } from "tishu";
import { correctionsOf, optionsOf, type Correction } from "./corrections.ts";
import { cellOf, columnsOf, FIRST_COLUMNS } from "./rows.ts";
import { sentenceOf } from "./table.tsx";
import type { Layout } from "./layout.ts";
import type { Words } from "./i18n.ts";

/** Everything, with the text that the offsets count in and what the reader corrected: the package's format and more. */
export function toJson(text: string, analysis: Analysis, corrections: readonly Correction[], date: string): string {
  return toJSON(text, analysis, { indent: 2, fields: { ...(date && { date }), corrections: optionsOf(corrections) } });
}

/** A text that is a file of {@link toJson}: what it was made from. Nothing for any other text. */
export function fromJson(content: string): { text: string; corrections: Correction[]; date: string } | null {
  if (!content.startsWith("{")) return null;
  try {
    const { format, text, corrections, date } = JSON.parse(content) as Record<string, unknown>;
    if (format !== "tishu" || typeof text !== "string") return null;
    const day = typeof date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "";
    return { text: text.toWellFormed(), corrections: correctionsOf(corrections), date: day };
  } catch {
    return null;
  }
}

/** The rows as a table in Markdown, with the columns that say something. */
export function toMarkdown(rows: Figure[], words: Words): string {
  const columns = columnsOf(rows, new Set(FIRST_COLUMNS), words);
  const line = (cells: string[]) => `| ${cells.map((text) => text.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ")).join(" | ")} |`;
  return [
    line(columns.map((column) => words.columns[column])),
    `| ${columns.map((column) => (column === "value" ? "---:" : "---")).join(" | ")} |`,
    ...rows.map((figure) => line(columns.map((column) => cellOf(figure, column, words)))),
    "",
  ].join("\n");
}

const INSIDE: Record<string, string> = { "“": "‘", "”": "’", "‘": "“", "’": "”" };
/** A sentence as it stands between quotation marks: its own change places with the inner ones. */
const quoted = (sentence: string): string => sentence.replace(/[“”‘’]/g, (mark) => INSIDE[mark]!);

/** A figure with its sentence and where that stands, to be quoted. */
export function citation(figure: Figure, layout: Layout, words: Words): string {
  const article = layout.analysis.articles[figure.article];
  const meaning = [figure.item?.text, figure.subject?.text, figure.time?.text].filter((text): text is string => Boolean(text));
  return words.citation(figure.text, meaning, quoted(sentenceOf(layout, figure)), article?.authors.map(({ text }) => text) ?? [], article?.title?.text ?? null);
}
