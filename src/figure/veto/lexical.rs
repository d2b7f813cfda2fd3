//! Numerals inside words: of `data/lexicalised.tsv`, or of jieba's dictionary.

use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::figure::cues::{self, Role};
use crate::figure::quantity::Quantity;
use crate::figure::{Scene, approx};
use crate::model::{RejectionReason, UnitClass};
use crate::numeral::Form;

/// What a row of `data/lexicalised.tsv` says of its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// It is no amount.
    Rejects(RejectionReason),
    /// It is no amount unless a noun follows: 一起努力, 一起事故.
    Adverb,
    /// It is an amount and a noun, though the dictionary has it as one word: 两层楼.
    Counts,
}

/// A word and what is said of it.
type Row = (Box<[char]>, Entry);

/// The first character of a word, and the second, where there is one.
type Opening = (char, Option<char>);

/// The words of `data/lexicalised.tsv`, by their first two characters: hundreds of them begin with 一.
static LEXICALISED: LazyLock<FxHashMap<Opening, Vec<Row>>> = LazyLock::new(|| {
    let mut table: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for [word, entry, _] in table!("lexicalised.tsv") {
        let mut chars = word.chars();
        if let (Some(first), Some(entry)) = (chars.next(), entry_of(entry)) {
            table.entry((first, chars.next())).or_default().push((word.chars().collect(), entry));
        }
    }
    table
});

fn entry_of(name: &str) -> Option<Entry> {
    Some(match name {
        "name" => Entry::Rejects(RejectionReason::Name),
        "idiom" => Entry::Rejects(RejectionReason::Idiom),
        "reduplicated" => Entry::Rejects(RejectionReason::Reduplicated),
        "identifier" => Entry::Rejects(RejectionReason::Identifier),
        "lexical" => Entry::Rejects(RejectionReason::Lexical),
        "adverb" => Entry::Adverb,
        "counts" => Entry::Counts,
        _ => return None,
    })
}

/// The longest word of the table at a place that reaches at least to `end`.
fn entry(scene: &Scene, start: usize, end: usize) -> Option<(Range<usize>, Entry)> {
    let chars = &scene.chars()[start..];
    let fits = |word: &[char]| start + word.len() >= end && chars.starts_with(word);
    let longest = |second: Option<char>| {
        let rows = LEXICALISED.get(&(chars[0], second))?;
        rows.iter().filter(|(word, _)| fits(word)).max_by_key(|(word, _)| word.len())
    };
    let (word, entry) =
        longest(chars.get(1).copied()).or_else(|| if end <= start + 1 { longest(None) } else { None })?;
    Some((start..start + word.len(), *entry))
}

/// A word that begins like a numeral where no quantity can be read: 半导体, 多数.
pub fn word(scene: &Scene, at: usize) -> Option<(Range<usize>, RejectionReason)> {
    match entry(scene, at, at + 2)? {
        (stretch, Entry::Rejects(reason)) => Some((stretch, reason)),
        (stretch, Entry::Adverb) => Some((stretch, RejectionReason::Lexical)),
        (_, Entry::Counts) => None,
    }
}

/// The numeral is part of a word: of the table, or of jieba's dictionary where the word goes on beyond it.
pub fn lexical(scene: &Scene, quantity: &Quantity) -> Option<(Range<usize>, RejectionReason)> {
    let start = quantity.range.start;
    match entry(scene, start, quantity.range.end) {
        Some((_, Entry::Counts)) => return None,
        // 超过万里: an approximator says that it is an amount after all.
        Some(_) if quantity.form == Form::BareScale && quantity.unit.is_some() && approx::touches(scene, start) => {}
        Some((word, Entry::Adverb)) if quantity.unit.is_some() && scene.noun_at(word.end) => return None,
        Some((word, Entry::Adverb)) => return Some((word, RejectionReason::Lexical)),
        // 增至120: a cue says that it is a number and no name.
        Some((_, Entry::Rejects(RejectionReason::Identifier)))
            if cues::before(scene, start, Role::Number).is_some() => {}
        Some((word, Entry::Rejects(reason))) => return Some((word, reason)),
        None => {}
    }
    if quantity.form == Form::Arabic {
        return None;
    }
    // 零件, 零部件: nothing is counted with 零 and a classifier.
    let none = scene.chars()[quantity.number.clone()] == ['零'];
    if none && quantity.unit.as_ref().is_some_and(|u| u.class == UnitClass::Classifier) {
        return Some((start..quantity.range.end, RejectionReason::Lexical));
    }
    let first = scene.line.at(start);
    let last = scene.line.at(quantity.range.end - 1);
    let number_end = scene.line.at(quantity.number.end - 1);
    for word in [first, number_end, last] {
        let beyond = word.range.start < start || word.range.end > quantity.range.end;
        // 近百名 and 这三家 are entries of the dictionary, and amounts all the same.
        let led = word.range.start + 1 == start
            && word.range.end <= quantity.range.end
            && (quantity.unit.is_some() || quantity.form == Form::Percent)
            && "近约超逾上好这那前后每各头首有".contains(scene.chars()[word.range.start]);
        if beyond && word.range.len() > 1 && !led {
            let pointing = scene.chars()[quantity.number.clone()] == ['一']
                && word.range.start < start
                && cues::is(Role::Points, &scene.chars()[word.range.start..start].iter().collect::<String>());
            let reason = match word.tag.as_bytes() {
                _ if pointing => RejectionReason::Demonstrative,
                // Number words and unknown words say nothing: 三大平 is jieba's guess, 一百多年 an entry.
                [b'm' | b'x' | b'q' | b't', ..] | [] => continue,
                [b'i' | b'l', ..] => RejectionReason::Idiom,
                [b'n', b'r' | b's' | b't' | b'z', ..] => RejectionReason::Name,
                _ => RejectionReason::Lexical,
            };
            // What overlaps only at its end may be jieba's wrong cut (员三 in 党员三人): it must begin the word.
            if word.range.start == start || word.range.end <= quantity.number.end + 1 && word.range.start < start {
                return Some((word.range.start.min(start)..word.range.end.max(quantity.number.end), reason));
            }
            if word.range.start < quantity.number.end && word.range.start > start {
                return None;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_word_an_entry_and_a_reason() {
        for line in include_str!("../../../data/lexicalised.tsv").lines().filter(|l| !l.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns.len() == 3 && columns.iter().all(|c| !c.is_empty()), "{line:?}");
            assert!(entry_of(columns[1]).is_some(), "{line:?}");
        }
    }
}
