import { figuresToCSV, toAnnotations, type Figure } from "tishu";
import type { Result } from "./analysis.ts";
import { download } from "./download.ts";
import type { Lang, Words } from "./i18n.ts";
import { toJson, toMarkdown } from "./out.ts";
import { sentenceOf } from "./table.tsx";

/** A pasted text has no address; this name says that it is the text which the annotations came with. */
const SOURCE = "urn:tishu:text";

interface Props {
  result: Result;
  rows: Figure[];
  lang: Lang;
  words: Words;
}

/** The rows of the table, and everything else, as files. */
export function Downloads({ result, rows, lang, words }: Props) {
  const { text, analysis, corrections, date, layout } = result;
  const csv = () =>
    figuresToCSV({ figures: rows, times: analysis.times }, { bom: true, header: lang, sentence: (figure) => sentenceOf(layout, figure) });
  return (
    <span class="downloads" role="group" aria-label={words.downloads}>
      <button type="button" disabled={rows.length === 0} title={words.csvHint(rows.length)} onClick={() => download("tishu.csv", "text/csv;charset=utf-8", csv())}>
        CSV
      </button>
      <button
        type="button" disabled={rows.length === 0} title={words.markdownHint(rows.length)}
        onClick={() => download("tishu.md", "text/markdown;charset=utf-8", toMarkdown(rows, words))}
      >
        Markdown
      </button>
      <button
        type="button" disabled={rows.length === 0} title={words.annotationsHint(rows.length)}
        onClick={() => download("tishu.jsonld", "application/ld+json", JSON.stringify(toAnnotations(text, { figures: rows }, { source: SOURCE }), null, 2))}
      >
        {words.annotations}
      </button>
      <button type="button" title={words.jsonHint} onClick={() => download("tishu.json", "application/json", toJson(text, analysis, corrections, date))}>
        JSON
      </button>
    </span>
  );
}
