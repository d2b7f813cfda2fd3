import type { Analysis } from "./index.js";

/** What an annotation needs to know of the text besides itself. */
export interface AnnotationOptions {
  /** The IRI of the annotated text. An annotation's own IRI is this one with the fragment `tishu-` and the figure's id. */
  source: string;
}

/** One annotation of the W3C Web Annotation Data Model. */
export interface WebAnnotation {
  "@context": "http://www.w3.org/ns/anno.jsonld";
  id: string;
  type: "Annotation";
  motivation: "describing";
  /** The figure's kind as a tag; then, unless it is an ordinal or vague, its quantity by schema.org as JSON-LD. */
  body: { type: "TextualBody"; purpose: "tagging" | "describing"; value: string; format?: string }[];
  target: {
    source: string;
    /** Two ways to the same place. */
    selector: [TextPositionSelector, TextQuoteSelector];
  };
}

/**
 * A place by offsets, end exclusive. The standard counts in Unicode code points ("character numbers", not code units),
 * so that these differ from a figure's own offsets behind a character outside the basic plane: 😀 is one here, two there.
 */
export interface TextPositionSelector { type: "TextPositionSelector"; start: number; end: number }

/** A place by what stands there, with up to 32 characters on either side, layout breaks as in the text. */
export interface TextQuoteSelector { type: "TextQuoteSelector"; exact: string; prefix: string; suffix: string }

/**
 * The figures as annotations of the W3C Web Annotation Data Model, one each, in the order of the text.
 * @throws {TishuError} "option" without a source
 */
export function toAnnotations(text: string, analysis: Pick<Analysis, "figures">, options: AnnotationOptions): WebAnnotation[];
