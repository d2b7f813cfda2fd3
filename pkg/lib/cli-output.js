// What the command line prints: each format takes a result `{ file, source, text, analysis }` and gives text.

import { figuresToCSV, toAnnotations, toJSON } from "../node.js";

/** Formats by their options: `(several) => ({ head, write(result), foot })`. */
export const FORMATS = {
  csv(several) {
    let isFirst = true;
    return {
      write({ file, analysis }) {
        const header = isFirst ? "en" : false;
        isFirst = false;
        return figuresToCSV(analysis, { header, columns: several ? { file } : {} });
      },
    };
  },
  ndjson: () => ({
    write: ({ file, analysis }) => analysis.figures.map((figure) => `${JSON.stringify({ file, ...figure })}\n`).join(""),
  }),
  json(several) {
    const document = ({ text, analysis }) => toJSON(text, analysis);
    return several ? array((result) => [document(result)]) : { write: (result) => `${document(result)}\n` };
  },
  annotations: () =>
    array(({ source, text, analysis }) => toAnnotations(text, analysis, { source }).map((annotation) => JSON.stringify(annotation))),
};

/** A JSON array that grows file by file. */
function array(items) {
  let isFirst = true;
  return {
    head: "[",
    write(result) {
      const before = isFirst ? "\n" : ",\n";
      const lines = items(result).join(",\n");
      if (lines === "") return "";
      isFirst = false;
      return before + lines;
    },
    foot: "\n]\n",
  };
}

/** A table to look at: offset, figure, what is counted, whose, when. */
export const table = (several) => ({
  write({ file, analysis }) {
    const rows = analysis.figures.map(({ start, text, item, subject, time }) =>
      [...(several ? [file] : []), start, text, ...[item, subject, time].map((phrase) => phrase?.text ?? "")].join("\t").trimEnd(),
    );
    return rows.map((row) => `${row}\n`).join("");
  },
});

export const isGrave = ({ severity }) => severity === "error" || severity === "warning";

/** Findings as compilers print theirs: file:line:column: severity: message [rule]. */
export const findings = () => ({
  write({ file, text, analysis }) {
    const place = placesOf(text);
    const lines = analysis.findings.map(({ spans, severity, message, arithmetic, rule }) => {
      const sum = arithmetic ? ` (${arithmetic})` : "";
      return `${file}:${place(spans[0]?.start ?? 0)}: ${severity}: ${message.zh}${sum} [${rule}]\n`;
    });
    return lines.join("");
  },
});

/** Whether the source does not say what the claim says. */
export const isWrong = ({ verdict }) => verdict === "different" || verdict === "unsupported";

/** What of a comparison is wrong, a line each, as findings are printed. */
export function differences(file, text, { matches, claim }) {
  const figures = new Map(claim.figures.map((figure) => [figure.id, figure]));
  const place = placesOf(text);
  const lines = matches.filter(isWrong).map(({ claim: id, verdict, differences: what, note }) => {
    const { start, text: written } = figures.get(id);
    return `${file}:${place(start)}: ${[verdict, ...what].join(" ")}: ${written}: ${note.zh}\n`;
  });
  return lines.join("");
}

/** What tells line and column, both from 1, of an offset: by the starts of the lines, halving them. */
function placesOf(text) {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return `${low + 1}:${offset - starts[low] + 1}`;
  };
}
