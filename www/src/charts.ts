import type { Analysis, Figure, FigureKind } from "tishu";
import { grouped, plain } from "./format.ts";
import type { Words } from "./i18n.ts";

/** One bar, from a figure (`id`) or a count. `share` is its length, from 0 to 1. */
export interface Bar {
  id: string | null;
  label: string;
  value: string;
  share: number;
  kind: FigureKind;
  /** The lighter end of a change. */
  before?: boolean;
  /** A hundred per cent behind it. */
  whole?: boolean;
}

export interface Chart {
  name: "changes" | "items" | "shares" | "kinds";
  bars: Bar[];
  /** How many more there are than are drawn. */
  more: number;
}

/** More bars than this are no picture any more. */
const MOST = 24;

const labelOf = ({ item, subject, time, text }: Figure, words: Words): string =>
  [item?.text ?? subject?.text ?? text, time?.text].filter(Boolean).join(words.pictures.of);

function chart(name: Chart["name"], bars: Bar[]): Chart {
  return { name, bars: bars.slice(0, MOST), more: Math.max(bars.length - MOST, 0) };
}

/** Before and after of every change that names both ends. The pair shares a scale. */
export function changes({ figures }: Analysis, words: Words): Chart {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const bars: Bar[] = [];
  for (const to of figures) {
    const from = byId.get(to.change?.partner ?? "");
    if (to.change?.role !== "to" || from?.change?.role !== "from" || to.value === null || from.value === null) continue;
    const most = Math.max(Math.abs(from.value), Math.abs(to.value)) || 1;
    const label = labelOf({ ...to, item: to.item ?? from.item }, words);
    for (const end of [from, to]) {
      bars.push({
        id: end.id, label: end === from ? label : "", value: end.text, share: Math.abs(end.value!) / most, kind: end.kind, before: end === from,
      });
    }
  }
  return chart("changes", bars);
}

/** The units that more than one figure has, the most frequent first. */
export function unitsOf({ figures }: Analysis): string[] {
  const tally = new Map<string, number>();
  for (const { unit, value } of figures) {
    if (unit && value !== null && unit.class !== "percent" && unit.class !== "time") tally.set(unit.canonical, (tally.get(unit.canonical) ?? 0) + 1);
  }
  return [...tally].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
}

/** The figures of one unit: the same item together, and in the order of time. */
export function items({ figures, times }: Analysis, unit: string, words: Words): Chart {
  const dates = new Map(times.map(({ id, resolved, value }) => [id, resolved ?? value ?? ""]));
  const dateOf = ({ time }: Figure) => dates.get(time?.id ?? "") ?? "";
  const of = figures.filter((figure) => figure.unit?.canonical === unit && figure.value !== null);
  const first = new Map<string, number>();
  of.forEach((figure, i) => {
    const item = figure.item?.text ?? `${i}`;
    if (!first.has(item)) first.set(item, i);
  });
  const place = (figure: Figure, i: number) => first.get(figure.item?.text ?? `${i}`) ?? i;
  const sorted = of
    .map((figure, i) => ({ figure, at: place(figure, i), date: dateOf(figure) }))
    .sort((a, b) => a.at - b.at || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const most = Math.max(...of.map(({ value }) => Math.abs(value!)), 0) || 1;
  return chart("items", sorted.map(({ figure }) => ({
    id: figure.id, label: labelOf(figure, words), value: figure.text, share: Math.abs(figure.value!) / most, kind: figure.kind,
  })));
}

/** Percentages of a whole, each against its hundred. */
export function shares({ figures }: Analysis, words: Words): Chart {
  const of = figures.filter(({ kind, value, change }) => kind === "percent" && value !== null && value >= 0 && value <= 100 && change?.role !== "by");
  return chart("shares", of.map((figure) => ({
    id: figure.id, label: labelOf(figure, words), value: figure.text, share: figure.value! / 100, kind: figure.kind, whole: true,
  })));
}

/** How many figures there are of each kind. */
export function kinds({ figures }: Analysis, words: Words): Chart {
  const tally = new Map<FigureKind, number>();
  for (const { kind } of figures) tally.set(kind, (tally.get(kind) ?? 0) + 1);
  const most = Math.max(...tally.values(), 1);
  const bars = [...tally].sort((a, b) => b[1] - a[1]).map(([kind, n]) => ({ id: null, label: words.kinds[kind], value: grouped(plain(n)), share: n / most, kind }));
  return chart("kinds", bars);
}

/** A bar in words, for those who hear the chart. */
export const spoken = (bar: Bar): string => [bar.label, bar.value].filter(Boolean).join(" ");
