//! Calendar times: expressions, their EDTF (ISO 8601-2) values, and their resolution against a date.
//!
//! [`scan`] tries, where a character can begin a time, the grammars of calendar expressions, periods, plans and
//! festivals and the table of deictic words, and keeps the longest reading. Each looks at a bounded number of
//! characters, so that the scan is linear in the text. What is read is kept as a [`Time`], from which [`edtf`] writes
//! the value, with the day of publication or without it.

mod calendar;
mod clock;
mod edtf;
mod festival;
mod grammar;
mod lexicon;
mod period;
mod reader;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

pub use calendar::{Date, Edge, Moment, Place, Slot, Time, Unit};
use grammar::Form;
use lexicon::{DEICTIC, FESTIVALS, PARTS, RELATIVE};
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
    /// What it means.
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
    let mut found: Vec<(Found, Option<i32>)> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !STARTS.contains(&chars[at]) {
            at += 1;
            continue;
        }
        let Some(one) = longest(r, at) else {
            at += 1;
            continue;
        };
        at = one.end;
        // A deictic word glued to a calendar time only says it again: 2021年全年, 1月8日当天.
        let again = one.kind == Kind::Deictic && found.last().is_some_and(|(last, _)| last.end == one.start);
        if !again {
            let short = one.short;
            found.push((one, short));
        }
    }
    let years: HashSet<i32> =
        found.iter().filter(|(_, short)| short.is_none()).filter_map(|(one, _)| stated_year(&one.time)).collect();
    found.retain(|(_, short)| short.is_none_or(|year| (year - 1..=year + 1).any(|near| years.contains(&near))));
    found
        .into_iter()
        .map(|(one, _)| Match {
            range: one.start..one.end,
            kind: one.kind,
            value: edtf::edtf(&one.time, None),
            time: one.time,
        })
        .collect()
}

/// The characters a time can begin with.
static STARTS: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let fixed =
        "0123456789零〇○一二两三四五六七八九十廿卅百千几数半多前头首第正腊冬农阴近最过未今接此往这刚周星礼“\"‘「『";
    let tables = RELATIVE.initials().chain(PARTS.initials()).chain(FESTIVALS.initials()).chain(DEICTIC.initials());
    fixed.chars().chain(tables).collect()
});

/// An expression and where it stands.
struct Found {
    start: usize,
    end: usize,
    kind: Kind,
    time: Time,
    short: Option<i32>,
}

/// The longest reading at a place.
fn longest(r: Reader, at: usize) -> Option<Found> {
    let calendar = grammar::read(r, at).map(|reading| dated(r, at, reading));
    let period = period::read(r, at).map(|(time, end)| Found { start: at, end, kind: Kind::Period, time, short: None });
    let plan = festival::plan(r, at).map(|(time, start, end)| {
        let (time, end) = opened(r, start, end, time, false);
        Found { start, end, kind: Kind::Plan, time, short: None }
    });
    let named = |end| Found { start: at, end, kind: Kind::Festival, time: Time::Vague, short: None };
    let festival = festival::read(r, at, false).or_else(|| festival::lunar(r, at)).map(named);
    let deictic = DEICTIC.find(r.chars, at).map(|(_, end)| Found {
        start: at,
        end,
        kind: Kind::Deictic,
        time: Time::Vague,
        short: None,
    });
    // Of readings of one length the first wins.
    [calendar, period, plan, festival, deictic].into_iter().flatten().rev().max_by_key(|found| found.end)
}

fn dated(r: Reader, at: usize, reading: grammar::Reading) -> Found {
    let word = reading.form == Form::Word;
    let (time, end) = opened(r, at, reading.end, reading.time, word);
    let kind = match (reading.form, &time) {
        (Form::Elsewhere, _) => Kind::Deictic,
        (_, Time::At(Moment { place: Place::Clock, .. }) | Time::Between(Moment { place: Place::Clock, .. }, _)) => {
            Kind::Clock
        }
        _ => Kind::Date,
    };
    let short = match reading.form {
        Form::Short(year) => Some(year),
        _ => None,
    };
    Found { start: at, end, kind, time, short }
}

/// Words before a time that open a span, and those that may.
const FROM: [&str; 2] = ["自", "自从"];
const MAYBE_FROM: [&str; 5] = ["从", "进入", "由", "始于", "打从"];
/// Behind 来, 在, 各: 自 is part of another word.
const NOT_FROM: &str = "来各独亲出源";
/// What follows 起 where it is part of another word: 起草, 起诉.
const NOT_SINCE: &str = "草诉飞点火义步降源到码初床身伏拍因重价跑航运动家舞用";

/// How far 以来 may stand from what it closes: 自6月夏粮进入旺季收购以来.
const CLOSER_WITHIN: usize = 20;
const CLOSER_WITHIN_UNOPENED: usize = 8;

/// Opens the span of a moment that 自, 起 or 以来 stand by. These words stay outside, but for 以来 behind a word like
/// 今年, which is one expression with it, and 至今.
fn opened(r: Reader, start: usize, end: usize, time: Time, word: bool) -> (Time, usize) {
    let moment = match time {
        Time::At(moment) => moment,
        Time::Between(first, Moment { place: Place::Year, .. }) if word_is_plan(&first) => first,
        _ => return (time, end),
    };
    let bare = match start.checked_sub(1) {
        Some(before) if r.at(before) == ' ' => before,
        _ => start,
    };
    let own = |word: &&&str| {
        r.ends_with(bare, word)
            && !(bare > word.chars().count() && NOT_FROM.contains(r.at(bare - word.chars().count() - 1)))
    };
    let from = FROM.iter().find(own).is_some();
    let maybe = MAYBE_FROM.iter().any(|word| r.ends_with(bare, word));
    let since = Time::Since(moment);
    let at_plan = matches!(time, Time::Between(..));
    let next = r.gap(end);
    if let Some(close) = r.word(next, "以来") {
        return (since, if word && !from && !maybe { close } else { end });
    }
    if at_plan {
        return (time, end);
    }
    if word
        && !from
        && !maybe
        && matches!(moment.place, Place::Year)
        && r.at(end) == '来'
        && !"到自看访得回临往源电宾不了".contains(r.at(end + 1))
    {
        return (since, end + 1);
    }
    if let Some(close) = r.until_now(end) {
        return (since, close);
    }
    let starts = r.at(next) == '起' && !NOT_SINCE.contains(r.at(next + 1));
    let begins = (from || maybe) && r.any(next, &["开始", "伊始"]).is_some();
    let limit = if from || maybe { CLOSER_WITHIN } else { CLOSER_WITHIN_UNOPENED };
    if starts || begins || from || closes_later(r, next, limit, from || maybe) {
        return (since, end);
    }
    (time, end)
}

/// Whether a moment is the first year of a plan, whose span 以来 opens.
fn word_is_plan(first: &Moment) -> bool {
    first.place == Place::Year
}

/// Whether 以来 closes the phrase that begins here, before any punctuation.
fn closes_later(r: Reader, at: usize, limit: usize, opened: bool) -> bool {
    let inside = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c) || opened && (c.is_alphanumeric() || *c == ' ');
    let rest = &r.chars[at.min(r.chars.len())..];
    let length = rest.iter().take(limit + 2).take_while(|c| inside(c)).count();
    (0..length.saturating_sub(1)).any(|i| rest[i] == '以' && rest[i + 1] == '来')
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
