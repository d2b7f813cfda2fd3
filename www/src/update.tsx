import { useState } from "preact/hooks";
import type { Words } from "./i18n.ts";

/** Says that a new version is there. Nothing changes before the reader says so. */
export function Update({ words, onRenew }: { words: Words; onRenew(): void }) {
  const [later, setLater] = useState(false);
  if (later) return null;
  const t = words.offline;
  return (
    <div class="notice update" role="status">
      <span>{t.update}</span>
      <button type="button" class="primary" onClick={onRenew}>{t.renew}</button>
      <button type="button" onClick={() => setLater(true)}>{t.later}</button>
    </div>
  );
}
