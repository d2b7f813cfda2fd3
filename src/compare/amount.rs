//! Amounts in base units: 3公里 and 3000米 are one length, 七成 and 70% one share.

use super::lexicon::{CLASSIFIERS, UNITS};
use crate::check::interval::Interval;
use crate::model::{Figure, FigureKind, UnitClass};

/// What can be compared of an amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// What is measured: amounts of one dimension convert into each other.
    pub dimension: String,
    /// How much of the base unit one unit is.
    pub factor: f64,
    /// The value in base units; none for ranges and vague amounts.
    pub value: Option<f64>,
    /// What the printed precision and the bound allow, in base units.
    pub interval: Option<Interval>,
}

impl Amount {
    /// The amount of a figure.
    pub fn of(figure: &Figure) -> Self {
        let (dimension, factor) = dimension(figure);
        Amount {
            dimension,
            factor,
            value: figure.value.map(|value| value * factor),
            interval: Interval::of(figure).map(|interval| interval.scaled(factor)),
        }
    }
}

fn dimension(figure: &Figure) -> (String, f64) {
    let unit = figure.unit.as_ref();
    let per = unit.and_then(|unit| unit.per.as_deref());
    let canonical = unit.map_or("", |unit| &*unit.canonical);
    match figure.kind {
        FigureKind::Count | FigureKind::Number => ("count".to_owned(), 1.0),
        FigureKind::Percent => ("share".to_owned(), 1.0),
        // 三分之一; 3:1 is no part of anything.
        FigureKind::Ratio if figure.value.is_some_and(|value| value < 1.0) => ("share".to_owned(), 100.0),
        FigureKind::Ratio => ("ratio".to_owned(), 1.0),
        FigureKind::PercentagePoint => ("points".to_owned(), 1.0),
        FigureKind::Multiple => ("multiple".to_owned(), 1.0),
        FigureKind::Ordinal => ("ordinal".to_owned(), 1.0),
        FigureKind::Money => {
            let code = unit.and_then(|unit| unit.code.as_deref()).unwrap_or("CNY");
            (format!("money {code} {}", per.unwrap_or("")), 1.0)
        }
        FigureKind::Measure | FigureKind::Duration => match UNITS.get(canonical).filter(|_| per.is_none()) {
            Some((dimension, factor)) => ((*dimension).to_owned(), *factor),
            None => (canonical.to_owned(), 1.0),
        },
    }
}

/// Whether two units of counts may count the same. 人 and 人次 do not.
pub fn count_alike(a: &Figure, b: &Figure) -> bool {
    let class = |figure: &Figure| figure.unit.as_ref().map(|unit| unit.class);
    let (Some(x), Some(y)) = (&a.unit, &b.unit) else { return true };
    if class(a) != Some(UnitClass::Classifier) || class(b) != Some(UnitClass::Classifier) {
        return x.canonical == y.canonical;
    }
    let row = |row: &Vec<&str>| row.contains(&&*x.canonical) && row.contains(&&*y.canonical);
    x.canonical == y.canonical || CLASSIFIERS.iter().any(row)
}

/// Whether two factors are a power of ten apart, so that the amounts are written alike.
pub fn decimal(a: f64, b: f64) -> bool {
    let power = (a / b).log10();
    (power - power.round()).abs() < 1e-9
}
