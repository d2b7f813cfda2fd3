//! The tables of this room, read once: word classes, cues of change and status, names, measured things.

use std::sync::LazyLock;

use super::tokens::Class;
use crate::lookup::{Endings, Slot, Words};
use crate::model::{Direction, Status};

/// How a word of change is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// 增长5%; with 到 behind it, 增长到5%.
    Verb,
    /// 发展到30家, but not 发展30家.
    ToOnly,
    /// 增至.
    To,
    /// 增幅: what grew was named before.
    Noun,
    /// 高, 多: only in a comparison.
    Bare,
    /// 高于: what follows is the base.
    Than,
    /// 变为: the direction follows the values.
    Between,
}

/// How far a cue of status reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The rest of the clause.
    Clause,
    /// The rest of the sentence.
    Sentence,
    /// 到2030年.
    Year,
    /// 将.
    Future,
    /// A few words.
    Near,
}

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A place.
    Place,
    /// An organisation.
    Body,
    /// An event.
    Event,
    /// A person.
    Person,
    /// Nothing: a common noun.
    Common,
}

/// What a word does to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// 机械化/率, 助学/款: makes a measure of a noun or a verb.
    Measure,
    /// 出行/量: of a verb.
    MeasureOfAct,
    /// 死亡/人数: of a verb, but not of one of change.
    CountOfAct,
    /// 至, 了: makes a verb of an unknown word of several characters.
    Verb,
    /// 下来: of any unknown word.
    VerbAlways,
}

/// What the tables say of a word, all of them at once: it is looked up when it becomes a token, and never again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Its class, where jieba's tag gets it wrong or does not tell.
    pub class: Option<Class>,
    /// How a word of change is read, and the direction.
    pub change: Option<(Turn, Option<Direction>)>,
    /// The status that a cue gives, and how far.
    pub status: Option<(Status, Reach)>,
    /// What it does to the word before it.
    pub behind: Option<Behind>,
    /// A verb of telling.
    pub tells: bool,
    /// A word for persons by function.
    pub role: bool,
    /// A word for those who act, without a name.
    pub actor: bool,
    /// It stands before the name of a person who stands before a court.
    pub accused: bool,
    /// 公司, 图书馆: a body by what it is, where the text named one.
    pub body: bool,
    /// It ends names of firms.
    pub firm: bool,
    /// It makes a name of the noun right before it: 江海班列, 杭绍高速, 东湖机场, 岚柴动力.
    pub owned: bool,
}

/// What is said of most words.
static NOTHING: Said = Said {
    class: None,
    change: None,
    status: None,
    behind: None,
    tells: false,
    role: false,
    actor: false,
    accused: false,
    body: false,
    firm: false,
    owned: false,
};

/// What the tables say of a word.
pub fn said(word: &str) -> &'static Said {
    said_at(Slot::of(word), word)
}

/// What the tables say of a word whose place is known.
#[inline]
pub fn said_at(slot: Slot, word: &str) -> &'static Said {
    LEXICON.at(slot, word).unwrap_or(&NOTHING)
}

/// Whether the tables may know the word that two others make together, by their places.
#[inline]
pub fn may_join(first: Slot, second: Slot) -> bool {
    LEXICON.passes(first, second)
}

static LEXICON: LazyLock<Words<Said>> = LazyLock::new(|| {
    let mut words = Words::new();
    let mut of = |word: &'static str, note: &dyn Fn(&mut Said)| note(words.entry(word, NOTHING));
    for [names, _] in table!("context-places.tsv") {
        names.split(' ').for_each(|name| of(name, &|said| said.class = Some(Class::Place)));
    }
    for [word, class, _] in table!("context-words.tsv") {
        of(word, &|said| said.class = class_of(class));
    }
    for [word, turn, direction, _] in table!("context-changes.tsv") {
        of(word, &|said| said.change = turn_of(turn).map(|turn| (turn, direction_of(direction))));
    }
    for [word, status, reach, _] in table!("context-status.tsv") {
        of(word, &|said| said.status = status_of(status).zip(reach_of(reach)));
    }
    for [word, _] in table!("context-sources.tsv") {
        of(word, &|said| said.tells = true);
    }
    for [word, _] in table!("context-roles.tsv") {
        of(word, &|said| said.role = true);
    }
    for [word, _] in table!("context-actors.tsv") {
        of(word, &|said| said.actor = true);
    }
    for [word, _] in table!("context-firms.tsv") {
        of(word, &|said| (said.firm, said.owned) = (true, true));
    }
    for [word, marks, _] in table!("context-marks.tsv") {
        marks.split(' ').for_each(|mark| of(word, &|said| note_mark(said, mark)));
    }
    words
});

/// Endings of names: of what, and whether the word itself must be one that jieba does not know.
pub static NAMES: LazyLock<Endings<(Sort, bool)>> = LazyLock::new(|| {
    table!("context-names.tsv").filter_map(|[ending, sort, _]| Some((ending, sort_of(sort)?))).collect()
});

/// Regions that are named without their level, and the level: 湖南 is what 全省 stands for.
pub static PROVINCES: LazyLock<Words<char>> = LazyLock::new(|| {
    table!("context-provinces.tsv")
        .flat_map(|[names, level, _]| names.split(' ').filter_map(|name| Some((name, level.chars().next()?))))
        .collect()
});

/// The first characters of the commonest family names.
pub static SURNAMES: LazyLock<Words<()>> = LazyLock::new(|| {
    table!("surnames.tsv")
        .find(|[sort, ..]: &[&str; 3]| *sort == "single")
        .into_iter()
        .flat_map(|[_, names, _]| names.split(' '))
        .collect()
});

/// Endings of nouns that are measured.
pub static MEASURES: LazyLock<Endings<()>> =
    LazyLock::new(|| table!("context-measures.tsv").map(|[ending, _]| (ending, ())).collect());

fn note_mark(said: &mut Said, mark: &str) {
    match mark {
        "accused" => said.accused = true,
        "body" => said.body = true,
        "owned" => said.owned = true,
        _ => said.behind = behind_of(mark),
    }
}

fn behind_of(name: &str) -> Option<Behind> {
    Some(match name {
        "measure" => Behind::Measure,
        "measure_of_act" => Behind::MeasureOfAct,
        "count_of_act" => Behind::CountOfAct,
        "verb" => Behind::Verb,
        "verb_always" => Behind::VerbAlways,
        _ => return None,
    })
}

fn class_of(name: &str) -> Option<Class> {
    Some(match name {
        "noun" => Class::Noun,
        "organisation" => Class::Organisation,
        "void" => Class::Void,
        "nominal" => Class::Nominal,
        "verb" => Class::Verb,
        "act" => Class::Act,
        "modifier" => Class::Modifier,
        "adverb" => Class::Adverb,
        "preposition" => Class::Preposition,
        "conjunction" => Class::Conjunction,
        "pronoun" => Class::Pronoun,
        "copula" => Class::Copula,
        "particle" => Class::Particle,
        "locative" => Class::Locative,
        "stop" => Class::Stop,
        _ => return None,
    })
}

fn turn_of(name: &str) -> Option<Turn> {
    Some(match name {
        "verb" => Turn::Verb,
        "to_only" => Turn::ToOnly,
        "to" => Turn::To,
        "noun" => Turn::Noun,
        "bare" => Turn::Bare,
        "than" => Turn::Than,
        "turn" => Turn::Between,
        _ => return None,
    })
}

fn direction_of(name: &str) -> Option<Direction> {
    match name {
        "up" => Some(Direction::Up),
        "down" => Some(Direction::Down),
        _ => None,
    }
}

fn status_of(name: &str) -> Option<Status> {
    Some(match name {
        "planned" => Status::Planned,
        "required" => Status::Required,
        "negated" => Status::Negated,
        "hypothetical" => Status::Hypothetical,
        _ => return None,
    })
}

fn reach_of(name: &str) -> Option<Reach> {
    Some(match name {
        "clause" => Reach::Clause,
        "sentence" => Reach::Sentence,
        "year" => Reach::Year,
        "future" => Reach::Future,
        "near" => Reach::Near,
        _ => return None,
    })
}

fn sort_of(name: &str) -> Option<(Sort, bool)> {
    Some(match name {
        "place" => (Sort::Place, false),
        "body" => (Sort::Body, false),
        "event" => (Sort::Event, false),
        "none" => (Sort::Common, false),
        "own" => (Sort::Body, true),
        "own_event" => (Sort::Event, true),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashSet;

    use super::*;

    /// Every line of a table is a row with all its columns and a reason, and no word stands twice.
    fn check(text: &str, columns: usize, known: impl Fn(&[&str]) -> bool) {
        let mut seen = FxHashSet::default();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let row: Vec<&str> = line.split('\t').collect();
            assert_eq!(row.len(), columns, "{line}");
            assert!(row.iter().all(|column| !column.is_empty()), "{line}");
            assert!(known(&row), "{line}");
            assert!(seen.insert(row[0]), "{line}");
        }
        assert!(!seen.is_empty());
    }

    #[test]
    fn tables_are_whole() {
        check(include_str!("../../data/context-words.tsv"), 3, |row| class_of(row[1]).is_some());
        check(include_str!("../../data/context-changes.tsv"), 4, |row| {
            turn_of(row[1]).is_some_and(|turn| (turn == Turn::Between) == direction_of(row[2]).is_none())
        });
        check(include_str!("../../data/context-status.tsv"), 4, |row| {
            status_of(row[1]).is_some() && reach_of(row[2]).is_some()
        });
        check(include_str!("../../data/context-sources.tsv"), 2, |_| true);
        check(include_str!("../../data/context-roles.tsv"), 2, |_| true);
        check(include_str!("../../data/context-actors.tsv"), 2, |_| true);
        check(include_str!("../../data/context-firms.tsv"), 2, |_| true);
        check(include_str!("../../data/context-marks.tsv"), 3, |row| {
            row[1].split(' ').all(|mark| matches!(mark, "accused" | "body" | "owned") || behind_of(mark).is_some())
        });
        check(include_str!("../../data/context-places.tsv"), 2, |_| true);
        check(include_str!("../../data/context-names.tsv"), 3, |row| sort_of(row[1]).is_some());
        check(include_str!("../../data/context-provinces.tsv"), 3, |row| row[1].chars().count() == 1);
        check(include_str!("../../data/context-measures.tsv"), 2, |_| true);
    }
}
