import type { Words } from "./i18n.ts";
import { COLUMNS, FIRST_COLUMNS, type Column } from "./rows.ts";

/** Which columns the table has. Value and quote stay: without them a row says nothing. */
export function ColumnMenu({ columns, words, onColumns }: { columns: ReadonlySet<Column>; words: Words; onColumns(columns: Column[]): void }) {
  return (
    <details
      class="columns"
      onFocusOut={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget as Node)) event.currentTarget.open = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !event.currentTarget.open) return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
        event.stopPropagation();
      }}
    >
      <summary>{words.columnsLabel}</summary>
      <div class="sheet" role="group" aria-label={words.columnsLabel}>
        {COLUMNS.map((column) => (
          <label key={column} class="check">
            <input
              type="checkbox" data-column={column} checked={columns.has(column)} disabled={column === "value" || column === "quote"}
              onChange={() => onColumns(COLUMNS.filter((name) => columns.has(name) !== (name === column)))}
            />
            {words.columns[column]}
          </label>
        ))}
        <button type="button" class="reset" onClick={() => onColumns([...FIRST_COLUMNS])}>{words.resetColumns}</button>
      </div>
    </details>
  );
}
