//! Periods counted from the day of publication: 近五年, 五年来, 未来三天, 半个月前.

use super::calendar::{Time, Unit};
use super::reader::{Reader, is_numeral};
use crate::numeral::digits::digit;

/// Words that reach back from publication.
pub(super) const PAST: [&str; 10] =
    ["刚刚过去的", "刚过去的", "过去的", "过去", "最近的", "最近", "近", "此前", "这", "往前"];
/// Words that reach ahead from it.
pub(super) const NEXT: [&str; 7] = ["未来的", "未来", "今后", "接下来的", "接下来", "此后", "往后"];

/// Before 近, what makes 近十年 an amount (历时近十年) or 近 a part of another word (附近).
const BEFORE_NEAR: &str = "了时达过有隔用最临附亲靠接逼将贴邻走远切相经要需";
/// Behind 近十年, what makes it an amount: 近十年历史.
const BEHIND_NEAR: [&str; 9] = ["历史", "的历史", "之久", "的时间", "时间", "时光", "的努力", "的党龄", "有余"];
/// Before a count, what makes it part of something else: 提前三天前, 第三年来.
const BEFORE_COUNT: &str = "第每前满超逾提早晚隔";

/// Behind 来, 间 and 前, what shows them to be part of another word: 三年来到, 三年间隔, 三年前后.
const NOT_SINCE: &str = "到自看访得回临往源电宾不";
const NOT_WITHIN: &str = "隔接歇断外";
const NOT_AGO: &str = "后进往期景提置台沿列线者锋夕言世";
/// Behind 来, what makes the count the length of a record: 18个月以来的新高.
const RECORD: [&str; 6] = ["的新低", "的新高", "新低", "新高", "的最", "最"];

/// Behind a unit, what shows its character to be part of another word: 三年级, 一周岁.
const NOT_YEARS: &str = "级龄轻薪均度代限利";
const NOT_WEEKS: &str = "年岁边围期";

/// Characters of the longest count.
const LONGEST: usize = 6;

/// A count of calendar units.
struct Amount {
    /// How many; none where the words are vague (几年, 10多年, 两三年).
    count: Option<u32>,
    unit: Unit,
    end: usize,
}

/// Reads a period and gives its meaning and the place behind it.
pub fn read(r: Reader, at: usize) -> Option<(Time, usize)> {
    if !matches!(r.at(at), '刚' | '过' | '最' | '近' | '此' | '这' | '往' | '未' | '今' | '接') {
        return counted(r, at);
    }
    if let Some(start) = r.any(at, &PAST) {
        return past(r, at, start);
    }
    if let Some(start) = r.any(at, &NEXT) {
        let Amount { count, unit, end } = amount(r, start, true)?;
        return Some((Time::Next(count, unit), inside(r, end).unwrap_or(end)));
    }
    counted(r, at)
}

/// 近五年, 过去三年, 这十年来; `start` is behind the word that reaches back.
fn past(r: Reader, at: usize, start: usize) -> Option<(Time, usize)> {
    let near = r.at(at) == '近';
    if near && BEFORE_NEAR.contains(r.before(at)) {
        return None;
    }
    let Amount { count, unit, end } = amount(r, start, true)?;
    let time = Time::Past(count, unit);
    if let Some(end) = since(r, end) {
        return Some((time, end));
    }
    // 近百年 is nearly a hundred years; 这一年 only points.
    let rough = near && matches!(r.at(start), '百' | '千' | '万');
    let pointing = r.at(at) == '这' && count.is_none_or(|count| count < 2);
    // 近5个小时 is nearly that long; 近24小时 are the last ones.
    let hours = near && unit == Unit::Hour && count.is_some_and(|count| count % 12 != 0);
    let length = hours || r.any(end, &BEHIND_NEAR).is_some() || r.any(end, &["来", "以来"]).is_some();
    (!rough && !pointing && !length).then(|| (time, inside(r, end).unwrap_or(end)))
}

/// 五年来, 五年间, 三年前: a count that the word behind it makes a period.
fn counted(r: Reader, at: usize) -> Option<(Time, usize)> {
    // Nearly all numbers of a text count something else.
    let end = at + (at..at + LONGEST).take_while(|&i| r.numeral(i)).count();
    let unit = end > at
        && matches!(
            r.at(r.gap(end)),
            '年' | '月' | '周' | '天' | '日' | '季' | '星' | '小' | '个' | '多' | '余' | '来'
        );
    if !unit || !r.fresh(at) || BEFORE_COUNT.contains(r.before(at)) {
        return None;
    }
    let Amount { count, unit, end } = amount(r, at, false).filter(|amount| amount.unit != Unit::Hour)?;
    if let Some(end) = since(r, end) {
        return Some((Time::Past(count, unit), end));
    }
    if unit == Unit::Year && r.at(end) == '间' && !NOT_WITHIN.contains(r.at(end + 1)) {
        return Some((Time::Past(None, unit), end + 1));
    }
    let ago = r.any(end, &["之前", "以前", "前"])?;
    // 于27日前公布: a day of the month and the time before it.
    if unit == Unit::Day && matches!(r.before(at), '于' | '在') && r.at(end - 1) == '日' {
        return None;
    }
    (!NOT_AGO.contains(r.at(ago))).then_some((Time::Ago(count, unit), ago))
}

fn since(r: Reader, at: usize) -> Option<usize> {
    r.any(at, &["以来", "来"]).filter(|&end| !NOT_SINCE.contains(r.at(end)) && r.any(end, &RECORD).is_none())
}

fn inside(r: Reader, at: usize) -> Option<usize> {
    r.any(at, &["内", "间", "里"]).filter(|&end| !NOT_WITHIN.contains(r.at(end)))
}

/// Reads 五年, 10多年, 半个月, 三个季度, 5至10天. `framed`: a word like 近 stands before it, so that 三月 is three months
/// and two numbers may stand for a range.
fn amount(r: Reader, at: usize, framed: bool) -> Option<Amount> {
    let (mut count, mut end) = count(r, r.gap(at))?;
    if framed
        && let Some(next) = r.connector(end)
        && let Some((_, behind)) = self::count(r, next)
    {
        (count, end) = (None, behind);
    }
    let unit = r.gap(end);
    let pieces = r.word(unit, "个");
    let mut at = pieces.unwrap_or(unit);
    // 三个多月, 一个半月.
    if pieces.is_some() && matches!(r.at(at), '多' | '半') {
        (count, at) = (None, at + 1);
    }
    let (unit, mut end) = unit_of(r, at, pieces.is_some(), framed)?;
    if unit == Unit::Year && matches!(r.at(end), '多' | '半') {
        (count, end) = (None, end + 1);
    }
    Some(Amount { count, unit, end })
}

/// A count and the place behind it.
fn count(r: Reader, at: usize) -> Option<(Option<u32>, usize)> {
    if r.at(at) == '数' && digit(r.at(at + 1)).is_some() {
        return None; // 指数七年来
    }
    let length = (at..=at + LONGEST).take_while(|&i| is_numeral(r.at(i))).count();
    // Four digits and 年 are a year: 2015年以来.
    let year = length == 4 && (at..at + 4).all(|i| digit(r.at(i)).is_some());
    if !(1..=LONGEST).contains(&length) || year {
        return None;
    }
    let end = at + length;
    let more = matches!(r.at(end), '多' | '余') || r.at(end) == '来' && matches!(r.at(end + 1), '年' | '个' | '天');
    if more {
        return Some((None, end + 1));
    }
    // Two Chinese digits are an estimate: 三五年.
    let exact = r.number(at).filter(|n| n.end == end && (n.ascii || n.digits < 2));
    Some((exact.map(|n| n.value), end))
}

/// The unit at a place. `counted`: 个 stands before it.
fn unit_of(r: Reader, at: usize, counted: bool, framed: bool) -> Option<(Unit, usize)> {
    let unit = |word, unit| r.word(at, word).map(|end| (unit, end));
    let next = r.at(at + 1);
    if let Some(month) = unit("月", Unit::Month).filter(|_| (counted || framed) && next != '份') {
        return Some(month);
    }
    let long = unit("季度", Unit::Quarter).or_else(|| unit("星期", Unit::Week)).or_else(|| unit("小时", Unit::Hour));
    if counted || long.is_some() {
        return long;
    }
    match r.at(at) {
        '年' if !NOT_YEARS.contains(next) => unit("年", Unit::Year),
        '周' if !NOT_WEEKS.contains(next) => unit("周", Unit::Week),
        '天' if next != '然' => unit("天", Unit::Day),
        '日' => unit("日", Unit::Day),
        _ => None,
    }
}
