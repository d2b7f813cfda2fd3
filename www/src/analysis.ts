import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Analysis } from "tishu";
import { Engine } from "./engine.ts";
import { Layout } from "./layout.ts";

/** The text in work. Typed text waits for a pause; a text that came whole does not. */
export interface Document {
  text: string;
  typed: boolean;
}

export interface Result {
  text: string;
  analysis: Analysis;
  layout: Layout;
  milliseconds: number;
}

export type Phase =
  | { state: "working"; since: number; units: number; ready: boolean }
  | { state: "done" }
  | { state: "cancelled" }
  | { state: "failed"; why: string };

const NOTHING: Analysis = { articles: [], sentences: [], figures: [], times: [], findings: [] };
const PAUSE = 250;
/** From this length on, an analysis nobody waits for any more is ended instead of left to finish. */
const LONG = 100_000;

const engine = new Engine();
engine.warm();

/** Keeps the result of the newest text. An older result stays on screen until then. */
export function useAnalysis(document: Document, date: string) {
  const [result, setResult] = useState<Result | null>(null);
  const [phase, setPhase] = useState<Phase>({ state: "working", since: performance.now(), units: document.text.length, ready: false });
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  const ready = useRef(false);

  useEffect(() => {
    const { text, typed } = document;
    if (text.trim() === "") {
      setResult({ text, analysis: NOTHING, layout: new Layout(text, NOTHING), milliseconds: 0 });
      setPhase({ state: "done" });
      return;
    }
    let current = true;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const since = performance.now();
      running.current = controller;
      setPhase({ state: "working", since, units: text.length, ready: ready.current });
      try {
        const analysis = await engine.analyze(text, { rejected: true, ...(date && { date }) }, controller.signal);
        ready.current = true;
        if (!current) return;
        setResult({ text, analysis, layout: new Layout(text, analysis), milliseconds: performance.now() - since });
        setPhase({ state: "done" });
      } catch (error) {
        if (!current) return;
        if (controller.signal.aborted) setPhase({ state: "cancelled" });
        else setPhase({ state: "failed", why: error instanceof Error ? error.message : String(error) });
      }
    }, typed ? PAUSE : 0);
    return () => {
      current = false;
      clearTimeout(timer);
      if (text.length > LONG) controller.abort();
    };
  }, [document, date, attempt]);

  const cancel = useCallback(() => running.current?.abort(), []);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return useMemo(() => ({ result, phase, cancel, retry }), [result, phase]);
}
