//! Dates as they are printed, possible or not: 2023年2月29日, 13月5日, 2024-02-30.
//!
//! The time room reads what can be a date; the rules about dates need those that cannot.

use std::ops::Range;

use super::chars::Chars;
use crate::numeral;
use crate::time::Date;

/// A month and a day, perhaps with their year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Characters of the block.
    pub range: Range<usize>,
    /// The year, where four digits or 〇 to 九 state it.
    pub year: Option<i32>,
    /// As printed, 0 and 13 too.
    pub month: u32,
    /// As printed.
    pub day: u32,
}

/// Characters of the longest number before 月 or 日.
const LONGEST: usize = 5;
/// Characters of the longest year and month before 月.
const REACH: usize = LONGEST + 8;
/// Words before a date of another calendar.
const LUNAR: [&str; 4] = ["农历", "阴历", "旧历", "夏历"];

/// The dates of a block, in order.
pub fn scan(chars: &[char]) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    let mut from = 0;
    while let Some(mark) = next_mark(chars, from) {
        from = from.max(mark.saturating_sub(REACH));
        let Some(ahead) = chars[from..mark].iter().position(|&c| is_numeral(c)) else {
            from = mark + 1;
            continue;
        };
        let at = from + ahead;
        let inside = |c: char| is_numeral(c) || matches!(c, '.' | '-' | '/');
        let date = if at > 0 && inside(chars[at - 1]) { None } else { read(chars, at) };
        from = match &date {
            Some(date) => date.range.end,
            None => chars[at..].iter().position(|&c| !is_numeral(c)).map_or(chars.len(), |size| at + size),
        };
        found.extend(date.filter(|_| !chars[at.saturating_sub(8)..at].has_any(&LUNAR)));
    }
    found
}

/// Where the next month or dash stands. Stretches are looked at as a whole, which takes less time than each character by
/// itself: hardly any has one.
fn next_mark(chars: &[char], from: usize) -> Option<usize> {
    const STRETCH: usize = 16;
    let is_mark = |c: &char| matches!(c, '月' | '-');
    let bare = |stretch: &&[char]| !stretch.iter().fold(false, |any, c| any | is_mark(c));
    let from = from + STRETCH * chars[from..].chunks_exact(STRETCH).take_while(bare).count();
    chars[from..].iter().position(is_mark).map(|ahead| from + ahead)
}

fn read(chars: &[char], at: usize) -> Option<Printed> {
    dashed(chars, at).or_else(|| {
        let (year, month_at) = match year(chars, at) {
            Some((year, end)) => (Some(year), end),
            None => (None, at),
        };
        let (month, end) = small(chars, month_at, '月')?;
        let (day, end) = small(chars, end, '日').or_else(|| small(chars, end, '号'))?;
        Some(Printed { range: at..end, year, month, day })
    })
}

/// 2024-02-30.
fn dashed(chars: &[char], at: usize) -> Option<Printed> {
    let text = chars.get(at..at + 10)?;
    let digits = |range: Range<usize>| text[range].iter().try_fold(0, |value, c| Some(value * 10 + c.to_digit(10)?));
    (text[4] == '-' && text[7] == '-').then_some(())?;
    let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
    let ends = !chars.get(at + 10).is_some_and(|&c| is_numeral(c) || c == '-');
    let likely = (1900..=2100).contains(&year) && month <= 19 && day <= 39;
    (ends && likely).then(|| Printed { range: at..at + 10, year: Some(year as i32), month, day })
}

/// 2024年, 二〇二四年.
fn year(chars: &[char], at: usize) -> Option<(i32, usize)> {
    let mut year = 0;
    for offset in 0..4 {
        let digit = match *chars.get(at + offset)? {
            c if c.is_ascii_digit() => c as i32 - '0' as i32,
            c => "〇一二三四五六七八九".chars().position(|d| d == c)? as i32,
        };
        year = year * 10 + digit;
    }
    let end = skip(chars, at + 4);
    (chars.get(end) == Some(&'年')).then(|| (year, skip(chars, end + 1)))
}

/// A number of at most two digits before 月, 日 or 号.
fn small(chars: &[char], at: usize, unit: char) -> Option<(u32, usize)> {
    let near = &chars[at..chars.len().min(at + LONGEST + 2)];
    let behind = near.iter().position(|&c| c == unit)?;
    let unit_at = at + behind;
    // What nearly all of them are, and nothing else reads: 7月, 12月.
    if (1..=2).contains(&behind) && near[..behind].iter().all(char::is_ascii_digit) {
        let value = near[..behind].iter().fold(0, |value, &c| value * 10 + (c as u32 - '0' as u32));
        return Some((value, skip(chars, unit_at + 1)));
    }
    // Longer numerals are no part of a date, and reading them again at each of their characters would take long.
    let number = numeral::read(&chars[..chars.len().min(at + LONGEST)], at)?;
    let value = number.value.as_ref()?.to_f64();
    let plain =
        number.upper.is_none() && number.bound.is_none() && value.fract() == 0.0 && (0.0..=99.0).contains(&value);
    (plain && skip(chars, number.range.end) == unit_at).then(|| (value as u32, skip(chars, unit_at + 1)))
}

fn skip(chars: &[char], at: usize) -> usize {
    if chars.get(at) == Some(&' ') { at + 1 } else { at }
}

fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿' | '卅'
    )
}

/// The year of a date without year: of those around publication the one that brings it nearest.
pub fn nearest_year(month: u32, day: u32, published: Date) -> i32 {
    let days = |year: i32| (crate::time::to_days((year, month, day)) - crate::time::to_days(published)).abs();
    let year = published.0;
    [year - 1, year, year + 1].into_iter().min_by_key(|year| days(*year)).unwrap_or(year)
}
