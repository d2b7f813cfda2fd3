import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Passes the focus on when what had it is gone, as a button that ended an analysis: to the button in its place, else to
 * `rest`. With the focus nowhere, Tab would begin at the top again, and Chromium would not even take a paste.
 */
export function useFocusKept(rest: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const note = (event: FocusEvent) => {
      last.current = event.target as Element;
    };
    addEventListener("focusin", note);
    return () => removeEventListener("focusin", note);
  }, []);
  // Behind the effects of what is shown inside: many parts know better where the focus belongs.
  useLayoutEffect(() => {
    if (!last.current || last.current.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    (document.querySelector<HTMLElement>(".progress button") ?? rest.current)?.focus({ preventScroll: true });
  });
}
