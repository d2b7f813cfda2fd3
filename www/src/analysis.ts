import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { TishuError, type Analysis, type TishuErrorCode } from "tishu";
import { optionsOf, type Correction } from "./corrections.ts";
import { analyze, onLoading, warm } from "./engine.ts";
import { Layout } from "./layout.ts";
import { checksOf, type Style } from "./style-checks.ts";

/** The text in work. Typed text waits for a pause; a text that came whole does not. */
export interface Document {
  text: string;
  typed: boolean;
  /** What the reader says of its layout. */
  corrections?: readonly Correction[];
}

export interface Result {
  /** What was analysed. */
  document: Document;
  text: string;
  analysis: Analysis;
  layout: Layout;
  corrections: readonly Correction[];
  /** The day of publication it was analysed with; empty for none. */
  date: string;
}

export type Phase =
  | { state: "loading"; since: number; share: number }
  | { state: "working"; since: number; units: number; expected: number | null }
  | { state: "done" }
  | { state: "cancelled" }
  | { state: "failed"; code: TishuErrorCode | null; why: string };

const NONE: readonly Correction[] = [];
const NOTHING: Analysis = {
  articles: [], sentences: [], figures: [], times: [], findings: [],
  coverage: { figures: 0, rules: [], agreements: [] },
};
const PAUSE = 250;
/** How long a character took last time, in milliseconds; nothing is known of this device before the first analysis. */
let pace: number | null = null;
/** What a loading bar moves by: drawing every chunk that arrives would hold up the next. */
const STEP = 0.05;
/** Shorter texts say little about pace. */
const TELLING = 500;

/** From this length on, an analysis nobody waits for any more is ended instead of left to finish, and shown in two steps. */
const LONG = 100_000;

const breath = () => new Promise((resolve) => setTimeout(resolve));
/** Until what was drawn is on screen; a page in the background draws nothing, and does not wait for it. */
const frame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/**
 * Keeps the result of the newest text; an older one stays on screen until then. Of a long text, what is read comes
 * first (`result`), and what is listed beside it a moment later (`listed`): shown in one go, both would hold up a key.
 * The very first time it is the other way round: the page is empty, and some figures say most about it.
 */
export function useAnalysis(document: Document, date: string, style: Style) {
  const [result, setResult] = useState<Result | null>(null);
  const [listed, setListed] = useState<Result | null>(null);
  const [phase, setPhase] = useState<Phase>({ state: "loading", since: performance.now(), share: 0 });
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  const hasShown = useRef(false);

  useEffect(() => onLoading((share) => setPhase((now) => (now.state === "loading" && share - now.share >= STEP ? { ...now, share } : now))), []);

  useEffect(() => {
    const { text, typed, corrections = NONE } = document;
    if (text.trim() === "") {
      const nothing = { document, text, analysis: NOTHING, layout: new Layout(text, NOTHING), corrections: NONE, date };
      setResult(nothing);
      setListed(nothing);
      setPhase({ state: "done" });
      return;
    }
    let current = true;
    const controller = new AbortController();
    const run = async () => {
      running.current = controller;
      try {
        await warm();
        if (!current) return;
        const since = performance.now();
        setPhase({ state: "working", since, units: text.length, expected: pace && pace * text.length });
        const options = {
          rejected: true, checks: checksOf(style), ...(date && { date }), ...(corrections.length > 0 && { corrections: optionsOf(corrections) }),
        };
        const analysis = await analyze(text, options, controller.signal);
        if (text.length >= TELLING) pace = (performance.now() - since) / text.length;
        // A long result takes a while to come over; let the page answer before it is laid out, and before it is shown.
        await breath();
        const layout = new Layout(text, analysis, corrections);
        await breath();
        if (!current) return;
        const fresh = { document, text, analysis, layout, corrections, date };
        if (!hasShown.current) {
          hasShown.current = true;
          setListed(fresh);
          await frame();
          if (!current) return;
        }
        setResult(fresh);
        if (text.length > LONG) await breath();
        if (!current) return;
        setListed(fresh);
        setPhase({ state: "done" });
      } catch (error) {
        if (!current) return;
        if (controller.signal.aborted) return setPhase({ state: "cancelled" });
        setPhase({
          state: "failed",
          code: error instanceof TishuError ? error.code : null,
          why: error instanceof Error ? error.message : String(error),
        });
      }
    };
    const timer = setTimeout(run, typed ? PAUSE : 0);
    return () => {
      current = false;
      clearTimeout(timer);
      if (text.length > LONG) controller.abort();
    };
  }, [document, date, style, attempt]);

  const cancel = useCallback(() => running.current?.abort(), []);
  const retry = useCallback(() => {
    setPhase({ state: "loading", since: performance.now(), share: 0 });
    setAttempt((n) => n + 1);
  }, []);
  return { result, listed, phase, cancel, retry };
}
