import type { AnalyzeOptions } from "tishu";

/** How much the checks say about the way numerals are written, where nothing is wrong: what the engine does by itself first. */
export const STYLES = ["usual", "strict", "off"] as const;
export type Style = (typeof STYLES)[number];

const RULES = ["style-redundant-approximator", "style-mixed-numeral", "style-short-year"] as const;

/** The engine's option for it. */
export function checksOf(style: Style): NonNullable<AnalyzeOptions["checks"]> {
  return style === "usual" ? {} : Object.fromEntries(RULES.map((rule) => [rule, style === "strict"]));
}
