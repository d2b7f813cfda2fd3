import { useMemo } from "preact/hooks";
import { policy, useRequests } from "./network.ts";
import type { Words } from "./i18n.ts";

/** The proof that the text stays: the requests the browser recorded, and the policy that forbids others. */
export function Footer({ ready, words }: { ready: boolean; words: Words }) {
  const { loaded, since, again } = useRequests(ready);
  const rule = useMemo(policy, []);
  return (
    <footer class="foot">
      <details>
        <summary>
          <span class={since.length === 0 ? "sealed" : "open"} aria-hidden="true" />
          <span id="privacy">{since.length === 0 ? words.privacy : words.leaked(since.length)}</span>
          <span class="requests" id="requests" data-since={since.length} data-again={again}>
            {words.requests(loaded.length, since.length)}{again > 0 && words.requestsAgain(again)}
          </span>
          <span class="how">{words.proof}</span>
        </summary>
        <p>{words.proofText}</p>
        <div class="proof">
          <pre>{rule?.replaceAll("; ", ";\n") ?? words.noPolicy}</pre>
          <pre>{[...loaded, ...since].map((url, i) => `${i + 1}  ${url}`).join("\n")}</pre>
        </div>
      </details>
    </footer>
  );
}
