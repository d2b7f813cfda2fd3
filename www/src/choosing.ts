import { useCallback, useState } from "preact/hooks";
import type { Figure } from "tishu";
import type { Words } from "./i18n.ts";
import type { Choice, Place } from "./selection.ts";

/** The chosen figure, and the way through the rows of the table; `follow` shows the panes that a choice asks for. */
export function useChoice(rows: Figure[], words: Words, say: (text: string) => void, follow: (choice: Choice) => void) {
  const [choice, setChoice] = useState<Choice | null>(null);

  const choose = useCallback((figure: Figure, by: Place, focus: Choice["focus"]) => {
    const next = { figure, by, focus };
    setChoice(next);
    follow(next);
    const at = rows.findIndex(({ id }) => id === figure.id);
    say(words.announceFigure(at + 1, rows.length, [figure.text, figure.item?.text].filter(Boolean).join(" ")));
  }, [rows, words, say, follow]);

  const step = useCallback((by: 1 | -1) => {
    if (rows.length === 0) return;
    const at = choice ? rows.findIndex(({ id }) => id === choice.figure.id) : -1;
    const next = at < 0 ? (by === 1 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length;
    choose(rows[next]!, "keys", null);
  }, [rows, choice, choose]);

  /** Stays with the same figure of a new analysis. */
  const keep = useCallback((figure: Figure) => setChoice({ figure, by: "keys", focus: null }), []);
  const clear = useCallback(() => setChoice(null), []);
  return { choice, choose, keep, step, clear };
}
