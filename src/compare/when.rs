//! When two figures hold: the same time, another, or not to be told.

use crate::fold::fold;
use crate::model::{Analysis, Figure, Provenance};
use crate::time::{self, Slot, Time};

/// The time of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// As written.
    text: String,
    /// First and last day, as numbers that compare (20240131).
    days: Option<(i64, i64)>,
    /// How many years from that of publication, where the words count from there: −1 of 去年.
    years: Option<i32>,
    /// Whether it stands in the figure's own clause or sentence.
    near: bool,
}

/// How the times of two figures go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The same time.
    Same,
    /// Another time.
    Other,
    /// Nothing to be told.
    Unknown,
}

impl When {
    /// The time of a figure.
    pub fn of(figure: &Figure, analysis: &Analysis) -> Option<Self> {
        let time = figure.time.as_ref()?;
        let number: usize = time.id.strip_prefix('t')?.parse().ok()?;
        let full = analysis.times.get(number.checked_sub(1)?)?;
        let value = full.resolved.as_deref().or(full.value.as_deref());
        Some(When {
            text: time.phrase.text.clone(),
            days: value.and_then(days),
            years: years(&time.phrase.text),
            near: matches!(time.from, Provenance::Clause | Provenance::Sentence),
        })
    }

    /// How it goes together with another figure's time.
    pub fn agrees(&self, other: &When) -> Agreement {
        if self.text == other.text {
            return Agreement::Same;
        }
        match (self.days, other.days) {
            (Some(a), Some(b)) if a == b => Agreement::Same,
            (Some(a), Some(b)) if a.1 < b.0 || b.1 < a.0 => Agreement::Other,
            // 2024年 and 2024年上半年 are two periods; a day lies in the year it is told in.
            (Some(a), Some(b)) if self.near && other.near && period(a) && period(b) => Agreement::Other,
            (Some(_), Some(_)) => Agreement::Unknown,
            _ => match (self.years, other.years) {
                (Some(a), Some(b)) if a != b => Agreement::Other,
                (Some(_), Some(_)) if self.text.chars().count() == other.text.chars().count() => Agreement::Same,
                _ => Agreement::Unknown,
            },
        }
    }
}

fn years(text: &str) -> Option<i32> {
    let chars: Vec<char> = text.chars().map(fold).collect();
    match time::scan(&chars).first()?.time {
        Time::At(moment) | Time::Between(moment, _) | Time::Since(moment) => match moment.year {
            Slot::Offset(years) => Some(years),
            _ => None,
        },
        _ => None,
    }
}

/// Whether it is longer than some days and ends.
fn period((first, last): (i64, i64)) -> bool {
    last < i64::MAX && last - first >= 25
}

/// First and last day of an EDTF value.
fn days(value: &str) -> Option<(i64, i64)> {
    let (first, last) = value.split_once('/').unwrap_or((value, value));
    let end = if last == ".." { i64::MAX } else { day(last, '9')? };
    Some((day(first, '0')?, end))
}

/// A day as a number; what is left out is filled, X is the digit given.
fn day(text: &str, fill: char) -> Option<i64> {
    if text.starts_with("XXXX") {
        return None;
    }
    let mut parts = text.get(..10.min(text.len()))?.split('-').map(|part| part.replace('X', &fill.to_string()));
    let year: i64 = parts.next()?.parse().ok()?;
    let late = fill == '9';
    let month: i64 = parts.next().map_or(Some(if late { 12 } else { 1 }), |part| part.parse().ok())?;
    let day: i64 = parts.next().map_or(Some(if late { 31 } else { 1 }), |part| part.get(..2)?.parse().ok())?;
    // Seasons (21 to 24) are months of their own.
    let (month, day) = match month {
        21..=24 => ((month - 20) * 3 - if late { 0 } else { 2 }, day),
        _ => (month, day),
    };
    Some(year * 10_000 + month * 100 + day)
}
