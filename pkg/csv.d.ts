import type { Analysis } from "./index.js";

export interface CSVOptions {
  /** Puts a byte order mark in front; Excel needs it to read Chinese. Default: false. */
  bom?: boolean;
  /** Language of the first row. Default: "en". */
  header?: "en" | "zh";
}

/**
 * The figures as CSV by RFC 4180 (commas, CRLF), a row each. A text that a spreadsheet would run as a formula gets
 * an apostrophe in front.
 */
export function figuresToCSV(analysis: Pick<Analysis, "figures" | "times">, options?: CSVOptions): string;
