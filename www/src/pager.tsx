import type { Words } from "./i18n.ts";

/** Page by page through what is too long to show whole; nothing at all for a single page. */
export function Pager({ page, pages, words, onPage }: { page: number; pages: number; words: Words; onPage(page: number): void }) {
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={words.page(page + 1, pages)}>
      <button type="button" disabled={page === 0} onClick={() => onPage(page - 1)}>{words.previousPage}</button>
      <span>{words.page(page + 1, pages)}</span>
      <button type="button" disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>{words.nextPage}</button>
    </nav>
  );
}
