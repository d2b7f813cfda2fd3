//! The tables of this room, read once: word classes, cues of change and status, names, measured things.

use std::sync::LazyLock;

use super::tokens::Class;
use crate::lookup::{Endings, Words};
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

type Changes = Words<(Turn, Option<Direction>)>;

/// Classes of words that jieba's tags get wrong or do not tell.
pub static WORDS: LazyLock<Words<Class>> = LazyLock::new(|| {
    let place = table!("context-places.tsv").flat_map(|[names, _]| names.split(' ').map(|name| (name, Class::Place)));
    let words = table!("context-words.tsv").filter_map(|[word, class, _]| Some((word, class_of(class)?)));
    place.chain(words).collect()
});

/// Words of change.
pub static CHANGES: LazyLock<Changes> = LazyLock::new(|| {
    table!("context-changes.tsv")
        .filter_map(|[word, sort, direction, _]| Some((word, (turn_of(sort)?, direction_of(direction)))))
        .collect()
});

/// Cues of status.
pub static STATUS: LazyLock<Words<(Status, Reach)>> = LazyLock::new(|| {
    table!("context-status.tsv")
        .filter_map(|[cue, status, reach, _]| Some((cue, (status_of(status)?, reach_of(reach)?))))
        .collect()
});

/// Verbs of telling.
pub static SOURCES: LazyLock<Words<()>> =
    LazyLock::new(|| table!("context-sources.tsv").map(|[verb, _]| verb).collect());

/// Words for persons by function.
pub static ROLES: LazyLock<Words<()>> = LazyLock::new(|| table!("context-roles.tsv").map(|[word, _]| word).collect());

/// Words that end names of firms.
pub static FIRMS: LazyLock<Words<()>> = LazyLock::new(|| table!("context-firms.tsv").map(|[word, _]| word).collect());

/// Words for those who act, without a name.
pub static ACTORS: LazyLock<Words<()>> = LazyLock::new(|| table!("context-actors.tsv").map(|[word, _]| word).collect());

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

/// Words before the name of a person who stands before a court.
pub static ACCUSED: LazyLock<Words<()>> = LazyLock::new(|| ["被告人", "被告", "嫌疑人", "罪犯"].into_iter().collect());

/// 公司, 图书馆: a body by what it is, where the text named one.
pub static BODIES: LazyLock<Words<()>> =
    LazyLock::new(|| ["公司", "集团", "图书馆", "博物馆", "医院", "学校", "景区", "机场"].into_iter().collect());

/// What makes a name of the noun right before it: 江海班列, 杭绍高速, 东湖机场, 岚柴动力.
pub static OWNED: LazyLock<Words<()>> = LazyLock::new(|| {
    let lines = ["班列", "高铁", "机场", "集团", "集团股份", "高速", "高速公路"];
    lines.into_iter().chain(table!("context-firms.tsv").map(|[word, _]: [&str; 2]| word)).collect()
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
        check(include_str!("../../data/context-places.tsv"), 2, |_| true);
        check(include_str!("../../data/context-names.tsv"), 3, |row| sort_of(row[1]).is_some());
        check(include_str!("../../data/context-provinces.tsv"), 3, |row| row[1].chars().count() == 1);
        check(include_str!("../../data/context-measures.tsv"), 2, |_| true);
    }
}
