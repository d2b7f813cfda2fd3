//! What lies within a year: halves, quarters, months, and what narrows a month.

use super::calendar::{Moment, Place, Slot, Time};
use super::day::in_day;
use super::festival;
use super::grammar::{Form, Reading, at_moment, range};
use super::lexicon::{Effect, Level, PARTS};
use super::reader::{Number, Reader};
use crate::numeral::digits::starts_number;

/// What shows that the 月 behind a number is no month: 6月龄.
const NOT_MONTH: [char; 7] = ['龄', '嫂', '饼', '薪', '球', '亮', '牙'];

/// 五月天, 四月天: a band, a line of verse; 3月天气 is a month.
fn lyric(r: Reader, at: usize) -> bool {
    r.at(at) == '天' && r.at(at + 1) != '气'
}

/// What narrows a year, or stands for itself where its year is not said: quarter, half, month, day.
pub fn in_year(r: Reader, year: Slot, at: usize) -> Option<Reading> {
    let known = year != Slot::Unstated;
    let part = PARTS.find_if(r.chars, at, |(level, effect)| {
        *level == Level::Year && (known || matches!(effect, Effect::Place(Place::Half(_))))
    });
    if let Some(((_, effect), end)) = part {
        let place = match effect {
            Effect::Place(place) => place,
            Effect::Whole => Place::Year,
            _ => Place::Vague,
        };
        let edge = PARTS.find_if(r.chars, end, |(level, _)| matches!(place, Place::Half(_)) && *level == Level::Half);
        let end = edge.map_or(end, |(_, end)| end);
        let form = if matches!(year, Slot::Offset(_)) { Form::Word } else { Form::Sure };
        return Some(Reading { form, ..same_period(r, at_moment(year, place, end)) });
    }
    let first = r.at(at);
    let number = starts_number(first);
    (number || matches!(first, '首' | '第'))
        .then(|| quarter(r, year, at))
        .flatten()
        .or_else(|| first_months(r, year, at))
        .or_else(|| number.then(|| month(r, year, at)).flatten())
        .or_else(|| known.then(|| festival::read(r, at, true)).flatten().map(|end| at_moment(year, Place::Vague, end)))
}

/// 同期 behind a part of a year: the same part of another one.
fn same_period(r: Reader, reading: Reading) -> Reading {
    Reading { end: r.word(reading.end, "同期").unwrap_or(reading.end), ..reading }
}

/// 二季度, 第一季度, 1—3季度, 首季度.
fn quarter(r: Reader, year: Slot, at: usize) -> Option<Reading> {
    let (first, last, end) = match r.at(at) {
        '首' => (1, 1, r.any(at, &["首季度", "首季"])?),
        _ => {
            let ordinal = r.word(at, "第").unwrap_or(at);
            // 连续第三个季度 counts.
            if ordinal > at && r.before(at) == '续' {
                return None;
            }
            let (first, last) = r.numbers(ordinal).filter(|_| r.at(ordinal) != '两')?;
            let unit = r.gap(last.end);
            let unit = if ordinal > at { r.word(unit, "个").unwrap_or(unit) } else { unit };
            let end = r.any(unit, &["季度"])?;
            if !(1 <= first.value && first.value <= last.value && last.value <= 4) {
                return None;
            }
            (first.value, last.value, end)
        }
    };
    let end = PARTS.find_if(r.chars, end, |(level, _)| *level == Level::Quarter).map_or(end, |(_, end)| end);
    let place = |quarter| Moment::new(year, Place::Quarter(quarter));
    Some(same_period(r, Reading { time: range(place(first), place(last)), end, form: Form::Sure }))
}

/// 前三季度, 前5个月, 前3月.
fn first_months(r: Reader, year: Slot, at: usize) -> Option<Reading> {
    if !matches!(r.at(at), '前' | '头' | '后') {
        return None;
    }
    let last = year != Slot::Unstated && r.at(at) == '后';
    let start = if last { at + 1 } else { r.any(at, &["前", "头"])? };
    if year == Slot::Unstated && "目日年月天周之以提此先从当面眼跟期回念".contains(r.before(at)) {
        return None;
    }
    let number = r.number(r.gap(start)).filter(|n| n.digits <= 2)?;
    let unit = r.gap(number.end);
    let unit = r.word(unit, "个").unwrap_or(unit);
    let season = r.word(unit, "季").filter(|&end| !"节度军后风报铵".contains(r.at(end)));
    let (months, end) = match r.word(unit, "季度").or(season) {
        Some(end) => (number.value * 3, end),
        None if r.at(unit) == '月' && !NOT_MONTH.contains(&r.at(unit + 1)) => {
            (number.value, r.word(unit + 1, "份").unwrap_or(unit + 1))
        }
        None => return None,
    };
    if last {
        // 今年后三个季度
        return (months < 12).then(|| at_moment(year, Place::Vague, end));
    }
    ((1..=12).contains(&months)).then(|| same_period(r, at_moment(year, Place::FirstMonths(months), end)))
}

/// A month, a range of months, or a month and what narrows it: 5月, 1—10月份, 8月下旬, 5月1日.
fn month(r: Reader, year: Slot, at: usize) -> Option<Reading> {
    let (first, last) = r.numbers(at)?;
    let unit = r.gap(last.end);
    let plausible = |n: &Number| n.digits <= 2 && (1..=19).contains(&n.value);
    let word = if first.ascii { '1' } else { r.at(at) };
    if r.at(unit) != '月' || matches!(word, '两' | '幺' | '零') || !plausible(&first) || !plausible(&last) {
        return None;
    }
    let alone = year == Slot::Unstated;
    if NOT_MONTH.contains(&r.at(unit + 1))
        || alone && !first.ascii && lyric(r, unit + 1)
        || alone && r.before(at).is_ascii_alphabetic()
    {
        return None;
    }
    // 每一月, 近三月: lengths of time.
    if alone && (first.digits == 1 || first.ascii) && "每近满逾约这个整".contains(r.before(at)) {
        return None;
    }
    let end = r.word(unit + 1, "份").filter(|&end| r.at(end) != '额').unwrap_or(unit + 1);
    if first != last {
        let place = |n: Number| Moment::new(year, Place::Month(Slot::Stated(n.value as i32)));
        let last = place(last).follow(&place(first));
        return Some(same_period(r, Reading { time: Time::Between(place(first), last), end, form: Form::Sure }));
    }
    let lunar = !first.ascii && end == unit + 1 && festival::lunar_day(r, end).is_some();
    if lunar {
        return festival::lunar_day(r, end).map(|end| at_moment(year, Place::Vague, end));
    }
    Some(in_month(r, year, Slot::Stated(first.value as i32), end, Form::Sure))
}

/// What narrows a month: its thirds, its days, its weeks.
pub fn in_month(r: Reader, year: Slot, month: Slot, at: usize, form: Form) -> Reading {
    let here = r.gap(at);
    if let Some(((_, effect), end)) = PARTS.find_if(r.chars, here, |(level, _)| *level == Level::Month) {
        let place = match effect {
            Effect::Whole => Place::Month(month),
            Effect::Third(third) => Place::Third(month, third),
            _ => Place::Vague,
        };
        // 3月中旬 names ten days of no year: nothing EDTF could say in one date.
        return Reading { form, ..at_moment(year, place, end) };
    }
    if let Some((first, last)) = r.numbers(here).filter(|(first, last)| first.digits <= 2 && last.digits <= 2)
        && matches!(r.at(r.gap(last.end)), '日' | '号')
        && (1..=39).contains(&first.value)
    {
        let end = r.gap(last.end) + 1;
        let day = |n: Number| Moment::new(year, Place::Day(month, n.value));
        if first != last {
            return Reading { time: Time::Between(day(first), day(last)), end, form: Form::Sure };
        }
        return in_day(r, day(first), end, Form::Sure);
    }
    let week = r.word(here, "第").and_then(|at| r.number(at)).filter(|n| n.value <= 6);
    if let Some(end) = week.and_then(|n| r.any(n.end, &["周", "个星期", "个周"])) {
        return at_moment(year, Place::Vague, end);
    }
    Reading { form, ..at_moment(year, Place::Month(month), at) }
}
