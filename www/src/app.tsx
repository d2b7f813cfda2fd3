import { useCallback, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Figure, FigureKind, Finding } from "tishu";
import { useAnalysis } from "./analysis.ts";
import { useChoice } from "./choosing.ts";
import { Detail } from "./detail.tsx";
import { useDocuments } from "./documents.ts";
import { EDITABLE } from "./editor.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { WORDS } from "./i18n.ts";
import { readClipboard, type Intake } from "./intake/index.ts";
import { Notice, type Message } from "./notice.tsx";
import { OutlinePane } from "./outline-pane.tsx";
import { Pages } from "./pages.tsx";
import type { Target } from "./outline.tsx";
import { rowsOf, type Sort } from "./rows.ts";
import { SAMPLES } from "./samples/index.ts";
import type { Choice } from "./selection.ts";
import { useLang, useTheme } from "./settings.ts";
import { useShortcuts } from "./shortcuts.ts";
import { TablePane } from "./table-pane.tsx";
import { Tabs, type Pane } from "./tabs.tsx";
import { TextPane, type View } from "./text-pane.tsx";
import { usePasteAndDrop } from "./transfer.ts";

export function App() {
  const [lang, setLang] = useLang();
  const [theme, nextTheme] = useTheme();
  const words = WORDS[lang];
  const [notice, setNotice] = useState<Message | null>(null);
  const documents = useDocuments(() => [SAMPLES[0].text], words, setNotice);
  const { current: document, setDocument, readAll } = documents;
  const [date, setDate] = useState("");
  const { result, phase, cancel, retry } = useAnalysis(document, date);

  const [view, setView] = useState<View>("read");
  const [pane, setPane] = useState<Pane>("text");
  const [target, setTarget] = useState<Target | null>(null);
  const [query, setQuery] = useState("");
  const [kinds, setKinds] = useState<ReadonlySet<FigureKind>>(new Set());
  const [sort, setSort] = useState<Sort | null>(null);
  const [said, setSaid] = useState("");

  const figures = result?.analysis.figures ?? [];
  const rows = useMemo(() => rowsOf(figures, query, kinds, sort, words), [figures, query, kinds, sort, words]);

  const follow = useCallback(({ by, focus }: Choice) => {
    if (by === "table" || by === "keys") setView("read");
    if (by === "table") setPane("text");
    if (by === "text" && focus === "table") setPane("table");
  }, []);
  const { choice, choose, step, clear } = useChoice(rows, words, setSaid, follow);

  // Before it is painted, so that nothing chosen on the new result is lost again.
  useLayoutEffect(() => {
    if (!result) return;
    clear();
    setTarget(null);
    setSaid(words.announceDone(result.analysis.articles.length, result.analysis.figures.length));
  }, [result]);

  const take = useCallback((intake: Intake) => {
    if ("error" in intake) return setNotice({ text: intake.error, error: true });
    setNotice(null);
    setDocument({ text: intake.text, typed: false });
  }, [setDocument]);
  const onText = useCallback((text: string) => take({ text, note: null }), [take]);
  usePasteAndDrop(EDITABLE - document.text.length, onText, readAll);

  // Another text came in: it is shown whole, and its text first.
  const whole = document.typed ? null : document;
  useLayoutEffect(() => {
    if (!whole) return;
    setQuery("");
    setKinds(new Set());
    setSort(null);
    setPane("text");
    setView(whole.text.trim() ? "read" : "edit");
  }, [whole]);

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

  useShortcuts(
    {
      j: () => step(1),
      k: () => step(-1),
      e: () => setView((now) => (now === "read" ? "edit" : "read")),
      "/": () => {
        setPane("table");
        requestAnimationFrame(() => window.document.getElementById("filter")?.focus());
      },
    },
    () => {
      clear();
      setNotice(null);
    },
  );

  return (
    <>
      <Header
        words={words} theme={theme} onTheme={nextTheme} onLang={() => setLang(lang === "zh" ? "en" : "zh")}
        onPaste={() => void readClipboard(words).then(take)} onSample={onText} onFiles={readAll}
      />
      <Tabs pane={pane} figures={result && figures.length} words={words} onPane={setPane} />
      <Pages documents={documents} words={words} />
      <Notice message={notice} words={words} onDismiss={() => setNotice(null)} />
      <main class="panes" data-pane={pane} data-phase={phase.state} data-fresh={result?.document === document}>
        <OutlinePane
          layout={result?.layout ?? null} date={date} lang={lang} words={words}
          onDate={setDate} onTarget={onTarget} onFinding={onFinding}
        />
        <TextPane
          text={document.text} result={result} phase={phase} words={words} view={view} choice={choice} target={target}
          onView={setView} onText={(text) => setDocument({ text, typed: true })} onChoose={onTextChoose}
          onCancel={cancel} onRetry={retry}
        />
        <TablePane
          result={result} rows={rows} query={query} kinds={kinds} sort={sort} choice={choice} lang={lang} words={words}
          onQuery={setQuery} onKinds={setKinds} onSort={setSort} onChoose={onTableChoose}
        />
        {choice && result && (
          <Detail
            analysis={result.analysis} figure={choice.figure} position={rows.findIndex(({ id }) => id === choice.figure.id) + 1}
            of={rows.length} words={words} onStep={step} onFigure={(figure) => choose(figure, "keys", null)} onClose={clear}
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
