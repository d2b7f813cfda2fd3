import { figuresToCSV, type Figure, type FigureKind } from "tishu";
import type { Result } from "./analysis.ts";
import { download, toJson } from "./download.ts";
import type { Lang, Words } from "./i18n.ts";
import type { Sort } from "./rows.ts";
import type { Choice } from "./selection.ts";
import { Filter, FigureTable } from "./table.tsx";

interface Props {
  result: Result | null;
  rows: Figure[];
  query: string;
  kinds: ReadonlySet<FigureKind>;
  sort: Sort | null;
  choice: Choice | null;
  lang: Lang;
  words: Words;
  onQuery(query: string): void;
  onKinds(kinds: Set<FigureKind>): void;
  onSort(sort: Sort | null): void;
  onChoose(figure: Figure, focus: "text" | null): void;
}

/** The figures as a table, with what it can be downloaded as. */
export function TablePane({ result, rows, query, kinds, sort, choice, lang, words, onQuery, onKinds, onSort, onChoose }: Props) {
  const figures = result?.analysis.figures ?? [];
  const csv = () => {
    if (!result) return;
    const { times } = result.analysis;
    download("tishu.csv", "text/csv;charset=utf-8", figuresToCSV({ figures: rows, times }, { bom: true, header: lang }));
  };
  const json = () => result && download("tishu.json", "application/json", toJson(result.text, result.analysis));
  return (
    <section class="pane table-pane" id="pane-table" aria-label={words.tableLabel}>
      <div class="bar">
        <h2 class="pane-title">{words.panes.table}</h2>
        <span class="downloads">
          <button type="button" disabled={rows.length === 0} title={words.csvHint(rows.length)} onClick={csv}>CSV</button>
          <button type="button" disabled={!result} title={words.jsonHint} onClick={json}>JSON</button>
        </span>
      </div>
      {figures.length > 0 ? (
        <>
          <Filter all={figures} query={query} kinds={kinds} words={words} onQuery={onQuery} onKinds={onKinds} />
          <FigureTable all={figures} rows={rows} words={words} sort={sort} choice={choice} onSort={onSort} onChoose={onChoose} />
        </>
      ) : (
        result && result.text.trim() !== "" && <p class="blank-note">{words.noFigures}</p>
      )}
    </section>
  );
}
