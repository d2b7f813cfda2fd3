import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { Finding, Span } from "tishu";
import { wordEnds } from "./engine.ts";
import type { Drawn, Layout, Piece } from "./layout.ts";

/** What can be shown on the text, one over the other. */
export const LAYERS = ["structure", "sentences", "words", "figures", "findings"] as const;
export type Layer = (typeof LAYERS)[number];
export const FIRST_LAYERS: readonly Layer[] = ["structure", "figures", "findings"];

/** Spans of one piece, in the original, by what they are drawn as: `place` is what the chosen finding is about. */
export type Spans = Record<Drawn, Span[]>;
export const DRAWN: readonly Drawn[] = ["sentence", "word", "finding", "place"];

/** Whether the browser can draw ranges of text without elements. */
export const HIGHLIGHTS = typeof Highlight === "function" && "highlights" in CSS;

/** Every second sentence and word, so that neighbours can be told apart, and the places of findings. */
export function spansOf(
  layout: Layout, piece: Piece, layers: ReadonlySet<Layer>, ends: Uint32Array | undefined, findings: Finding[], chosen: Finding | null,
): Spans {
  const block = layout.block(piece);
  const spans: Spans = { sentence: [], word: [], finding: [], place: [] };
  const clipped = ({ start, end }: Span): Span[] =>
    end > block.start && start < block.end ? [{ start: Math.max(start, block.start), end: Math.min(end, block.end) }] : [];
  if (layers.has("sentences")) spans.sentence = layout.sentencesIn(block).filter((_, i) => i % 2 === 1);
  if (layers.has("words") && ends) {
    for (let i = 1; i < ends.length; i += 2) {
      const from = layout.inOriginal(block, piece.from + ends[i - 1]!);
      spans.word.push({ start: from, end: layout.inOriginal(block, piece.from + ends[i]! - 1) + 1 });
    }
  }
  if (layers.has("findings")) spans.finding = findings.flatMap((finding) => finding.spans.flatMap(clipped));
  if (chosen) spans.place = chosen.spans.flatMap(clipped);
  return spans;
}

/** The ends of the words on the pages shown, once the engine has told them. */
export function useWordEnds(layout: Layout, pieces: Piece[], on: boolean): Map<Piece, Uint32Array> | null {
  const [ends, setEnds] = useState<Map<Piece, Uint32Array> | null>(null);
  useEffect(() => {
    setEnds(null);
    if (!on) return;
    let current = true;
    const texts = pieces.map((piece) => layout.block(piece).text.slice(piece.from, piece.to));
    wordEnds(texts).then(
      (lists) => current && setEnds(new Map(pieces.map((piece, i) => [piece, lists[i]!]))),
      () => {}, // The engine was ended by a cancel; the next analysis brings the words.
    );
    return () => {
      current = false;
    };
  }, [layout, pieces, on]);
  return ends;
}

/** Draws spans on the pieces in a pane. Names are those of `::highlight()`. */
export function useHighlights(pane: RefObject<HTMLElement | null>, layout: Layout, pieces: Piece[], spans: Map<Piece, Spans> | null): void {
  useLayoutEffect(() => {
    if (!HIGHLIGHTS || !pane.current) return;
    const drawn: Record<string, Highlight> = {};
    const draw = (name: string, range: AbstractRange) => (drawn[name] ??= new Highlight()).add(range);
    for (const element of pane.current.querySelectorAll<HTMLElement>("[data-block]")) {
      const piece = pieces.find((p) => `${p.article} ${p.block}` === element.dataset["block"] && `${p.from}` === element.dataset["from"]);
      const here = piece && spans?.get(piece);
      if (!piece || !here) continue;
      const text = new Texts(element, layout, piece);
      for (const name of DRAWN) for (const span of here[name]) text.ranges(span, (range) => draw(name, range));
    }
    const names = Object.keys(drawn);
    for (const name of names) CSS.highlights.set(name, drawn[name]!);
    return () => names.forEach((name) => CSS.highlights.delete(name));
  });
}

/** The text nodes of a piece, by their place in the block's text. */
class Texts {
  #nodes: Text[] = [];
  #ends: number[] = [];

  constructor(
    element: HTMLElement,
    readonly layout: Layout,
    readonly piece: Piece,
  ) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let at = piece.from;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement?.closest(".tag")) continue;
      this.#nodes.push(node);
      this.#ends.push((at += node.length));
    }
  }

  /** Hands over the part of a span of the original that this piece shows. */
  ranges({ start, end }: Span, use: (range: AbstractRange) => void): void {
    const block = this.layout.block(this.piece);
    const from = Math.max(this.layout.inBlock(block, start), this.piece.from);
    const to = Math.min(this.layout.inBlock(block, end), this.piece.to);
    if (from >= to || end <= block.start || start >= block.end) return;
    const first = this.#nodeAt(from + 1);
    const last = this.#nodeAt(to);
    if (first < 0 || last < 0) return;
    use(
      new StaticRange({
        startContainer: this.#nodes[first]!, startOffset: from - (this.#ends[first - 1] ?? this.piece.from),
        endContainer: this.#nodes[last]!, endOffset: to - (this.#ends[last - 1] ?? this.piece.from),
      }),
    );
  }

  /** The node that holds the unit before a place. */
  #nodeAt(place: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low < this.#ends.length ? low : -1;
  }
}
