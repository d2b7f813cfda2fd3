/** Elements that are no part of what a reader reads. */
const UNREAD = "script, style, noscript, template, nav, aside, form, button, select, textarea, iframe, object, svg, math, [hidden], [aria-hidden=true]";
const BLOCKS = new Set(
  "ADDRESS ARTICLE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(" "),
);

/** The text under an element as a reader sees it: a paragraph each for blocks, a line each for <br>, tabs between cells. */
export function textOf(root: Element): string {
  const paragraphs: string[] = [];
  let line = "";
  const end = () => {
    const text = line.replace(/[ \t]*\n[ \t]*/g, "\n").trim();
    if (text) paragraphs.push(text);
    line = "";
  };
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const keeps = node.parentElement?.closest("pre");
      line += keeps ? node.nodeValue : collapse(node.nodeValue ?? "", line);
    }
    if (!(node instanceof Element) || node.matches(UNREAD)) return;
    const name = node.tagName.toUpperCase();
    if (name === "BR") line += "\n";
    if ((name === "TD" || name === "TH") && node.previousElementSibling) line += "\t";
    const cell = node.closest("td, th");
    const block = BLOCKS.has(name) && (!cell || !isPlain(cell));
    if (block) end();
    node.childNodes.forEach(walk);
    if (block) end();
  };
  walk(root);
  end();
  return paragraphs.join("\n\n");
}

/** Whether a cell is one of a table of data, a line with others, and not a part of a page laid out in a table. */
function isPlain(cell: Element): boolean {
  let plain = known.get(cell);
  if (plain === undefined) known.set(cell, (plain = cell.querySelectorAll("p, div, table, ul, ol, h1, h2, h3, h4, article, section").length <= 1));
  return plain;
}
const known = new WeakMap<Element, boolean>();

/** White space in markup is one space, and none between Chinese characters or at the beginning of a line. */
function collapse(text: string, before: string): string {
  const one = text.replace(/[ \t\r\n\f]+/g, " ").replace(/(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])/g, "");
  return /(^|[\s])$/.test(before) ? one.trimStart() : one;
}
