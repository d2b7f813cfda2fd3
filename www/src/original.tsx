import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Figure } from "tishu";
import type { Correction } from "./corrections.ts";
import type { Words } from "./i18n.ts";
import type { Layer } from "./layers.ts";
import type { Layout, Mark } from "./layout.ts";
import { Pager } from "./pager.tsx";
import { useRings } from "./rings.ts";
import { reveal, type Choice } from "./selection.ts";
import { JoinMark, MarkOf } from "./stretch.tsx";

const PAGE_UNITS = 24_000;

interface Props {
  layout: Layout;
  words: Words;
  choice: Choice | null;
  layers: ReadonlySet<Layer>;
  showRejected: boolean;
  onChoose(figure: Figure, focus: "table" | null): void;
  onCorrect(correction: Correction): void;
}

/** The text as given, line by line, with the same marks as the rebuilt one. */
export function Original({ layout, words, choice, layers, showRejected, onChoose, onCorrect }: Props) {
  const [page, setPage] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const ends = useMemo(() => pagesOf(layout.original), [layout]);
  const marks = useMemo(() => layout.inOrder(), [layout]);
  const joins = useMemo(() => layout.analysis.articles.flatMap(({ blocks }) => blocks.flatMap((block) => block.joins)).sort((a, b) => a.at - b.at), [layout]);
  const shown = Math.min(page, ends.length - 1);
  const from = shown > 0 ? ends[shown - 1]! : 0;
  const to = ends[shown]!;
  const chosen = choice?.figure ?? null;

  useLayoutEffect(() => {
    if (chosen) setPage(Math.max(ends.findIndex((end) => chosen.start < end), 0));
  }, [choice]);
  useLayoutEffect(() => {
    if (chosen) reveal(pane.current?.querySelector<HTMLElement>(`[data-figure="${chosen.id}"]`), pane.current);
  }, [choice, page]);
  const rings = useRings(pane, ["[data-figure]", "[data-join]"]);

  const act = (element: Element, focus: "table" | null): boolean => {
    const join = element.closest<HTMLElement>("[data-join]")?.dataset["join"];
    if (join !== undefined) onCorrect({ type: "break", at: Number(join) });
    const id = element.closest<HTMLElement>("[data-figure]")?.dataset["figure"];
    const figure = layout.analysis.figures.find((one) => one.id === id);
    if (figure) onChoose(figure, focus);
    return join !== undefined || figure !== undefined;
  };

  const content: ComponentChildren[] = [];
  let at = from;
  let next = joins.findIndex((join) => join.at >= from);
  /** Text up to an offset, with the joins that stand in it. */
  const text = (end: number, out: ComponentChildren[]) => {
    while (next >= 0 && next < joins.length && joins[next]!.at < end) {
      const join = joins[next++]!;
      out.push(layout.original.slice(at, join.at), <JoinMark key={`j${join.at}`} at={join.at} kind="join" title={words.joinTitle(join.rule)} />);
      at = join.at;
    }
    out.push(layout.original.slice(at, end));
    at = end;
  };
  for (const mark of marks) {
    if (mark.start < from || mark.start >= to || (mark.type === "rejected" && !showRejected)) continue;
    text(mark.start, content);
    const inside: ComponentChildren[] = [];
    text(mark.end, inside);
    content.push(<MarkOf key={mark.start} mark={mark satisfies Mark} words={words} chosen={chosen} stop={undefined} holds={inside.length > 1}>{inside}</MarkOf>);
  }
  text(Math.max(to, at), content);

  return (
    <div
      class="reading original" ref={pane} lang="zh-CN" data-layers={[...layers].join(" ")}
      onClick={(event) => {
        if (!getSelection()?.toString()) act(event.target as Element, null);
      }}
      onKeyDown={(event) => {
        if (rings(event) || (event.key !== "Enter" && event.key !== " ")) return;
        if (act(event.target as Element, event.key === "Enter" ? "table" : null)) event.preventDefault();
      }}
    >
      <Pager page={shown} pages={ends.length} words={words} onPage={setPage} />
      <div class="given">{content}</div>
      <Pager page={shown} pages={ends.length} words={words} onPage={setPage} />
    </div>
  );
}

/** Where the pages of the text as given end: behind a line where one ends nearby, never inside a surrogate pair. */
function pagesOf(text: string): number[] {
  const ends: number[] = [];
  let from = 0;
  while (text.length - from > PAGE_UNITS * 1.5) {
    const line = text.lastIndexOf("\n", from + PAGE_UNITS) + 1;
    const hard = from + PAGE_UNITS + (text.charCodeAt(from + PAGE_UNITS) >> 10 === 0x37 ? 1 : 0);
    from = line > from + PAGE_UNITS / 2 ? line : hard;
    ends.push(from);
  }
  return [...ends, text.length];
}
