import { useCallback, useState } from "preact/hooks";

/** What this browser keeps for the page under a name, where it lets us; private windows may not. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(`tishu.${key}`);
  } catch {
    return null;
  }
}

/** Keeps a value, or forgets it. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`tishu.${key}`);
    else localStorage.setItem(`tishu.${key}`, value);
  } catch {
    // It holds until the page is closed.
  }
}

/** A set of names kept in this browser, one line each; `otherwise` until the reader has chosen. */
export function useKeptSet<T extends string>(key: string, otherwise: readonly T[]): [ReadonlySet<T>, (next: Iterable<T>) => void] {
  const [value, set] = useState<ReadonlySet<T>>(() => {
    const lines = kept(key);
    return new Set(lines === null ? otherwise : (lines.split("\n").filter(Boolean) as T[]));
  });
  const put = useCallback((next: Iterable<T>) => {
    const all = new Set(next);
    set(all);
    keep(key, [...all].join("\n"));
  }, [key]);
  return [value, put];
}
