//! Shares: 占全省的35%, 其中.

use std::ops::Range;

use super::item::person_like;
use super::tokens::{Class, Tokens};
use crate::model::{FigureKind, UnitClass};

/// How many tokens 占 may stand before its figure.
const WITHIN: usize = 16;

/// The token 占 of a figure, and the tokens of the whole, where it is named.
pub fn of(tokens: &Tokens, number: usize) -> Option<(usize, Option<Range<usize>>)> {
    let at = tokens.figures[number];
    if !matches!(tokens.draft.figures[number].kind, FigureKind::Percent | FigureKind::Ratio) {
        return None;
    }
    let floor = tokens.clause(at).tokens.start.max(at.saturating_sub(WITHIN));
    for before in (floor..at).rev() {
        if matches!(tokens.class(before), Class::Figure(_)) {
            return None;
        }
        if !matches!(tokens.text(before), "占" | "约占" | "占到" | "占了" | "仅占" | "占据") {
            continue;
        }
        let mut end = at;
        while end > before + 1
            && matches!(
                tokens.class(end - 1),
                Class::De | Class::Adverb | Class::Copula | Class::Particle | Class::Preposition | Class::Mark(_)
            )
        {
            end -= 1;
        }
        // 服务贸易占比重由7%降至4%: the share itself is the thing.
        let moved = |i: usize| {
            ends_share(tokens.text(i))
                && matches!(tokens.class(i + 1), Class::Preposition | Class::Verb | Class::Time(_))
        };
        if (before + 1..at).any(moved) {
            return None;
        }
        // 女工占全部职工比例保持在60%: the whole clause before the number is the thing.
        if tokens.class(end) != Class::De && end > before + 1 && ends_share(tokens.text(end - 1)) {
            return None;
        }
        let whole = (end > before + 1).then_some(before + 1..end);
        return Some((before, whole));
    }
    None
}

fn ends_share(text: &str) -> bool {
    ["比例", "比重", "份额"].iter().any(|word| text.ends_with(word))
}

/// Whether the clause of a token begins with 其中, or 其中 is the clause before.
pub fn parts(tokens: &Tokens, at: usize) -> bool {
    let clause = &tokens.clause(at).tokens;
    let begins = |clause: &Range<usize>| tokens.text(clause.start).starts_with("其中");
    // 分季度看，一季度增长5%
    let sorted = |clause: &Range<usize>| {
        tokens.text(clause.start).starts_with('分') && tokens.text(clause.end - 1).ends_with('看')
    };
    let before = tokens.list[clause.start].clause.checked_sub(1).map(|i| &tokens.clauses[i as usize].tokens);
    begins(clause)
        || before.is_some_and(|before| before.len() == 1 && begins(before) || before.len() <= 4 && sorted(before))
}

/// The figure that a clause with 其中 parts: the last before it in its sentence, if it counts the same (not 3座, 其中陶器6件).
pub fn among(tokens: &Tokens, number: usize) -> Option<usize> {
    let at = tokens.figures[number];
    let clause = tokens.clause(at).tokens.clone();
    if !parts(tokens, at) {
        return None;
    }
    // 其中超过5亿元的项目11个: how large each is.
    let next = tokens.figures.get(number + 1).is_some_and(|next| clause.contains(next));
    let size = matches!(tokens.draft.figures[number].kind, FigureKind::Measure | FigureKind::Money);
    if size && next && (tokens.class(at + 1) == Class::De || tokens.class(at + 1).names()) {
        return None;
    }
    let whole = tokens.figures[..number].partition_point(|&other| other < clause.start).checked_sub(1)?;
    let figure = |number: usize| &tokens.draft.figures[number];
    let counts = matches!(figure(whole).kind, FigureKind::Count | FigureKind::Measure | FigureKind::Money);
    let unit = |number: usize| figure(number).unit.as_ref().map(|unit| &unit.canonical);
    let value = |number: usize| figure(number).amount.value().unwrap_or_default();
    let sorts = figure(whole).unit.as_ref().is_some_and(|unit| unit.canonical == "个")
        && figure(number).kind == FigureKind::Count
        && value(number) <= value(whole);
    let alike = unit(number) == unit(whole) || person_like(figure(number)) && person_like(figure(whole)) || sorts;
    let share = figure(number).unit.as_ref().is_some_and(|unit| unit.class == UnitClass::Percent);
    (counts && (alike || share) && tokens.sentence(tokens.figures[whole]) == tokens.sentence(at)).then_some(whole)
}
