//! Proportions and scores: 3比1, 1:3, 二比一.

use super::quantity::{self, Quantity};
use super::{Amount, Scene};
use crate::numeral::{Decimal, Printed};
use crate::unit::Trait;

/// Joins a number with the one it is set against, if they make a proportion: both bare, with nothing but 比 or a
/// colon between them.
pub fn join(scene: &Scene, first: &mut Quantity, limit: usize) {
    let (Some((of, mut end)), Amount::Exact(value)) = (second(scene, first, limit), &first.amount) else {
        return;
    };
    // 5:0 is a score that no quotient states.
    let mut amount = if of.is_zero() { Amount::Parts } else { Amount::Quotient(value.clone(), of) };
    match further(scene, first, end, limit) {
        Parts::None => {}
        Parts::To(last) => (amount, end) = (Amount::Parts, last),
        Parts::Broken => return,
    }
    (first.range.end, first.number.end) = (end, end);
    first.amount = amount;
    first.written = Printed::default();
    first.rule = "ratio";
}

/// The number behind the sign, and the place behind it.
fn second(scene: &Scene, first: &Quantity, limit: usize) -> Option<(Decimal, usize)> {
    let chars = scene.chars();
    let part = |c: char| c.is_ascii_alphanumeric() || is_sign(c) || matches!(c, '-' | '.');
    let glued = scene.before(first.range.start).is_some_and(part);
    let at = first.range.end + 1;
    if !is_bare(first) || !is_sign(*chars.get(at - 1)?) || glued || at >= limit {
        return None;
    }
    let other = quantity::read(scene, at, limit)
        .filter(|q| q.range.start == at && q.form == first.form && (is_bare(q) || begins_word(scene, q)))?;
    let end = other.number.end;
    let goes_on = chars.get(end).is_some_and(char::is_ascii_alphanumeric);
    let Amount::Exact(of) = other.amount else { return None };
    let score = !of.is_zero() || other.number.len() == 1;
    (!goes_on && score).then_some((of, end))
}

/// What stands behind the second number of a proportion.
enum Parts {
    /// No further sign.
    None,
    /// Further numbers, to this place.
    To(usize),
    /// A sign without a number, or too many numbers: no proportion.
    Broken,
}

/// The further parts of 8.6:45.5:45.9.
fn further(scene: &Scene, first: &Quantity, end: usize, limit: usize) -> Parts {
    const MOST: usize = 4;
    let chars = scene.chars();
    let mut at = end;
    for read in 0..=MOST {
        if !chars.get(at).is_some_and(|&c| is_sign(c)) {
            return if read == 0 { Parts::None } else { Parts::To(at) };
        }
        let next = if at + 1 < limit { quantity::read(scene, at + 1, limit) } else { None };
        match next.filter(|q| q.range.start == at + 1 && q.form == first.form && is_bare(q)) {
            Some(part) => at = part.number.end,
            None if read == 0 && chars[at] == '比' => return Parts::None, // 3比1比较悬殊
            None => return Parts::Broken,
        }
    }
    Parts::Broken
}

fn is_sign(ch: char) -> bool {
    matches!(ch, '比' | ':' | '∶')
}

fn is_bare(quantity: &Quantity) -> bool {
    quantity.unit.is_none()
        && quantity.bound.is_none()
        && quantity.rule == "numeral"
        && quantity.written.scale == 0
        && !quantity.ordinal
}

/// 3:1战胜, 2比1领先: what stands behind a score may look like a unit of one character.
fn begins_word(scene: &Scene, quantity: &Quantity) -> bool {
    // 1比1平: a draw.
    let draw = scene.chars().get(quantity.number.end) == Some(&'平');
    quantity.rule == "numeral" && quantity.has(Trait::Weak) && (draw || !scene.line.starts_word(quantity.range.end))
}
