//! Numerals inside names and slogans.

use crate::figure::Scene;
use crate::figure::quantity::Quantity;
use crate::model::{RejectionReason, UnitClass};

/// The longest quotation that is read as a name or slogan: “双30条”, “一核双循环”.
const SLOGAN: usize = 12;

/// Inside a short quotation or a title, or an ordinal without classifier before a noun (第九人民医院): a name, a slogan.
pub fn name(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
    let end = quantity.range.end;
    if quantity.ordinal
        && quantity.unit.is_none()
        && scene.chars().get(end).is_some_and(|c| c.is_alphabetic())
        && matches!(scene.line.at(end).tag.as_bytes(), [b'n' | b'j' | b'x' | b'l' | b'b' | b'e', ..] | [b'v', b'n'])
    {
        return Some(RejectionReason::Name);
    }
    let pair = scene.pair_around(quantity.range.start)?;
    let inside = &pair.inside;
    if pair.title {
        return Some(RejectionReason::Name);
    }
    let speech = scene.chars()[inside.clone()].iter().any(|c| matches!(c, ',' | '。' | '!' | '?' | ';' | '…' | ':'));
    let whole = inside.start == quantity.range.start && inside.end == quantity.range.end;
    let measured = quantity.unit.as_ref().is_some_and(|u| u.class != UnitClass::Classifier);
    (inside.len() <= SLOGAN && !speech && !(whole && measured)).then_some(RejectionReason::Name)
}
