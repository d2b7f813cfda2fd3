import { useEffect, useState } from "preact/hooks";
import type { Phase } from "./analysis.ts";
import { count } from "./format.ts";
import type { Words } from "./i18n.ts";

/** Short analyses end before a progress line would help; it appears after this time, for a long text at once. */
const PATIENCE = 400;
const LONG = 100_000;

/** About how much of an analysis is done, by what the last one took; never all of it before it is. */
function shareOf(elapsed: number, expected: number): number {
  const share = elapsed / expected;
  return share < 0.8 ? share : 1 - 0.2 * Math.exp(-(share - 0.8) * 5);
}

/** How far loading is, how long the analysis has been running, and the way out; what went wrong if it did. */
export function Progress({ phase, words, onCancel, onRetry }: { phase: Phase; words: Words; onCancel(): void; onRetry(): void }) {
  const [now, setNow] = useState(0);
  const since = phase.state === "loading" || phase.state === "working" ? phase.since : null;
  useEffect(() => {
    if (since === null) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, [since]);

  if (phase.state === "failed" || phase.state === "cancelled") {
    return (
      <div class="progress" role={phase.state === "failed" ? "alert" : "status"}>
        <span>{phase.state === "cancelled" ? words.cancelled : phase.code ? words.failures[phase.code] : words.failed(phase.why)}</span>
        {phase.state === "failed" && phase.code && <code lang="en">{phase.why}</code>}
        <button type="button" onClick={onRetry}>{words.retry}</button>
      </div>
    );
  }
  const patience = phase.state === "working" && phase.units > LONG ? 0 : PATIENCE;
  if (since === null || now - since < patience) return null;
  const share = phase.state === "loading" ? phase.share : phase.state === "working" && phase.expected ? shareOf(now - since, phase.expected) : undefined;
  const label = phase.state === "loading" ? words.loading : words.analyzing(count(phase.state === "working" ? phase.units : 0));
  return (
    <div class="progress">
      <progress aria-label={label} value={share} />
      <span role="status">{label}</span>
      {phase.state === "working" && (
        <>
          {share !== undefined && <span class="n" aria-hidden="true">{words.about(Math.floor(share * 100))}</span>}
          <span class="n" aria-hidden="true">{words.seconds(((now - since) / 1000).toFixed(1))}</span>
          <button type="button" id="cancel" onClick={onCancel}>{words.cancel}</button>
        </>
      )}
    </div>
  );
}
