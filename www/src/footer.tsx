import { useMemo, useState } from "preact/hooks";
import type { Words } from "./i18n.ts";
import { useInstall } from "./install.ts";
import { policy, useRequests } from "./network.ts";
import { keptFiles, SINGLE_FILE, type OfflineState } from "./offline.ts";

/**
 * The proof that the text stays: the requests the browser recorded, and the policy that forbids others. Beside it, how
 * to have the page without a network.
 */
export function Footer({ ready, offline, words }: { ready: boolean; offline: OfflineState; words: Words }) {
  const { loaded, parts, since, again } = useRequests(ready);
  const [kept, setKept] = useState<string[]>([]);
  const install = useInstall();
  const rule = useMemo(policy, []);
  const t = words.offline;
  return (
    <footer class="foot">
      <details onToggle={() => void keptFiles().then(setKept)}>
        <summary>
          <span class={since.length === 0 ? "sealed" : "open"} aria-hidden="true" />
          <span id="privacy">{since.length === 0 ? words.privacy : words.leaked(since.length)}</span>
          <span class="requests" id="requests" data-since={since.length} data-again={again} data-parts={parts.length}>
            {offline === "inside" ? t.insideRequests : words.requests(loaded.length, since.length)}
            {parts.length > 0 && words.requestsParts(parts.length)}
            {again > 0 && words.requestsAgain(again)}
          </span>
          <span class="how">{words.proof}</span>
        </summary>
        <p>{words.proofText}</p>
        <div class="proof">
          <pre>{rule?.replaceAll("; ", ";\n") ?? words.noPolicy}</pre>
          <pre>{numbered([...loaded, ...parts, ...since])}</pre>
          {kept.length > 0 && <pre>{`${t.kept(kept.length)}\n${numbered(kept)}`}</pre>}
        </div>
      </details>
      <div class="away">
        <span id="offline" class={offline} data-state={offline} role="status">{t.states[offline]}</span>
        {install && <button type="button" class="link" onClick={install}>{t.install}</button>}
        {SINGLE_FILE && <a href={SINGLE_FILE} download="tishu.html" title={t.singleHint}>{t.single}</a>}
      </div>
    </footer>
  );
}

const numbered = (addresses: string[]) => addresses.map((address, i) => `${i + 1}  ${address}`).join("\n");
