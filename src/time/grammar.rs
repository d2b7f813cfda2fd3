//! The grammar of calendar expressions: atoms (year, quarter, month, day, clock), their sequences, and ranges.

use super::calendar::{Moment, Place, Slot, Time};
use super::century::{century, decade};
use super::clock;
use super::day::{bare_day, in_day, weekday, weekday_digit, weekday_name};
use super::lexicon::{ERAS, Effect, Level, PARTS, RELATIVE, Relative};
use super::numeric::numeric;
use super::reader::{Number, Reader, starts_connector};
use super::within::{in_month, in_year};
use super::year::{after_year, from_year};
use crate::numeral::digits::starts_number;

/// A calendar expression that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What it means.
    pub time: Time,
    /// The place behind it.
    pub end: usize,
    /// How sure the form itself is.
    pub form: Form,
}

/// How sure the form of an expression is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A calendar expression.
    Sure,
    /// A word like 今年 or 去年底, without any numeral.
    Word,
    /// A day or year that only the text before tells: 当天, 次年.
    Elsewhere,
    /// Two digits and 年 alone: a year only where its block speaks of such years (11年 for 2011年).
    Short(i32),
}

/// A moment as a reading.
pub fn at_moment(year: Slot, place: Place, end: usize) -> Reading {
    Reading { time: Time::At(Moment::new(year, place)), end, form: Form::Sure }
}

/// Reads a calendar expression: a moment, or a range of two.
pub fn read(r: Reader, at: usize) -> Option<Reading> {
    let first = single(r, at)?;
    let Time::At(start) = first.time else { return Some(first) };
    let Some(next) = r.connector(first.end) else { return Some(first) };
    if r.until_now(next.saturating_sub(1)).is_some() {
        return Some(first);
    }
    // 5月上旬至中旬: the month is said once.
    if let Place::Third(month, _) = start.place
        && let Some(((_, Effect::Third(third)), end)) =
            PARTS.find_if(r.chars, next, |(level, _)| *level == Level::Month)
    {
        let last = Moment { place: Place::Third(month, third), ..start };
        return Some(Reading { time: Time::Between(start, last), end, form: Form::Sure });
    }
    // 今天白天到夜间: the day is said once.
    let whole = start.clock.is_none() && matches!(start.place, Place::Day(..) | Place::DayOffset(_));
    if whole
        && clock::read(r, next, true).is_none()
        && let Some((_, end)) = PARTS.find_if(r.chars, next, |(level, _)| *level == Level::Day)
    {
        return Some(Reading { end, ..first });
    }
    match single(r, next) {
        Some(Reading { time: Time::At(last), end, form }) if !matches!(form, Form::Short(_)) => {
            let last = last.follow(&start);
            // 5月到今年年底: the year of the end is that of the start.
            let start = match (start.year, last.year) {
                (Slot::Unstated, Slot::Stated(_) | Slot::Offset(_)) if start.first_month().is_some() => {
                    Moment { year: last.year, ..start }
                }
                _ => start,
            };
            Some(Reading { time: Time::Between(start, last), end, form: Form::Sure })
        }
        _ => Some(first),
    }
}

fn single(r: Reader, at: usize) -> Option<Reading> {
    if r.numeral(at) && !r.fresh(at) {
        return None;
    }
    if starts_number(r.at(at)) {
        return numbered(r, at, r.number(at)?);
    }
    let year = matches!(r.at(at), '公' | '前') || ERAS.may_begin(r.at(at));
    (year.then(|| from_year(r, at)).flatten())
        .or_else(|| relative(r, at))
        .or_else(|| in_year(r, Slot::Unstated, at))
        .or_else(|| weekday(r, at))
        .or_else(|| of_day(r, at))
}

/// What begins with a number. What follows it says what can: behind most numbers of a text stands nothing that makes a time
/// of them. Four digits may be a year whatever follows.
fn numbered(r: Reader, at: usize, number: Number) -> Option<Reading> {
    let next = r.at(r.gap(number.end));
    // Two numbers may share what follows the second.
    let joined = matches!(next, '、' | '和') || starts_connector(next);
    let year = number.digits == 4 || joined || matches!(next, '年' | '世' | 'Q' | 'H' | '/');
    let year = year.then(|| numeric(r, at).or_else(|| from_year(r, at))).flatten();
    if year.is_some() || number.digits > 2 {
        return year;
    }
    let may_be = |units: &[char]| joined || units.contains(&next);
    (may_be(&['世', '年', '十']).then(|| century(r, at)).flatten())
        .or_else(|| may_be(&['季', '月']).then(|| in_year(r, Slot::Unstated, at)).flatten())
        .or_else(|| may_be(&['日', '号']).then(|| bare_day(r, at)).flatten())
        // 一早8点
        .or_else(|| may_be(&['时', '点', ':', '早']).then(|| of_day(r, at)).flatten())
}

/// A time of day.
fn of_day(r: Reader, at: usize) -> Option<Reading> {
    let clock = clock::read(r, at, false)?;
    let moment = |clock| Moment { clock: Some(clock), ..Moment::new(Slot::Unstated, Place::Clock) };
    Some(Reading { time: range(moment(clock.first), moment(clock.last)), end: clock.end, form: Form::Sure })
}

/// A range, or a moment where both ends are one.
pub fn range(first: Moment, last: Moment) -> Time {
    if first == last { Time::At(first) } else { Time::Between(first, last) }
}

/// 今年, 上月, 本周, 昨天 and what narrows them.
fn relative(r: Reader, at: usize) -> Option<Reading> {
    let (meaning, end) = RELATIVE.find(r.chars, at)?;
    let form = |slot: Slot| if slot == Slot::Elsewhere { Form::Elsewhere } else { Form::Word };
    Some(match meaning {
        Relative::Year(slot) => {
            let reading = after_year(r, slot, end, form(slot));
            if reading.end > end && slot == Slot::Elsewhere { Reading { form: Form::Sure, ..reading } } else { reading }
        }
        Relative::Quarter(offset) => at_moment(Slot::Unstated, Place::QuarterOffset(offset), end),
        Relative::Month(slot) => in_month(r, Slot::Unstated, slot, end, form(slot)),
        Relative::Week(offset) => {
            let (place, behind) = match weekday_name(r, end).or_else(|| weekday_digit(r, end)) {
                Some((weekday, behind)) => (Place::Weekday(Some(offset), weekday), behind),
                None => (Place::Week(offset), r.word(end, "末").unwrap_or(end)),
            };
            match place {
                Place::Weekday(..) => in_day(r, Moment::new(Slot::Unstated, place), behind, Form::Sure),
                _ => Reading { form: Form::Word, ..at_moment(Slot::Unstated, place, behind) },
            }
        }
        Relative::Day(offset, parted) => {
            let place = offset.map_or(Place::Vague, Place::DayOffset);
            let day = Moment::new(Slot::Unstated, place);
            let plain = if offset.is_none() { Form::Elsewhere } else { Form::Word };
            let mut reading = in_day(r, day, end, plain);
            // 昨晚8点 is in the evening.
            if parted && let Time::At(Moment { clock: Some(clock), .. }) = &mut reading.time {
                let evening = matches!(r.before(end), '晚' | '夜') && (5..12).contains(&clock.hour);
                clock.hour += if evening { 12 } else { 0 };
            }
            reading
        }
        Relative::Century(offset) => decade(r, Slot::Offset(offset), end),
    })
}
