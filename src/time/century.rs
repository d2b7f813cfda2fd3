//! Centuries and decades: 20世纪90年代, 上世纪八九十年代.

use super::calendar::{Moment, Place, Slot, Time};
use super::grammar::{Form, Reading, at_moment, range};
use super::lexicon::{Level, PARTS};
use super::reader::{Number, Reader};

/// 20世纪90年代, 二十一世纪, 80年代末.
pub fn century(r: Reader, at: usize) -> Option<Reading> {
    let number = r.number(at).filter(|n| n.digits <= 2)?;
    match r.word(r.gap(number.end), "世纪") {
        // 21世纪经济报道 is a paper.
        Some(end) if number.value <= 30 && r.word(end, "经济报").is_none() => {
            Some(decade(r, Slot::Stated(number.value as i32), end))
        }
        _ => Some(decade(r, Slot::Unstated, at)).filter(|reading| reading.end > at),
    }
}

/// Behind 世纪 or 上世纪: its decade and its part.
pub fn decade(r: Reader, century: Slot, at: usize) -> Reading {
    let part = |end| PARTS.find_if(r.chars, end, |(level, _)| *level == Level::Century).map_or(end, |(_, end)| end);
    let tens = |n: &Number| (10..=90).contains(&n.value) && n.value.is_multiple_of(10) && n.digits != 1;
    let here = r.gap(at);
    let moment = |tens| Moment::new(Slot::Unstated, Place::Decade(century, tens));
    // 八九十年代, 80、90年代.
    if let Some((first, last)) = decades(r, here)
        && let Some(end) = r.word(r.gap(last.end), "年代")
    {
        return Reading { time: range(moment(first.value), moment(last.value)), end: part(end), form: Form::Sure };
    }
    match r.number(here).filter(tens).and_then(|n| Some((n.value, r.word(r.gap(n.end), "年代")?))) {
        Some((tens, end)) => Reading { time: Time::At(moment(tens)), end: part(end), form: Form::Sure },
        None => at_moment(Slot::Unstated, Place::Century(century), part(at)),
    }
}

/// Two decades of one century: 八九十, 80、90, 八十至九十.
fn decades(r: Reader, at: usize) -> Option<(Number, Number)> {
    let first = r.number(at)?;
    if !first.ascii && first.digits == 2 && r.at(first.end) == '十' {
        let tens = |value| Number { value: value * 10, digits: 0, end: first.end + 1, ..first };
        return (first.value / 10 < first.value % 10).then(|| (tens(first.value / 10), tens(first.value % 10)));
    }
    let next = r.connector(first.end).or_else(|| r.word(first.end, "、"))?;
    let last = r.number(next)?;
    let fits = |n: &Number| n.value.is_multiple_of(10) && (10..=90).contains(&n.value) && n.digits != 1;
    (fits(&first) && fits(&last) && first.value < last.value).then_some((first, last))
}
