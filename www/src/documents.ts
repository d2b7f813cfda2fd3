import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { Document } from "./analysis.ts";
import type { Words } from "./i18n.ts";
import { fromJson } from "./out.ts";
import { readFile, type Intake, type Taken } from "./intake/index.ts";
import type { Encoding } from "./intake/encoding.ts";

/** A text among those that are open. */
export interface Page extends Document {
  id: number;
  /** The name of its file; pasted and typed texts have none. */
  name: string | null;
  coded: Taken["coded"] | null;
  /** The day of publication, where it is known; a new page takes over that of the one on screen. */
  date: string;
  /** Grows whenever a whole text comes into a page, by any way but typing and correcting. */
  arrival: number;
  /** Whether it is still as it was when the page opened with it: then a file takes its place. */
  untouched: boolean;
}

/** A file being read, among how many, and how much of it is done where it tells. */
export interface Reading {
  name: string;
  at: number;
  of: number;
  share: number | null;
}

/** Files taken in one go. */
const MOST = 200;
let lastId = 0;
let lastArrival = 0;

const pageOf = (text: string, rest: Partial<Page> = {}): Page => ({
  id: ++lastId, arrival: ++lastArrival, text, typed: false, name: null, coded: null, date: "", untouched: false, ...rest,
});

/** The page of a text that comes in from outside; a file that this page wrote brings its corrections and its date. */
const arriving = (text: string, rest: Partial<Page>): Page => {
  const restored = fromJson(text);
  return restored ? pageOf(restored.text, { ...rest, ...restored, coded: null }) : pageOf(text, rest);
};

/** A page with another text: typing and correcting leave it the page it is. */
function withText(page: Page, next: Document): Page {
  if (next.typed) return { ...page, ...next, corrections: next.corrections, untouched: false };
  if (next.text === page.text && next.corrections) return { ...page, ...next };
  return arriving(next.text, { corrections: next.corrections, id: page.id, date: page.date });
}

interface Open {
  pages: Page[];
  id: number;
}

/** The open texts, the one on screen, and the ways a text comes in. */
export function useDocuments(initial: () => Partial<Page>[], words: Words, tell: (notice: { text: string; error: boolean } | null) => void) {
  const [open, setOpen] = useState<Open>(() => {
    const pages = initial().map((page) => pageOf(page.text ?? "", page));
    return { pages, id: pages[0]!.id };
  });
  const [reading, setReading] = useState<Reading | null>(null);
  const running = useRef<AbortController | null>(null);
  const current = open.pages.find(({ id }) => id === open.id) ?? open.pages[0]!;

  const { date } = current;

  /** Puts a text into the page on screen. */
  const setDocument = useCallback((next: Document | ((now: Document) => Document)) => {
    setOpen(({ pages, id }) => ({
      id,
      pages: pages.map((page) => (page.id === id ? withText(page, typeof next === "function" ? next(page) : next) : page)),
    }));
  }, []);

  const readAll = useCallback(async (files: File[]) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const taken: Page[] = [];
    const notes: string[] = [];
    const errors: string[] = files.length > MOST ? [words.intake.tooMany(MOST)] : [];
    const chosen = files.slice(0, MOST);
    for (const [i, file] of chosen.entries()) {
      if (controller.signal.aborted) break;
      const say = (share: number | null) => setReading({ name: file.name, at: i + 1, of: chosen.length, share });
      say(null);
      const intake = await readFile(file, words, { signal: controller.signal, onProgress: say });
      if ("error" in intake) errors.push(intake.error);
      else {
        taken.push(arriving(intake.text, { name: file.name, coded: intake.coded ?? null, date }));
        if (intake.note) notes.push(intake.note);
      }
    }
    if (running.current === controller) setReading(null);
    if (taken.length > 0) {
      setOpen(({ pages }) => ({ pages: [...pages.filter(({ untouched, text }) => !untouched && text.trim()), ...taken], id: taken[0]!.id }));
    }
    const told = [...errors, ...(taken.length > 1 ? [words.intake.opened(taken.length)] : notes)];
    tell(told.length > 0 ? { text: told.join(" "), error: errors.length > 0 } : null);
    return taken.length > 0;
  }, [date, words, tell]);

  /** Reads the file on screen once more, as another encoding. */
  const recode = useCallback(async (encoding: Encoding) => {
    const { id, coded } = current;
    if (!coded) return;
    const intake: Intake = await readFile(coded.file, words, { encoding });
    if ("error" in intake) return tell({ text: intake.error, error: true });
    tell(null);
    setOpen(({ pages, id: on }) => ({
      id: on,
      pages: pages.map((page) => (page.id === id ? { ...pageOf(intake.text), id, name: page.name, date: page.date, coded: intake.coded ?? null } : page)),
    }));
  }, [current, words, tell]);

  const select = useCallback((id: number) => setOpen(({ pages }) => ({ pages, id })), []);
  const close = useCallback((id: number) => {
    setOpen(({ pages, id: on }) => {
      const at = pages.findIndex((page) => page.id === id);
      const rest = pages.filter((page) => page.id !== id);
      if (rest.length === 0) rest.push(pageOf(""));
      return { pages: rest, id: id === on ? rest[Math.min(at, rest.length - 1)]!.id : on };
    });
  }, []);
  /** An empty page beside the others. */
  const add = useCallback(() => {
    const page = pageOf("", { date });
    setOpen(({ pages }) => ({ pages: [...pages, page], id: page.id }));
  }, [date]);
  const setDate = useCallback((next: string) => {
    setOpen(({ pages, id }) => ({ id, pages: pages.map((page) => (page.id === id ? { ...page, date: next } : page)) }));
  }, []);
  const stop = useCallback(() => running.current?.abort(), []);

  return useMemo(
    () => ({ pages: open.pages, current, reading, setDocument, setDate, readAll, recode, select, close, add, stop }),
    [open, current, reading, setDocument, setDate, readAll, recode, select, close, add, stop],
  );
}

export type Documents = ReturnType<typeof useDocuments>;
