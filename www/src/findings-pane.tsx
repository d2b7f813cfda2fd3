import { useMemo, useRef } from "preact/hooks";
import type { Agreement, Finding, RuleId } from "tishu";
import type { Result } from "./analysis.ts";
import type { Lang, Words } from "./i18n.ts";
import type { Muted } from "./muted.ts";
import { useRings } from "./rings.ts";
import type { Style } from "./style-checks.ts";

const SIGNS = { error: "✕", warning: "!", style: "✎", info: "i" } as const;
/** From none to all. */
const STYLES: readonly Style[] = ["off", "usual", "strict"];
const SEVERITIES = ["error", "warning", "style", "info"] as const;
/** Nobody reads on. */
const MOST = 400;

interface Props {
  result: Result;
  muted: Muted;
  finding: Finding | null;
  style: Style;
  lang: Lang;
  words: Words;
  onFinding(finding: Finding): void;
  onStyle(style: Style): void;
}

/** What does not add up, the gravest first, with its arithmetic and its places; what agreed; what was put aside. */
export function FindingsPane({ result, muted, finding, style, lang, words, onFinding, onStyle }: Props) {
  const t = words.findings;
  const { coverage } = result.analysis;
  const list = useRef<HTMLUListElement>(null);
  const rings = useRings(list, [".about"]);
  const sorted = useMemo(
    () => SEVERITIES.flatMap((severity) => muted.shown.filter((one) => one.severity === severity)),
    [muted.shown],
  );
  const checked = coverage.rules.reduce((n, rule) => n + rule.checked, 0);
  const place = (one: Agreement) => one.spans.map(({ start, end }) => result.text.slice(start, end).replace(/\s+/g, "")).join(" · ");
  return (
    <div class="checks" onKeyDown={rings}>
      <div class="checks-head">
        <p class="coverage">{t.coverage(coverage.figures, checked, coverage.agreements.length)}</p>
        <div class="style-choice">
          <span id="style-label">{t.style}</span>
          <div class="switch" role="group" aria-labelledby="style-label">
            {STYLES.map((name) => (
              <button key={name} type="button" data-style={name} title={t.styleHints[name]} aria-pressed={style === name} onClick={() => onStyle(name)}>
                {t.styles[name]}
              </button>
            ))}
          </div>
        </div>
      </div>
      {sorted.length === 0 && <p class="blank-note">{checked > 0 || muted.off.size + muted.hidden > 0 ? t.none : t.nothing}</p>}
      <ul ref={list}>
        {sorted.slice(0, MOST).map((one, i) => (
          <li key={`${one.rule} ${one.spans[0]?.start} ${i}`} class={`finding ${one.severity}${one === finding ? " chosen" : ""}`}>
            <button type="button" class="about" aria-pressed={one === finding} onClick={() => onFinding(one)}>
              <span class="severity"><span aria-hidden="true">{SIGNS[one.severity]}</span> {words.severity[one.severity]}</span>
              <span class="message">{one.message[lang]}</span>
              {one.arithmetic && <span class="arithmetic">{one.arithmetic}</span>}
              <span class="places" lang="zh-CN">{place(one)}</span>
            </button>
            <span class="mute">
              <button type="button" class="link" onClick={() => muted.ignore(one)}>{t.ignore}</button>
              <button type="button" class="link" title={one.rule} onClick={() => muted.turnOff(one.rule)}>{t.turnOff}</button>
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > MOST && <p class="more">{words.cap(MOST, sorted.length)}</p>}
      {(muted.ignored > 0 || muted.off.size > 0) && (
        <div class="muted">
          {muted.ignored > 0 && <p>{t.ignored(muted.hidden)} <button type="button" class="link clear" onClick={muted.clear}>{t.clear}</button></p>}
          {[...muted.off].map((rule) => (
            <p key={rule}>{t.off(t.rules[rule as RuleId] ?? rule)} <button type="button" class="link" onClick={() => muted.turnOn(rule)}>{t.turnOn}</button></p>
          ))}
        </div>
      )}
      {coverage.agreements.length > 0 && (
        <details class="agreements">
          <summary>{t.agreed(coverage.agreements.length)}</summary>
          <ul>
            {coverage.agreements.slice(0, MOST).map((one, i) => (
              <li key={i}>
                <span class="message">✓ {one.message[lang]}</span>
                {one.arithmetic && <span class="arithmetic">{one.arithmetic}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
