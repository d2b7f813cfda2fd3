import type { Layout } from "./layout.ts";
import type { Words } from "./i18n.ts";
import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";

export interface Target {
  article: number;
  block: number;
}

interface Entry extends Target {
  level: "article" | "photo" | "heading";
  label: string;
  authors: string[];
  figures: number;
}

const SHOWN = 400;

/** Articles, photo items and headings in reading order, each with the number of figures under it. */
function entriesOf({ analysis }: Layout): Entry[] {
  const entries: Entry[] = [];
  const owner = new Map<string, Entry[]>();
  analysis.articles.forEach((article, a) => {
    const opening = article.blocks.find(({ role }) => role === "caption" || role === "paragraph") ?? article.blocks[0];
    const label = article.title?.text ?? (opening ? excerpt(opening.text) : "");
    const whole: Entry = {
      level: article.kind, article: a, block: 0, label, authors: article.authors.map(({ text }) => text), figures: 0,
    };
    entries.push(whole);
    let section: Entry | null = null;
    article.blocks.forEach((block, b) => {
      if (block.role === "heading") {
        section = { level: "heading", article: a, block: b, label: block.text, authors: [], figures: 0 };
        entries.push(section);
      }
      owner.set(`${a} ${b}`, section ? [whole, section] : [whole]);
    });
  });
  for (const { article, block } of analysis.figures) {
    for (const entry of owner.get(`${article} ${block}`) ?? []) entry.figures += 1;
  }
  return entries;
}

function excerpt(text: string): string {
  return text.length > 26 ? `${text.slice(0, 24)}……` : text;
}

interface Props {
  layout: Layout;
  words: Words;
  lang: "zh" | "en";
  onTarget(target: Target): void;
}

export const Outline = memo(function Outline({ layout, words, lang, onTarget }: Props) {
  const entries = useMemo(() => entriesOf(layout), [layout]);
  return (
    <>
      <ol class="outline" lang="zh-CN">
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={`${entry.article} ${entry.block} ${entry.level}`} class={`entry ${entry.level}`}>
            <button type="button" onClick={() => onTarget(entry)}>
              {entry.level === "photo" && <span class="tag">{words.photo}</span>}
              <span class="label">{entry.label || words.untitled}</span>
              {entry.figures > 0 && (
                <span class="tally" title={words.figuresIn(entry.figures)}>
                  <span aria-hidden="true">{entry.figures}</span>
                  <span class="unseen">{words.figuresIn(entry.figures)}</span>
                </span>
              )}
            </button>
            {entry.authors.length > 0 && <p class="authors">{words.authors(entry.authors.join(lang === "zh" ? " " : ", "))}</p>}
          </li>
        ))}
      </ol>
      {entries.length > SHOWN && <p class="more">{words.cap(SHOWN, entries.length)}</p>}
    </>
  );
});
