//! Years: 2023年, 2024—2025年, 11年 beside a month, “2023消费季”.

use super::calendar::{Moment, Place, Slot, Time};
use super::day::BEFORE_LENGTH;
use super::grammar::{Form, Reading, at_moment};
use super::lexicon::{ERAS, Level, PARTS};
use super::reader::{Number, Reader};
use super::within::in_year;

/// What shows that the 年 behind four digits is no unit of the calendar: 2021年级.
const NOT_YEAR: [char; 4] = ['级', '龄', '轻', '薪'];
/// Around a round number of years, what makes it a length of time: 近2000年, 1000年前.
const BEFORE_YEARS: [char; 10] = ['近', '约', '超', '逾', '有', '达', '过', '了', '经', '今'];
const AFTER_YEARS: [char; 6] = ['前', '历', '来', '的', '间', '以'];
/// Characters units and classifiers begin with: 2023人 is no year.
const UNITS: &str = "个名人家户元万亿千百十多余吨米公平亩台辆套件项次倍岁只头颗座栋幢间期号路位场条所分点度斤升克瓦字张份笔例宗起届款\
                     班架艘列股箱瓶包片株棵枚把段部篇首道门层级种类批组对双顿餐桌床栏页卷册本集版时秒天日周月季美英港欧韩加澳\
                     毫厘海里光英两匹盏根幅封顶处至到－-";

/// What companies report of a year, and what years are measured against: words that show two digits and 年 to be one.
const REPORTED: [&str; 18] = [
    "EPS",
    "PE",
    "PB",
    "P/E",
    "ROE",
    "每股",
    "净利",
    "归母",
    "归属",
    "业绩",
    "盈利",
    "营收",
    "营业",
    "收入",
    "毛利",
    "销售收入",
    "为基准",
    "为基期",
];

/// The year two digits stand for.
pub fn short_year(value: u32) -> i32 {
    value as i32 + if value < 50 { 2000 } else { 1900 }
}

/// 2023年 and what narrows it; 2024—2025年; two digits and 年 where a month or the like follows.
pub fn from_year(r: Reader, at: usize) -> Option<Reading> {
    if let Some(reading) = era(r, at) {
        return Some(reading);
    }
    if let Some(era) = r.word(at, "公元") {
        let before = r.word(era, "前");
        let number = r.number(before.unwrap_or(era))?;
        if let Some(end) = r.word(r.gap(number.end), "世纪") {
            let place = if before.is_some() { Place::Vague } else { Place::Century(Slot::Stated(number.value as i32)) };
            return Some(at_moment(Slot::Unstated, place, end));
        }
        let end = r.word(r.gap(number.end), "年")?;
        let year = if before.is_some() { 1 - number.value as i32 } else { number.value as i32 };
        return Some(at_moment(Slot::Stated(year), Place::Year, end));
    }
    if let Some(reading) = bracketed(r, at) {
        return Some(reading);
    }
    let first = r.number(at)?;
    if let Some(reading) = quarter_first(r, at, first) {
        return Some(reading);
    }
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
    if let Some(reading) = short_years(r, at, first) {
        return Some(reading);
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
            at.checked_sub(back).and_then(|start| r.number(start)).is_some_and(|n| {
                let bare = n.digits == 4 && n.end == at - 1;
                n.ascii && n.value % 100 + 1 == first.value && (bare || r.word(r.gap(n.end), "年") == Some(at - 1))
            })
        });
    if listed || follows {
        return Some(at_moment(Slot::Stated(year), Place::Year, unit + 1));
    }
    let verb_or_noun =
        ('\u{4e00}'..='\u{9fff}').contains(&next) && !"来间前后内期历的以之多半里了就才左".contains(next);
    let length = BEFORE_LENGTH.contains(&r.before(at)) || "了业过用经龄役".contains(r.before(at));
    let reported = r.any(unit + 1, &REPORTED).is_some();
    if length || !verb_or_noun && !reported {
        return None;
    }
    let form = if reported { Form::Sure } else { Form::Short(year) };
    Some(Reading { form, ..at_moment(Slot::Stated(year), Place::Year, unit + 1) })
}

/// 元狩元年（前122年）, 贞观十五年（641年）: an old year in brackets, alone or as the end of a span.
fn bracketed(r: Reader, at: usize) -> Option<Reading> {
    let ends = |ch: char| matches!(ch, '(' | ')' | '-' | '—' | ',');
    if !ends(r.before(at)) || r.before(at) == ',' {
        return None;
    }
    let start = r.word(at, "前");
    let number = r.number(start.unwrap_or(at)).filter(|n| n.ascii && n.value > 0)?;
    let end = r.word(number.end, "年").filter(|&end| ends(r.at(end)))?;
    let year = match start {
        Some(_) if number.digits <= 4 => 1 - number.value as i32,
        None if number.digits == 3 => number.value as i32,
        _ => return None,
    };
    Some(at_moment(Slot::Stated(year), Place::Year, end))
}

/// 民国二十六年, 康熙元年, 昭和12年.
fn era(r: Reader, at: usize) -> Option<Reading> {
    let ((before, sun), start) = ERAS.find(r.chars, at)?;
    let (count, end) = match r.word(start, "元") {
        Some(end) => (1, end),
        None => r.number(start).filter(|n| (1..=64).contains(&n.value)).map(|n| (n.value, n.end))?,
    };
    let end = r.word(r.gap(end), "年").filter(|&end| !matches!(r.at(end), '间' | '来' | '级'))?;
    let year = Slot::Stated(before + count as i32);
    let whole = after_year(r, year, end, Form::Sure);
    Some(if sun { whole } else { at_moment(year, Place::Year, whole.end) })
}

/// 11-13年EPS分别为: two digits at either end, where what companies report stands behind.
fn short_years(r: Reader, at: usize, first: Number) -> Option<Reading> {
    let last = r.number(r.connector(first.end)?).filter(|n| n.ascii && n.digits == 2)?;
    let end = r.word(r.gap(last.end), "年")?;
    let near = first.value < last.value && last.value - first.value <= 5;
    let reported = r.any(r.word(end, "的").unwrap_or(end), &REPORTED).is_some();
    let year = |n: Number| Moment::new(Slot::Stated(short_year(n.value)), Place::Year);
    let form = if reported { Form::Sure } else { Form::Short(short_year(first.value)) };
    let length = BEFORE_LENGTH.contains(&r.before(at)) || matches!(r.before(at), '刑' | '期');
    let open =
        ('\u{4e00}'..='\u{9fff}').contains(&r.at(end)) && !"来间前后内期历的以之多半里了就才左".contains(r.at(end));
    (near && !length && (reported || open)).then(|| Reading { time: Time::Between(year(first), year(last)), end, form })
}

/// 4Q15, 1H2012: reports of brokers put the quarter or half first.
fn quarter_first(r: Reader, at: usize, part: Number) -> Option<Reading> {
    let most = match r.at(part.end) {
        'Q' => 4,
        'H' => 2,
        _ => return None,
    };
    let year = r.number(part.end + 1).filter(|n| n.ascii && matches!(n.digits, 2 | 4))?;
    let alone = !r.before(at).is_ascii_alphanumeric() && !r.at(year.end).is_ascii_alphanumeric();
    let full = if year.digits == 2 { short_year(year.value) } else { year.value as i32 };
    let fits = part.ascii && part.digits == 1 && (1..=most).contains(&part.value) && (1990..=2049).contains(&full);
    let place = if most == 4 { Place::Quarter(part.value) } else { Place::Half(part.value) };
    (fits && alone && r.at(year.end) != '.').then(|| at_moment(Slot::Stated(full), place, year.end))
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
    if let Some(end) = r.any(year.end, &["财年", "学年", "赛季", "榨季"]) {
        return Some(at_moment(slot, Place::Year, end));
    }
    let listed = matches!(r.at(year.end), '、' | '和' | '与')
        && r.number(year.end + 1).is_some_and(|n| {
            let full = n.digits == 4 && n.value.abs_diff(year.value) < 30 && matches!(r.at(n.end), '年' | '、' | '和');
            // 2011、12年
            let short = n.digits == 2 && n.value == year.value % 100 + 1 && r.at(r.gap(n.end)) == '年';
            n.ascii && (full || short)
        });
    let opens = matches!(r.before(at), '\0' | '\n' | '“' | '"' | '《' | '〈' | '「' | '『' | '、');
    let next = r.at(year.end);
    let noun = ('\u{4e00}'..='\u{9fff}').contains(&next) && !r.numeral(year.end) && !UNITS.contains(next);
    let edition = next == '(' && r.at(year.end + 1) == '第';
    (listed || opens && (noun || edition)).then(|| at_moment(slot, Place::Year, year.end))
}

/// A year and what narrows it.
pub fn after_year(r: Reader, year: Slot, at: usize, form: Form) -> Reading {
    match in_year(r, year, r.gap(at)) {
        Some(reading) => reading,
        None => Reading { form, ..at_moment(year, Place::Year, at) },
    }
}
