import type { Analysis, Figure } from "./index.js";

/** How the table is written. */
export interface CSVOptions {
  /** Puts a byte order mark in front; Excel needs it to read Chinese. Default: false. */
  bom?: boolean;
  /** Language of the first row, or false for none, to append rows to others. Default: "en". */
  header?: "en" | "zh" | false;
  /** Columns in front with the same text in every row, by name: `{ file: "page.txt" }`. */
  columns?: Record<string, string>;
  /** Adds a last column with the sentence a figure stands in, as this tells it. */
  sentence?(figure: Figure): string;
}

/**
 * The figures as CSV by RFC 4180 (commas, CRLF), a row each. A text that a spreadsheet would run as a formula gets
 * an apostrophe in front.
 */
export function figuresToCSV(analysis: Pick<Analysis, "figures" | "times">, options?: CSVOptions): string;
