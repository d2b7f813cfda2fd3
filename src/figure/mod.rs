//! Figures: from numerals to typed, bounded quantities, and the reasons why other numerals are none.
//!
//! [`scan`] walks over the characters of one block. Where a numeral may begin it reads a [`quantity`] (numeral,
//! scale, unit, compound), joins [`range`]s, lists and [`proportion`]s, asks [`veto`] whether it is one at all, and lets
//! [`approx`]imators turn the value into a bound. [`cues`] are the words around it that all of them ask for.

use std::ops::Range;

use crate::model::{Bound, FigureKind, RejectionReason, Unit};
use crate::numeral::{Decimal, Printed};

mod approx;
mod compound;
mod cues;
mod kind;
mod plain;
mod proportion;
mod quantity;
mod range;
mod scan;
mod scene;
mod veto;

pub use scan::scan;
pub use scene::Scene;

/// What a figure states.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Amount {
    /// One value.
    Exact(Decimal),
    /// A fraction: numerator and denominator.
    Quotient(Decimal, Decimal),
    /// From the one to the other, both included.
    Range(Decimal, Decimal),
    /// Parts set against one another that have no one value: three or more (1:2:3), or a score with a zero (5:0).
    Parts,
    /// 几, 数, 多: no value.
    Vague,
}

impl Amount {
    /// The value as a double, where there is one.
    pub fn value(&self) -> Option<f64> {
        match self {
            Amount::Exact(value) => Some(value.to_f64()),
            Amount::Quotient(numerator, denominator) => Some(numerator.to_f64() / denominator.to_f64()),
            Amount::Range(..) | Amount::Parts | Amount::Vague => None,
        }
    }
}

/// A figure as recognised, in characters of its block; [`crate::context`] adds what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Number, scale, unit and the approximators that touch them.
    pub range: Range<usize>,
    /// The same without approximators.
    pub core: Range<usize>,
    /// What sort of figure.
    pub kind: FigureKind,
    /// What it states.
    pub amount: Amount,
    /// How the value relates to what is true.
    pub bound: Bound,
    /// The numeral as printed.
    pub written: Printed,
    /// Unit or classifier.
    pub unit: Option<Unit>,
    /// Whether a bare noun follows in place of a unit (16部门).
    pub bare: bool,
    /// The rule that recognised it.
    pub rule: &'static str,
}

/// A numeral that is no figure: its characters and the reason.
pub type Rejected = (Range<usize>, RejectionReason);

/// What [`scan`] finds in a block.
#[derive(Debug, Default)]
pub struct Found {
    /// Figures in order.
    pub figures: Vec<Draft>,
    /// Numerals that are none, with the reason, in order.
    pub rejected: Vec<Rejected>,
}
