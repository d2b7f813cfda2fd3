import { useMemo } from "preact/hooks";
import { policy, useRequests } from "./network.ts";
import type { Words } from "./i18n.ts";

/** The proof that the text stays: the requests the browser recorded, and the policy that forbids others. */
export function Footer({ ready, words }: { ready: boolean; words: Words }) {
  const { before, after } = useRequests(ready);
  const rule = useMemo(policy, []);
  return (
    <footer class="foot">
      <details>
        <summary>
          <span class={after === 0 ? "sealed" : "open"} aria-hidden="true" />
          <span id="privacy">{after === 0 ? words.privacy : words.leaked(after)}</span>
          <span class="requests" id="requests" data-after={after}>{words.requests(before, after)}</span>
          <span class="how">{words.proof}</span>
        </summary>
        <p>{words.proofText}</p>
        <pre>{rule?.replaceAll("; ", ";\n") ?? words.noPolicy}</pre>
      </details>
    </footer>
  );
}
