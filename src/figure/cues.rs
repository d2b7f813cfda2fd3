//! Words around a number that say what it is: `data/cues.tsv`.

use std::sync::LazyLock;

use super::Scene;
use crate::lookup::Sieve;

/// What a cue says; the table explains each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Number,
    Rank,
    Series,
    Many,
    Counts,
    Points,
    Label,
    Level,
    Toll,
    Money,
    Measure,
    Count,
    Passage,
}

/// The words with a role.
#[derive(Default)]
struct Cues {
    words: Vec<&'static str>,
    /// The same, character by character.
    spellings: Vec<Box<[char]>>,
    /// Their last characters.
    ends: Sieve,
}

/// How many roles there are.
const ROLES: usize = Role::Passage as usize + 1;

static TABLE: LazyLock<[Cues; ROLES]> = LazyLock::new(|| {
    let mut table: [Cues; ROLES] = std::array::from_fn(|_| Cues::default());
    for [word, role, _] in table!("cues.tsv") {
        if let Some(role) = role_of(role) {
            let cues = &mut table[role as usize];
            cues.words.push(word);
            cues.spellings.push(word.chars().collect());
            word.chars().last().into_iter().for_each(|ch| cues.ends.add(ch));
        }
    }
    table
});

fn role_of(name: &str) -> Option<Role> {
    Some(match name {
        "number" => Role::Number,
        "rank" => Role::Rank,
        "series" => Role::Series,
        "many" => Role::Many,
        "counts" => Role::Counts,
        "points" => Role::Points,
        "label" => Role::Label,
        "level" => Role::Level,
        "toll" => Role::Toll,
        "money" => Role::Money,
        "measure" => Role::Measure,
        "count" => Role::Count,
        "passage" => Role::Passage,
        _ => return None,
    })
}

/// Whether a word is a cue with this role.
pub fn is(role: Role, word: &str) -> bool {
    TABLE[role as usize].words.contains(&word)
}

/// The place where a cue with this role begins that ends right before `end`.
pub fn before(scene: &Scene, end: usize, role: Role) -> Option<usize> {
    let cues = &TABLE[role as usize];
    scene.before(end).filter(|&ch| cues.ends.passes(ch))?;
    let fitting = cues.spellings.iter().filter(|word| scene.spells_before(end, word));
    Some(end - fitting.map(|word| word.len()).max()?)
}

/// Whether a word that is a cue with this role begins at a place.
pub fn behind(scene: &Scene, at: usize, role: Role) -> bool {
    let word = (at < scene.chars().len() && scene.line.starts_word(at)).then(|| scene.line.at(at).range.clone());
    word.is_some_and(|word| is(role, scene.reading.slice(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_word_a_role_and_a_reason() {
        for line in include_str!("../../data/cues.tsv").lines().filter(|l| !l.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns.len() == 3 && columns.iter().all(|c| !c.is_empty()), "{line:?}");
            assert!(role_of(columns[1]).is_some(), "{line:?}");
            assert!(is(role_of(columns[1]).unwrap(), columns[0]));
        }
    }
}
