import { useMemo, useState } from "preact/hooks";
import type { Figure, Finding } from "tishu";
import type { Phase, Result } from "./analysis.ts";
import { CorrectionList } from "./correction-list.tsx";
import type { Correction } from "./corrections.ts";
import { Editor } from "./editor.tsx";
import { count } from "./format.ts";
import type { Words } from "./i18n.ts";
import { useKeptSet } from "./kept.ts";
import { LayerBar } from "./layer-bar.tsx";
import { FIRST_LAYERS, type Layer } from "./layers.ts";
import { Original } from "./original.tsx";
import type { Target } from "./outline.tsx";
import { Progress } from "./progress.tsx";
import { Reader } from "./reader.tsx";
import type { Choice } from "./selection.ts";

export const VIEWS = ["read", "edit"] as const;
export type View = (typeof VIEWS)[number];
/** How the text is shown for reading. */
export const FORMS = ["rebuilt", "original", "both"] as const;
export type Form = (typeof FORMS)[number];

interface Props {
  text: string;
  corrections: readonly Correction[];
  result: Result | null;
  phase: Phase;
  words: Words;
  view: View;
  form: Form;
  choice: Choice | null;
  target: Target | null;
  findings: Finding[];
  finding: Finding | null;
  onView(view: View): void;
  onForm(form: Form): void;
  onText(text: string): void;
  onChoose(figure: Figure, focus: "table" | null): void;
  onCorrect(correction: Correction): void;
  onCorrections(corrections: readonly Correction[]): void;
  onUndo: (() => void) | null;
  onRedo: (() => void) | null;
  onCancel(): void;
  onRetry(): void;
}

/** The text: rebuilt, as given, both side by side, or to be changed. */
export function TextPane(props: Props) {
  const { text, corrections, result, phase, words, view, form, choice, target, findings, finding } = props;
  const [showRejected, setShowRejected] = useState(false);
  const [layers, setLayers] = useKeptSet<Layer>("layers", FIRST_LAYERS);
  const rejected = result?.analysis.rejected?.length ?? 0;
  const empty = text.trim() === "";
  const reading = view === "read" && !empty && result;
  const shared = { words, choice, layers, showRejected, onChoose: props.onChoose, onCorrect: props.onCorrect };
  return (
    <section class="pane text-pane" id="pane-text" aria-label={words.textLabel}>
      <div class="bar">
        <div class="switch" role="group" aria-label={words.viewLabel}>
          {VIEWS.map((name) => (
            <button key={name} type="button" data-view={name} aria-pressed={view === name} onClick={() => props.onView(name)}>{words[name]}</button>
          ))}
        </div>
        {view === "read" && !empty && (
          <div class="switch forms" role="group" aria-label={words.formLabel}>
            {FORMS.map((name) => (
              <button key={name} type="button" data-form={name} aria-pressed={form === name} onClick={() => props.onForm(name)}>{words.forms[name]}</button>
            ))}
          </div>
        )}
        <CorrectionList
          text={text} corrections={corrections} words={words} onUndo={props.onUndo} onRedo={props.onRedo} onSet={props.onCorrections}
        />
      </div>
      {reading && (
        <LayerBar
          layers={layers} rejected={rejected} showRejected={showRejected} words={words} onLayers={setLayers} onRejected={setShowRejected}
        />
      )}
      <Progress phase={phase} words={words} onCancel={props.onCancel} onRetry={props.onRetry} />
      {view === "edit" && <Editor text={text} figure={choice?.figure ?? null} words={words} onText={props.onText} />}
      {view === "read" && empty && (
        <div class="blank-note">
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </div>
      )}
      {reading && (
        <div class="texts">
          {form !== "original" && <Reader layout={result.layout} target={target} findings={findings} finding={finding} {...shared} />}
          {form !== "rebuilt" && <Original layout={result.layout} {...shared} />}
        </div>
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
