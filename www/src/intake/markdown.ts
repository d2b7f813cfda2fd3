import { textOf } from "./blocks.ts";

/** The text of a Markdown file without its marks. Raw HTML in it neither runs nor is fetched. */
export async function readMarkdown(source: string): Promise<string> {
  const { marked } = await import("marked");
  const markup = marked.parse(source.replace(/^---\n[\s\S]*?\n---\n/, ""), { async: false, gfm: true });
  return textOf(new DOMParser().parseFromString(markup, "text/html").body);
}
