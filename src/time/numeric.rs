//! Dates in digits: 2024-05-01, 2011/7/15, 11/7/15, 07-21 10:23.

use super::calendar::{Moment, Place, Slot, Time};
use super::clock;
use super::day::in_day;
use super::grammar::{Form, Reading, at_moment};
use super::reader::{Number, Reader};
use super::year::short_year;

/// 2024-05-01, 2011/7/15, 2024.5.1, 11/7/15, 2024-05.
pub fn numeric(r: Reader, at: usize) -> Option<Reading> {
    let year = r.number(at).filter(|n| n.ascii)?;
    let sign = r.at(year.end);
    if !matches!(sign, '-' | '/' | '.') || r.before(at).is_ascii_alphanumeric() || r.before(at) == sign {
        return None;
    }
    let month = r.number(year.end + 1).filter(|n| n.ascii && n.digits <= 2)?;
    // 07-21 10:23, as lists of news put it.
    if year.digits == 2 && sign == '-' && month.digits == 2 && plausible_date(year.value, month.value) {
        let clock = clock::read(r, r.gap(month.end), true)
            .filter(|clock| r.at(month.end) == ' ' && clock.end > month.end + 4)?;
        let place = Place::Day(Slot::Stated(year.value as i32), month.value);
        let day = Moment { clock: Some(clock.first), ..Moment::new(Slot::Unstated, place) };
        return Some(Reading { time: Time::At(day), end: clock.end, form: Form::Sure });
    }
    let day = (r.at(month.end) == sign).then(|| r.number(month.end + 1)).flatten();
    let plausible = |n: &Number, limit| (1..=limit).contains(&n.value);
    let Some(day) = day else {
        let written = year.digits == 4 && sign == '-' && month.digits == 2 && plausible(&month, 12);
        let alone = !matches!(r.at(month.end), '-' | '/' | '年' | '月') && !r.at(month.end).is_ascii_alphanumeric();
        let known = (1900..=2100).contains(&year.value);
        return (written && alone && known).then(|| {
            at_moment(Slot::Stated(year.value as i32), Place::Month(Slot::Stated(month.value as i32)), month.end)
        });
    };
    let full = match year.digits {
        4 if (1000..=2100).contains(&year.value) => year.value as i32,
        2 if sign == '/' => short_year(year.value),
        _ => return None,
    };
    let ends = day.digits <= 2 && r.at(day.end) != sign && !r.at(day.end).is_ascii_digit();
    // An impossible day is still a date, as long as it is one by its form.
    if !day.ascii || !ends || !plausible(&month, 19) || !plausible(&day, 39) {
        return None;
    }
    if (year.digits == 2 || sign == '.') && !(plausible(&month, 12) && plausible(&day, 31)) {
        return None;
    }
    let place = Place::Day(Slot::Stated(month.value as i32), day.value);
    let end = day.end + usize::from(r.at(day.end) == '日');
    Some(in_day(r, Moment::new(Slot::Stated(full), place), end, Form::Sure))
}

fn plausible_date(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}
