//! Shares: 占全省的35%, 其中.

use std::ops::Range;

use super::tokens::{Class, Tokens};
use crate::model::FigureKind;

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

/// Whether a clause begins with 其中.
pub fn among(tokens: &Tokens, number: usize) -> bool {
    let clause = tokens.clause(tokens.figures[number]).tokens.clone();
    let begins = |clause: &Range<usize>| tokens.text(clause.start).starts_with("其中");
    let before = tokens.list[clause.start].clause.checked_sub(1).map(|i| &tokens.clauses[i as usize].tokens);
    begins(&clause) || before.is_some_and(|before| before.len() == 1 && begins(before))
}
