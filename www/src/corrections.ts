import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import type { Block } from "tishu";
import { isSpace } from "./space.ts";

export type Role = Block["role"];
export const ROLES: readonly Role[] = ["title", "subtitle", "byline", "dateline", "heading", "paragraph", "caption", "credit", "footer"];

/** What a reader says of the layout; offsets into the text as given. */
export type Correction =
  | { type: "break"; at: number } // this layout break stays
  | { type: "join"; at: number } // this line break goes
  | { type: "role"; at: number; role: Role };

/** The engine's option. */
export interface CorrectionOptions {
  breaks: number[];
  joins: number[];
  roles: { at: number; role: Role }[];
}

export function optionsOf(corrections: readonly Correction[]): CorrectionOptions {
  const options: CorrectionOptions = { breaks: [], joins: [], roles: [] };
  for (const correction of corrections) {
    if (correction.type === "role") options.roles.push({ at: correction.at, role: correction.role });
    else options[correction.type === "break" ? "breaks" : "joins"].push(correction.at);
  }
  return options;
}

/** The corrections of a file of this page; whatever else stands there is left out. */
export function correctionsOf(options: unknown): Correction[] {
  const { breaks, joins, roles } = (options ?? {}) as Partial<Record<keyof CorrectionOptions, unknown>>;
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const isOffset = (at: unknown): at is number => Number.isInteger(at) && (at as number) >= 0;
  return [
    ...list(breaks).filter(isOffset).map((at) => ({ type: "break" as const, at })),
    ...list(joins).filter(isOffset).map((at) => ({ type: "join" as const, at })),
    ...list(roles).flatMap((entry) => {
      const { at, role } = (entry ?? {}) as { at?: unknown; role?: Role };
      return isOffset(at) && ROLES.includes(role!) ? [{ type: "role" as const, at, role: role! }] : [];
    }),
  ];
}

/** Whether two offsets name the same break: nothing but white space stands between them. */
export function isSameBreak(text: string, a: number, b: number): boolean {
  for (let at = Math.min(a, b); at < Math.max(a, b); at++) if (!isSpace(text[at])) return false;
  return true;
}

/** Adds a correction. One that says the opposite of an earlier one takes it back. */
export function withCorrection(text: string, all: readonly Correction[], next: Correction): Correction[] {
  if (next.type === "role") return [...all.filter((c) => c.type !== "role" || c.at !== next.at), next];
  const others = all.filter((c) => c.type === "role" || !isSameBreak(text, c.at, next.at));
  const opposite = all.some((c) => c.type !== "role" && c.type !== next.type && isSameBreak(text, c.at, next.at));
  return opposite ? others : [...others, next];
}

/** Corrections after an edit of the text: those behind it move along, those inside it are gone. */
export function rebase(before: string, after: string, all: readonly Correction[]): Correction[] {
  if (all.length === 0) return [];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return all.flatMap((c) => {
    if (c.at < head) return [c];
    return c.at >= before.length - tail ? [{ ...c, at: c.at + after.length - before.length }] : [];
  });
}

interface History {
  past: (readonly Correction[])[];
  future: (readonly Correction[])[];
}

/** The corrections of a text, with a way back and forth. Another text begins a history of its own. */
export function useCorrections(text: string, corrections: readonly Correction[], put: (corrections: readonly Correction[]) => void) {
  const [{ past, future }, setHistory] = useState<History>({ past: [], future: [] });
  useLayoutEffect(() => setHistory({ past: [], future: [] }), [text]);

  const set = useCallback((next: readonly Correction[]) => {
    setHistory(({ past: before }) => ({ past: [...before, corrections], future: [] }));
    put(next);
  }, [corrections, put]);
  const undo = useCallback(() => {
    const last = past.at(-1);
    if (!last) return;
    setHistory({ past: past.slice(0, -1), future: [corrections, ...future] });
    put(last);
  }, [past, future, corrections, put]);
  const redo = useCallback(() => {
    const next = future[0];
    if (!next) return;
    setHistory({ past: [...past, corrections], future: future.slice(1) });
    put(next);
  }, [past, future, corrections, put]);
  return { set, undo: past.length > 0 ? undo : null, redo: future.length > 0 ? redo : null };
}
