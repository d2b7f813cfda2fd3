import type * as PdfJs from "pdfjs-dist";
import { partBytes, partScript } from "../parts.ts";
import { linesOf, textOfLines, withoutRadicals, type Glyphs } from "./pdf-lines.ts";
import { Refusal } from "./refusal.ts";

let library: Promise<typeof PdfJs> | null = null;

/** pdf.js is fetched when the first PDF is opened; its worker, like ours, comes from this page. */
function load(): Promise<typeof PdfJs> {
  library ??= (async () => {
    const [main, worker] = await Promise.all([partScript("pdf.min.mjs"), partScript("pdf.worker.min.mjs")]);
    const pdfjs: typeof PdfJs = await import(/* @vite-ignore */ main);
    pdfjs.GlobalWorkerOptions.workerSrc = worker;
    return pdfjs;
  })().catch((cause) => {
    library = null;
    throw new Refusal("noParts", { cause });
  });
  return library;
}

/** Maps from the codes of Chinese fonts to characters, one by one as a document needs them. */
class Parts {
  fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl") return Promise.reject(new Error(`${filename} is not needed to read text`));
    return partBytes(`cmaps/${filename}`);
  }
}

/** The text of a PDF, line by line as it is laid out, in the order in which its program wrote it. */
export async function readPdf(bytes: Uint8Array, onProgress: (share: number) => void, signal?: AbortSignal): Promise<string> {
  const pdfjs = await load();
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: "cmaps/",
    cMapPacked: true,
    BinaryDataFactory: Parts,
    // Neither compiled code nor fonts: the policy forbids the one, and nothing is drawn.
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  const stop = () => void task.destroy();
  signal?.addEventListener("abort", stop);
  try {
    const pdf = await task.promise;
    const pages: string[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      signal?.throwIfAborted();
      const page = await pdf.getPage(n);
      const { items } = await page.getTextContent();
      page.cleanup();
      pages.push(textOfLines(linesOf(items.flatMap(glyphsOf))));
      onProgress(n / pdf.numPages);
    }
    const text = withoutRadicals(pages.filter(Boolean).join("\n"));
    if (!text) throw new Refusal("scanned");
    return text;
  } catch (cause) {
    if (cause instanceof Refusal || signal?.aborted) throw cause;
    throw new Refusal((cause as Error).name === "PasswordException" ? "locked" : "damaged", { cause });
  } finally {
    signal?.removeEventListener("abort", stop);
    await task.destroy();
  }
}

type Item = Awaited<ReturnType<PdfJs.PDFPageProxy["getTextContent"]>>["items"][number];

/** Upright writing only: what stands across a page is a stamp or a margin. */
function glyphsOf(item: Item): Glyphs[] {
  if (!("str" in item) || item.str === "") return [];
  const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number];
  if (Math.abs(b) > Math.abs(a)) return [];
  return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
}
