import { useMemo } from "preact/hooks";
import type { Figure } from "tishu";
import type { Result } from "./analysis.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { Downloads } from "./downloads.tsx";
import { FilterBar } from "./filter.tsx";
import type { Lang, Words } from "./i18n.ts";
import { useKeptSet } from "./kept.ts";
import { columnsOf, FIRST_COLUMNS, type Column, type Filter, type Sort } from "./rows.ts";
import type { Choice } from "./selection.ts";
import { FigureTable } from "./table.tsx";

interface Props {
  result: Result;
  rows: Figure[];
  filter: Filter;
  sort: Sort | null;
  choice: Choice | null;
  lang: Lang;
  words: Words;
  onFilter(filter: Filter): void;
  onSort(sort: Sort | null): void;
  onChoose(figure: Figure, focus: "text" | null): void;
}

/** The figures as a table, with what it can be downloaded as. */
export function TablePane({ result, rows, filter, sort, choice, lang, words, onFilter, onSort, onChoose }: Props) {
  const { analysis, layout } = result;
  const { figures } = analysis;
  const [chosen, setChosen] = useKeptSet<Column>("columns", FIRST_COLUMNS);
  const columns = useMemo(() => columnsOf(figures, chosen, words), [figures, chosen, words]);
  if (figures.length === 0) return result.text.trim() === "" ? null : <p class="blank-note">{words.noFigures}</p>;
  return (
    <>
      <FilterBar analysis={analysis} filter={filter} words={words} onFilter={onFilter} />
      <FigureTable layout={layout} rows={rows} columns={columns} words={words} sort={sort} choice={choice} onSort={onSort} onChoose={onChoose}>
        <ColumnMenu columns={chosen} words={words} onColumns={setChosen} />
        <Downloads result={result} rows={rows} lang={lang} words={words} />
      </FigureTable>
    </>
  );
}
