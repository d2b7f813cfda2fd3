import { useCallback, useMemo } from "preact/hooks";
import type { Finding } from "tishu";
import { useKeptSet } from "./kept.ts";

/** The words a finding is about, and a little of what stands before: the same finding in the same place, after edits elsewhere too. */
function keyOf(text: string, { rule, spans }: Finding): string {
  const flat = (part: string) => part.replace(/\s+/g, "");
  const start = spans[0]?.start ?? 0;
  return [rule, flat(text.slice(Math.max(start - 12, 0), start)), ...spans.map((span) => flat(text.slice(span.start, span.end)))].join("|");
}

/** Findings the reader does not want to see, here or of a whole rule; kept in this browser. */
export function useMuted(text: string, findings: Finding[]) {
  const [ignored, setIgnored] = useKeptSet<string>("ignored", []);
  const [off, setOff] = useKeptSet<string>("rules-off", []);
  const shown = useMemo(
    () => (ignored.size + off.size === 0 ? findings : findings.filter((finding) => !off.has(finding.rule) && !ignored.has(keyOf(text, finding)))),
    [text, findings, ignored, off],
  );
  const ignore = useCallback((finding: Finding) => setIgnored([...ignored, keyOf(text, finding)]), [text, ignored, setIgnored]);
  const turnOff = useCallback((rule: string) => setOff([...off, rule]), [off, setOff]);
  const turnOn = useCallback((rule: string) => setOff([...off].filter((name) => name !== rule)), [off, setOff]);
  const clear = useCallback(() => setIgnored([]), [setIgnored]);
  const hidden = findings.filter((finding) => !off.has(finding.rule)).length - shown.length;
  return { shown, off, hidden, ignored: ignored.size, ignore, turnOff, turnOn, clear };
}

export type Muted = ReturnType<typeof useMuted>;
