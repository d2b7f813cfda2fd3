//! The tables of this room, read once.

use std::sync::LazyLock;

/// What can be negative, so that it can fall by more than all of itself.
pub static SIGNED: LazyLock<Vec<&str>> = LazyLock::new(|| table!("check-signed.tsv").map(|[word, _]| word).collect());

/// Attributes of persons that overlap.
pub static ATTRIBUTES: LazyLock<Vec<&str>> =
    LazyLock::new(|| table!("check-attributes.tsv").map(|[word, _]| word).collect());

/// Wholes that a share may exceed.
pub static BEYOND: LazyLock<Vec<&str>> = LazyLock::new(|| table!("check-beyond.tsv").map(|[word, _]| word).collect());

/// Words before a number, and words behind it.
pub type Around = [Vec<&'static str>; 2];

fn around([before, behind, _]: [&'static str; 3]) -> Around {
    [before, behind].map(|words| words.split(' ').collect())
}

/// Words before and words behind a number that contradict each other.
pub static CLASHES: LazyLock<Vec<Around>> = LazyLock::new(|| table!("check-approximators.tsv").map(around).collect());

/// Words before and words behind a number that say the same twice.
pub static REDUNDANT: LazyLock<Vec<Around>> = LazyLock::new(|| table!("check-redundant.tsv").map(around).collect());

/// Units that are easily taken for each other, with an explanation in both languages.
pub static DRIFTS: LazyLock<Vec<[&str; 4]>> =
    LazyLock::new(|| table!("check-drift.tsv").map(|[one, other, zh, en, _]| [one, other, zh, en]).collect());
