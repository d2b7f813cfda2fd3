import { useMemo, useState } from "preact/hooks";
import type { Figure } from "tishu";
import type { Phase, Result } from "./analysis.ts";
import { Editor } from "./editor.tsx";
import { count } from "./format.ts";
import type { Words } from "./i18n.ts";
import type { Target } from "./outline.tsx";
import { Progress } from "./progress.tsx";
import { Reader } from "./reader.tsx";
import type { Choice } from "./selection.ts";

export const VIEWS = ["read", "edit"] as const;
export type View = (typeof VIEWS)[number];

interface Props {
  text: string;
  result: Result | null;
  phase: Phase;
  words: Words;
  view: View;
  choice: Choice | null;
  target: Target | null;
  onView(view: View): void;
  onText(text: string): void;
  onChoose(figure: Figure, focus: "table" | null): void;
  onCancel(): void;
  onRetry(): void;
}

/** The text: rebuilt for reading, or as given for changes. */
export function TextPane({ text, result, phase, words, view, choice, target, onView, onText, onChoose, onCancel, onRetry }: Props) {
  const [showRejected, setShowRejected] = useState(false);
  const rejected = result?.analysis.rejected?.length ?? 0;
  const empty = text.trim() === "";
  return (
    <section class="pane text-pane" id="pane-text" aria-label={words.textLabel}>
      <div class="bar">
        <div class="switch" role="group" aria-label={words.viewLabel}>
          {VIEWS.map((name) => (
            <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>{words[name]}</button>
          ))}
        </div>
        <ul class="legend" aria-hidden="true">
          <li><span class="figure count">12</span> {words.legend.figure}</li>
          <li><span class="time">{words.legend.timeSample}</span> {words.legend.time}</li>
          <li><i class="join" /> {words.legend.join}</li>
        </ul>
        {rejected > 0 && (
          <label class="check" title={words.showRejected(rejected)}>
            <input type="checkbox" checked={showRejected} onChange={(event) => setShowRejected(event.currentTarget.checked)} />
            {words.legend.rejected} <span class="n">{rejected}</span>
          </label>
        )}
      </div>
      <Progress phase={phase} words={words} onCancel={onCancel} onRetry={onRetry} />
      {view === "edit" ? (
        <Editor text={text} figure={choice?.figure ?? null} words={words} onText={onText} />
      ) : empty ? (
        <div class="blank-note">
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </div>
      ) : (
        result && <Reader layout={result.layout} words={words} choice={choice} target={target} showRejected={showRejected} onChoose={onChoose} />
      )}
      {result && !empty && <Stats result={result} words={words} />}
    </section>
  );
}

function Stats({ result, words }: { result: Result; words: Words }) {
  const { articles, figures, times } = result.analysis;
  const joins = useMemo(() => articles.reduce((n, { blocks }) => n + blocks.reduce((m, b) => m + b.joins.length, 0), 0), [articles]);
  return (
    <p class="stats" id="stats">
      {words.stats(count(result.text.length), count(figures.length), count(times.length), count(joins))}
    </p>
  );
}
