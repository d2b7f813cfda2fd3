import type { Words } from "./i18n.ts";

export const PANES = ["outline", "text", "table"] as const;
export type Pane = (typeof PANES)[number];

/** Where there is no room for all panes, one tab for each. */
export function Tabs({ pane, figures, words, onPane }: { pane: Pane; figures: number | null; words: Words; onPane(pane: Pane): void }) {
  return (
    <div class="tabs" role="tablist" aria-label={words.name}>
      {PANES.map((name) => (
        <button
          key={name} type="button" role="tab" id={`tab-${name}`} aria-controls={`pane-${name}`} aria-selected={pane === name}
          onClick={() => onPane(name)}
        >
          {words.panes[name]}{name === "table" && figures !== null && <span class="n"> {figures}</span>}
        </button>
      ))}
    </div>
  );
}
