import type { ComponentChildren } from "preact";
import type { Figure } from "tishu";
import { grouped, intervalOf } from "./format.ts";
import type { Words } from "./i18n.ts";
import type { Layout } from "./layout.ts";
import { sentenceOf } from "./table.tsx";

/** How a figure was read: its numeral and scale, what its words allow, where each part of its meaning was found, and by which rule. */
export function How({ layout, figure, words }: { layout: Layout; figure: Figure; words: Words }) {
  const { how } = words;
  const { written, unit, item, subject, time } = figure;
  const block = layout.analysis.articles[figure.article]?.blocks[figure.block];
  const joins = block?.joins.filter(({ at }) => at >= figure.start && at < figure.end).length ?? 0;
  const found = layout.analysis.times.find(({ id }) => id === time?.id);
  const dated = found?.resolved ?? found?.value;
  const value = figure.decimal === null ? "" : ` = ${grouped(figure.decimal)}`;
  const scale = written.scale === 0 ? "" : ` × 10${superscript(written.scale)}`;
  const lines: [key: string, label: string, value: ComponentChildren][] = [
    ["written", how.written, written.mantissa && <>{written.mantissa}{scale}{scale && value}</>],
    ["interval", how.interval, [figure.bound === "=" ? how.exact : words.bounds[figure.bound], intervalOf(figure)].filter(Boolean).join(" · ")],
    ["unit", how.unit, unit && [...new Set([unit.text, unit.canonical, how.classes[unit.class], unit.code])].filter(Boolean).join(" · ")],
    ["item", how.item, item && <>{item.text} · {how.order[item.order]}</>],
    ["subject", how.subject, subject && <>{subject.text} · {how.from[subject.from]}</>],
    ["time", how.time, time && <>{time.text} {dated && <code>{dated}</code>} · {how.from[time.from]}</>],
    ["rule", how.rule, <>{how.rules[figure.rule] ?? figure.rule} <code>{figure.rule}</code></>],
    ["place", how.place, <><code>{figure.start}–{figure.end}</code>{joins > 0 && ` · ${how.joined(joins)}`}</>],
    ["sentence", how.sentence, <q>{sentenceOf(layout, figure)}</q>],
  ];
  return (
    <section class="origin" aria-label={how.title}>
      <h3>{how.title}</h3>
      <ol>
        {lines.map(([key, label, content]) => content ? <li key={key} data-how={key}><span class="label">{label}</span><span lang="zh-CN">{content}</span></li> : null)}
      </ol>
    </section>
  );
}

function superscript(n: number): string {
  return [...`${n}`].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!)).join("");
}
