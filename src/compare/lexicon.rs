//! The tables of this room, read once.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a unit measures, and how much of the base unit it is.
pub static UNITS: LazyLock<FxHashMap<&str, (&str, f64)>> = LazyLock::new(|| {
    let row = |[unit, dimension, factor, _]: [&'static str; 4]| (unit, (dimension, factor.parse().unwrap_or(1.0)));
    table!("compare-units.tsv").map(row).collect()
});

/// Classifiers that count the same.
pub static CLASSIFIERS: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| table!("compare-classifiers.tsv").map(|[words, _]| words.split(' ').collect()).collect());

/// Words that name the same thing.
pub static SYNONYMS: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| table!("compare-synonyms.tsv").map(|[words, _]| words.split(' ').collect()).collect());
