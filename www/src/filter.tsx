import { useMemo } from "preact/hooks";
import type { Analysis, FigureKind } from "tishu";
import type { Words } from "./i18n.ts";
import { NO_FILTER, optionsFor, type Filter, type Option } from "./rows.ts";

/** A list longer than this is cut: nobody reads on. */
const MOST = 500;
const FIELDS = ["unit", "article", "time"] as const;

interface Props {
  analysis: Analysis;
  filter: Filter;
  words: Words;
  onFilter(filter: Filter): void;
}

/** What narrows the table: words, kinds, unit, article, time. Only what the text has is offered. */
export function FilterBar({ analysis, filter, words, onFilter }: Props) {
  const { figures } = analysis;
  const present = useMemo(() => {
    const tally = new Map<FigureKind, number>();
    for (const { kind } of figures) tally.set(kind, (tally.get(kind) ?? 0) + 1);
    return (Object.keys(words.kinds) as FigureKind[]).flatMap((kind) => {
      const n = tally.get(kind);
      return n ? [{ kind, n }] : [];
    });
  }, [figures, words]);
  const options = useMemo(() => optionsFor(analysis, words), [analysis, words]);
  const toggle = (kind: FigureKind) => {
    const kinds = new Set(filter.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    onFilter({ ...filter, kinds });
  };
  const narrowed = FIELDS.some((field) => filter[field] !== "");
  return (
    <div class="filter" role="search">
      <input
        id="filter" type="search" value={filter.query} placeholder={words.filter} aria-label={words.filterLabel} autocomplete="off"
        onInput={(event) => onFilter({ ...filter, query: event.currentTarget.value })}
      />
      <div class="kinds" role="group" aria-label={words.kindsLabel}>
        <button type="button" class="chip" aria-pressed={filter.kinds.size === 0} onClick={() => onFilter({ ...filter, kinds: new Set() })}>
          {words.all} <span class="n">{figures.length}</span>
        </button>
        {present.map(({ kind, n }) => (
          <button key={kind} type="button" class={`chip ${kind}`} aria-pressed={filter.kinds.has(kind)} onClick={() => toggle(kind)}>
            {words.kinds[kind]} <span class="n">{n}</span>
          </button>
        ))}
      </div>
      <div class="narrow">
        {FIELDS.map((field) => (
          <Choice key={field} field={field} options={options[field]} value={filter[field]} words={words} onValue={(value) => onFilter({ ...filter, [field]: value })} />
        ))}
        {narrowed && <button type="button" class="link" onClick={() => onFilter({ ...NO_FILTER, query: filter.query, kinds: filter.kinds })}>{words.clear}</button>}
      </div>
    </div>
  );
}

interface ChoiceProps {
  field: (typeof FIELDS)[number];
  options: Option[];
  value: string;
  words: Words;
  onValue(value: string): void;
}

function Choice({ field, options, value, words, onValue }: ChoiceProps) {
  if (options.length < 2 && value === "") return null;
  const name = field === "article" ? words.article : words.columns[field];
  return (
    <select class={value ? "set" : ""} data-filter={field} aria-label={name} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
      <option value="">{words.anyOf(name)}</option>
      {options.slice(0, MOST).map((option) => (
        <option key={option.value} value={option.value} lang="zh-CN">{option.label} ({option.n})</option>
      ))}
    </select>
  );
}
