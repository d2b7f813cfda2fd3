import type { Words } from "../i18n.ts";
import { bytes as size } from "../format.ts";
import { declared, decode, detect, type Encoding } from "./encoding.ts";
import { Refusal } from "./refusal.ts";

/** A text from outside: what it says, where it came from, and what should be told about how it was read. */
export interface Taken {
  text: string;
  note: string | null;
  name?: string;
  /** The file, where its encoding was guessed and can be chosen anew. */
  coded?: { file: File; encoding: Encoding };
}
export type Intake = Taken | { error: string };

interface How {
  encoding?: Encoding;
  signal?: AbortSignal;
  onProgress?(share: number): void;
}

const LIMIT = 64e6;
/** What the file chooser offers. */
export const ACCEPT = ".txt,.text,.md,.markdown,.html,.htm,.docx,.pdf,.srt,.vtt,.json,text/*";

const SIGNATURES: [bytes: number[], kind: "image" | "document", type: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], "image", "PNG"],
  [[0xff, 0xd8, 0xff], "image", "JPEG"],
  [[0x47, 0x49, 0x46, 0x38], "image", "GIF"],
  [[0x52, 0x49, 0x46, 0x46], "image", "WebP"],
  [[0x49, 0x49, 0x2a, 0x00], "image", "TIFF"],
  [[0x4d, 0x4d, 0x00, 0x2a], "image", "TIFF"],
  [[0xd0, 0xcf, 0x11, 0xe0], "document", "Word 97 (.doc)"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "document", "RTF"],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];
const begins = (bytes: Uint8Array, signature: number[]) => signature.every((byte, i) => bytes[i] === byte);

/** Reads a file as text: what it is says its content, and where that says nothing, its name. */
export async function readFile(file: File, words: Words, how: How = {}): Promise<Intake> {
  const t = words.intake;
  const { name } = file;
  if (file.size > LIMIT) return { error: t.tooBig(name, size(file.size), size(LIMIT)) };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { error: t.unreadable(name) };
  }
  for (const [signature, kind, type] of SIGNATURES) {
    if (begins(bytes, signature)) return { error: t[kind](type, name) };
  }
  try {
    if (begins(bytes, PDF)) {
      const { readPdf } = await part(import("./pdf.ts"));
      return taken(name, await readPdf(bytes, how.onProgress ?? (() => {}), how.signal), t.fromPdf(name));
    }
    if (begins(bytes, ZIP)) {
      const { readDocx } = await part(import("./docx.ts"));
      return taken(name, await readDocx(bytes), null);
    }
    return await readCoded(file, bytes, words, how.encoding);
  } catch (error) {
    if (error instanceof Refusal) return { error: t.refusals[error.reason](name) };
    if (how.signal?.aborted) return { error: t.stopped(name) };
    // Nested too deeply, or broken in a way its reader did not foresee.
    return { error: t.refusals.damaged(name) };
  }
}

/** A part of the page that is fetched when a file needs it. */
function part<T>(fetched: Promise<T>): Promise<T> {
  return fetched.catch((cause) => {
    throw new Refusal("noParts", { cause });
  });
}

/** Text in some encoding: the one asked for, else the one the file names if it fits, else the likeliest. */
async function readCoded(file: File, bytes: Uint8Array, words: Words, asked?: Encoding): Promise<Intake> {
  const t = words.intake;
  const { name, type } = file;
  const isPage = /\.x?html?$/i.test(name) || type === "text/html";
  const encoding = asked ?? (isPage ? declared(bytes) : null) ?? detect(bytes);
  const source = encoding ? decode(bytes, encoding) : "";
  if (!encoding || (!asked && isBinary(source))) return { error: t.binary(name) };
  const text = await plain(source, name, isPage || /^\s*<(!doctype html|html)\b/i.test(source.slice(0, 200)));
  const note = encoding === "utf-8" && !asked ? null : t.decoded(name, encoding.toUpperCase());
  return { ...taken(name, text, note), coded: { file, encoding } };
}

async function plain(source: string, name: string, isPage: boolean): Promise<string> {
  if (isPage) return (await part(import("./html.ts"))).readHtml(source);
  if (/\.(md|markdown)$/i.test(name)) return (await part(import("./markdown.ts"))).readMarkdown(source);
  if (/\.(srt|vtt)$/i.test(name)) return (await part(import("./subtitles.ts"))).readSubtitles(source);
  return source;
}

const taken = (name: string, text: string, note: string | null): Taken => ({ name, text: wellFormed(text), note });

/** Control characters that no text has make a file binary. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 65_536);
  const controls = head.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return controls > 0 && controls * 100 >= head.length;
}

/** Lone surrogates become U+FFFD, one for one: what the engine sees, with the same offsets. */
export function wellFormed(text: string): string {
  return text.toWellFormed();
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

/** What a drop or paste brings: files, else text; nothing if it has neither. */
export function contents(transfer: DataTransfer): { files: File[] } | { text: string } | null {
  const text = transfer.getData("text/plain");
  const files = [...transfer.files];
  // Office programs put a picture of the text beside it; a dropped file may bring its address.
  if (text && !(files.length > 0 && transfer.types.includes("text/uri-list"))) return { text: wellFormed(text) };
  return files.length > 0 ? { files } : null;
}
