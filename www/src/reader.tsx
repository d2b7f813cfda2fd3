import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Block, Figure, Finding } from "tishu";
import type { Correction, Role } from "./corrections.ts";
import type { Words } from "./i18n.ts";
import { DRAWN, HIGHLIGHTS, spansOf, useHighlights, useWordEnds, type Layer } from "./layers.ts";
import { phrasesOf, type Layout, type Piece } from "./layout.ts";
import type { Target } from "./outline.tsx";
import { Pager } from "./pager.tsx";
import { usePrinting } from "./printing.ts";
import { useRings } from "./rings.ts";
import { reveal, type Choice } from "./selection.ts";
import { Stretch } from "./stretch.tsx";

/** So many pages are printed whole; of more, the one on screen. */
const MOST_PRINTED = 20;

interface Props {
  layout: Layout;
  words: Words;
  choice: Choice | null;
  target: Target | null;
  layers: ReadonlySet<Layer>;
  showRejected: boolean;
  findings: Finding[];
  /** The finding whose places are shown. */
  finding: Finding | null;
  onChoose(figure: Figure, focus: "table" | null): void;
  onCorrect(correction: Correction): void;
}

/** The rebuilt page: blocks by role, figures, times and removed line breaks marked. Each kind of mark is one tab stop. */
export function Reader({ layout, words, choice, target, layers, showRejected, findings, finding, onChoose, onCorrect }: Props) {
  const [page, setPage] = useState(0);
  const [menu, setMenu] = useState<string | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const text = useRef(layout.original);
  /** What takes the focus once a correction is on screen. */
  const refocus = useRef<string | null>(null);
  const whole = usePrinting() && layout.pages.length <= MOST_PRINTED;
  const pages = whole ? 1 : layout.pages.length;
  const pieces = useMemo(
    () => (whole ? layout.pages.flat() : (layout.pages[Math.min(page, layout.pages.length - 1)] ?? [])),
    [layout, page, whole],
  );
  const figures = useMemo(() => new Map(layout.analysis.figures.map((figure) => [figure.id, figure])), [layout]);

  const ends = useWordEnds(layout, pieces, layers.has("words"));
  const spans = useMemo(() => {
    if (!finding && !layers.has("sentences") && !layers.has("words") && !(layers.has("findings") && findings.length > 0)) return null;
    return new Map(pieces.map((piece) => [piece, spansOf(layout, piece, layers, ends?.get(piece), findings, finding)]));
  }, [layout, pieces, layers, ends, findings, finding]);
  const drawn = useMemo(() => {
    if (HIGHLIGHTS || !spans) return null;
    return new Map([...spans].map(([piece, here]) => [piece, DRAWN.flatMap((part) => here[part].map((span) => ({ part, span })))]));
  }, [spans]);
  useHighlights(pane, layout, pieces, spans);

  useLayoutEffect(() => {
    setMenu(null);
    if (text.current === layout.original) return;
    text.current = layout.original;
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
    if (finding?.spans[0]) setPage(layout.pageOf(finding.spans[0]));
  }, [finding]);
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
  useLayoutEffect(() => {
    const place = finding?.spans[0];
    const piece = place && pieces.find((p) => layout.shows(p, place.start));
    if (piece) reveal(pane.current?.querySelector<HTMLElement>(`[data-block="${piece.article} ${piece.block}"]`), pane.current);
  }, [finding, page]);
  useLayoutEffect(() => {
    if (refocus.current === null) return;
    const element = pane.current?.querySelector<HTMLElement>(refocus.current);
    element?.focus({ preventScroll: true });
    refocus.current = null;
  }, [layout]);
  useLayoutEffect(() => {
    if (menu !== null) pane.current?.querySelector<HTMLElement>(".menu [aria-checked=true]")?.focus();
  }, [menu]);

  const rings = useRings(pane, ["[data-join]", "[data-role]"]);
  const closeMenu = () => {
    pane.current?.querySelector<HTMLElement>(`[data-role="${menu}"]`)?.focus();
    setMenu(null);
  };
  const figureOf = (element: Element) => figures.get(element.closest<HTMLElement>("[data-figure]")?.dataset["figure"] ?? "");
  /** Does what a mark other than a figure is for; false if there is none. */
  const act = (element: Element): boolean => {
    const join = element.closest<HTMLElement>("[data-join]")?.dataset;
    if (join) {
      refocus.current = `[data-join="${join["join"]}"]`;
      onCorrect({ type: join["kind"] === "join" ? "break" : "join", at: Number(join["join"]) });
      return true;
    }
    const role = element.closest<HTMLElement>("[data-role]")?.dataset["role"];
    if (role !== undefined) setMenu((open) => (open === role ? null : role));
    return role !== undefined;
  };
  const onClick = (event: MouseEvent) => {
    const element = event.target as Element;
    if (act(element)) return;
    const figure = figureOf(element);
    if (figure && !getSelection()?.toString()) onChoose(figure, null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const element = event.target as HTMLElement;
    if (rings(event)) return;
    const isPress = event.key === "Enter" || event.key === " ";
    if (isPress && !(element instanceof HTMLButtonElement) && act(element)) return event.preventDefault();
    const figure = figureOf(element);
    if (!figure) return;
    if (isPress) {
      event.preventDefault();
      onChoose(figure, event.key === "Enter" ? "table" : null);
    } else if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      const marks = [...pane.current!.querySelectorAll<HTMLElement>("[data-figure]")];
      const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1;
      const next = marks[marks.indexOf(element) + step];
      const nextFigure = next && figures.get(next.dataset["figure"]!);
      if (!nextFigure) return;
      onChoose(nextFigure, null);
      next.focus();
    }
  };
  const onRole = (piece: Piece, role: Role | "join" | null) => {
    const block = layout.block(piece);
    if (role === null) return closeMenu();
    const before = layout.breakBefore(block);
    if (role === "join" ? before === null : role === block.role) return closeMenu();
    refocus.current = role === "join" ? `[data-join="${before}"]` : `[data-at="${block.start}"]`;
    onCorrect(role === "join" ? { type: "join", at: before! } : { type: "role", at: block.start, role });
    setMenu(null);
  };

  const chosen = choice?.figure ?? null;
  const stop = chosen && onPage(layout, pieces, chosen) ? chosen.id : firstFigure(layout, pieces)?.id;
  let last = -1;
  return (
    <div
      class="reading" ref={pane} onClick={onClick} onKeyDown={onKeyDown} lang="zh-CN" data-layers={[...layers].join(" ")}
      onFocusOut={(event) => {
        const next = event.relatedTarget as Element | null;
        if (menu !== null && !next?.closest(".menu, [data-role]")) setMenu(null);
      }}
    >
      <Pager page={page} pages={pages} words={words} onPage={setPage} />
      {pieces.map((piece) => {
        const opens = piece.article !== last && piece.block === 0 && piece.from === 0;
        last = piece.article;
        return (
          <Stretch
            key={`${piece.article} ${piece.block} ${piece.from}`}
            layout={layout} piece={piece} words={words} opens={opens} showRejected={showRejected} stop={stop}
            chosen={chosen && touches(layout.block(piece), chosen) ? chosen : null} drawn={drawn?.get(piece) ?? null}
            onRole={menu === `${piece.article} ${piece.block}` && piece.from === 0 ? (role) => onRole(piece, role) : null}
          />
        );
      })}
      <Pager page={page} pages={pages} words={words} onPage={setPage} />
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
