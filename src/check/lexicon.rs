//! The tables of this room, read once.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lookup::Words;

/// What can be negative, so that it can fall by more than all of itself.
pub static SIGNED: LazyLock<Vec<&str>> = LazyLock::new(|| table!("check-signed.tsv").map(|[word, _]| word).collect());

/// Attributes of persons that overlap.
pub static ATTRIBUTES: LazyLock<Vec<&str>> =
    LazyLock::new(|| table!("check-attributes.tsv").map(|[word, _]| word).collect());

/// Endings of nouns that are measured: two of them, such as output and profit, are no parts of one whole.
pub static MEASURED: LazyLock<Vec<&str>> =
    LazyLock::new(|| table!("context-measures.tsv").map(|[ending, _]| ending).collect());

/// Wholes that a share may exceed.
pub static BEYOND: LazyLock<Vec<&str>> = LazyLock::new(|| table!("check-beyond.tsv").map(|[word, _]| word).collect());

/// A word before a number, and the words behind it that contradict it.
pub type Clash = (&'static str, Vec<&'static str>);

/// The clashes by the last character of the word before the number.
pub static CLASHES: LazyLock<FxHashMap<char, Vec<Clash>>> = LazyLock::new(|| {
    let mut words: FxHashMap<char, Vec<_>> = FxHashMap::default();
    for [before, behind, _] in table!("check-approximators.tsv") {
        for word in before.split(' ') {
            let last = word.chars().next_back().unwrap_or_default();
            words.entry(last).or_default().push((word, behind.split(' ').collect()));
        }
    }
    words
});

/// Words before and words behind a number that say the same twice.
pub static REDUNDANT: LazyLock<Vec<[Vec<&str>; 2]>> = LazyLock::new(|| {
    let row = |[before, behind, _]: [&'static str; 3]| [before, behind].map(|words| words.split(' ').collect());
    table!("check-redundant.tsv").map(row).collect()
});

/// Units that are easily taken for each other, with an explanation in both languages.
pub static DRIFTS: LazyLock<Vec<[&str; 4]>> =
    LazyLock::new(|| table!("check-drift.tsv").map(|[one, other, zh, en, _]| [one, other, zh, en]).collect());

/// All of these units.
pub static DRIFTING: LazyLock<Words<()>> =
    LazyLock::new(|| DRIFTS.iter().flat_map(|[one, other, ..]| [*one, *other]).collect());
