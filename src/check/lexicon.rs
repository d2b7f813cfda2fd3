//! The tables of this room, read once.

use std::sync::LazyLock;

/// The first column of a table.
fn words(table: &'static str) -> Vec<&'static str> {
    rows(table).map(|row| row[0]).collect()
}

/// The rows of a table, cut into columns.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

/// What can be negative, so that it can fall by more than all of itself.
pub static SIGNED: LazyLock<Vec<&str>> = LazyLock::new(|| words(include_str!("../../data/check-signed.tsv")));
