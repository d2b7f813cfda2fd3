import { useEffect, useRef, useState } from "preact/hooks";
import { linkOf, LONGEST, type Settings } from "./hash.ts";
import type { Words } from "./i18n.ts";

interface Props {
  settings: Settings;
  text: string;
  words: Words;
}

/** Makes a link of the settings. The text goes into it only when asked for, and not without a warning. */
export function Share({ settings, text, words }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const [withText, setWithText] = useState(false);
  const [link, setLink] = useState("");
  const [copied, setCopied] = useState<boolean | null>(null);
  const t = words.share;

  useEffect(() => {
    if (!open) return;
    let current = true;
    setCopied(null);
    void linkOf(settings, withText ? text : null).then((made) => current && setLink(made));
    return () => void (current = false);
  }, [open, withText, settings, text]);

  const show = () => {
    setWithText(false);
    setOpen(true);
    dialog.current?.showModal();
  };
  const copy = () => navigator.clipboard.writeText(link).then(() => setCopied(true), () => setCopied(false));
  const tooLong = link.length > LONGEST;
  return (
    <>
      <button type="button" class="share" title={t.hint} onClick={show}>{t.open}</button>
      <dialog ref={dialog} class="sharing" aria-labelledby="sharing-title" onClose={() => setOpen(false)}>
        {open && (
          <>
            <h2 id="sharing-title">{t.title}</h2>
            <p>{t.says}</p>
            <label class="check">
              <input type="checkbox" checked={withText} onChange={(event) => setWithText(event.currentTarget.checked)} />
              {t.withText}
            </label>
            {withText && <p class="warning" role="alert">{tooLong ? t.tooLong : t.warning}</p>}
            <textarea readOnly rows={3} aria-label={t.link} value={withText && tooLong ? "" : link} onFocus={(event) => event.currentTarget.select()} />
            <p class="buttons">
              <span role="status">{copied === null ? "" : copied ? t.copied : t.notCopied}</span>
              <button type="button" class="primary" disabled={withText && tooLong} onClick={() => void copy()}>{t.copy}</button>
              <button type="button" onClick={() => dialog.current?.close()}>{words.close}</button>
            </p>
          </>
        )}
      </dialog>
    </>
  );
}
