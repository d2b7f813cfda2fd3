import type { Analysis, Article, Block, Figure, Span, Time } from "tishu";
import type { Correction } from "./corrections.ts";
import { isSpace } from "./space.ts";

/** A stretch of a block's text shown in one go; offsets into `Block.text`. */
export interface Piece {
  article: number;
  block: number;
  from: number;
  to: number;
}

/** What a mark in the text stands for. */
export type Mark =
  | { type: "figure"; start: number; end: number; figure: Figure }
  | { type: "time"; start: number; end: number; time: Time }
  | { type: "rejected"; start: number; end: number; reason: string };

/** The parts a phrase plays for the chosen figure, and the layers drawn as parts where the browser has no highlights. */
export type Part = "item" | "subject" | "when" | "cue" | Drawn;
export type Drawn = "sentence" | "word" | "finding" | "place";

/** A run of text with the same marks throughout; `join` is a layout break removed before it. */
export interface Run {
  /** Offset in the block's text. */
  at: number;
  text: string;
  mark: Mark | null;
  parts: Part[];
  join: { at: number; rule: string } | null;
}

const PAGE_UNITS = 8_000;
const PIECE_UNITS = 4_000;

/** Cuts the analysis into pages of about 8,000 characters, so that a long text is never rendered whole. */
export function paginate(analysis: Analysis): Piece[][] {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  let size = 0;
  analysis.articles.forEach((article, a) =>
    article.blocks.forEach(({ text }, b) => {
      let from = 0;
      do {
        const to = cut(text, from);
        if (size > 0 && size + to - from > PAGE_UNITS) {
          pages.push(page);
          page = [];
          size = 0;
        }
        page.push({ article: a, block: b, from, to });
        size += to - from + 40; // short blocks cost as well
        from = to;
      } while (from < text.length);
    }),
  );
  if (page.length > 0) pages.push(page);
  return pages;
}

/** Where a piece of a long block ends: behind a sentence if one ends nearby, never inside a surrogate pair. */
function cut(text: string, from: number): number {
  if (text.length - from <= PIECE_UNITS * 1.5) return text.length;
  const hard = from + PIECE_UNITS;
  for (let at = hard; at > hard - PIECE_UNITS / 2; at--) {
    if ("。!?!?;;".includes(text[at - 1]!)) return at;
  }
  return text.charCodeAt(hard) >> 10 === 0x37 ? hard + 1 : hard;
}

/**
 * The offset in the original of every code unit of a block's text, with the end offset last. A block's text is the
 * original without layout breaks; a break between two Latin words stays as one space.
 */
export function align(original: string, block: Block): Uint32Array {
  const { text } = block;
  const map = new Uint32Array(text.length + 1);
  let at = block.start;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    while (original[at] !== unit && !(unit === " " && isSpace(original[at]))) {
      if (isSpace(original[at])) {
        at += 1;
        continue;
      }
      // Something else stands between the pieces of this block: go on where its text does.
      const next = original.indexOf(text.slice(i, i + 8), at);
      if (next > at) at = next;
      break;
    }
    map[i] = at++;
  }
  map[text.length] = text.length > 0 ? map[text.length - 1]! + 1 : block.start;
  return map;
}

/** Marks by block, in order, and the way from an original offset to a place on a page. */
export class Layout {
  readonly pages: Piece[][];
  #marks = new Map<Block, Mark[]>();
  #maps = new Map<Block, Uint32Array>();
  #starts: { start: number; block: Block }[] = [];
  #sentences: Map<Block, Span[]> | null = null;
  #cuts = new Map<Block, number>();

  constructor(
    readonly original: string,
    readonly analysis: Analysis,
    corrections: readonly Correction[] = [],
  ) {
    this.pages = paginate(analysis);
    for (const { blocks } of analysis.articles) for (const block of blocks) this.#starts.push({ start: block.start, block });
    this.#starts.sort((a, b) => a.start - b.start);
    for (const figure of analysis.figures) {
      const block = analysis.articles[figure.article]?.blocks[figure.block] ?? this.#blockAt(figure);
      this.#add(block, { type: "figure", start: figure.start, end: figure.end, figure });
    }
    for (const time of analysis.times) {
      this.#add(this.#blockAt(time), { type: "time", start: time.start, end: time.end, time });
    }
    for (const { start, end, reason } of analysis.rejected ?? []) {
      this.#add(this.#blockAt({ start, end }), { type: "rejected", start, end, reason });
    }
    for (const marks of this.#marks.values()) marks.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const { type, at } of corrections) {
      if (type !== "break") continue;
      let start = at;
      while (isSpace(original[start])) start++;
      const block = this.#blockAt({ start, end: start });
      if (block?.start === start) this.#cuts.set(block, at);
    }
  }

  /** The offset of the layout break before a block that the reader told apart from the one above, if that was done. */
  cutBefore(block: Block): number | null {
    return this.#cuts.get(block) ?? null;
  }

  /** The offset of the white space before a block; null for the first line of the text. */
  breakBefore(block: Block): number | null {
    let at = block.start;
    while (at > 0 && isSpace(this.original[at - 1])) at--;
    return at === 0 ? null : at;
  }

  /** The sentences that begin in a block. */
  sentencesIn(block: Block): Span[] {
    if (!this.#sentences) {
      this.#sentences = new Map();
      for (const sentence of this.analysis.sentences) {
        const here = this.#blockAt(sentence);
        if (!here) continue;
        const list = this.#sentences.get(here);
        if (list) list.push(sentence);
        else this.#sentences.set(here, [sentence]);
      }
    }
    return this.#sentences.get(block) ?? [];
  }

  /** A stretch of one block as a reader sees it, layout breaks taken out. */
  textOf(span: Span): string {
    const block = this.#blockAt(span);
    if (!block) return "";
    const map = this.#map(block);
    return block.text.slice(lowerBound(map, span.start), lowerBound(map, span.end));
  }

  /** Where an original offset stands in a block's text. */
  inBlock(block: Block, offset: number): number {
    return lowerBound(this.#map(block), offset);
  }

  /** Where a place in a block's text stands in the original. */
  inOriginal(block: Block, at: number): number {
    return this.#map(block)[at]!;
  }

  /** The marks of the whole text in the order of the text as given, each place once. */
  inOrder(): Mark[] {
    const marks = [...this.#marks.values()].flat().sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    return marks.filter((mark) => {
      if (mark.start < end) return false;
      end = mark.end;
      return true;
    });
  }

  #add(block: Block | undefined, mark: Mark) {
    if (!block) return;
    const marks = this.#marks.get(block);
    if (marks) marks.push(mark);
    else this.#marks.set(block, [mark]);
  }

  #blockAt({ start }: Span): Block | undefined {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low - 1]?.block;
  }

  #map(block: Block): Uint32Array {
    let map = this.#maps.get(block);
    if (!map) this.#maps.set(block, (map = align(this.original, block)));
    return map;
  }

  /** The page that shows an original offset. */
  pageOf(span: Span): number {
    const block = this.#blockAt(span);
    const found = this.pages.findIndex((page) => page.some((p) => this.block(p) === block && this.shows(p, span.start)));
    return Math.max(found, 0);
  }

  /** The page on which a block begins. */
  pageOfBlock(article: number, block: number): number {
    return Math.max(this.pages.findIndex((page) => page.some((p) => p.article === article && p.block === block)), 0);
  }

  /** Where a piece begins in the original. */
  startOf(piece: Piece): number {
    return this.#map(this.block(piece))[piece.from]!;
  }

  /** Whether a piece holds the character at an original offset. */
  shows(piece: Piece, offset: number): boolean {
    const map = this.#map(this.block(piece));
    return map[piece.from]! <= offset && offset < map[piece.to]!;
  }

  /** The block a piece is of. */
  block(piece: Piece): Block {
    return this.article(piece).blocks[piece.block]!;
  }

  /** The article a piece is of. */
  article(piece: Piece): Article {
    return this.analysis.articles[piece.article]!;
  }

  /** A piece as runs: cut wherever a mark, a phrase of the chosen figure or a removed layout break begins or ends. */
  runs(piece: Piece, phrases: { part: Part; span: Span }[]): Run[] {
    const block = this.block(piece);
    const map = this.#map(block);
    const edges = new Set([piece.from, piece.to]);
    const edge = (offset: number) => {
      const at = lowerBound(map, offset);
      if (at > piece.from && at < piece.to) edges.add(at);
      return at;
    };
    const within = (span: Span) => span.end > map[piece.from]! && span.start < (map[piece.to] ?? Infinity);

    const marks: { mark: Mark; from: number; to: number }[] = [];
    for (const mark of this.#marks.get(block) ?? []) {
      // The first mark at a place wins; a later one inside it is not shown twice.
      if (!within(mark) || mark.start < (marks.at(-1)?.mark.end ?? 0)) continue;
      marks.push({ mark, from: edge(mark.start), to: edge(mark.end) });
    }
    const parts = phrases
      .filter(({ span }) => span.start >= block.start && span.end <= block.end && within(span))
      .map(({ part, span }) => ({ part, from: edge(span.start), to: edge(span.end) }));
    const joins = new Map<number, { at: number; rule: string }>();
    for (const join of block.joins) {
      if (join.at >= map[piece.from]! && join.at <= map[piece.to]!) joins.set(edge(join.at), join);
    }

    const cuts = [...edges].sort((a, b) => a - b);
    const runs: Run[] = [];
    let next = 0;
    for (let i = 0; i + 1 < cuts.length; i++) {
      const from = cuts[i]!;
      const to = cuts[i + 1]!;
      while (next < marks.length && marks[next]!.to <= from) next++;
      const here = marks[next];
      runs.push({
        at: from,
        text: block.text.slice(from, to),
        mark: here && here.from <= from && to <= here.to ? here.mark : null,
        parts: parts.filter((p) => p.from <= from && to <= p.to).map((p) => p.part),
        join: joins.get(from) ?? null,
      });
    }
    return runs;
  }
}

/** The first index whose offset is not below the one asked for. */
function lowerBound(map: Uint32Array, offset: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The phrases that give a figure its meaning, as pieces of the original. */
export function phrasesOf(figure: Figure | null): { part: Part; span: Span }[] {
  if (!figure) return [];
  const named = [
    ["item", figure.item],
    ["subject", figure.subject],
    ["when", figure.time],
    ["cue", figure.change?.cue],
  ] as const;
  return named.flatMap(([part, phrase]) => phrase?.spans.map((span) => ({ part, span })) ?? []);
}
