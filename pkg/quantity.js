import { MINOR, REC20 } from "./lib/codes.js";

/** A figure as schema.org has quantities; see quantity.d.ts. */
export function toQuantitativeValue(figure) {
  const { kind, unit, bound } = figure;
  if (kind === "ordinal") return null;
  const exact = bound === "=" || bound === "~";
  const amounts = {
    ...(exact && figure.decimal !== null && { value: amount(figure.decimal) }),
    ...(!(exact && figure.decimal !== null) && figure.min !== null && { minValue: figure.min }),
    ...(!(exact && figure.decimal !== null) && figure.max !== null && { maxValue: figure.max }),
  };
  if (Object.keys(amounts).length === 0) return null;
  const what = {
    ...(figure.item && { name: figure.item.text }),
    description: figure.text,
  };
  const context = { "@context": "https://schema.org" };
  if (unit?.class === "currency" && unit.code && !unit.per && !MINOR.has(unit.canonical)) {
    return { ...context, "@type": "MonetaryAmount", ...what, ...amounts, currency: unit.code };
  }
  return { ...context, "@type": "QuantitativeValue", ...what, ...amounts, ...codeOf(unit), ...(unit && { unitText: unit.canonical }) };
}

/** A number where a number says exactly that, else the decimal as text, which schema.org allows as well. */
function amount(decimal) {
  const number = Number(decimal);
  return Number.isFinite(number) && plain(number) === decimal ? number : decimal;
}

/** A number in full, as decimals are written: 1e21 has 22 digits. */
function plain(number) {
  return Number.isInteger(number) ? BigInt(number).toString() : String(number);
}

function codeOf(unit) {
  // A currency's code says nothing of its tenths, nor of what a price is for.
  if (!unit?.code || unit.class === "currency") return {};
  return { unitCode: REC20[unit.code] ?? `UCUM:${unit.code}` };
}
