//! The grammar of calendar expressions: atoms (year, quarter, month, day, clock), their sequences, and ranges.

use super::calendar::{Clock, Moment, Place, Slot, Time};
use super::clock;
use super::festival;
use super::lexicon::{Effect, Level, PARTS, RELATIVE, Relative};
use super::reader::{Number, Reader};

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

/// What shows that the 年 behind four digits is no unit of the calendar: 2021年级.
const NOT_YEAR: [char; 4] = ['级', '龄', '轻', '薪'];
/// What shows that the 月 behind a number is no month: 6月龄.
const NOT_MONTH: [char; 7] = ['龄', '嫂', '饼', '薪', '球', '亮', '牙'];
/// What shows that 日 behind a bare number is no day of the month: 15日内, 3日游.
const NOT_DAY: [char; 8] = ['内', '游', '龄', '均', '线', '元', '圆', '后'];
/// What stands before a length of time: 近3日, 每20日.
const BEFORE_LENGTH: [char; 18] =
    ['第', '每', '近', '约', '超', '逾', '共', '满', '达', '时', '期', '续', '了', '余', '多', '整', '隔', '足'];
/// Around a round number of years, what makes it a length of time: 近2000年, 1000年前.
const BEFORE_YEARS: [char; 10] = ['近', '约', '超', '逾', '有', '达', '过', '了', '经', '今'];
const AFTER_YEARS: [char; 6] = ['前', '历', '来', '的', '间', '以'];

fn at_moment(year: Slot, place: Place, end: usize) -> Reading {
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
    numeric(r, at)
        .or_else(|| from_year(r, at))
        .or_else(|| relative(r, at))
        .or_else(|| century(r, at))
        .or_else(|| in_year(r, Slot::Unstated, at))
        .or_else(|| weekday(r, at))
        .or_else(|| bare_day(r, at))
        .or_else(|| {
            let clock = clock::read(r, at, false)?;
            let moment = |clock| Moment { clock: Some(clock), ..Moment::new(Slot::Unstated, Place::Clock) };
            Some(Reading { time: range(moment(clock.first), moment(clock.last)), end: clock.end, form: Form::Sure })
        })
}

fn range(first: Moment, last: Moment) -> Time {
    if first == last { Time::At(first) } else { Time::Between(first, last) }
}

/// 2024-05-01, 2011/7/15, 2024.5.1, 11/7/15, 2024-05.
fn numeric(r: Reader, at: usize) -> Option<Reading> {
    let year = r.number(at).filter(|n| n.ascii)?;
    let sign = r.at(year.end);
    if !matches!(sign, '-' | '/' | '.') || r.before(at).is_ascii_alphanumeric() || r.before(at) == sign {
        return None;
    }
    let month = r.number(year.end + 1).filter(|n| n.ascii && n.digits <= 2)?;
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

fn short_year(value: u32) -> i32 {
    value as i32 + if value < 50 { 2000 } else { 1900 }
}

/// 2023年 and what narrows it; 2024—2025年; two digits and 年 where a month or the like follows.
fn from_year(r: Reader, at: usize) -> Option<Reading> {
    let first = r.number(at)?;
    if first.digits == 4 {
        if let Some(reading) = years(r, at, first) {
            return Some(reading);
        }
        let unit = r.gap(first.end);
        if r.at(unit) != '年' {
            return bare_year(r, at, first);
        }
        if !(1000..=2999).contains(&first.value) || NOT_YEAR.contains(&r.at(unit + 1)) {
            return None;
        }
        if let Some(end) = r.word(unit + 1, "代").filter(|_| first.value % 10 == 0) {
            let place = Place::Decade(Slot::Stated(first.value as i32 / 100 + 1), first.value % 100);
            let end = PARTS.find_if(r.chars, end, |(level, _)| *level == Level::Century).map_or(end, |(_, end)| end);
            return Some(at_moment(Slot::Unstated, place, end));
        }
        let round = first.value % 100 == 0;
        if round && (BEFORE_YEARS.contains(&r.before(at)) || AFTER_YEARS.contains(&r.at(unit + 1))) {
            return None;
        }
        return Some(after_year(r, Slot::Stated(first.value as i32), unit + 1, Form::Sure));
    }
    if !(first.ascii && first.digits == 2) || r.before(at).is_ascii_alphabetic() {
        return None;
    }
    let unit = r.gap(first.end);
    if r.at(unit) != '年' || r.at(unit + 1) == '代' || matches!(r.before(at), '刑' | '期') {
        return None;
    }
    let year = short_year(first.value);
    if let Some(reading) = in_year(r, Slot::Stated(year), r.gap(unit + 1)) {
        return Some(reading);
    }
    let next = r.at(unit + 1);
    // 11年、12年: the list itself says that years are meant.
    let listed = matches!(next, '、' | '和' | '与' | '及')
        && r.number(unit + 2).is_some_and(|n| n.value == first.value + 1 && r.at(r.gap(n.end)) == '年');
    let follows = matches!(r.before(at), '、' | '和' | '与' | '及')
        && (4..=5).any(|back| {
            at.checked_sub(back)
                .and_then(|start| r.number(start))
                .is_some_and(|n| n.ascii && n.value + 1 == first.value && r.word(r.gap(n.end), "年") == Some(at - 1))
        });
    if listed || follows {
        return Some(at_moment(Slot::Stated(year), Place::Year, unit + 1));
    }
    let verb_or_noun =
        ('\u{4e00}'..='\u{9fff}').contains(&next) && !"来间前后内期历的以之多半里了就才左".contains(next);
    let length = BEFORE_LENGTH.contains(&r.before(at)) || "了业过用经龄役".contains(r.before(at));
    if length || !verb_or_noun {
        return None;
    }
    Some(Reading { form: Form::Short(year), ..at_moment(Slot::Stated(year), Place::Year, unit + 1) })
}

/// 2024—2025年, 2023-2024赛季, “2021—2035规划”.
fn years(r: Reader, at: usize, first: Number) -> Option<Reading> {
    let year = |n: &Number| n.digits == 4 && (1900..=2100).contains(&n.value);
    let slash = if r.at(first.end) == '/' { Some(first.end + 1) } else { r.connector(first.end) };
    let mut last = r.number(slash?)?;
    let tail = r.any(r.gap(last.end), &["年度", "赛季", "财年", "学年", "榨季", "年"]);
    if last.digits == 2 && last.ascii && tail.is_some() {
        last = Number { value: first.value / 100 * 100 + last.value, digits: 4, ..last };
    }
    if !(year(&first) && year(&last) && first.value < last.value) {
        return None;
    }
    let stated = |n: Number| Moment::new(Slot::Stated(n.value as i32), Place::Year);
    let time = Time::Between(stated(first), stated(last));
    let Some(end) = tail else {
        // Without 年 two amounts look the same: only brackets and titles speak of years.
        let titled = r.any(last.end, &["规划", "行动", "方案", "纲要"]).is_some();
        let enclosed = matches!(r.before(at), '(' | '《' | '“') && matches!(r.at(last.end), ')' | '》' | '”');
        return (titled || enclosed).then_some(Reading { time, end: last.end, form: Form::Sure });
    };
    if r.before(end) == '年'
        && let Some(Reading { time: Time::At(narrow), end, .. }) =
            in_year(r, Slot::Stated(last.value as i32), r.gap(end))
    {
        return Some(Reading { time: Time::Between(stated(first), narrow), end, form: Form::Sure });
    }
    let end = r.any(end, &["期间", "间"]).filter(|&end| !matches!(r.at(end), '接' | '隔' | '断')).unwrap_or(end);
    Some(Reading { time, end, form: Form::Sure })
}

/// A year without 年, where a headline or a list puts it before a noun: 2011（第五届）…, “2023消费季”; 2021Q2.
fn bare_year(r: Reader, at: usize, year: Number) -> Option<Reading> {
    if !year.ascii || !(1950..=2049).contains(&year.value) {
        return None;
    }
    let slot = Slot::Stated(year.value as i32);
    if let ('Q', quarter @ '1'..='4') = (r.at(year.end), r.at(year.end + 1))
        && !r.at(year.end + 2).is_ascii_alphanumeric()
    {
        return Some(at_moment(slot, Place::Quarter(quarter as u32 - '0' as u32), year.end + 2));
    }
    let listed = matches!(r.at(year.end), '、' | '和' | '与')
        && r.number(year.end + 1).is_some_and(|n| {
            n.digits == 4 && n.ascii && n.value.abs_diff(year.value) < 30 && matches!(r.at(n.end), '年' | '、' | '和')
        });
    let opens = matches!(r.before(at), '\0' | '\n' | '“' | '"' | '《' | '〈' | '「' | '『' | '、');
    let next = r.at(year.end);
    let noun = ('\u{4e00}'..='\u{9fff}').contains(&next) && !r.numeral(year.end) && !UNITS.contains(next);
    let edition = next == '(' && r.at(year.end + 1) == '第';
    (listed || opens && (noun || edition)).then(|| at_moment(slot, Place::Year, year.end))
}

/// Characters units and classifiers begin with: 2023人 is no year.
const UNITS: &str = "个名人家户元万亿千百十多余吨米公平亩台辆套件项次倍岁只头颗座栋幢间期号路位场条所分点度斤升克瓦字张份笔例宗起届款\
                     班架艘列股箱瓶包片株棵枚把段部篇首道门层级种类批组对双顿餐桌床栏页卷册本集版时秒天日周月季美英港欧韩加澳\
                     毫厘海里光英两匹盏根幅封顶处至到－-";

fn after_year(r: Reader, year: Slot, at: usize, form: Form) -> Reading {
    match in_year(r, year, r.gap(at)) {
        Some(reading) => reading,
        None => Reading { form, ..at_moment(year, Place::Year, at) },
    }
}

/// What narrows a year, or stands for itself where its year is not said: quarter, half, month, day.
fn in_year(r: Reader, year: Slot, at: usize) -> Option<Reading> {
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
    quarter(r, year, at)
        .or_else(|| first_months(r, year, at))
        .or_else(|| month(r, year, at))
        .or_else(|| known.then(|| festival::read(r, at, true)).flatten().map(|end| at_moment(year, Place::Vague, end)))
}

/// 同期 behind a part of a year: the same part of another one.
fn same_period(r: Reader, reading: Reading) -> Reading {
    Reading { end: r.word(reading.end, "同期").unwrap_or(reading.end), ..reading }
}

/// 二季度, 第一季度, 1—3季度, 首季度.
fn quarter(r: Reader, year: Slot, at: usize) -> Option<Reading> {
    let (first, last, end) = match r.any(at, &["首季度", "首季"]) {
        Some(end) => (1, 1, end),
        None => {
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
    let start = r.any(at, &["前", "头"])?;
    if year == Slot::Unstated && "目日年月天周之以提此先从当面眼跟期回念".contains(r.before(at)) {
        return None;
    }
    let number = r.number(r.gap(start)).filter(|n| n.digits <= 2)?;
    let unit = r.gap(number.end);
    let unit = r.word(unit, "个").unwrap_or(unit);
    let (months, end) = match r.word(unit, "季度") {
        Some(end) => (number.value * 3, end),
        None if r.at(unit) == '月' && !NOT_MONTH.contains(&r.at(unit + 1)) => {
            (number.value, r.word(unit + 1, "份").unwrap_or(unit + 1))
        }
        None => return None,
    };
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
    if NOT_MONTH.contains(&r.at(unit + 1)) || alone && r.before(at).is_ascii_alphabetic() {
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
fn in_month(r: Reader, year: Slot, month: Slot, at: usize, form: Form) -> Reading {
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
        let end = weekday_name(r, end.saturating_sub(1)).filter(|_| r.at(end - 1) == '周').map_or(end, |(_, end)| end);
        return at_moment(year, Place::Vague, end);
    }
    Reading { form, ..at_moment(year, Place::Month(month), at) }
}

/// What narrows a day: its weekday, the part of the day, the clock.
fn in_day(r: Reader, day: Moment, at: usize, form: Form) -> Reading {
    let mut end = at;
    if let Some((_, behind)) = weekday_name(r, end) {
        end = behind;
    }
    let here = if r.at(end) == 'T' { end + 1 } else { r.gap(end) };
    if let Some(clock) = clock::read(r, here, true) {
        let moment = |clock: Clock| Moment { clock: Some(clock), ..day };
        return Reading { time: range(moment(clock.first), moment(clock.last)), end: clock.end, form: Form::Sure };
    }
    if let Some((_, behind)) = PARTS.find_if(r.chars, end, |(level, _)| *level == Level::Day) {
        end = behind;
    }
    Reading { time: Time::At(day), end, form }
}

/// 3日, 19日晚: a day whose month stands elsewhere.
fn bare_day(r: Reader, at: usize) -> Option<Reading> {
    let (first, last) = r.numbers(at)?;
    let written = |n: &Number| (n.ascii && n.digits <= 2 || n.digits == 0) && (1..=31).contains(&n.value);
    let unit = r.gap(last.end);
    if r.at(unit) != '日' || !written(&first) || !written(&last) || r.before(at).is_ascii_alphabetic() {
        return None;
    }
    if BEFORE_LENGTH.contains(&r.before(at)) || NOT_DAY.contains(&r.at(unit + 1)) {
        return None;
    }
    let day = |n: Number| Moment::new(Slot::Unstated, Place::Day(Slot::Unstated, n.value));
    if first != last {
        return (first.value < last.value).then(|| Reading {
            time: Time::Between(day(first), day(last)),
            end: unit + 1,
            form: Form::Sure,
        });
    }
    Some(in_day(r, day(first), unit + 1, Form::Sure))
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

/// 周五, 星期日 with the number of the day, Monday 1.
fn weekday_name(r: Reader, at: usize) -> Option<(u32, usize)> {
    weekday_digit(r, r.any(at, &["周", "星期", "礼拜"])?)
}

fn weekday_digit(r: Reader, at: usize) -> Option<(u32, usize)> {
    let weekday = match r.at(at) {
        '日' | '天' => 7,
        ch => "一二三四五六".chars().position(|day| day == ch)? as u32 + 1,
    };
    let joined = r.numeral(at + 1) || "次个年天期名岁位周课本边围家".contains(r.at(at + 1));
    (!joined).then_some((weekday, at + 1))
}

/// A weekday alone: 周五, but not 每周五, 两周一次.
fn weekday(r: Reader, at: usize) -> Option<Reading> {
    let (weekday, end) = weekday_name(r, at)?;
    if r.numeral(at.wrapping_sub(1)) && at > 0 || "每个数第隔双单四圆一的".contains(r.before(at)) {
        return None;
    }
    Some(in_day(r, Moment::new(Slot::Unstated, Place::Weekday(None, weekday)), end, Form::Sure))
}

/// 20世纪90年代, 二十一世纪, 80年代末.
fn century(r: Reader, at: usize) -> Option<Reading> {
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
fn decade(r: Reader, century: Slot, at: usize) -> Reading {
    let part = |end| PARTS.find_if(r.chars, end, |(level, _)| *level == Level::Century).map_or(end, |(_, end)| end);
    let tens = r.number(r.gap(at)).filter(|n| (10..=90).contains(&n.value) && n.value % 10 == 0 && n.digits != 1);
    match tens.and_then(|n| Some((n.value, r.word(r.gap(n.end), "年代")?))) {
        Some((tens, end)) => at_moment(Slot::Unstated, Place::Decade(century, tens), part(end)),
        None => at_moment(Slot::Unstated, Place::Century(century), part(at)),
    }
}
