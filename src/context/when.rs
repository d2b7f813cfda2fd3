//! The time a figure holds for: the expression that governs it in its clause, its sentence or its paragraph.

use super::tokens::{Class, Tokens};
use crate::model::Provenance;

/// The time of every figure of a block: its number in the block, and how far off it stands.
pub fn of(tokens: &Tokens) -> Vec<Option<(usize, Provenance)>> {
    let mut out = vec![None; tokens.figures.len()];
    let mut current: Option<(usize, usize)> = None;
    for at in 0..tokens.list.len() {
        match tokens.class(at) {
            Class::Time(time) if governs(tokens, at) => current = Some((time as usize, at)),
            Class::Figure(number) => {
                let found = follows(tokens, at).or(current);
                out[number as usize] = found.map(|(time, token)| (time, distance(tokens, token, at)));
            }
            _ => {}
        }
    }
    out
}

fn distance(tokens: &Tokens, time: usize, figure: usize) -> Provenance {
    if tokens.list[time].clause == tokens.list[figure].clause {
        Provenance::Clause
    } else if tokens.sentence(time) == tokens.sentence(figure) {
        Provenance::Sentence
    } else {
        Provenance::Paragraph
    }
}

/// Whether a time says when something holds. It does not as part of a title or name, or as what something is compared
/// with.
fn governs(tokens: &Tokens, at: usize) -> bool {
    let before = at.checked_sub(1);
    let class = before.map_or(Class::Stop, |i| tokens.class(i));
    let text = before.map_or("", |i| tokens.text(i));
    let compared = matches!(text, "比" | "较" | "与" | "同" | "相比" | "环比" | "同比" | "占" | "超过");
    let titled = matches!(class, Class::Open(open) if open != '(');
    !(compared || titled)
}

/// 300名成员今年4月被派往: the time right behind the figure's noun, before the verb.
fn follows(tokens: &Tokens, figure: usize) -> Option<(usize, usize)> {
    let clause = tokens.clause(figure).tokens.clone();
    let noun = (figure + 1..clause.end.min(figure + 6)).find(|&at| !tokens.class(at).names())?;
    match tokens.class(noun) {
        Class::Time(time) if noun > figure + 1 && noun + 1 < clause.end => Some((time as usize, noun)),
        _ => None,
    }
}
