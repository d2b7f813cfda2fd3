import type { Layout } from "./layout.ts";
import type { Lang, Words } from "./i18n.ts";
import { Outline, type Target } from "./outline.tsx";

interface Props {
  layout: Layout | null;
  date: string;
  lang: Lang;
  words: Words;
  onDate(date: string): void;
  onTarget(target: Target): void;
}

/** What stands on the page, and the day it was printed. */
export function OutlinePane({ layout, date, lang, words, onDate, onTarget }: Props) {
  return (
    <nav class="pane outline-pane" id="pane-outline" aria-label={words.outlineLabel}>
      <h2 class="pane-title">{words.panes.outline}</h2>
      <div class="scroll">
        {layout && <Outline layout={layout} words={words} lang={lang} onTarget={onTarget} />}
      </div>
      <label class="date" title={words.publicationDateHint}>
        <span>{words.publicationDate}</span>
        <input type="date" value={date} onInput={(event) => onDate(event.currentTarget.value)} />
      </label>
    </nav>
  );
}
