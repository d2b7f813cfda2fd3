// The open texts over a reload that the reader asked for. They stay in this tab's own storage, and are taken out of it
// at once when the page is back.

import type { Correction } from "./corrections.ts";

const KEY = "tishu.texts";

export interface Stashed {
  text: string;
  name: string | null;
  date?: string;
  corrections?: readonly Correction[];
}

/** Puts the texts away; false where they do not fit. */
export function stash(texts: Stashed[]): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(texts));
    return true;
  } catch {
    return false;
  }
}

/** The texts put away before this page was loaded, if any. */
export function unstash(): Stashed[] {
  try {
    const texts = JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as Stashed[];
    sessionStorage.removeItem(KEY);
    return texts.filter(({ text }) => typeof text === "string");
  } catch {
    return [];
  }
}
