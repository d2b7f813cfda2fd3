import { useLayoutEffect, useRef } from "preact/hooks";
import type { Documents, Page } from "./documents.ts";
import type { Words } from "./i18n.ts";
import { ENCODINGS, type Encoding } from "./intake/encoding.ts";

/** Shown of a text without a name. */
const TITLE = 14;

/** The open texts to switch between and close, the encoding of a text file, and how far reading files is. */
export function Pages({ documents, words }: { documents: Documents; words: Words }) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector("li:has([aria-current])")?.scrollIntoView({ block: "nearest", inline: "nearest" }), [documents.current.id]);
  const { pages, current, reading } = documents;
  const t = words.pages;
  if (pages.length === 1 && !current.coded && !reading) return null;
  return (
    <div class="pages">
      <nav aria-label={t.label}>
        <ul ref={list}>
          {pages.map((page) => {
            const name = nameOf(page, words);
            return (
              <li key={page.id}>
                <button type="button" class="name" aria-current={page === current ? "page" : undefined} title={name} onClick={() => documents.select(page.id)}>
                  {name}
                </button>
                <button type="button" class="close" aria-label={t.close(name)} title={t.close(name)} onClick={() => documents.close(page.id)}>
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <button type="button" class="add" aria-label={t.add} title={t.add} onClick={documents.add}><span aria-hidden="true">＋</span></button>
      {reading && (
        <span class="taking">
          <progress aria-label={words.intake.reading(reading.name, reading.at, reading.of)} value={reading.share ?? undefined} />
          <span role="status">{words.intake.reading(reading.name, reading.at, reading.of)}</span>
          <button type="button" onClick={documents.stop}>{words.cancel}</button>
        </span>
      )}
      {current.coded && !reading && (
        <label class="encoding">
          <span>{t.encoding}</span>
          <select value={current.coded.encoding} onChange={(event) => void documents.recode(event.currentTarget.value as Encoding)}>
            {ENCODINGS.map((encoding) => <option key={encoding} value={encoding}>{encoding.toUpperCase()}</option>)}
          </select>
        </label>
      )}
    </div>
  );
}

function nameOf({ name, text }: Page, words: Words): string {
  if (name) return name;
  const line = text.slice(0, 2000).split("\n").find((each) => each.trim())?.trim() ?? words.pages.blank;
  return line.length > TITLE ? `${line.slice(0, TITLE)}…` : line;
}
