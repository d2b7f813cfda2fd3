//! `impossible-date`: a day that no calendar has (2023年2月29日, 4月31日, 13月5日), and a period that ends before it
//! begins (2024年至2021年, 5月8日至5月3日). Months that wrap round the new year (11月至3月) are possible.

use super::Rule;
use crate::check::chars::Chars;
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story};
use crate::model::{Severity, Span};
use crate::time::{Moment, Place, Slot, Time, month_length};

/// The rule.
pub const RULE: Rule = Rule { id: "impossible-date", on: true, run };

fn run(story: &Story, out: &mut Out) {
    for (passage, date) in story.dates() {
        let text = || passage.text(date.range.clone()).string();
        let place = || About::default().and(passage.span(date.range.clone()));
        if !(1..=12).contains(&date.month) {
            let text = text();
            let message =
                say(format!("“{text}”：没有{}月", date.month), format!("{text}: there is no month {}", date.month));
            out.find(Severity::Error, place(), Some(format!("{} > 12", date.month)), message);
            continue;
        }
        let last = month_length(date.year, date.month);
        if !(1..=last).contains(&date.day) {
            let text = text();
            let (zh, en) = match date.year {
                Some(year) => (format!("{year}年"), format!(" in {year}")),
                None => (String::new(), String::new()),
            };
            let month = date.month;
            let message = say(
                format!("“{text}”不存在：{zh}{month}月只有{last}天"),
                format!("{text} does not exist: month {month} has {last} days{en}"),
            );
            out.find(Severity::Error, place(), Some(format!("{} > {last}", date.day)), message);
        }
    }
    for passage in &story.passages {
        for time in 1..passage.times.len() {
            order(passage, time, out);
        }
        for (time, _) in passage.times.iter().enumerate() {
            if let Time::Between(first, last) = passage.time(time) {
                let place = About::default().and(passage.span(passage.time_range(time)));
                backwards(first, last, passage.text(passage.time_range(time)), place, out);
            }
        }
    }
}

/// Two times with 至 between them.
fn order(passage: &Passage, time: usize, out: &mut Out) {
    let (first, last) = (passage.time_range(time - 1), passage.time_range(time));
    let gap = passage.text(first.end.min(last.start)..last.start);
    if !matches!(gap, ['至' | '到' | '—' | '-' | '~'] | ['—', '—']) {
        return;
    }
    if let (Time::At(from) | Time::Since(from), Time::At(to)) = (passage.time(time - 1), passage.time(time)) {
        let Span { start, .. } = passage.span(first.clone());
        let Span { end, .. } = passage.span(last.clone());
        backwards(from, to, passage.text(first.start..last.end), About::default().and(Span { start, end }), out);
    }
}

fn backwards(from: &Moment, to: &Moment, text: &[char], place: About, out: &mut Out) {
    let (Some(a), Some(b)) = (key(from), key(to)) else { return };
    // What the second end leaves out it takes from the first; without its own year it may lie in the next.
    let wrong = match (a, b) {
        ((Some(x), m, d), (Some(y), n, e)) => {
            x > y || x == y && m.zip(n).is_some_and(|(m, n)| m > n || m == n && d.zip(e).is_some_and(|(d, e)| d > e))
        }
        ((_, Some(m), Some(d)), (None, n, Some(e))) => n.is_none_or(|n| n == m) && d > e,
        _ => false,
    };
    if wrong {
        let text = text.string();
        let message = say(format!("“{text}”：结束早于开始"), format!("{text} ends before it begins"));
        out.find(Severity::Error, place, None, message);
    }
}

/// Year, month and day as far as they are stated.
type Key = (Option<i32>, Option<u32>, Option<u32>);

fn key(moment: &Moment) -> Option<Key> {
    let year = match moment.year {
        Slot::Stated(year) => Some(year),
        Slot::Unstated => None,
        Slot::Offset(_) | Slot::Elsewhere => return None,
    };
    match moment.place {
        Place::Year => Some((year, None, None)),
        Place::Month(Slot::Stated(month)) => Some((year, Some(month as u32), None)),
        Place::Day(Slot::Stated(month), day) => Some((year, Some(month as u32), Some(day))),
        Place::Day(Slot::Unstated, day) => Some((year, None, Some(day))),
        _ => None,
    }
}
