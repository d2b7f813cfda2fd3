import { useLayoutEffect } from "preact/hooks";
import type { RefObject } from "preact";

/**
 * Makes all elements of each selector one tab stop: the last one that had the focus, else the first. Hands back the
 * handler for arrow keys, which go from one to the next; it tells whether the key was one of its own.
 */
export function useRings(pane: RefObject<HTMLElement | null>, selectors: string[]): (event: KeyboardEvent) => boolean {
  useLayoutEffect(() => {
    for (const selector of selectors) {
      const all = pane.current?.querySelectorAll<HTMLElement | SVGElement>(selector) ?? [];
      const stops = [...all].filter(({ tabIndex }) => tabIndex === 0);
      if (stops.length === 0 && all[0]) all[0].tabIndex = 0;
      for (const more of stops.slice(1)) more.tabIndex = -1;
    }
  });
  return (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const from = event.target as HTMLElement | SVGElement;
    const selector = selectors.find((s) => from.matches(s));
    if (step === undefined || selector === undefined) return false;
    event.preventDefault();
    const all = [...pane.current!.querySelectorAll<HTMLElement | SVGElement>(selector)];
    const to = all[all.indexOf(from) + step];
    if (to) {
      from.tabIndex = -1;
      to.tabIndex = 0;
      to.focus();
    }
    return true;
  };
}
