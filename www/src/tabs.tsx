import type { Words } from "./i18n.ts";

/** What can stand beside the text. */
export const SIDES = ["table", "pictures", "findings", "compare"] as const;
export type Side = (typeof SIDES)[number];
export const PANES = ["outline", "text", ...SIDES] as const;
export type Pane = (typeof PANES)[number];

export const isSide = (pane: Pane): pane is Side => (SIDES as readonly Pane[]).includes(pane);

/** What the tabs count: figures, findings. */
export type Counts = Partial<Record<Pane, number | null>>;

interface Props<T extends Pane> {
  panes: readonly T[];
  pane: T;
  counts: Counts;
  words: Words;
  /** Tells the two rows of tabs apart: one over all panes where they do not fit, one over what stands beside the text. */
  kind: "tabs" | "sides";
  onPane(pane: T): void;
}

/** One tab for each pane. Arrows go from one to the next. */
export function Tabs<T extends Pane>({ panes, pane, counts, words, kind, onPane }: Props<T>) {
  const id = (name: Pane) => `${kind === "tabs" ? "tab" : "side"}-${name}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = panes[(panes.indexOf(pane) + step + panes.length) % panes.length]!;
    onPane(next);
    requestAnimationFrame(() => document.getElementById(id(next))?.focus());
  };
  return (
    <div class={kind} role="tablist" aria-label={kind === "tabs" ? words.name : words.sidesLabel} onKeyDown={onKeyDown}>
      {panes.map((name) => (
        <button
          key={name} type="button" role="tab" id={id(name)} aria-controls={isSide(name) ? "pane-side" : `pane-${name}`}
          aria-selected={pane === name} tabIndex={pane === name ? 0 : -1} onClick={() => onPane(name)}
        >
          {words.panes[name]}{counts[name] ? <span class="n"> {counts[name]}</span> : null}
        </button>
      ))}
    </div>
  );
}
