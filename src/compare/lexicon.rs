//! The tables of this room, read once.

use std::collections::HashMap;
use std::sync::LazyLock;

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

/// What a unit measures, and how much of the base unit it is.
pub static UNITS: LazyLock<HashMap<&str, (&str, f64)>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| (row[0], (row[1], row[2].parse().unwrap_or(1.0)));
    rows(table!("compare-units.tsv")).map(row).collect()
});

/// Classifiers that count the same.
pub static CLASSIFIERS: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| rows(table!("compare-classifiers.tsv")).map(|row| row[0].split(' ').collect()).collect());

/// Words that name the same thing.
pub static SYNONYMS: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| rows(table!("compare-synonyms.tsv")).map(|row| row[0].split(' ').collect()).collect());
