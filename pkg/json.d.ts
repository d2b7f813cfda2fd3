import type { Analysis } from "./index.js";

/** How the document is written. */
export interface JSONOptions {
  /** Spaces for each level; none gives one line. */
  indent?: number;
  /** What else the document is to hold, beside `text`: `{ date: "2024-01-08" }`. fromJSON leaves it aside. */
  fields?: Record<string, unknown>;
}

/** What toJSON writes. Offsets are UTF-16 code units into `text`. */
export interface JSONDocument {
  format: "tishu";
  /**
   * Of the format, not of the package. Within one version fields may be added; none goes, and none changes its meaning.
   */
  version: 1;
  text: string;
  analysis: Analysis;
}

/**
 * A text and its analysis as one JSON document (a {@link JSONDocument}) that later versions of this package read.
 * @throws {TishuError} "option" where the analysis is not of this text, or `fields` holds a name of the format's own
 */
export function toJSON(text: string, analysis: Analysis, options?: JSONOptions): string;

/**
 * Reads what toJSON wrote, as a string or parsed, and checks it: every offset lies within the text, every reference to
 * a figure, time or sentence leads to one. Unknown fields are kept.
 * @throws {TishuError} "option" where it is something else, damaged, or of a newer version; the message says which
 */
export function fromJSON(json: string | object): { text: string; analysis: Analysis };
