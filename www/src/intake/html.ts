import { textOf } from "./blocks.ts";

/** Where a page has fewer characters of its own, or the reader's view keeps a smaller share of them, all of it is read. */
const SHORT = 400;
const SHARE = 0.5;

/** The main text of a web page: its article without menus and notes. Nothing in it runs or is fetched. */
export async function readHtml(markup: string): Promise<string> {
  const page = new DOMParser().parseFromString(markup, "text/html");
  const whole = textOf(page.body);
  const own = whole.length - lengthOf(page.querySelectorAll("body a"));
  if (own < SHORT) return whole;
  const { Readability } = await import("@mozilla/readability");
  // It changes the document it works on.
  const article = new Readability<Element>(page.cloneNode(true) as Document, { charThreshold: SHORT / 2, serializer: (node) => node as Element }).parse();
  const main = article?.content ? textOf(article.content) : "";
  if (main.length < own * SHARE) return whole;
  // It takes a headline and a byline above the text for page furniture.
  const above = [...page.querySelectorAll("h1")].map(textOf).find((text) => text && article!.title?.includes(text)) ?? article!.title;
  const missing = [above, article!.byline].filter((text): text is string => Boolean(text) && !main.slice(0, 400).includes(text!.trim()));
  return [...missing.map((text) => text.trim()), main].join("\n\n");
}

function lengthOf(elements: NodeListOf<Element>): number {
  return [...elements].reduce((n, element) => n + (element.textContent?.trim().length ?? 0), 0);
}
