import { useEffect, useState } from "preact/hooks";
import type { Phase } from "./analysis.ts";
import { count } from "./format.ts";
import type { Words } from "./i18n.ts";

/** Short analyses end before a progress line would help; it appears after this time. */
const PATIENCE = 400;

/** How long the analysis has been running, and the way out; what went wrong if it did. */
export function Progress({ phase, words, onCancel, onRetry }: { phase: Phase; words: Words; onCancel(): void; onRetry(): void }) {
  const [now, setNow] = useState(0);
  const working = phase.state === "working";
  useEffect(() => {
    if (!working) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, [phase]);

  if (phase.state === "failed" || phase.state === "cancelled") {
    return (
      <div class="progress" role="status">
        <span>{phase.state === "failed" ? words.failed(phase.why) : words.cancelled}</span>
        <button type="button" onClick={onRetry}>{words.retry}</button>
      </div>
    );
  }
  if (!working || now - phase.since < PATIENCE) return null;
  return (
    <div class="progress" role="status">
      <progress aria-label={words.analyzing(count(phase.units))} />
      <span>{phase.ready ? words.analyzing(count(phase.units)) : words.loading}</span>
      <span class="n" aria-hidden="true">{words.seconds(((now - phase.since) / 1000).toFixed(1))}</span>
      <button type="button" onClick={onCancel}>{words.cancel}</button>
    </div>
  );
}
