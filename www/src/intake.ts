import type { Words } from "./i18n.ts";
import { bytes as size } from "./format.ts";

/** A text from outside: what it says, and what should be told about how it was read. */
export type Intake = { text: string; note: string | null } | { error: string };

const LIMIT = 32e6;

const SIGNATURES: [bytes: number[], kind: "image" | "document", type: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], "image", "PNG"],
  [[0xff, 0xd8, 0xff], "image", "JPEG"],
  [[0x47, 0x49, 0x46, 0x38], "image", "GIF"],
  [[0x52, 0x49, 0x46, 0x46], "image", "WebP"],
  [[0x25, 0x50, 0x44, 0x46], "document", "PDF"],
  [[0x50, 0x4b, 0x03, 0x04], "document", "Word / ZIP"],
  [[0xd0, 0xcf, 0x11, 0xe0], "document", "Word 97"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "document", "RTF"],
];

/** Reads a file as text. Old Chinese text files are often GB 18030, so that is tried when the bytes are no UTF-8. */
export async function readFile(file: File, words: Words): Promise<Intake> {
  const t = words.intake;
  if (file.size > LIMIT) return { error: t.tooBig(file.name, size(file.size), size(LIMIT)) };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { error: t.unreadable(file.name) };
  }
  for (const [signature, kind, type] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return { error: t[kind](type, file.name) };
  }
  for (const encoding of guesses(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (isBinary(text)) break;
      return { text: wellFormed(text), note: encoding === "utf-8" ? null : t.decoded(file.name, encoding.toUpperCase()) };
    } catch {
      // Not this encoding.
    }
  }
  return { error: t.binary(file.name) };
}

function guesses(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

/** Control characters that no text has make a file binary. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 65_536);
  const controls = head.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > 0 && controls * 100 >= head.length;
}

/** Lone surrogates become U+FFFD, one for one: what the engine sees, with the same offsets. */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** A drop or paste: its first file, else its text; nothing if it has neither. */
export async function readTransfer(transfer: DataTransfer, words: Words): Promise<Intake | null> {
  const text = transfer.getData("text/plain");
  const file = transfer.files[0];
  if (text) return { text: wellFormed(text), note: null };
  return file ? readFile(file, words) : null;
}

/** The text on the clipboard, where the browser lets the page read it. */
export async function readClipboard(words: Words): Promise<Intake> {
  try {
    const text = await navigator.clipboard.readText();
    return text ? { text: wellFormed(text), note: null } : { error: words.intake.noText };
  } catch {
    return { error: words.intake.clipboard };
  }
}
