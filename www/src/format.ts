import type { Figure } from "tishu";
import type { ChangeKey } from "./keys.ts";
import type { Words } from "./i18n.ts";

/** A plain decimal with its integer part in groups of three. */
export function grouped(decimal: string): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(\.\d+)?$/.exec(decimal) ?? [];
  if (whole === undefined) return decimal;
  return `${sign === "-" ? "−" : ""}${whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole}${rest ?? ""}`;
}

/** A number as a plain decimal: never 1e21, at most 6 significant decimals. */
export function plain(value: number): string {
  return value.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 15 });
}

/** The value as the table shows it: exact, as a range, or nothing where the text is vague. */
export function valueOf(figure: Figure): string {
  if (figure.decimal !== null) return grouped(figure.decimal);
  if (figure.value !== null) return /[分比::\/／]/.test(figure.text) ? plain(Number(figure.value.toPrecision(4))) : grouped(plain(figure.value));
  const { min, max } = figure;
  if (min !== null && max !== null) return `${grouped(plain(min))}–${grouped(plain(max))}`;
  return "";
}

/** What the words allow: ≥ 20, < 100, 3–5; nothing for an exact value. */
export function intervalOf({ min, max, minInclusive, maxInclusive }: Figure): string {
  if (min !== null && min === max) return "";
  const low = min === null ? "" : `${minInclusive ? "≥" : ">"} ${grouped(plain(min))}`;
  const high = max === null ? "" : `${maxInclusive ? "≤" : "<"} ${grouped(plain(max))}`;
  if (min !== null && max !== null && minInclusive && maxInclusive) return `${grouped(plain(min))}–${grouped(plain(max))}`;
  return [low, high].filter(Boolean).join(", ");
}

const SIGNS = { "=": "", "~": "≈", "<": "<", "<=": "≤", ">": ">", ">=": "≥", vague: "" } as const;

/** The bound as a sign and a word: ≈ 约. */
export function boundOf({ bound }: Figure, words: Words): string {
  return bound === "=" ? "" : `${SIGNS[bound]} ${words.bounds[bound]}`.trim();
}

/** The change as an arrow and words: ↑ 增加 · 同比. */
export function changeOf({ change }: Figure, words: Words): string {
  if (!change) return "";
  const key: ChangeKey = `${change.role} ${change.direction}`;
  const base = change.base ? ` · ${change.base.text}` : "";
  return `${change.direction === "up" ? "↑" : "↓"} ${words.changes[key]}${base}`;
}

export function count(n: number): string {
  return n.toLocaleString("en-US");
}

export function bytes(n: number): string {
  return n < 1e6 ? `${Math.ceil(n / 1e3)} KB` : `${(n / 1e6).toFixed(1)} MB`;
}
