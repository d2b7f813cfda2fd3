import { useLayoutEffect } from "preact/hooks";

/** What single keys do, by `KeyboardEvent.key` in lower case. */
export type Shortcuts = Record<string, () => void>;

/** Binds keys to the whole page. In a field they only type; Escape leaves it. */
export function useShortcuts(shortcuts: Shortcuts, onEscape: () => void): void {
  // Before the paint: the next key may come before it, and must find the choice the last one made.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const field = (event.target as Element | null)?.closest?.("input, textarea, select") as HTMLElement | null;
      if (event.key === "Escape") {
        field?.blur();
        onEscape();
        return;
      }
      const act = field ? undefined : shortcuts[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
}
