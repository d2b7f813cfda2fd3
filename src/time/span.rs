//! Openers and closers: 自X以来, 从X起, X至今 make a moment the start of a span.

use super::calendar::{Moment, Place, Time};
use super::reader::Reader;

/// Words before a moment that open a span by themselves.
const FROM: [&str; 2] = ["自从", "自"];
/// Words that open one together with a closer.
const MAYBE_FROM: [&str; 5] = ["打从", "从", "进入", "由", "始于"];
/// Before 自, what makes it part of another word: 来自.
const NOT_FROM: &str = "来各独亲出源";
/// Behind 起, what makes it part of another word: 起草, 起诉.
const NOT_SINCE: &str = "草诉飞点火义步降源到码初床身伏拍因重价跑航运动家舞用";
/// Behind 来, what makes it a verb: 今年来到.
const NOT_TILL_NOW: &str = "到自看访得回临往源电宾不了";

/// How many characters may stand between a moment and its 以来 (自6月夏粮收购以来), with an opener and without.
const OPENED: usize = 20;
const UNOPENED: usize = 8;

/// Opens the span of a moment that 自, 起 or 以来 stand by. These words stay outside, but for 以来 behind a `word` like
/// 今年, which is one expression with it, and 至今. Gives the meaning and the place behind the expression.
pub fn open(r: Reader, start: usize, end: usize, time: Time, word: bool) -> (Time, usize) {
    let (moment, plan) = match time {
        Time::At(moment) => (moment, false),
        // A plan period is the span of its years, and its start opens one: “十四五”以来.
        Time::Between(first @ Moment { place: Place::Year, .. }, Moment { place: Place::Year, .. }) => (first, true),
        _ => return (time, end),
    };
    let bare = if r.before(start) == ' ' { start - 1 } else { start };
    let own = |word: &&str| !NOT_FROM.contains(r.before(bare - word.chars().count()));
    let from = FROM.iter().filter(|word| r.ends_with(bare, word)).any(own);
    let opened = from || MAYBE_FROM.iter().any(|word| r.ends_with(bare, word));
    let since = Time::Since(moment);
    let next = r.gap(end);
    if let Some(close) = r.word(next, "以来") {
        return (since, if word && !opened { close } else { end });
    }
    if plan {
        return (time, end);
    }
    let year_word = word && !opened && moment.place == Place::Year;
    if year_word && r.at(end) == '来' && !NOT_TILL_NOW.contains(r.at(end + 1)) {
        return (since, end + 1);
    }
    if let Some(close) = r.until_now(end) {
        return (since, close);
    }
    let starts = r.at(next) == '起' && !NOT_SINCE.contains(r.at(next + 1));
    // 2015年开始，…: nothing else is begun.
    let begins = r.any(next, &["开始", "伊始"]).is_some_and(|end| opened || r.at(end) == ',');
    if from || starts || begins || closes_later(r, next, opened) {
        return (since, end);
    }
    (time, end)
}

/// Whether 以来 closes the phrase that begins here, before any punctuation.
fn closes_later(r: Reader, at: usize, opened: bool) -> bool {
    let limit = if opened { OPENED } else { UNOPENED };
    let inside =
        |ch: char| ('\u{4e00}'..='\u{9fff}').contains(&ch) || opened && (ch.is_ascii_alphanumeric() || ch == ' ');
    (at..at + limit).take_while(|&i| inside(r.at(i))).any(|i| r.word(i, "以来").is_some())
}
