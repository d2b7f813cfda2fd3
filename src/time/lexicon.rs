//! The tables of the calendar's words, and how a word is found at a place of the text.

use std::sync::LazyLock;

use super::calendar::{Edge, Place, Slot};
use crate::lookup::{Sieve, begin_with};
use crate::sorting::sort_by_key;

/// Words with guards and what they mean, found by the longest match.
pub struct Table<T> {
    /// By their first characters, the longest of each first.
    entries: Vec<Entry<T>>,
    /// The characters that words begin with: at most places of a text none does.
    heads: Sieve,
}

struct Entry<T> {
    /// Its first character.
    head: char,
    word: Vec<char>,
    not_after: Vec<char>,
    not_before: Vec<char>,
    meaning: T,
}

impl<T: Copy> Table<T> {
    /// Puts words with their guards, before and behind, and their meanings in a table.
    fn new(rows: impl Iterator<Item = (&'static str, &'static str, &'static str, T)>) -> Self {
        let guard = |field: &str| if field == "-" { Vec::new() } else { field.chars().collect() };
        let entry = |(word, not_after, not_before, meaning): (&str, _, _, T)| Entry {
            head: word.chars().next().unwrap_or('\0'),
            word: word.chars().collect(),
            not_after: guard(not_after),
            not_before: guard(not_before),
            meaning,
        };
        let mut entries: Vec<Entry<T>> = rows.map(entry).collect();
        sort_by_key(&mut entries, |entry| (entry.head, std::cmp::Reverse(entry.word.len())));
        let heads = entries.iter().map(|entry| entry.head).collect();
        Table { entries, heads }
    }

    /// The longest word at a place whose guards hold and whose meaning is wanted, and the place behind it.
    pub fn find_if(&self, chars: &[char], at: usize, wanted: impl Fn(&T) -> bool) -> Option<(T, usize)> {
        let head = *chars.get(at)?;
        if !self.heads.passes(head) {
            return None;
        }
        let entries = &self.entries[self.entries.partition_point(|entry| entry.head < head)..];
        let begin = entries.iter().take_while(|entry| entry.head == head);
        begin.filter(|entry| wanted(&entry.meaning)).find_map(|entry| {
            let end = at + entry.word.len();
            let fits = begin_with(&chars[at..], &entry.word)
                && !at.checked_sub(1).is_some_and(|before| entry.not_after.contains(&chars[before]))
                && !chars.get(end).is_some_and(|next| entry.not_before.contains(next));
            fits.then_some((entry.meaning, end))
        })
    }

    /// The longest word at a place whose guards hold, and the place behind it.
    pub fn find(&self, chars: &[char], at: usize) -> Option<(T, usize)> {
        self.find_if(chars, at, |_| true)
    }

    /// Whether a word may begin with a character.
    pub fn may_begin(&self, ch: char) -> bool {
        self.heads.passes(ch)
    }

    /// The words of a wanted meaning.
    pub fn words(&self, wanted: impl Fn(&T) -> bool) -> impl Iterator<Item = &[char]> {
        self.entries.iter().filter(move |entry| wanted(&entry.meaning)).map(|entry| &*entry.word)
    }
}

/// The unit a relative word stands for, and where it points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relative {
    /// 今年.
    Year(Slot),
    /// 本季度.
    Quarter(Option<i32>),
    /// 本月.
    Month(Slot),
    /// 上周.
    Week(i32),
    /// 昨天; `None` where the text before sets the day. The flag: the part of the day is in the word (昨晚).
    Day(Option<i32>, bool),
    /// 上世纪.
    Century(i32),
}

/// Which unit a part narrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Level {
    Year,
    Half,
    Quarter,
    Month,
    Day,
    Century,
}

/// What a part does to its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Nothing the calendar shows: 8月末 stays the month.
    Whole,
    /// Narrows a year to one of its places.
    Place(Place),
    /// A third of a month.
    Third(u32),
    /// Hours before noon.
    Am,
    /// The hours around noon.
    Noon,
    /// Hours after noon.
    Pm,
    /// 0:00.
    Midnight,
    /// Narrows in a way the calendar does not show.
    Vague,
}

/// Where the name of a plan is a time without a word like 期间 behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Alone {
    Always,
    Quoted,
    Never,
}

/// 今年, 昨天, 上周 and their like.
pub static RELATIVE: LazyLock<Table<Relative>> = LazyLock::new(|| {
    let row = |[word, unit, offset, not_after, not_before, _]: [&'static str; 6]| {
        let offset = offset.parse::<i32>().ok();
        let slot = offset.map_or(Slot::Elsewhere, Slot::Offset);
        let meaning = match unit {
            "year" => Relative::Year(slot),
            "quarter" => Relative::Quarter(offset),
            "month" => Relative::Month(slot),
            "week" => Relative::Week(offset.unwrap_or(0)),
            "century" => Relative::Century(offset.unwrap_or(0)),
            unit => Relative::Day(offset, unit == "day+"),
        };
        (word, not_after, not_before, meaning)
    };
    Table::new(table!("time-relative.tsv").map(row))
});

/// 底, 上半年, 中旬, 上午 and their like.
pub static PARTS: LazyLock<Table<(Level, Effect)>> = LazyLock::new(|| {
    let row = |[word, level, effect, not_before, _]: [&'static str; 5]| {
        let level = match level {
            "year" => Level::Year,
            "half" => Level::Half,
            "quarter" => Level::Quarter,
            "month" => Level::Month,
            "day" => Level::Day,
            _ => Level::Century,
        };
        let effect = match effect {
            "whole" => Effect::Whole,
            "start" => Effect::Place(Place::YearEdge(Edge::Start)),
            "middle" => Effect::Place(Place::YearEdge(Edge::Middle)),
            "end" => Effect::Place(Place::YearEdge(Edge::End)),
            "half1" => Effect::Place(Place::Half(1)),
            "half2" => Effect::Place(Place::Half(2)),
            "spring" => Effect::Place(Place::Season(21)),
            "summer" => Effect::Place(Place::Season(22)),
            "autumn" => Effect::Place(Place::Season(23)),
            "winter" => Effect::Place(Place::Season(24)),
            "third1" => Effect::Third(1),
            "third2" => Effect::Third(2),
            "third3" => Effect::Third(3),
            "am" => Effect::Am,
            "noon" => Effect::Noon,
            "pm" => Effect::Pm,
            "midnight" => Effect::Midnight,
            _ => Effect::Vague,
        };
        (word, "-", not_before, (level, effect))
    };
    Table::new(table!("time-parts.tsv").map(row))
});

/// Five-year plans: first and last year, and where the name counts without 期间.
pub static PLANS: LazyLock<Table<(i32, i32, Alone)>> = LazyLock::new(|| {
    let row = |[name, first, last, alone, _]: [&'static str; 5]| {
        let year = |field: &str| field.parse().unwrap_or(0);
        let alone = match alone {
            "yes" => Alone::Always,
            "quoted" => Alone::Quoted,
            _ => Alone::Never,
        };
        (name, "-", "-", (year(first), year(last), alone))
    };
    Table::new(table!("periods.tsv").map(row))
});

/// Festivals and named seasons, and whether the name alone is a time.
pub static FESTIVALS: LazyLock<Table<bool>> =
    LazyLock::new(|| Table::new(table!("time-festivals.tsv").map(|[name, alone, _]| (name, "-", "-", alone == "yes"))));

/// 民国, 康熙 and their like: the year before the first, and whether the months are those of today.
pub static ERAS: LazyLock<Table<(i32, bool)>> = LazyLock::new(|| {
    let row =
        |[name, year, calendar, _]: [&'static str; 4]| (name, "-", "-", (year.parse().unwrap_or(0), calendar == "sun"));
    Table::new(table!("time-eras.tsv").map(row))
});

/// 目前, 近年来 and their like.
pub static DEICTIC: LazyLock<Table<()>> = LazyLock::new(|| {
    Table::new(table!("time-deictic.tsv").map(|[word, not_after, not_before, _]| (word, not_after, not_before, ())))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole_and_has_its_reason() {
        for (data, columns) in [
            (include_str!("../../data/time-relative.tsv"), 6),
            (include_str!("../../data/time-parts.tsv"), 5),
            (include_str!("../../data/periods.tsv"), 5),
            (include_str!("../../data/time-festivals.tsv"), 3),
            (include_str!("../../data/time-deictic.tsv"), 4),
            (include_str!("../../data/time-eras.tsv"), 4),
        ] {
            for line in data.lines().filter(|line| !line.starts_with('#')) {
                let fields: Vec<&str> = line.split('\t').collect();
                assert_eq!(fields.len(), columns, "{line}");
                assert!(fields.iter().all(|field| !field.is_empty()), "{line}");
            }
        }
    }

    #[test]
    fn the_guards_keep_words_whole() {
        let found = |text: &str, at: usize| DEICTIC.find(&text.chars().collect::<Vec<_>>(), at).map(|(_, end)| end);
        assert_eq!(found("过去，他", 0), Some(2));
        assert_eq!(found("走过去，他", 1), None);
        assert_eq!(found("未来感", 0), None);
    }
}
