import type { ComponentChildren } from "preact";
import type { Figure } from "tishu";
import { changeOf, valueOf } from "./format.ts";
import { How } from "./how.tsx";
import type { Words } from "./i18n.ts";
import type { Layout } from "./layout.ts";

interface Props {
  layout: Layout;
  figure: Figure;
  position: number;
  of: number;
  words: Words;
  onStep(step: 1 | -1): void;
  onFigure(figure: Figure): void;
  onTable(): void;
  onCite(): void;
  onClose(): void;
}

/** All that is known about the chosen figure. */
export function Detail({ layout, figure, position, of, words, onStep, onFigure, onTable, onCite, onClose }: Props) {
  const { field } = words;
  const { analysis } = layout;
  const partner = analysis.figures.find(({ id }) => id === figure.change?.partner);
  const group = figure.group === null ? [] : analysis.figures.filter((other) => other.group === figure.group && other.id !== figure.id);
  const share = figure.share && (typeof figure.share.of === "string" ? figure.share.of : figure.share.of.text);
  const jump = (to: Figure) => <button type="button" class="link" onClick={() => onFigure(to)}>{to.text}</button>;

  const lines: [label: string, value: ComponentChildren][] = [
    [field.kind, words.kinds[figure.kind]],
    [field.value, figure.decimal ?? (valueOf(figure) || words.vague)],
    [field.each, figure.each && words.each],
    [field.change, figure.change && <>{changeOf(figure, words)} <q>{figure.change.cue.text}</q></>],
    [field.partner, partner && jump(partner)],
    [field.share, share],
    [field.status, figure.status !== "actual" && words.statuses[figure.status]],
    [field.speaker, figure.speaker?.text],
    [field.group, group.length > 0 && group.slice(0, 12).map((other) => <>{jump(other)} </>)],
  ];
  return (
    <aside class={`detail ${figure.kind}`} aria-label={words.details}>
      <header>
        <strong lang="zh-CN">{figure.text}{figure.item && <span class="of"> {figure.item.text}</span>}</strong>
        <span class="step">
          <button type="button" onClick={() => onStep(-1)} aria-label={words.previous} aria-keyshortcuts="k">‹</button>
          <span class="n">{words.position(position, of)}</span>
          <button type="button" onClick={() => onStep(1)} aria-label={words.next} aria-keyshortcuts="j">›</button>
          <button type="button" class="cite" onClick={onCite} aria-keyshortcuts="c">{words.cite}</button>
          <button type="button" class="to-table" onClick={onTable}>{words.showInTable}</button>
          <button type="button" onClick={onClose} aria-label={words.close} aria-keyshortcuts="Escape">×</button>
        </span>
      </header>
      <dl>
        {lines.map(([label, value]) => value ? <div key={label}><dt>{label}</dt><dd lang="zh-CN">{value}</dd></div> : null)}
      </dl>
      <How layout={layout} figure={figure} words={words} />
    </aside>
  );
}
