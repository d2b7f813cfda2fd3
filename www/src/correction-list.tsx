import { useLayoutEffect, useRef } from "preact/hooks";
import type { Correction } from "./corrections.ts";
import type { Words } from "./i18n.ts";
import { isSpace } from "./space.ts";

interface Props {
  text: string;
  corrections: readonly Correction[];
  words: Words;
  onUndo: (() => void) | null;
  onRedo: (() => void) | null;
  onSet(corrections: readonly Correction[]): void;
}

/** What the reader corrected: one step back and forth, each correction by itself, or all of them. */
export function CorrectionList({ text, corrections, words, onUndo, onRedo, onSet }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (corrections.length === 0 && details.current) details.current.open = false;
  }, [corrections]);
  if (corrections.length === 0 && !onUndo && !onRedo) return null;
  return (
    <div class="corrections" role="group" aria-label={words.corrections}>
      <button type="button" class="undo" disabled={!onUndo} onClick={() => onUndo?.()} aria-label={words.undo} title={words.undo} aria-keyshortcuts="u">↶</button>
      <button type="button" class="redo" disabled={!onRedo} onClick={() => onRedo?.()} aria-label={words.redo} title={words.redo} aria-keyshortcuts="r">↷</button>
      {corrections.length > 0 && (
        <details
          ref={details}
          onFocusOut={(event) => {
            if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget as Node)) event.currentTarget.open = false;
          }}
        >
          <summary>{words.corrections} <span class="n">{corrections.length}</span></summary>
          <div class="sheet">
            <ul>
              {corrections.map((correction) => (
                <li key={`${correction.type} ${correction.at}`}>
                  <span>{words.correction[correction.type]}{correction.type === "role" && words.roles[correction.role]}</span>
                  <q lang="zh-CN">{around(text, correction)}</q>
                  <button type="button" aria-label={words.takeBack} title={words.takeBack} onClick={() => onSet(corrections.filter((c) => c !== correction))}>×</button>
                </li>
              ))}
            </ul>
            <button type="button" class="reset" onClick={() => onSet([])}>{words.reset}</button>
          </div>
        </details>
      )}
    </div>
  );
}

/** A few characters at the place of a correction. */
function around(text: string, { type, at }: Correction): string {
  let start = at;
  while (isSpace(text[start])) start++;
  const after = text.slice(start, start + 8).replace(/\s[^]*$/, "").toWellFormed();
  if (type === "role") return `${after}……`;
  let end = at;
  while (end > 0 && isSpace(text[end - 1])) end--;
  return `……${text.slice(Math.max(end - 8, 0), end).replace(/^[^]*\s/, "").toWellFormed()}¦${after}……`;
}
