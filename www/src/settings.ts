import { useLayoutEffect, useState } from "preact/hooks";
import type { Lang } from "./i18n.ts";
import { STYLES, type Style } from "./style-checks.ts";

export type Theme = "system" | "light" | "dark";

/** A choice kept in this browser, where it lets us; private windows may not. */
function useKept<T extends string>(key: string, values: readonly T[]): [T, (value: T) => void] {
  const [value, set] = useState<T>(() => {
    try {
      const kept = localStorage.getItem(`tishu.${key}`);
      return values.find((v) => v === kept) ?? values[0]!;
    } catch {
      return values[0]!;
    }
  });
  const keep = (next: T) => {
    set(next);
    try {
      localStorage.setItem(`tishu.${key}`, next);
    } catch {
      // The choice holds until the page is closed.
    }
  };
  return [value, keep];
}

export const LANGS = ["zh", "en"] as const;
export const THEMES = ["system", "light", "dark"] as const;

/** Chinese unless the reader chose English. */
export function useLang(): [Lang, (lang: Lang) => void] {
  const [lang, set] = useKept("lang", LANGS);
  // Before the paint: nobody is to see, or to be read, a moment of the other language.
  useLayoutEffect(() => {
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  }, [lang]);
  return [lang, set];
}

/** What the checks say about style. */
export const useStyle = (): [Style, (style: Style) => void] => useKept("style", STYLES);

/** The system's appearance unless the reader chose one. The functions go to the next choice, and to a certain one. */
export function useTheme(): [Theme, () => void, (theme: Theme) => void] {
  const [theme, set] = useKept("theme", THEMES);
  // Before the paint, so that the other appearance does not flash up.
  useLayoutEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return [theme, () => set(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!), set];
}
