//! The counted noun, where it stands right after or right before the number.

use std::ops::Range;

use super::BlockDraft;
use crate::figure::Draft;
use crate::model::{FigureKind, Order};
use crate::words::LineWord;

/// Verbs that stand between a measured thing and its value: 差距达到25%.
const COPULAS: &[&str] =
    &["达到", "达", "为", "是", "有", "超过", "超", "突破", "增至", "共", "共有", "约", "至", "到", "了"];

/// The noun phrase that a figure counts.
pub fn of(draft: &BlockDraft, figure: &Draft) -> Option<(Range<usize>, Order)> {
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Ordinal);
    if counts && let Some(range) = after(draft, figure.range.end) {
        return Some((range, Order::After));
    }
    before(draft, figure.range.start).map(|range| (range, Order::Before))
}

/// Whether the clause distributes: 各1名, 每桶85美元, 人均89元.
pub fn each(draft: &BlockDraft, figure: &Draft) -> bool {
    let chars = draft.block.reading.chars();
    let start = figure.range.start;
    let clause = chars[..start].iter().rposition(|c| matches!(c, ',' | '。' | ';' | '、')).map_or(0, |i| i + 1);
    let text: String = chars[clause.max(start.saturating_sub(16))..start].iter().collect();
    text.ends_with('各') || ["每", "人均", "户均", "日均", "月均", "年均", "平均"].iter().any(|cue| text.contains(cue))
}

fn is_noun(word: &LineWord) -> bool {
    matches!(word.tag.as_bytes(), [b'n' | b'j', ..] | [b'v', b'n', ..] | [b'x', ..] | [b'e', b'n', b'g'])
}

fn is_modifier(word: &LineWord) -> bool {
    matches!(word.tag, "a" | "b" | "an" | "v" | "ng" | "ag" | "f" | "s" | "k")
}

/// 446名干部: nouns and what may stand before them, up to the last noun before a verb or a mark.
fn after(draft: &BlockDraft, start: usize) -> Option<Range<usize>> {
    let chars = draft.block.reading.chars();
    if start >= chars.len() || !chars[start].is_alphanumeric() {
        return None;
    }
    let mut end = None;
    let words = draft.line.words();
    for word in &words[draft.line.index_at(start)..] {
        let stop = !chars[word.range.start].is_alphanumeric() || figure_at(draft, word.range.start);
        if stop || !(is_noun(word) || (end.is_none() && is_modifier(word))) {
            break;
        }
        if is_noun(word) {
            end = Some(word.range.end);
        }
    }
    end.map(|end| start..end)
}

/// 堡垒支部44个, 差距达到25%: the noun phrase that ends before the number or before a copula.
fn before(draft: &BlockDraft, end: usize) -> Option<Range<usize>> {
    let words = draft.line.words();
    let chars = draft.block.reading.chars();
    let mut last = draft.line.index_at(end.checked_sub(1)?);
    while last > 0 && COPULAS.contains(&draft.block.reading.slice(words[last].range.clone())) {
        last -= 1;
    }
    if !is_noun(&words[last]) || words[last].range.end > end {
        return None;
    }
    let mut start = last;
    while start > 0 && is_noun(&words[start - 1]) && chars[words[start - 1].range.start].is_alphanumeric() {
        start -= 1;
    }
    let range = words[start].range.start..words[last].range.end;
    (!figure_at(draft, range.start)).then_some(range)
}

fn figure_at(draft: &BlockDraft, at: usize) -> bool {
    draft.figures.iter().any(|f| f.range.contains(&at)) || draft.times.iter().any(|t| t.range.contains(&at))
}
