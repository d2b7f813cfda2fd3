//! Festivals, plan periods and days of the lunar calendar.

use super::calendar::{Moment, Place, Slot, Time};
use super::lexicon::{Alone, FESTIVALS, PLANS};
use super::reader::Reader;

/// What makes a time of a festival's name, longest first.
const SEASONS: [&str; 15] = [
    "小长假期间",
    "假期期间",
    "长假期间",
    "节假期间",
    "黄金周期间",
    "小长假",
    "节期间",
    "节假期",
    "期间",
    "假期",
    "长假",
    "黄金周",
    "节前夕",
    "前夕",
    "时期",
];

/// What may follow a year and a festival that are one time: 2024年春节前.
const BEHIND_FESTIVAL: &str = "前后当将到来临以至的,。;:、)!?";

fn closing(open: char) -> Option<char> {
    Some(match open {
        '“' => '”',
        '"' => '"',
        '「' => '」',
        '『' => '』',
        '‘' => '’',
        '\'' => '\'',
        _ => return None,
    })
}

/// Reads a festival that is a time: 春节期间, “五一”假期, 除夕. `dated`: a year stands before it.
pub fn read(r: Reader, at: usize, dated: bool) -> Option<usize> {
    let close = closing(r.at(at));
    let name = at + usize::from(close.is_some());
    let (alone, end) = FESTIVALS.find(r.chars, name)?;
    if r.numeral(name) && !r.fresh(name) {
        return None;
    }
    let (end, quoted) = match close {
        Some(close) if r.at(end) == close => (end + 1, true),
        Some(_) => return None,
        None => (end, false),
    };
    if let Some(end) = r.any(end, &SEASONS) {
        return Some(end);
    }
    let ends = r.at(end) == '\0' || BEHIND_FESTIVAL.contains(r.at(end));
    ((alone && !quoted) || dated && ends).then_some(end)
}

/// Reads a plan period: “十四五”, “十四五”期间, 十三五末. Quotes that enclose just the expression belong to it.
/// Gives its meaning, its start (behind a quote that stays outside) and the place behind it.
pub fn plan(r: Reader, at: usize) -> Option<(Time, usize, usize)> {
    let close = closing(r.at(at));
    let name = at + usize::from(close.is_some());
    let ((first, last, alone), end) = PLANS.find(r.chars, name)?;
    if !r.fresh(name) {
        return None;
    }
    let year = |year| Moment::new(Slot::Stated(year), Place::Year);
    let whole = Time::Between(year(first), year(last));
    let season = |at: usize| {
        if let Some(end) = r.any(at, &["期间", "时期", "规划期间", "规划期", "中后期", "中期"]) {
            return Some((whole, end));
        }
        if let Some(end) = r.any(at, &["末期", "期末", "末"]) {
            return Some((Time::At(year(last)), end));
        }
        r.any(at, &["初期", "期初", "初"]).map(|end| (Time::At(year(first)), end))
    };
    let inner = season(end);
    let name_end = inner.map_or(end, |(_, end)| end);
    let closed = close.is_some_and(|close| r.at(name_end) == close);
    let start = if closed { at } else { name };
    let outer = if closed && inner.is_none() { season(name_end + 1) } else { None };
    let end = outer.map_or(name_end + usize::from(closed), |(_, end)| end);
    let seasoned = inner.or(outer);
    let counted = r.numeral(end) || "个岁年天人名米元家倍次度斤里公分种条项位折成级号点".contains(r.at(end));
    let sure = match alone {
        Alone::Always => closed || !counted,
        Alone::Quoted => closed && r.at(end) != '折',
        Alone::Never => false,
    };
    let season_sure = seasoned.is_some() && (closed || alone != Alone::Never);
    (sure || season_sure).then(|| (seasoned.map_or(whole, |(time, _)| time), start, end))
}

/// A day as the lunar calendar names it, behind the month: 初八, 十五, 廿三.
pub fn lunar_day(r: Reader, at: usize) -> Option<usize> {
    if let Some(day) = r.word(at, "初") {
        return r.number(day).filter(|n| !n.ascii && (1..=10).contains(&n.value) && n.digits < 2).map(|n| n.end);
    }
    let number = r.number(at).filter(|n| !n.ascii && n.digits == 0 && (10..=30).contains(&n.value))?;
    (!matches!(r.at(number.end), '日' | '号' | '个' | '名' | '人' | '家' | '万' | '亿' | '年' | '项' | '天'))
        .then_some(number.end)
}

/// 正月, 腊月二十三, 农历八月十五.
pub fn lunar(r: Reader, at: usize) -> Option<usize> {
    if !matches!(r.at(at), '农' | '阴' | '正' | '腊' | '冬') {
        return None;
    }
    let start = r.any(at, &["农历", "阴历"]);
    let month = start.unwrap_or(at);
    if let Some(end) = r.any(month, &["正月", "腊月", "冬月"]) {
        return Some(lunar_day(r, end).unwrap_or(end));
    }
    let number = r.number(start?).filter(|n| !n.ascii && n.value <= 12)?;
    let end = r.word(number.end, "月")?;
    Some(lunar_day(r, end).unwrap_or(end))
}
