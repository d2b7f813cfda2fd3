import { memo } from "preact/compat";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Block, Figure } from "tishu";
import { phrasesOf, type Layout, type Mark, type Part, type Piece, type Run } from "./layout.ts";
import { boundOf, valueOf } from "./format.ts";
import { reveal, type Choice } from "./selection.ts";
import type { Target } from "./outline.tsx";
import type { Words } from "./i18n.ts";
import { Pager } from "./pager.tsx";

const TAGS = { title: "h2", heading: "h3" } as const;

interface Props {
  layout: Layout;
  words: Words;
  choice: Choice | null;
  target: Target | null;
  showRejected: boolean;
  onChoose(figure: Figure, focus: "table" | null): void;
}

/** The rebuilt page: blocks by role, figures, times and removed line breaks marked. One tab stop; arrows go on from there. */
export function Reader({ layout, words, choice, target, showRejected, onChoose }: Props) {
  const [page, setPage] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const pieces = layout.pages[Math.min(page, layout.pages.length - 1)] ?? [];
  const figures = useMemo(() => new Map(layout.analysis.figures.map((figure) => [figure.id, figure])), [layout]);

  useLayoutEffect(() => {
    setPage(0);
    pane.current?.scrollTo(0, 0);
  }, [layout]);
  useLayoutEffect(() => {
    if (choice) setPage(layout.pageOf(choice.figure));
  }, [choice]);
  useLayoutEffect(() => {
    if (target) setPage(layout.pageOfBlock(target.article, target.block));
  }, [target]);
  useLayoutEffect(() => {
    if (!choice) return;
    const mark = pane.current?.querySelector<HTMLElement>(`[data-figure="${choice.figure.id}"]`);
    reveal(mark, pane.current);
    if (choice.focus === "text") mark?.focus({ preventScroll: true });
  }, [choice, page]);
  useLayoutEffect(() => {
    if (!target) return;
    const block = pane.current?.querySelector(`[data-block="${target.article} ${target.block}"]`);
    block?.scrollIntoView({ block: "start" });
  }, [target, page]);

  const figureOf = (event: Event) => {
    const element = (event.target as Element).closest<HTMLElement>("[data-figure]");
    return element ? figures.get(element.dataset["figure"]!) : undefined;
  };
  const onClick = (event: MouseEvent) => {
    const figure = figureOf(event);
    if (figure && !getSelection()?.toString()) onChoose(figure, null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const figure = figureOf(event);
    if (!figure) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(figure, event.key === "Enter" ? "table" : null);
    } else if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      const marks = [...pane.current!.querySelectorAll<HTMLElement>("[data-figure]")];
      const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1;
      const next = marks[marks.indexOf(event.target as HTMLElement) + step];
      const nextFigure = next && figures.get(next.dataset["figure"]!);
      if (!nextFigure) return;
      onChoose(nextFigure, null);
      next.focus();
    }
  };

  const chosen = choice?.figure ?? null;
  const stop = chosen && onPage(layout, pieces, chosen) ? chosen.id : firstFigure(layout, pieces)?.id;
  let last = -1;
  return (
    <div class="reading" ref={pane} onClick={onClick} onKeyDown={onKeyDown} lang="zh-CN">
      <Pager page={page} pages={layout.pages.length} words={words} onPage={setPage} />
      {pieces.map((piece) => {
        const opens = piece.article !== last && piece.block === 0 && piece.from === 0;
        last = piece.article;
        return (
          <Stretch
            key={`${piece.article} ${piece.block} ${piece.from}`}
            layout={layout} piece={piece} words={words} opens={opens} showRejected={showRejected} stop={stop}
            chosen={chosen && touches(layout.block(piece), chosen) ? chosen : null}
          />
        );
      })}
      <Pager page={page} pages={layout.pages.length} words={words} onPage={setPage} />
    </div>
  );
}

function touches(block: Block, figure: Figure): boolean {
  const within = ({ start, end }: { start: number; end: number }) => end > block.start && start < block.end;
  return within(figure) || phrasesOf(figure).some(({ span }) => within(span));
}

function onPage(layout: Layout, pieces: Piece[], { start }: Figure): boolean {
  return pieces.some((piece) => layout.shows(piece, start));
}

function firstFigure(layout: Layout, pieces: Piece[]): Figure | undefined {
  const from = Math.min(...pieces.map((piece) => layout.startOf(piece)));
  return layout.analysis.figures.find((figure) => figure.start >= from && onPage(layout, pieces, figure));
}

interface StretchProps {
  layout: Layout;
  piece: Piece;
  words: Words;
  chosen: Figure | null;
  opens: boolean;
  stop: string | undefined;
  showRejected: boolean;
}

const Stretch = memo(function Stretch({ layout, piece, words, chosen, opens, stop, showRejected }: StretchProps) {
  const { role } = layout.block(piece);
  const { kind } = layout.article(piece);
  const Tag = role === "title" || role === "heading" ? TAGS[role] : "p";
  const runs = layout.runs(piece, phrasesOf(chosen));
  return (
    <Tag class={`block ${role} ${kind}${opens ? " opens" : ""}`} data-block={`${piece.article} ${piece.block}`}>
      {opens && kind === "photo" && <span class="tag photo-tag">{words.photo}</span>}
      {byMark(runs).map((group) => (
        <Marked key={group[0]!.at} group={group} words={words} chosen={chosen} stop={stop} showRejected={showRejected} />
      ))}
    </Tag>
  );
});

/** Runs under the same mark, together. */
function byMark(runs: Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group && run.mark && group[0]!.mark === run.mark) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

interface MarkedProps {
  group: Run[];
  words: Words;
  chosen: Figure | null;
  stop: string | undefined;
  showRejected: boolean;
}

function Marked({ group, words, chosen, stop, showRejected }: MarkedProps) {
  const mark = group[0]!.mark;
  const inside = group.map((run) => <Part key={run.at} run={run} words={words} />);
  if (!mark || (mark.type === "rejected" && !showRejected)) return <>{inside}</>;
  if (mark.type === "figure") {
    const { figure } = mark;
    const isChosen = figure.id === chosen?.id;
    return (
      <mark
        class={`figure ${figure.kind} ${figure.status}${isChosen ? " chosen" : ""}`}
        data-figure={figure.id} role="button" tabIndex={figure.id === stop ? 0 : -1}
        aria-pressed={isChosen} title={titleOf(mark, words)}
      >
        {inside}
      </mark>
    );
  }
  return <span class={mark.type} title={titleOf(mark, words)}>{inside}</span>;
}

function titleOf(mark: Mark, words: Words): string {
  if (mark.type === "time") return [words.legend.time, mark.time.resolved ?? mark.time.value].filter(Boolean).join(" · ");
  if (mark.type === "rejected") return words.rejectedTitle(words.rejection[mark.reason] ?? mark.reason);
  const { figure } = mark;
  return [words.kinds[figure.kind], boundOf(figure, words), `${valueOf(figure)} ${figure.unit?.text ?? ""}`.trim(), figure.item?.text]
    .filter(Boolean)
    .join(" · ");
}

function Part({ run, words }: { run: Run; words: Words }) {
  return (
    <>
      {run.join !== null && <i class="join" title={words.joinTitle(run.join)} />}
      {run.parts.length > 0 ? <span class={`part ${run.parts.join(" ")}`} title={partsTitle(run.parts, words)}>{run.text}</span> : run.text}
    </>
  );
}

function partsTitle(parts: Part[], words: Words): string {
  const names = { item: words.columns.item, subject: words.columns.subject, when: words.columns.time, cue: words.columns.change };
  return parts.map((part) => names[part]).join(" · ");
}
