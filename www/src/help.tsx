import { useLayoutEffect, useRef } from "preact/hooks";
import type { Words } from "./i18n.ts";

/** What the page is for, and every key of it, in a dialog. */
export function Help({ words, onClose }: { words: Words; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help-sheet" aria-labelledby="help-title" onClose={onClose} onKeyDown={(event) => event.stopPropagation()}>
      <header>
        <h2 id="help-title">{words.help}</h2>
        <button type="button" aria-label={words.close} onClick={() => dialog.current?.close()}>×</button>
      </header>
      <p class="what">{words.whatItIs}</p>
      <h3>{words.keysTitle}</h3>
      <dl>
        {words.keys.map(([key, does]) => (
          <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>
        ))}
      </dl>
    </dialog>
  );
}
