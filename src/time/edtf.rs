//! From what an expression means to EDTF (ISO 8601-2): with the day of publication where it is known, else from the
//! words alone. Where no valid EDTF says what the words say, there is no value.

use super::calendar::{Date, Edge, Moment, Place, Slot, Time, Unit, from_days, month_length, shift_month, to_days};

/// A bare 12月21日 in a January paper is last December's: a date this many days ahead belongs to the year before.
const AHEAD: i64 = 183;

/// The EDTF of a time; `today` is the day of publication.
pub fn edtf(time: &Time, today: Option<Date>) -> Option<String> {
    match time {
        Time::At(moment) => ends(moment, today).map(|(first, last)| join(first, last)),
        Time::Between(first, last) => {
            let (mut first, mut last) = (*first, *last);
            if let (Slot::Unstated, Slot::Unstated, Some(today)) = (first.year, last.year, today) {
                let year = likely_year(&Moment { place: counted(&first, &last), ..last }, today);
                let wraps = matches!((first.first_month(), last.first_month()), (Some(a), Some(b)) if b < a);
                last.year = Slot::Stated(year);
                first.year = Slot::Stated(year - i32::from(wraps));
            }
            let (start, end) = (ends(&first, today)?.0, ends(&last, today)?.1);
            let known = !start.contains('X') && !end.contains('X') && !start.starts_with('-');
            let length = start.len().min(end.len());
            (!known || start[..length] <= end[..length]).then(|| join(start, end))
        }
        Time::Since(moment) => ends(moment, today).map(|(first, _)| format!("{first}/..")),
        Time::Past(Some(count), unit) => Some(join(away(today?, -i64::from(*count), *unit)?, away(today?, 0, *unit)?)),
        Time::Next(Some(count), unit) => Some(join(away(today?, 1, *unit)?, away(today?, i64::from(*count), *unit)?)),
        Time::Ago(Some(count), unit) => away(today?, -i64::from(*count), *unit),
        Time::Past(None, _) | Time::Next(None, _) | Time::Ago(None, _) | Time::Vague => None,
    }
}

fn join(first: String, last: String) -> String {
    if first == last { first } else { format!("{first}/{last}") }
}

/// A year in four digits; the years before 1 count down from 0000.
fn year_text(year: i32) -> Option<String> {
    let sign = if year < 0 { "-" } else { "" };
    (-9999..=9999).contains(&year).then(|| format!("{sign}{:04}", year.abs()))
}

fn day_text((year, month, day): Date) -> Option<String> {
    Some(format!("{}-{month:02}-{day:02}", year_text(year)?))
}

fn month_text((year, month): (i32, u32)) -> Option<String> {
    Some(format!("{}-{month:02}", year_text(year)?))
}

/// The unit that lies so many units from the one of the day.
fn away(today: Date, count: i64, unit: Unit) -> Option<String> {
    let count = i32::try_from(count).ok().filter(|n| n.abs() < 10_000)?;
    match unit {
        Unit::Year => year_text(today.0 + count),
        Unit::Quarter => month_text(shift_month(today, count * 3)),
        Unit::Month => month_text(shift_month(today, count)),
        Unit::Week => day_text(from_days(to_days(today) + i64::from(count) * 7)),
        Unit::Day => day_text(from_days(to_days(today) + i64::from(count))),
        Unit::Hour => None,
    }
}

/// The year a moment without year belongs to: that of publication, or the one before where it would lie far ahead.
fn likely_year(moment: &Moment, today: Date) -> i32 {
    let start = match moment.place {
        // Months counted from January are reported when they are over.
        Place::FirstMonths(last) => return today.0 - i32::from(last > today.1),
        Place::Day(Slot::Stated(month), day) => Some((month as u32, day)),
        Place::YearEdge(_) => None,
        _ => moment.first_month().map(|month| (month, 1)),
    };
    let ahead = start.is_some_and(|(month, day)| to_days((today.0, month, day)) - to_days(today) > AHEAD);
    today.0 - i32::from(ahead)
}

/// 1—10月 and 1至3季度 are months counted from January, as in 前10月; other ranges are placed by their end.
fn counted(first: &Moment, last: &Moment) -> Place {
    match (first.place, last.place) {
        (Place::Month(Slot::Stated(1)), Place::Month(Slot::Stated(month))) => Place::FirstMonths(month as u32),
        (Place::Quarter(1), Place::Quarter(quarter)) => Place::FirstMonths(quarter * 3),
        (_, place) => place,
    }
}

/// The month of a day without month: the one that brings the day nearest to publication.
fn likely_month(day: u32, today: Date) -> Option<(i32, u32)> {
    let months = [-1, 0, 1].map(|offset| shift_month(today, offset));
    let fits = |&(year, month): &(i32, u32)| (1..=month_length(Some(year), month)).contains(&day);
    let distance = |&(year, month): &(i32, u32)| (to_days((year, month, day)) - to_days(today)).abs();
    months.into_iter().filter(fits).min_by_key(distance)
}

/// First and last unit of a moment, each a valid EDTF date, date-time or season.
fn ends(moment: &Moment, today: Option<Date>) -> Option<(String, String)> {
    let same = |text: String| Some((text.clone(), text));
    let day = |date: Date| {
        let text = day_text(date)?;
        Some(match moment.clock {
            Some(clock) => format!("{text}T{:02}:{:02}:{:02}", clock.hour, clock.minute, clock.second),
            None => text,
        })
    };
    let year = match moment.year {
        Slot::Stated(year) => Some(year),
        Slot::Offset(offset) => Some(today?.0 + offset),
        Slot::Unstated => today.map(|today| likely_year(moment, today)),
        Slot::Elsewhere => return None,
    };
    let months = |first: u32, last: u32| Some((month_text((year?, first))?, month_text((year?, last))?));
    let valid_month = |month: i32| u32::try_from(month).ok().filter(|m| (1..=12).contains(m));
    // The month, with its year where one is known.
    let month = |slot: Slot| match slot {
        Slot::Stated(month) => Some((year, valid_month(month)?)),
        Slot::Offset(offset) => {
            let (year, month) = shift_month(today?, offset);
            Some((Some(year), month))
        }
        Slot::Elsewhere | Slot::Unstated => None,
    };
    match moment.place {
        Place::Year => same(year_text(year?)?),
        Place::YearEdge(Edge::Start) => months(1, 1),
        Place::YearEdge(Edge::Middle) => months(6, 7),
        Place::YearEdge(Edge::End) => months(12, 12),
        Place::Half(half) => months(half * 6 - 5, half * 6),
        Place::Quarter(quarter) => months(quarter * 3 - 2, quarter * 3),
        Place::FirstMonths(last) => months(1, last),
        Place::Season(season) => same(format!("{}-{season}", year_text(year?)?)),
        Place::QuarterOffset(offset) => {
            let today = today?;
            let first = shift_month((today.0, (today.1 - 1) / 3 * 3 + 1, 1), offset? * 3);
            Some((month_text(first)?, month_text((first.0, first.1 + 2))?))
        }
        Place::Month(slot) => match month(slot)? {
            (Some(year), month) => same(month_text((year, month))?),
            (None, month) => same(format!("XXXX-{month:02}")),
        },
        Place::Third(slot, third) => {
            let (year, month) = month(slot)?;
            let last = if third == 3 { month_length(year, month) } else { third * 10 };
            Some((day_text((year?, month, third * 10 - 9))?, day_text((year?, month, last))?))
        }
        Place::Day(Slot::Unstated, number) => {
            let (year, month) = likely_month(number, today?)?;
            same(day((year, month, number))?)
        }
        Place::Day(slot, number) => {
            let (year, month) = month(slot)?;
            if !(1..=month_length(year, month)).contains(&number) {
                return None;
            }
            match year {
                Some(year) => same(day((year, month, number))?),
                None => same(format!("XXXX-{month:02}-{number:02}")),
            }
        }
        Place::DayOffset(offset) => same(day(from_days(to_days(today?) + i64::from(offset)))?),
        Place::Week(offset) => {
            let monday = monday(today?) + i64::from(offset) * 7;
            Some((day_text(from_days(monday))?, day_text(from_days(monday + 6))?))
        }
        Place::Weekday(week, weekday) => {
            let days = monday(today?) + i64::from(week.unwrap_or(0)) * 7 + i64::from(weekday) - 1;
            same(day(from_days(days))?)
        }
        Place::Century(slot) => same(format!("{:02}XX", century(slot, today)?)),
        Place::Decade(Slot::Unstated, tens) => {
            // The last such decade that has begun.
            let year = today?.0;
            let ahead = year.rem_euclid(100) < tens as i32;
            same(format!("{:02}{}X", year.div_euclid(100) - i32::from(ahead), tens / 10))
        }
        Place::Decade(slot, tens) => same(format!("{:02}{}X", century(slot, today)?, tens / 10)),
        Place::Clock | Place::Vague => None,
    }
}

/// The hundreds of the years of a century: 19 for the twentieth.
fn century(slot: Slot, today: Option<Date>) -> Option<i32> {
    let hundreds = match slot {
        Slot::Stated(century) => century - 1,
        Slot::Offset(offset) => today?.0.div_euclid(100) + offset,
        Slot::Elsewhere | Slot::Unstated => return None,
    };
    (0..100).contains(&hundreds).then_some(hundreds)
}

/// The Monday of a day's week, in days since 1970-01-01 (a Thursday).
fn monday(today: Date) -> i64 {
    let days = to_days(today);
    days - (days + 3).rem_euclid(7)
}
