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
pub static SIGNED: LazyLock<Vec<&str>> = LazyLock::new(|| words(table!("check-signed.tsv")));

/// Attributes of persons that overlap.
pub static ATTRIBUTES: LazyLock<Vec<&str>> = LazyLock::new(|| words(table!("check-attributes.tsv")));

/// Wholes that a share may exceed.
pub static BEYOND: LazyLock<Vec<&str>> = LazyLock::new(|| words(table!("check-beyond.tsv")));

/// Parts that do not overlap.
pub struct Partition {
    /// Words for the parts.
    pub parts: Vec<&'static str>,
    /// The word that names them together.
    pub whole: Option<&'static str>,
    /// Whether there are no other parts.
    pub all: bool,
}

/// The partitions.
pub static PARTITIONS: LazyLock<Vec<Partition>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| Partition {
        parts: row[0].split(' ').collect(),
        whole: Some(row[1]).filter(|word| *word != "-"),
        all: row[2] == "all",
    };
    rows(table!("check-partitions.tsv")).map(row).collect()
});

/// Words before and words behind a number that contradict each other.
pub static CLASHES: LazyLock<Vec<[Vec<&str>; 2]>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| [row[0].split(' ').collect(), row[1].split(' ').collect()];
    rows(table!("check-approximators.tsv")).map(row).collect()
});

/// Units that are easily taken for each other, with an explanation in both languages.
pub static DRIFTS: LazyLock<Vec<[&str; 4]>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| [row[0], row[1], row[2], row[3]];
    rows(table!("check-drift.tsv")).map(row).collect()
});

/// Words before and words behind a number that say the same twice.
pub static REDUNDANT: LazyLock<Vec<[Vec<&str>; 2]>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| [row[0].split(' ').collect(), row[1].split(' ').collect()];
    rows(table!("check-redundant.tsv")).map(row).collect()
});
