import type { Figure } from "tishu";

/** Where a choice was made: the other panes follow it. */
export type Place = "text" | "table" | "keys";

export interface Choice {
  figure: Figure;
  by: Place;
  /** Which pane takes the keyboard focus along. */
  focus: "text" | "table" | null;
}

/** Scrolls an element to the middle of its pane, unless it is in plain sight. */
export function reveal(element: HTMLElement | null | undefined, pane: HTMLElement | null): void {
  if (!element || !pane) return;
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const margin = Math.min(60, frame.height / 6);
  if (box.top < frame.top + margin || box.bottom > Math.min(frame.bottom, innerHeight) - margin) {
    element.scrollIntoView({ block: "center", inline: "nearest" });
  }
}
