//! Proportions and scores: 3比1, 1:3, 二比一.

use super::quantity::{self, Quantity};
use super::{Amount, Scene};
use crate::model::Written;
use crate::numeral::Decimal;
use crate::unit::Trait;

/// Joins a number with the one it is set against, if they make a proportion: both bare, with nothing but 比 or a
/// colon between them.
pub fn join(scene: &Scene, first: Quantity, limit: usize) -> Quantity {
    let (Some((of, end)), Amount::Exact(value)) = (second(scene, &first, limit), &first.amount) else { return first };
    Quantity {
        range: first.range.start..end,
        number: first.number.start..end,
        amount: Amount::Quotient(value.clone(), of),
        written: Written { mantissa: String::new(), scale: 0, decimals: 0 },
        rule: "ratio",
        ..first
    }
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
    // 1:2:3 is a list of parts.
    let goes_on = chars.get(end).is_some_and(|&c| is_sign(c) || c.is_ascii_alphanumeric());
    let Amount::Exact(of) = other.amount else { return None };
    (!goes_on && !of.is_zero()).then_some((of, end))
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
    quantity.rule == "numeral" && quantity.has(Trait::Weak) && !scene.line.starts_word(quantity.range.end)
}
