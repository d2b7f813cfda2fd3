/** The encodings Chinese text files come in, by the names TextDecoder knows. */
export const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be", "big5"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What makes up a large part of any Chinese text, and of hardly any wrong reading of one. */
const FREQUENT = new Set("的一是在了有和人这中大为上个国我以他时来地年月日不到们会说，。、：；“”（）\n 0123456789");
const SAMPLE = 65_536;
/** Text that is not well-formed has at least this share of frequent characters. */
const LIKELY = 0.05;

/**
 * The encoding of a text file: what its first bytes or its well-formedness say, else the one that reads best; null for
 * bytes that are text in none.
 */
export function detect(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, SAMPLE);
  const hasNul = head.includes(0);
  if (!hasNul && isWellFormed(bytes, "utf-8")) return "utf-8";
  let best: Encoding | null = !hasNul && isWellFormed(bytes, "gb18030") ? "gb18030" : null;
  let most = best ? likeness(decode(head, best)) : LIKELY;
  for (const encoding of ENCODINGS) {
    const score = likeness(decode(head, encoding));
    if (score > most) [best, most] = [encoding, score];
  }
  return best;
}

/** The encoding a web page names in its first bytes, where all of them fit it; gb2312 and gbk are parts of GB 18030. */
export function declared(bytes: Uint8Array): Encoding | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase().replace(/^gb(2312|k)$/, "gb18030");
  const encoding = ENCODINGS.find((known) => known === label);
  return encoding && isWellFormed(bytes, encoding) ? encoding : null;
}

/** The text of bytes in an encoding; what it cannot be is U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

export function isWellFormed(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The share of frequent characters, less that of characters no text has. */
function likeness(text: string): number {
  let score = 0;
  let all = 0;
  for (const character of text) {
    all += 1;
    if (FREQUENT.has(character)) score += 1;
    else if (character === "\ufffd" || /[\0-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]/.test(character)) score -= 5;
  }
  return score / Math.max(all, 1);
}
