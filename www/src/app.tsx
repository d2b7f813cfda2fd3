import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Figure, Finding } from "tishu";
import { useAnalysis, type Result } from "./analysis.ts";
import { useChoice } from "./choosing.ts";
import { ComparePane } from "./compare-pane.tsx";
import { rebase, useCorrections, withCorrection, type Correction } from "./corrections.ts";
import { Detail } from "./detail.tsx";
import { useDocuments } from "./documents.ts";
import { EDITABLE } from "./editor.tsx";
import { FindingsPane } from "./findings-pane.tsx";
import { useFocusKept } from "./focus.ts";
import { Footer } from "./footer.tsx";
import { useLink, type Settings } from "./hash.ts";
import { Header } from "./header.tsx";
import { Help } from "./help.tsx";
import { WORDS } from "./i18n.ts";
import { readClipboard, wellFormed, type Intake } from "./intake/index.ts";
import { useMuted } from "./muted.ts";
import { Notice, type Message } from "./notice.tsx";
import { useOffline } from "./offline.ts";
import { OutlinePane } from "./outline-pane.tsx";
import { Pages } from "./pages.tsx";
import type { Target } from "./outline.tsx";
import { citation } from "./out.ts";
import { NO_FILTER, rowsOf, type Filter, type Sort } from "./rows.ts";
import { SAMPLES } from "./samples/index.ts";
import { PicturesPane } from "./pictures-pane.tsx";
import type { Choice } from "./selection.ts";
import { LANGS, THEMES, useLang, useStyle, useTheme } from "./settings.ts";
import { Share } from "./share.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { stash, unstash } from "./stash.ts";
import { STYLES } from "./style-checks.ts";
import { TablePane } from "./table-pane.tsx";
import { isSide, PANES, SIDES, Tabs, type Pane, type Side } from "./tabs.tsx";
import { FORMS, TextPane, VIEWS, type Form, type View } from "./text-pane.tsx";
import { usePasteAndDrop } from "./transfer.ts";
import { Update } from "./update.tsx";

const NO_FINDINGS: Finding[] = [];
const NONE: readonly Correction[] = [];

/** As many as fit beside the text: they are drawn first, everything else a moment later. */
const FIRST_ROWS = 20;

/** The texts the page opens with. */
function opening() {
  const kept = unstash();
  return kept.length > 0 ? kept : [{ text: SAMPLES[0].text, untouched: true }];
}

export function App() {
  const [lang, setLang] = useLang();
  const [theme, nextTheme, setTheme] = useTheme();
  const [style, setStyle] = useStyle();
  const words = WORDS[lang];
  const [notice, setNotice] = useState<Message | null>(null);
  const documents = useDocuments(opening, words, setNotice);
  const { current: document, setDocument, setDate, readAll } = documents;
  const { date } = document;
  const { result, listed, phase, cancel, retry } = useAnalysis(document, date, style);

  const keepTexts = useCallback(() => {
    const kept = stash(documents.pages.map(({ text, name, date, corrections }) => ({ text, name, date, corrections })));
    if (!kept) setNotice({ text: words.offline.tooLong, error: true });
    return kept;
  }, [documents.pages, words]);
  const offline = useOffline(result !== null, keepTexts);

  const [view, setView] = useState<View>("read");
  const [form, setForm] = useState<Form>("rebuilt");
  const [pane, setPane] = useState<Pane>("text");
  const [target, setTarget] = useState<Target | null>(null);
  const [side, setSide] = useState<Side>("table");
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [sort, setSort] = useState<Sort | null>(null);
  const [said, setSaid] = useState("");
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  useFocusKept(main);

  const findings = result?.analysis.findings ?? NO_FINDINGS;
  const muted = useMuted(result?.text ?? "", findings);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [claim, setClaim] = useState("");
  const counts = { table: result && result.analysis.figures.length, findings: muted.shown.filter(({ severity }) => severity !== "info").length };
  const all = useMemo(() => (listed ? rowsOf(listed.analysis, filter, sort, words) : []), [listed, filter, sort, words]);
  const rows = useMemo(() => (result ? all : all.slice(0, FIRST_ROWS)), [all, result === null]);

  const show = useCallback((next: Pane) => {
    setPane(next);
    if (isSide(next)) setSide(next);
  }, []);
  const follow = useCallback(({ by, focus }: Choice) => {
    setFinding(null);
    if (by === "table" || by === "keys") setView("read");
    if (by === "table") setPane("text");
    if (by === "text" && focus === "table") show("table");
  }, []);
  const { choice, choose, keep, step, clear } = useChoice(rows, words, setSaid, follow);

  const corrections = document.corrections ?? NONE;
  const putCorrections = useCallback((next: readonly Correction[]) => setDocument((now) => ({ ...now, typed: false, corrections: next })), []);
  const { set: setCorrections, undo, redo } = useCorrections(document.text, corrections, putCorrections);
  const onCorrect = useCallback(
    (correction: Correction) => setCorrections(withCorrection(document.text, corrections, correction)),
    [document.text, corrections, setCorrections],
  );

  // Before it is painted, so that nothing chosen on the new result is lost again.
  const shown = useRef<Result | null>(null);
  useLayoutEffect(() => {
    if (!result) return;
    const { analysis } = result;
    const again = shown.current?.text === result.text;
    const corrected = again && shown.current?.corrections !== result.corrections;
    shown.current = result;
    setTarget(null);
    setFinding(null);
    const same = again && choice ? analysis.figures.find(({ start, end }) => start === choice.figure.start && end === choice.figure.end) : undefined;
    if (same) keep(same);
    else clear();
    setSaid(corrected ? words.announceCorrected(analysis.figures.length) : words.announceDone(analysis.articles.length, analysis.figures.length));
  }, [result]);

  const take = useCallback((intake: Intake) => {
    if ("error" in intake) return setNotice({ text: intake.error, error: true });
    setNotice(null);
    setDocument({ text: intake.text, typed: false });
  }, [setDocument]);
  const onText = useCallback((text: string) => take({ text, note: null }), [take]);
  usePasteAndDrop(EDITABLE - document.text.length, onText, readAll);

  // Another text came in: it is shown whole, and its text first.
  useLayoutEffect(() => {
    setFilter(NO_FILTER);
    setSort(null);
    setPane("text");
    setView(document.text.trim() ? "read" : "edit");
  }, [document.arrival]);

  const settings = useMemo<Settings>(() => ({ lang, theme, date, style, view, form, pane }), [lang, theme, date, style, view, form, pane]);
  useLink((said, text) => {
    const among = <T extends string>(values: readonly T[], value: string | undefined, set: (value: T) => void) => {
      const known = values.find((each) => each === value);
      if (known) set(known);
    };
    among(LANGS, said.lang, setLang);
    among(THEMES, said.theme, setTheme);
    among(STYLES, said.style, setStyle);
    const look = () => {
      among(VIEWS, said.view, setView);
      among(FORMS, said.form, setForm);
      among(PANES, said.pane, show);
    };
    if (said.date && /^\d{4}-\d\d-\d\d$/.test(said.date)) setDate(said.date);
    if (!text) return look();
    const told = WORDS[LANGS.find((each) => each === said.lang) ?? lang].share;
    text.then((given) => {
      setDocument({ text: wellFormed(given), typed: false });
      setNotice({ text: told.came, error: false });
      // A text that comes in is shown from its beginning, for reading; what the link says comes after that.
      setTimeout(look);
    }, () => setNotice({ text: told.broken, error: true }));
  });

  const onFinding = useCallback((next: Finding) => {
    clear();
    setFinding(next);
    setView("read");
    setForm((now) => (now === "original" ? "rebuilt" : now));
    setPane("text");
    setSaid(next.message[lang]);
  }, [clear, lang]);
  const onTarget = useCallback((next: Target) => {
    setView("read");
    setPane("text");
    setTarget({ ...next });
  }, []);
  const onTextChoose = useCallback((figure: Figure, focus: "table" | null) => choose(figure, "text", focus), [choose]);
  const onTableChoose = useCallback((figure: Figure, focus: "text" | null) => choose(figure, "table", focus), [choose]);

  const onCite = () => {
    if (!choice || !result) return;
    navigator.clipboard.writeText(citation(choice.figure, result.layout, words)).then(
      () => setSaid(words.cited),
      () => setNotice({ text: words.notCited, error: true }),
    );
  };

  const onSourceChoose = useCallback((figure: Figure) => choose(figure, "table", null), [choose]);

  useShortcuts(
    {
      j: () => step(1),
      k: () => step(-1),
      e: () => setView((now) => (now === "read" ? "edit" : "read")),
      "?": () => setHelp(true),
      v: () => setForm((now) => FORMS[(FORMS.indexOf(now) + 1) % FORMS.length]!),
      c: onCite,
      t: () => show("table"),
      g: () => show("pictures"),
      f: () => show("findings"),
      m: () => show("compare"),
      u: () => undo?.(),
      r: () => redo?.(),
      "[": () => stepJoin(-1),
      "]": () => stepJoin(1),
      "/": () => {
        show("table");
        // At once where the table is there: what is typed next is for the filter.
        if (!focusFilter()) requestAnimationFrame(focusFilter);
      },
    },
    () => {
      clear();
      setFinding(null);
      setNotice(null);
    },
  );

  return (
    <>
      <Header
        words={words} onHelp={() => setHelp(true)} theme={theme} onTheme={nextTheme} onLang={() => setLang(lang === "zh" ? "en" : "zh")}
        onPaste={() => void readClipboard(words).then(take)} onSample={onText} onFiles={readAll}
      >
        {location.protocol !== "file:" && <Share settings={settings} text={document.text} words={words} />}
      </Header>
      <Tabs panes={PANES} pane={pane} counts={counts} words={words} kind="tabs" onPane={show} />
      <Pages documents={documents} words={words} />
      {offline.state === "update" && <Update words={words} onRenew={offline.renew} />}
      <Notice message={notice} words={words} onDismiss={() => setNotice(null)} />
      <main ref={main} tabIndex={-1} class="panes" data-pane={pane} data-phase={phase.state} data-fresh={result?.document === document}>
        <OutlinePane
          layout={listed?.layout ?? null} date={date} lang={lang} words={words}
          onDate={setDate} onTarget={onTarget}
        />
        <TextPane
          text={document.text} corrections={corrections} result={result} phase={phase} words={words} view={view} form={form}
          choice={choice} target={target} findings={muted.shown} finding={finding} onView={setView} onForm={setForm}
          onText={(text) => setDocument({ text, typed: true, corrections: rebase(document.text, text, corrections) })}
          onChoose={onTextChoose} onCorrect={onCorrect} onCorrections={setCorrections} onUndo={undo} onRedo={redo}
          onCancel={cancel} onRetry={retry}
        />
        <section class={`pane side-pane ${side}-pane`} id="pane-side" role="tabpanel" aria-label={side === "table" ? words.tableLabel : words.panes[side]}>
          <div class="bar">
            <Tabs panes={SIDES} pane={side} counts={counts} words={words} kind="sides" onPane={show} />
          </div>
          {listed && side === "table" && (
            <TablePane
              result={listed} rows={rows} filter={filter} sort={sort} choice={choice} lang={lang} words={words}
              onFilter={setFilter} onSort={setSort} onChoose={onTableChoose}
            />
          )}
          {result && side === "pictures" && (
            <PicturesPane result={result} chosen={choice?.figure ?? null} words={words} onChoose={onSourceChoose} />
          )}
          {result && side === "findings" && (
            <FindingsPane
              result={result} muted={muted} finding={finding} style={style} lang={lang} words={words} onFinding={onFinding} onStyle={setStyle}
            />
          )}
          {result && side === "compare" && (
            <ComparePane result={result} claim={claim} lang={lang} words={words} onClaim={setClaim} onChoose={onSourceChoose} />
          )}
        </section>
        {choice && result && (
          <Detail
            layout={result.layout} figure={choice.figure} position={rows.findIndex(({ id }) => id === choice.figure.id) + 1}
            of={rows.length} words={words} onStep={step} onFigure={(figure) => choose(figure, "keys", null)} onClose={clear}
            onCite={onCite} onTable={() => choose(choice.figure, "text", "table")}
          />
        )}
      </main>
      <Footer ready={result !== null} offline={offline.state} words={words} />
      {help && <Help words={words} onClose={() => setHelp(false)} />}
      <div class="drop" aria-hidden="true">{words.drop}</div>
      <p class="unseen" aria-live="polite" id="live">{said}</p>
    </>
  );
}

/** Puts the focus on the next or the last mark of a layout break, from where it is. */
function stepJoin(by: 1 | -1): void {
  const marks = [...document.querySelectorAll<HTMLElement>(".reading [data-join]")];
  const here = document.activeElement;
  const at = here ? marks.indexOf(here as HTMLElement) : -1;
  const next = at >= 0 ? at + by : by === 1 ? 0 : marks.length - 1;
  marks[(next + marks.length) % marks.length]?.focus();
}

/** Puts the focus into the table's filter, if it is there to be seen. */
function focusFilter(): boolean {
  const filter = document.getElementById("filter");
  filter?.focus();
  return filter !== null && document.activeElement === filter;
}
