import type { ComponentChildren } from "preact";
import { memo } from "preact/compat";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Figure } from "tishu";
import type { Layout } from "./layout.ts";
import { cellOf, type Column, type Sort } from "./rows.ts";
import { usePrinting } from "./printing.ts";
import { reveal, type Choice } from "./selection.ts";
import type { Words } from "./i18n.ts";
import { Pager } from "./pager.tsx";

const ROWS = 200;
/** So many are printed whole; of more, the page on screen. */
const MOST_PRINTED = 5_000;

interface Props {
  layout: Layout;
  rows: Figure[];
  columns: Column[];
  words: Words;
  sort: Sort | null;
  choice: Choice | null;
  onSort(sort: Sort | null): void;
  onChoose(figure: Figure, focus: "text" | null): void;
  /** What stands beside the number of rows. */
  children: ComponentChildren;
}

/** The figures as rows, 200 at a time. One tab stop; arrows go on from there, Enter jumps to the text. */
export function FigureTable({ layout, rows, columns, words, sort, choice, onSort, onChoose, children }: Props) {
  const [page, setPage] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const whole = usePrinting() && rows.length <= MOST_PRINTED;
  const pages = whole ? 1 : Math.ceil(rows.length / ROWS);
  const first = whole ? 0 : page * ROWS;
  const shown = whole ? rows : rows.slice(first, first + ROWS);

  useLayoutEffect(() => setPage(0), [rows]);
  useLayoutEffect(() => {
    const at = choice ? rows.findIndex(({ id }) => id === choice.figure.id) : -1;
    if (at >= 0) setPage(Math.floor(at / ROWS));
  }, [choice, rows]);
  useLayoutEffect(() => {
    if (!choice || choice.by === "table") return;
    const row = pane.current?.querySelector<HTMLElement>(`[data-row="${choice.figure.id}"]`);
    reveal(row, pane.current);
    if (choice.focus === "table") row?.focus({ preventScroll: true });
  }, [choice, page]);

  const byId = useMemo(() => new Map(rows.map((figure) => [figure.id, figure])), [rows]);
  const rowOf = (event: Event) => (event.target as Element).closest<HTMLElement>("[data-row]");
  const onClick = (event: MouseEvent) => {
    const figure = byId.get(rowOf(event)?.dataset["row"] ?? "");
    if (figure && !getSelection()?.toString()) onChoose(figure, null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowOf(event);
    const figure = byId.get(row?.dataset["row"] ?? "");
    if (!row || !figure) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(figure, event.key === "Enter" ? "text" : null);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
      const nextFigure = next instanceof HTMLElement && byId.get(next.dataset["row"] ?? "");
      if (!nextFigure) return;
      onChoose(nextFigure, null);
      (next as HTMLElement).focus();
    }
  };

  const stop = shown.some(({ id }) => id === choice?.figure.id) ? choice?.figure.id : shown[0]?.id;
  return (
    <>
      <div class="rows" ref={pane} onClick={onClick} onKeyDown={onKeyDown}>
        <table role="grid" aria-rowcount={rows.length + 1}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <Header key={column} column={column} sort={sort} words={words} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" lang="zh-CN">
            {shown.map((figure, i) => (
              <Row
                key={figure.id} figure={figure} columns={columns} words={words} index={first + i + 2}
                sentence={columns.includes("sentence") ? sentenceOf(layout, figure) : ""}
                chosen={figure.id === choice?.figure.id} stop={figure.id === stop}
              />
            ))}
          </tbody>
        </table>
        <Pager page={page} pages={pages} words={words} onPage={setPage} />
      </div>
      <div class="out">
        <p class="shown" role="status">
          {words.rows(Math.min(first + 1, rows.length), first + shown.length, rows.length, layout.analysis.figures.length)}
        </p>
        {children}
      </div>
    </>
  );
}

/** The sentence a figure stands in, as a reader sees it. */
export function sentenceOf(layout: Layout, figure: Figure): string {
  const sentence = layout.analysis.sentences[figure.sentence];
  return sentence ? layout.textOf(sentence).trim() : "";
}

function Header({ column, sort, words, onSort }: { column: Column; sort: Sort | null; words: Words; onSort(sort: Sort | null): void }) {
  const here = sort?.column === column ? sort : null;
  // Up, down, reading order.
  const next = here ? (here.down ? null : { column, down: true }) : { column, down: false };
  return (
    <th role="columnheader" class={column} aria-sort={here ? (here.down ? "descending" : "ascending") : "none"}>
      <button type="button" onClick={() => onSort(next)}>
        {words.columns[column]}
        <span class="arrow" aria-hidden="true">{here ? (here.down ? "▼" : "▲") : ""}</span>
      </button>
    </th>
  );
}

interface RowProps {
  figure: Figure;
  columns: Column[];
  words: Words;
  index: number;
  sentence: string;
  chosen: boolean;
  stop: boolean;
}

const Row = memo(function Row({ figure, columns, words, index, sentence, chosen, stop }: RowProps) {
  return (
    <tr
      role="row" data-row={figure.id} class={`${figure.kind}${chosen ? " chosen" : ""}`} aria-rowindex={index}
      aria-selected={chosen} tabIndex={stop ? 0 : -1}
    >
      {columns.map((column) => {
        const text = column === "sentence" ? sentence : cellOf(figure, column, words);
        // A quote that says no more than value and unit is left out where there is little room.
        const plain = column === "quote" && text === `${figure.decimal}${figure.unit?.text ?? ""}`;
        return (
          <td key={column} role="gridcell" class={`${column}${text ? "" : " blank"}${plain ? " plain" : ""}`}>
            {text || (column === "value" ? <span class="quiet">{words.vague}</span> : "")}
            {column === "unit" && figure.each && <span class="tag" title={words.each}>{words.eachTag}</span>}
          </td>
        );
      })}
    </tr>
  );
});
