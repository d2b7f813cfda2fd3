//! Which numerals are no figures, and why: words, names, idioms, identifiers, list markers, 一 as an article.

use std::ops::Range;

use super::quantity::Quantity;
use super::{Draft, Scene};
use crate::model::RejectionReason;

mod article;
mod enumerator;
mod identifier;
mod lexical;
mod name;

use article::{article, reduplicated};
use enumerator::enumerator;
use identifier::identifier;
use lexical::lexical;
pub use lexical::word;
use name::name;

/// Why a quantity is no figure, if it is none, and how far the rejected stretch goes.
pub fn judge(scene: &Scene, quantity: &Quantity, earlier: &[Draft]) -> Option<(Range<usize>, RejectionReason)> {
    let here = quantity.range.clone();
    reduplicated(scene, quantity)
        .map(|r| (here.clone(), r))
        .or_else(|| lexical(scene, quantity))
        .or_else(|| name(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| enumerator(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| identifier(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| article(scene, quantity, earlier).map(|r| (here, r)))
}
