import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { figuresToCSV, type Analysis, type Figure, type FigureKind, type Finding } from "tishu";
import { useAnalysis, type Document } from "./analysis.ts";
import { Detail } from "./detail.tsx";
import { download, toJson } from "./download.ts";
import { Footer } from "./footer.tsx";
import { count } from "./format.ts";
import { Header } from "./header.tsx";
import { WORDS } from "./i18n.ts";
import { readFile, readTransfer, wellFormed, type Intake } from "./intake.ts";
import { Outline, type Target } from "./outline.tsx";
import { Progress } from "./progress.tsx";
import { Reader } from "./reader.tsx";
import { rowsOf, type Sort } from "./rows.ts";
import { SAMPLE } from "./sample.ts";
import type { Choice, Place } from "./selection.ts";
import { useLang, useTheme } from "./settings.ts";
import { Filter, FigureTable } from "./table.tsx";

type Pane = "outline" | "text" | "table";
const PANES: Pane[] = ["outline", "text", "table"];
/** Longer texts are not put into an edit box, where laying them out would freeze the page. */
const EDITABLE = 200_000;

export function App() {
  const [lang, setLang] = useLang();
  const [theme, nextTheme] = useTheme();
  const words = WORDS[lang];
  const [document, setDocument] = useState<Document>({ text: SAMPLE, typed: false });
  const [date, setDate] = useState("");
  const { result, phase, cancel, retry } = useAnalysis(document, date);

  const [view, setView] = useState<"read" | "edit">("read");
  const [pane, setPane] = useState<Pane>("text");
  const [choice, setChoice] = useState<Choice | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const [query, setQuery] = useState("");
  const [kinds, setKinds] = useState<ReadonlySet<FigureKind>>(new Set());
  const [sort, setSort] = useState<Sort | null>(null);
  const [showRejected, setShowRejected] = useState(false);
  const [notice, setNotice] = useState<{ text: string; error: boolean } | null>(null);
  const [said, setSaid] = useState("");
  const editor = useRef<HTMLTextAreaElement>(null);

  const figures = result?.analysis.figures ?? [];
  const rows = useMemo(() => rowsOf(figures, query, kinds, sort, words), [figures, query, kinds, sort, words]);

  // Before it is painted, so that nothing chosen on the new result is lost again.
  useLayoutEffect(() => {
    if (!result) return;
    setChoice(null);
    setTarget(null);
    setSaid(words.announceDone(result.analysis.articles.length, result.analysis.figures.length));
  }, [result]);

  const take = useCallback((intake: Intake | null) => {
    if (!intake) return;
    if ("error" in intake) return setNotice({ text: intake.error, error: true });
    setNotice(intake.note ? { text: intake.note, error: false } : null);
    setDocument({ text: intake.text, typed: false });
    setQuery("");
    setKinds(new Set());
    setSort(null);
    setView(intake.text.trim() ? "read" : "edit");
    setPane("text");
  }, []);

  const choose = useCallback((figure: Figure, by: Place, focus: Choice["focus"]) => {
    setChoice({ figure, by, focus });
    if (by === "table" || by === "keys") setView("read");
    if (by === "table") setPane("text");
    if (by === "text" && focus === "table") setPane("table");
    const at = rows.findIndex(({ id }) => id === figure.id);
    setSaid(words.announceFigure(at + 1, rows.length, [figure.text, figure.item?.text].filter(Boolean).join(" ")));
  }, [rows, words]);

  const step = useCallback((by: 1 | -1) => {
    if (rows.length === 0) return;
    const at = choice ? rows.findIndex(({ id }) => id === choice.figure.id) : -1;
    const next = at < 0 ? (by === 1 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length;
    choose(rows[next]!, "keys", null);
  }, [rows, choice, choose]);

  const onFinding = useCallback((finding: Finding) => {
    const figure = result?.analysis.figures.find(({ id }) => id === finding.figures[0]);
    if (figure) choose(figure, "table", null);
  }, [result, choose]);
  const onTarget = useCallback((next: Target) => {
    setView("read");
    setPane("text");
    setTarget({ ...next });
  }, []);
  const onTextChoose = useCallback((figure: Figure, focus: "table" | null) => choose(figure, "text", focus), [choose]);
  const onTableChoose = useCallback((figure: Figure, focus: "text" | null) => choose(figure, "table", focus), [choose]);

  // Paste and drop anywhere replace the text; only in the edit box a short paste goes where the caret is.
  useLayoutEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      const field = (event.target as Element | null)?.closest?.("input, textarea");
      if (!data || field?.tagName === "INPUT") return;
      if (field && data.files.length === 0 && data.getData("text/plain").length + document.text.length <= EDITABLE) return;
      event.preventDefault();
      void readTransfer(data, words).then(take);
    };
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      window.document.body.classList.add("dropping");
    };
    const onDragLeave = (event: DragEvent) => {
      if (!event.relatedTarget) window.document.body.classList.remove("dropping");
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      window.document.body.classList.remove("dropping");
      if (event.dataTransfer) void readTransfer(event.dataTransfer, words).then(take);
    };
    addEventListener("paste", onPaste);
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("paste", onPaste);
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
    };
  }, [words, take, document]);

  // Not after the paint: the next key may come before it, and must find the choice the last one made.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const field = (event.target as Element | null)?.closest?.("input, textarea, select") as HTMLElement | null;
      if (event.key === "Escape") {
        field?.blur();
        setChoice(null);
        setNotice(null);
        return;
      }
      if (field) return;
      const act = {
        j: () => step(1),
        k: () => step(-1),
        e: () => setView((now) => (now === "read" ? "edit" : "read")),
        "/": () => {
          setPane("table");
          requestAnimationFrame(() => window.document.getElementById("filter")?.focus());
        },
      }[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [step]);

  useLayoutEffect(() => {
    const box = editor.current;
    if (view !== "edit" || !box) return;
    box.focus();
    box.setSelectionRange(choice?.figure.start ?? 0, choice?.figure.end ?? 0);
    if (!choice) box.scrollTop = 0;
  }, [view]);

  const onClipboard = async () => {
    try {
      const text = await navigator.clipboard.readText();
      if (text) take({ text: wellFormed(text), note: null });
      else setNotice({ text: words.intake.noText, error: true });
    } catch {
      setNotice({ text: words.intake.clipboard, error: true });
    }
  };

  const position = choice ? rows.findIndex(({ id }) => id === choice.figure.id) + 1 : 0;
  const empty = document.text.trim() === "";
  const joins = useMemo(() => result?.analysis.articles.reduce((n, { blocks }) => n + blocks.reduce((m, b) => m + b.joins.length, 0), 0) ?? 0, [result]);
  const rejected = result?.analysis.rejected?.length ?? 0;

  const csvOf = (figures: Figure[], { times }: Analysis) => figuresToCSV({ figures, times }, { bom: true, header: lang });

  return (
    <>
      <Header
        words={words} theme={theme} onTheme={nextTheme} onLang={() => setLang(lang === "zh" ? "en" : "zh")}
        onPaste={onClipboard} onSample={() => take({ text: SAMPLE, note: null })}
        onFile={(file) => void readFile(file, words).then(take)}
      />
      <div class="tabs" role="tablist" aria-label={words.name}>
        {PANES.map((name) => (
          <button
            key={name} type="button" role="tab" id={`tab-${name}`} aria-controls={`pane-${name}`} aria-selected={pane === name}
            onClick={() => setPane(name)}
          >
            {words.panes[name]}{name === "table" && result && <span class="n"> {figures.length}</span>}
          </button>
        ))}
      </div>
      {notice && (
        <div class={`notice${notice.error ? " error" : ""}`} role={notice.error ? "alert" : "status"}>
          <span>{notice.text}</span>
          <button type="button" onClick={() => setNotice(null)}>{words.dismiss}</button>
        </div>
      )}
      <main class="panes" data-pane={pane} data-phase={phase.state}>
        <nav class="pane outline-pane" id="pane-outline" aria-label={words.outlineLabel}>
          <h2 class="pane-title">{words.panes.outline}</h2>
          <div class="scroll">
            {result && <Outline layout={result.layout} words={words} lang={lang} onTarget={onTarget} onFinding={onFinding} />}
          </div>
          <label class="date" title={words.publicationDateHint}>
            <span>{words.publicationDate}</span>
            <input type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
          </label>
        </nav>

        <section class="pane text-pane" id="pane-text" aria-label={words.textLabel}>
          <div class="bar">
            <div class="switch" role="group" aria-label={words.viewLabel}>
              {(["read", "edit"] as const).map((name) => (
                <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>{words[name]}</button>
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
          <Progress phase={phase} words={words} onCancel={cancel} onRetry={retry} />
          {view === "edit" ? (
            document.text.length > EDITABLE ? (
              <p class="blank-note">{words.editTooLong(count(document.text.length))}</p>
            ) : (
              <textarea
                ref={editor} class="editor" lang="zh-CN" spellcheck={false} aria-label={words.editLabel} placeholder={words.placeholder}
                value={document.text} onInput={(event) => setDocument({ text: wellFormed(event.currentTarget.value), typed: true })}
              />
            )
          ) : empty ? (
            <div class="blank-note">
              <h2>{words.emptyTitle}</h2>
              <p>{words.empty}</p>
            </div>
          ) : (
            result && <Reader layout={result.layout} words={words} choice={choice} target={target} showRejected={showRejected} onChoose={onTextChoose} />
          )}
          {result && !empty && (
            <p class="stats" id="stats">
              {words.stats(count(result.text.length), count(figures.length), count(result.analysis.times.length), count(joins))}
            </p>
          )}
        </section>

        <section class="pane table-pane" id="pane-table" aria-label={words.tableLabel}>
          <div class="bar">
            <h2 class="pane-title">{words.panes.table}</h2>
            <span class="downloads">
              <button
                type="button" disabled={rows.length === 0} title={words.csvHint(rows.length)}
                onClick={() => result && download("tishu.csv", "text/csv;charset=utf-8", csvOf(rows, result.analysis))}
              >
                CSV
              </button>
              <button
                type="button" disabled={!result} title={words.jsonHint}
                onClick={() => result && download("tishu.json", "application/json", toJson(result.text, result.analysis))}
              >
                JSON
              </button>
            </span>
          </div>
          {figures.length > 0 ? (
            <>
              <Filter all={figures} query={query} kinds={kinds} words={words} onQuery={setQuery} onKinds={setKinds} />
              <FigureTable all={figures} rows={rows} words={words} sort={sort} choice={choice} onSort={setSort} onChoose={onTableChoose} />
            </>
          ) : (
            result && !empty && <p class="blank-note">{words.noFigures}</p>
          )}
        </section>
        {choice && result && (
          <Detail
            analysis={result.analysis} figure={choice.figure} position={position} of={rows.length} words={words}
            onStep={step} onFigure={(figure) => choose(figure, "keys", null)} onClose={() => setChoice(null)}
            onTable={() => choose(choice.figure, "text", "table")}
          />
        )}
      </main>
      <Footer ready={result !== null} words={words} />
      <div class="drop" aria-hidden="true">{words.drop}</div>
      <p class="unseen" aria-live="polite" id="live">{said}</p>
    </>
  );
}
