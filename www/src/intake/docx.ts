import { Refusal } from "./refusal.ts";

/** Text a document may unpack to; more is a bomb or a book. */
const LIMIT = 64e6;
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The text of a Word document: a paragraph each, tabs between the cells of a table, text boxes behind their paragraph. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const { unzipSync } = await import("fflate").catch((cause) => {
    throw new Refusal("noParts", { cause });
  });
  let tooBig = false;
  let files;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^word\/(document|footnotes|endnotes)\d*\.xml$/.test(name)) return false;
        tooBig ||= originalSize > LIMIT;
        return originalSize <= LIMIT;
      },
    });
  } catch (cause) {
    throw new Refusal("damaged", { cause });
  }
  const parts = Object.keys(files).sort((a, b) => rank(a) - rank(b));
  if (tooBig) throw new Refusal("tooBig");
  if (!parts.some((name) => name.startsWith("word/document"))) throw new Refusal("archive");
  return parts.map((name) => readPart(files[name]!)).filter(Boolean).join("\n\n");
}

const rank = (name: string) => (name.includes("document") ? 0 : 1);

function readPart(xml: Uint8Array): string {
  const part = new DOMParser().parseFromString(new TextDecoder().decode(xml), "application/xml");
  if (part.querySelector("parsererror")) throw new Refusal("damaged");
  const paragraphs: string[] = [];
  walk(part.documentElement, paragraphs);
  return paragraphs.map((text) => text.replace(/[ \t]+$/, "")).filter((text) => text.trim()).join("\n\n");
}

/** Collects the paragraphs under an element; rows of a table are one each. */
function walk(element: Element, paragraphs: string[]): void {
  for (const child of element.children) {
    const name = nameOf(child);
    if (name === "p") paragraph(child, paragraphs);
    else if (name === "tr") {
      const cells = [...child.getElementsByTagNameNS(WORD, "tc")].filter((cell) => cell.parentElement?.closest("tr") === child);
      paragraphs.push(cells.map((cell) => {
        const inside: string[] = [];
        walk(cell, inside);
        return inside.join(" ");
      }).join("\t"));
    } else if (name !== "Fallback" && name !== "del") walk(child, paragraphs);
  }
}

function paragraph(element: Element, paragraphs: string[]): void {
  let text = "";
  const boxes: Element[] = [];
  const read = (node: Element) => {
    for (const child of node.children) {
      switch (nameOf(child)) {
        case "t": text += child.textContent; break;
        case "tab": text += nameOf(node) === "r" ? "\t" : ""; break;
        case "br":
        case "cr": text += "\n"; break;
        case "noBreakHyphen": text += "-"; break;
        case "txbxContent": boxes.push(child); break;
        // Deleted text, codes of fields, and the same drawing again for old programs.
        case "del": case "moveFrom": case "instrText": case "delText": case "Fallback": case "rt": break;
        default: read(child);
      }
    }
  };
  read(element);
  paragraphs.push(text);
  for (const box of boxes) walk(box, paragraphs);
}

const nameOf = (element: Element) => element.localName;
