//! Calendar times: expressions, their EDTF (ISO 8601-2) values, and their resolution against a date.
//!
//! [`scan`] tries, where a character can begin a time, the grammars of calendar expressions, periods, plans and
//! festivals and the table of deictic words, and keeps the longest reading. Each looks at a bounded number of
//! characters, so that the scan is linear in the text. What is read is kept as a [`Time`], from which [`edtf`] writes
//! the value, with the day of publication or without it.

mod calendar;
mod century;
mod clock;
mod day;
mod edtf;
mod festival;
mod grammar;
mod lexicon;
mod numeric;
mod period;
mod reader;
mod span;
mod within;
mod year;

use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::lookup::Openings;
pub use calendar::{Date, Moment, Place, Slot, Time, month_length, to_days};
use grammar::Form;
use lexicon::{DEICTIC, ERAS, Effect, FESTIVALS, Level, PARTS, RELATIVE};
use period::{NEXT, PAST};
use reader::Reader;

/// What sort of time expression it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A place on the calendar, from a century down to a minute of a day: 2023年, 今年上半年, 昨晚, 5月1日10:30.
    Date,
    /// A time of day without its day: 10:30.
    Clock,
    /// A period counted from publication: 近五年, 半个月前.
    Period,
    /// A plan period: “十四五”期间.
    Plan,
    /// A festival or a named season: 春节期间.
    Festival,
    /// A word that points without naming: 目前, 当天.
    Deictic,
}

/// A time expression in the characters of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Characters of the reading.
    pub range: Range<usize>,
    /// What sort of expression.
    pub kind: Kind,
    /// What it means: what [`resolve`] takes.
    pub time: Time,
    /// EDTF of what the words themselves say.
    pub value: Option<String>,
}

/// The EDTF of a time expression once the date of publication is known.
pub fn resolve(time: &Time, published: Date) -> Option<String> {
    edtf::edtf(time, Some(published))
}

/// Finds the time expressions of a block, in order, not overlapping. Takes folded characters.
pub fn scan(chars: &[char]) -> Vec<Match> {
    let r = Reader { chars };
    let mut found: Vec<Found> = Vec::new();
    let starts = &*STARTS;
    let mut at = 0;
    while let Some(ahead) = starts.position(&chars[at..]) {
        at += ahead;
        // No time begins amid a run of digits.
        if chars[at].is_ascii_digit() && at > 0 && chars[at - 1].is_ascii_digit() {
            at += 1;
            continue;
        }
        let Some(one) = longest(r, at) else {
            at += 1;
            continue;
        };
        at = one.end;
        // A deictic word glued to a calendar time only says it again: 2021年全年, 1月8日当天.
        let again = one.kind == Kind::Deictic && found.last().is_some_and(|last| last.end == one.start);
        if !again {
            found.push(one);
        }
    }
    let sure = found.iter().filter(|one| one.short.is_none());
    let years: FxHashSet<i32> = sure.filter_map(|one| stated_year(&one.time)).collect();
    found.retain(|one| one.short.is_none_or(|year| (year - 1..=year + 1).any(|near| years.contains(&near))));
    let finish = |one: Found| Match {
        range: one.start..one.end,
        kind: one.kind,
        value: edtf::edtf(&one.time, None),
        time: one.time,
    };
    found.into_iter().map(finish).collect()
}

/// What a time can begin with.
static STARTS: LazyLock<Openings> = LazyLock::new(|| {
    // Numerals, and what stands before them whatever they are; quotation marks around a plan or a festival.
    let signs = "0123456789零〇○一二两三四五六七八九十廿卅百千几数半前头第近这周“\"'‘「『";
    let words = ["首季", "公元", "农历", "阴历", "正月", "腊月", "冬月", "星期", "礼拜"];
    let words = words.iter().chain(&PAST).chain(&NEXT).filter(|word| word.chars().nth(1).is_some());
    let part =
        |(level, effect): &(Level, Effect)| *level == Level::Day || matches!(effect, Effect::Place(Place::Half(_)));
    let mut starts = Openings::default();
    signs.chars().for_each(|sign| starts.add(&[sign]));
    words.for_each(|word| starts.add(&word.chars().collect::<Vec<_>>()));
    let tables = RELATIVE.words(|_| true).chain(PARTS.words(part)).chain(ERAS.words(|_| true));
    tables.chain(FESTIVALS.words(|_| true)).chain(DEICTIC.words(|_| true)).for_each(|word| starts.add(word));
    starts
});

/// An expression and where it stands; `short` is the year it states with two digits and nothing else to prove it.
struct Found {
    start: usize,
    end: usize,
    kind: Kind,
    time: Time,
    short: Option<i32>,
}

/// The longest reading at a place.
fn longest(r: Reader, at: usize) -> Option<Found> {
    let mut best = grammar::read(r, at).map(|reading| dated(r, at, reading));
    // Of readings of one length the first wins.
    let mut take = |start, end, kind, time| {
        if best.as_ref().is_none_or(|best| end > best.end) {
            best = Some(Found { start, end, kind, time, short: None });
        }
    };
    if let Some((time, end)) = period::read(r, at) {
        take(at, end, Kind::Period, time);
    }
    if let Some((time, start, end)) = festival::plan(r, at) {
        let (time, end) = span::open(r, start, end, time, false);
        take(start, end, Kind::Plan, time);
    }
    if let Some(end) = festival::read(r, at, false).or_else(|| festival::lunar(r, at)) {
        take(at, end, Kind::Festival, Time::Vague);
    }
    if let Some((_, end)) = DEICTIC.find(r.chars, at) {
        take(at, end, Kind::Deictic, Time::Vague);
    }
    best
}

fn dated(r: Reader, at: usize, reading: grammar::Reading) -> Found {
    let word = reading.form == Form::Word;
    let (time, end) = span::open(r, at, reading.end, reading.time, word);
    let clock = |moment: &Moment| moment.place == Place::Clock;
    let kind = match (reading.form, &time) {
        (Form::Elsewhere, _) => Kind::Deictic,
        (_, Time::At(moment) | Time::Since(moment) | Time::Between(moment, _)) if clock(moment) => Kind::Clock,
        _ => Kind::Date,
    };
    let short = match reading.form {
        Form::Short(year) => Some(year),
        _ => None,
    };
    Found { start: at, end, kind, time, short }
}

/// The year an expression states.
fn stated_year(time: &Time) -> Option<i32> {
    match time {
        Time::At(moment) | Time::Between(moment, _) | Time::Since(moment) => match moment.year {
            Slot::Stated(year) => Some(year),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests;
