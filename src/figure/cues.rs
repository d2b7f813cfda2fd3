//! Words around a number that say what it is: `data/cues.tsv`.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::Scene;

/// What a cue says; the table explains each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
}

static TABLE: LazyLock<FxHashMap<Role, Vec<&'static str>>> = LazyLock::new(|| {
    let mut table: FxHashMap<Role, Vec<_>> = FxHashMap::default();
    for [word, role, _] in table!("cues.tsv") {
        if let Some(role) = role_of(role) {
            table.entry(role).or_default().push(word);
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
        _ => return None,
    })
}

/// The words with a role.
pub fn words(role: Role) -> &'static [&'static str] {
    TABLE.get(&role).map_or(&[], Vec::as_slice)
}

/// Whether a word is a cue with this role.
pub fn is(role: Role, word: &str) -> bool {
    words(role).contains(&word)
}

/// The place where a cue with this role begins that ends right before `end`.
pub fn before(scene: &Scene, end: usize, role: Role) -> Option<usize> {
    let longest = words(role).iter().filter(|word| scene.spells_before(end, word)).max_by_key(|word| word.len())?;
    Some(end - longest.chars().count())
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
