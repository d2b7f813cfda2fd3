import type { Figure } from "./index.js";

/** A quantity as JSON-LD by https://schema.org/QuantitativeValue */
export interface QuantitativeValue extends Amount {
  "@type": "QuantitativeValue";
  /**
   * The UN/CEFACT Common Code (Recommendation 20) where there is one, "KMT" for 公里; otherwise the UCUM code with the
   * prefix that schema.org asks for, "UCUM:2000.m2/3" for 亩. Missing for counts and prices: 座, 元/平方米.
   */
  unitCode?: string;
  /** The unit's canonical spelling: 公里, 座, 元/平方米. */
  unitText?: string;
}

/** An amount of money as JSON-LD by https://schema.org/MonetaryAmount */
export interface MonetaryAmount extends Amount {
  "@type": "MonetaryAmount";
  /** ISO 4217: "CNY" */
  currency: string;
}

interface Amount {
  "@context": "https://schema.org";
  /** What is counted or measured, where the text says it. */
  name?: string;
  /** The figure as it stands in the text, without layout breaks. */
  description: string;
  /** A number, or the exact decimal as text where no JavaScript number equals it. */
  value?: number | string;
  /**
   * The ends of a range, and what 近, 超过 or 以上 leave open, without a value then. schema.org cannot say whether an end
   * belongs to the range; the figure's minInclusive and maxInclusive do.
   */
  minValue?: number;
  maxValue?: number;
}

/**
 * A figure as schema.org has quantities: MonetaryAmount for money in whole currency units, QuantitativeValue for the rest.
 * Null for what is no quantity: ordinals, and amounts without any bound (数百人).
 */
export function toQuantitativeValue(figure: Figure): QuantitativeValue | MonetaryAmount | null;
