import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Comparison, Figure, Match } from "tishu";
import type { Result } from "./analysis.ts";
import { optionsOf } from "./corrections.ts";
import { compare } from "./engine.ts";
import type { Lang, Words } from "./i18n.ts";
import { wellFormed } from "./intake/index.ts";
import { useRings } from "./rings.ts";

const PAUSE = 300;
const VERDICTS = ["different", "unsupported", "derivable", "same"] as const;
const SIGNS = { same: "✓", derivable: "≈", different: "≠", unsupported: "?" } as const;

interface Props {
  result: Result;
  claim: string;
  lang: Lang;
  words: Words;
  onClaim(claim: string): void;
  onChoose(figure: Figure): void;
}

/** A summary or rewrite held against the text: each of its figures with a verdict, and the way to its source. */
export function ComparePane({ result, claim, lang, words, onClaim, onChoose }: Props) {
  const t = words.compare;
  const { comparison, failed, claim: compared } = useComparison(result, claim);
  const [at, setAt] = useState<string | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const rings = useRings(pane, [".verdict", ".match"]);
  const claimed = useMemo(() => new Map(comparison?.claim.figures.map((figure) => [figure.id, figure])), [comparison]);
  const sourced = useMemo(() => new Map(comparison?.source.figures.map((figure) => [figure.id, figure])), [comparison]);

  const choose = (match: Match) => {
    setAt(match.claim);
    const source = sourced.get(match.source ?? "");
    const figure = source && result.analysis.figures.find(({ start, end }) => start === source.start && end === source.end);
    if (figure) onChoose(figure);
  };
  const press = (event: Event) => {
    const id = (event.target as Element).closest<HTMLElement>("[data-match]")?.dataset["match"];
    const match = comparison?.matches.find((one) => one.claim === id);
    if (match) choose(match);
  };
  const tally = VERDICTS.map((verdict) => ({ verdict, n: comparison?.matches.filter((match) => match.verdict === verdict).length ?? 0 }));

  return (
    <div
      class="compare" ref={pane} onClick={press}
      onKeyDown={(event) => {
        if (rings(event)) return;
        if ((event.key === "Enter" || event.key === " ") && (event.target as Element).matches(".verdict")) {
          event.preventDefault();
          press(event);
        }
      }}
    >
      <label class="claim">
        <span>{t.label}</span>
        <textarea
          id="claim" lang="zh-CN" rows={5} spellcheck={false} value={claim} placeholder={t.placeholder}
          onInput={(event) => onClaim(wellFormed(event.currentTarget.value))}
        />
      </label>
      {failed && <p class="blank-note" role="alert">{words.failed(failed)}</p>}
      {comparison && (
        <>
          <p class="tally-line" role="status">
            {tally.map(({ verdict, n }) => (
              <span key={verdict} class={`badge ${verdict}`}><span aria-hidden="true">{SIGNS[verdict]}</span> {t.verdicts[verdict]} <span class="n">{n}</span></span>
            ))}
          </p>
          <p class="claimed" lang="zh-CN">{marked(comparison, claimed, compared, at, words)}</p>
          {comparison.matches.length === 0 && <p class="blank-note">{t.noFigures}</p>}
          <ul class="matches">
            {comparison.matches.map((match) => (
              <li key={match.claim}>
                <button type="button" class={`match ${match.verdict}`} data-match={match.claim} aria-pressed={match.claim === at}>
                  <span class={`badge ${match.verdict}`}><span aria-hidden="true">{SIGNS[match.verdict]}</span> {t.verdicts[match.verdict]}</span>
                  <span class="pair" lang="zh-CN">
                    <b>{claimed.get(match.claim)?.text}</b>
                    {match.source && <> ← {[...new Set(match.sources.map((id) => sourced.get(id)?.text))].join("、")}</>}
                  </span>
                  <span class="note">{match.note[lang]}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {!comparison && !failed && <p class="blank-note">{t.empty}</p>}
    </div>
  );
}

/** The claim with each figure under its verdict. */
function marked(comparison: Comparison, claimed: Map<string, Figure>, claim: string, at: string | null, words: Words): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let from = 0;
  for (const match of comparison.matches) {
    const figure = claimed.get(match.claim);
    if (!figure || figure.start < from) continue;
    out.push(
      claim.slice(from, figure.start),
      <mark
        key={match.claim} class={`verdict ${match.verdict}`} data-match={match.claim} data-sign={SIGNS[match.verdict]} role="button" tabIndex={-1}
        aria-pressed={match.claim === at} aria-label={`${figure.text} ${words.compare.verdicts[match.verdict]}`}
      >
        {claim.slice(figure.start, figure.end)}
      </mark>,
    );
    from = figure.end;
  }
  return [...out, claim.slice(from)];
}

/** Compares once typing pauses; the last comparison, with the claim it is of, stays until the next one is there. */
function useComparison({ text, corrections, date }: Result, claim: string) {
  const [state, setState] = useState<{ comparison: Comparison | null; failed: string | null; claim: string }>({ comparison: null, failed: null, claim: "" });
  useEffect(() => {
    if (claim.trim() === "" || text.trim() === "") return setState({ comparison: null, failed: null, claim });
    let current = true;
    const timer = setTimeout(() => {
      compare(text, claim, { ...(date && { date }), ...(corrections.length > 0 && { corrections: optionsOf(corrections) }) }).then(
        (comparison) => current && setState({ comparison, failed: null, claim }),
        (error: Error) => current && setState({ comparison: null, failed: error.message, claim }),
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, corrections, date, claim]);
  return state;
}
