import { TishuError } from "./lib/errors.js";
import { checkText } from "./lib/options.js";
import { toQuantitativeValue } from "./quantity.js";

/** How many characters of context a quotation carries on either side. */
const CONTEXT = 32;

/** The figures as W3C Web Annotations; see annotations.d.ts. */
export function toAnnotations(text, analysis, { source } = {}) {
  checkText(text);
  if (typeof source !== "string" || source === "") {
    throw new TishuError("option", "The option source must be the IRI of the text: an annotation has to say what it is about.");
  }
  const place = codePoints(text, analysis.figures.flatMap(({ start, end }) => [start, end]));
  const page = source.replace(/#.*$/s, "");
  return analysis.figures.map((figure) => {
    const quantity = toQuantitativeValue(figure);
    return {
      "@context": "http://www.w3.org/ns/anno.jsonld",
      id: `${page}#tishu-${figure.id}`,
      type: "Annotation",
      motivation: "describing",
      body: [
        { type: "TextualBody", purpose: "tagging", value: figure.kind },
        ...(quantity
          ? [{ type: "TextualBody", purpose: "describing", format: "application/ld+json", value: JSON.stringify(quantity) }]
          : []),
      ],
      target: {
        source,
        selector: [
          { type: "TextPositionSelector", start: place.get(figure.start), end: place.get(figure.end) },
          {
            type: "TextQuoteSelector",
            exact: text.slice(figure.start, figure.end),
            // Twice as many code units hold that many characters, whatever they are.
            prefix: Array.from(text.slice(Math.max(0, figure.start - 2 * CONTEXT), figure.start)).slice(-CONTEXT).join(""),
            suffix: Array.from(text.slice(figure.end, figure.end + 2 * CONTEXT)).slice(0, CONTEXT).join(""),
          },
        ],
      },
    };
  });
}

/** For each offset in UTF-16 code units the one in code points, in one pass over the text. */
function codePoints(text, offsets) {
  const places = new Map();
  let [unit, point] = [0, 0];
  for (const offset of offsets.sort((a, b) => a - b)) {
    for (; unit < offset; point++) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    places.set(offset, point);
  }
  return places;
}
