import { useLayoutEffect, useRef } from "preact/hooks";
import type { Figure } from "tishu";
import { count } from "./format.ts";
import type { Words } from "./i18n.ts";
import { wellFormed } from "./intake/index.ts";

/** Longer texts are not put into an edit box, where laying them out would freeze the page. */
export const EDITABLE = 500_000;

interface Props {
  text: string;
  /** Where the caret goes first. */
  figure: Figure | null;
  words: Words;
  onText(text: string): void;
}

/** The text as given, to be changed. */
export function Editor({ text, figure, words, onText }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.focus();
    box.current.setSelectionRange(figure?.start ?? 0, figure?.end ?? 0);
    if (!figure) box.current.scrollTop = 0;
  }, []);
  if (text.length > EDITABLE) return <p class="blank-note">{words.editTooLong(count(text.length))}</p>;
  return (
    <textarea
      ref={box} class="editor" lang="zh-CN" spellcheck={false} aria-label={words.editLabel} placeholder={words.placeholder}
      value={text} onInput={(event) => onText(wellFormed(event.currentTarget.value))}
    />
  );
}
