import { memo } from "preact/compat";
import type { Figure, Span } from "tishu";
import { ROLES, type Role } from "./corrections.ts";
import { boundOf, valueOf } from "./format.ts";
import type { Words } from "./i18n.ts";
import { phrasesOf, type Layout, type Mark, type Part, type Piece, type Run } from "./layout.ts";

const TAGS = { title: "h2", heading: "h3" } as const;

interface Props {
  layout: Layout;
  piece: Piece;
  words: Words;
  chosen: Figure | null;
  opens: boolean;
  stop: string | undefined;
  showRejected: boolean;
  /** Layers to be drawn as elements. */
  drawn: { part: Part; span: Span }[] | null;
  /** Takes the choice of the open menu of roles; null while it is closed. */
  onRole: ((role: Role | "join" | null) => void) | null;
}

/** A stretch of a block: its role, and its text with figures, times and removed line breaks marked. */
export const Stretch = memo(function Stretch({ layout, piece, words, chosen, opens, stop, showRejected, drawn, onRole }: Props) {
  const block = layout.block(piece);
  const { role } = block;
  const { kind } = layout.article(piece);
  const Tag = role === "title" || role === "heading" ? TAGS[role] : "p";
  const runs = layout.runs(piece, [...phrasesOf(chosen), ...(drawn ?? [])]);
  const cut = piece.from === 0 ? layout.cutBefore(block) : null;
  return (
    <div class={`stretch ${kind}${opens ? " opens" : ""}`}>
      {piece.from === 0 && (
        <button
          type="button" class="role" data-role={`${piece.article} ${piece.block}`} data-at={block.start} data-sign={words.roleSigns[role]}
          tabIndex={-1} aria-haspopup="menu" aria-expanded={onRole !== null} aria-label={words.roleOf(words.roles[role])} title={words.roleOf(words.roles[role])}
        />
      )}
      {onRole && <RoleMenu role={role} joinable={layout.breakBefore(block) !== null} words={words} onRole={onRole} />}
      <Tag class={`block ${role} ${kind}`} data-block={`${piece.article} ${piece.block}`} data-from={piece.from}>
        {opens && kind === "photo" && <span class="tag photo-tag">{words.photo}</span>}
        {cut !== null && <JoinMark at={cut} kind="cut" title={words.cutTitle} />}
        {byMark(runs).map((group) => (
          <Marked key={group[0]!.at} group={group} words={words} chosen={chosen} stop={stop} showRejected={showRejected} />
        ))}
      </Tag>
    </div>
  );
});

/** A layout break that was removed, or one that was put back: press it for the other. */
export function JoinMark({ at, kind, title }: { at: number; kind: "join" | "cut"; title: string }) {
  return <span class={kind} data-join={at} data-kind={kind} role="button" tabIndex={-1} aria-label={title} title={title} />;
}

function RoleMenu({ role, joinable, words, onRole }: { role: Role; joinable: boolean; words: Words; onRole(role: Role | "join" | null): void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>("button")];
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") onRole(null);
    else if (to !== undefined) items[to % items.length]!.focus();
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu" role="menu" aria-label={words.roleMenu} onKeyDown={onKeyDown}>
      {ROLES.map((name) => (
        <button key={name} type="button" role="menuitemradio" aria-checked={name === role} tabIndex={-1} data-choice={name} onClick={() => onRole(name)}>
          <span class="sign" aria-hidden="true">{words.roleSigns[name]}</span>{words.roles[name]}
        </button>
      ))}
      {joinable && (
        <button type="button" role="menuitem" tabIndex={-1} class="apart" data-choice="join" onClick={() => onRole("join")}>
          <span class="sign" aria-hidden="true">↥</span>{words.joinAbove}
        </button>
      )}
    </div>
  );
}

/** Runs under the same mark, together. */
function byMark(runs: Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group && run.mark && group[0]!.mark === run.mark) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

interface MarkedProps {
  group: Run[];
  words: Words;
  chosen: Figure | null;
  stop: string | undefined;
  showRejected: boolean;
}

function Marked({ group, words, chosen, stop, showRejected }: MarkedProps) {
  const mark = group[0]!.mark;
  const inside = group.map((run) => <Runs key={run.at} run={run} words={words} />);
  if (!mark || (mark.type === "rejected" && !showRejected)) return <>{inside}</>;
  const holds = group.some((run, i) => i > 0 && run.join !== null);
  return <MarkOf mark={mark} words={words} chosen={chosen} stop={stop} holds={holds}>{inside}</MarkOf>;
}

interface MarkProps {
  mark: Mark;
  words: Words;
  chosen: Figure | null;
  stop: string | undefined;
  /** Whether a mark to press stands inside: then this one cannot be a button, and is a group that takes the same keys. */
  holds: boolean;
  children: preact.ComponentChildren;
}

/** A figure, a time or a rejected numeral around its text. */
export function MarkOf({ mark, words, chosen, stop, holds, children }: MarkProps) {
  if (mark.type !== "figure") return <span class={mark.type} title={titleOf(mark, words)}>{children}</span>;
  const { figure } = mark;
  const isChosen = figure.id === chosen?.id;
  return (
    <mark
      class={`figure ${figure.kind} ${figure.status}${isChosen ? " chosen" : ""}`}
      data-figure={figure.id} tabIndex={figure.id === stop ? 0 : -1} title={titleOf(mark, words)}
      {...(holds ? { role: "group", "aria-current": isChosen, "aria-label": figure.text } : { role: "button", "aria-pressed": isChosen })}
    >
      {children}
    </mark>
  );
}

function titleOf(mark: Mark, words: Words): string {
  if (mark.type === "time") return [words.legend.time, mark.time.resolved ?? mark.time.value].filter(Boolean).join(" · ");
  if (mark.type === "rejected") return words.rejectedTitle(words.rejection[mark.reason] ?? mark.reason);
  const { figure } = mark;
  return [words.kinds[figure.kind], boundOf(figure, words), `${valueOf(figure)} ${figure.unit?.text ?? ""}`.trim(), figure.item?.text]
    .filter(Boolean)
    .join(" · ");
}

function Runs({ run, words }: { run: Run; words: Words }) {
  return (
    <>
      {run.join !== null && <JoinMark at={run.join.at} kind="join" title={words.joinTitle(run.join.rule)} />}
      {run.parts.length > 0 ? <span class={`part ${run.parts.join(" ")}`} title={partsTitle(run.parts, words)}>{run.text}</span> : run.text}
    </>
  );
}

function partsTitle(parts: Part[], words: Words): string | undefined {
  const names: Partial<Record<Part, string>> = {
    item: words.columns.item, subject: words.columns.subject, when: words.columns.time, cue: words.columns.change,
  };
  return parts.flatMap((part) => names[part] ?? []).join(" · ") || undefined;
}
