//! Periods counted from the day of publication: 近五年, 五年来, 未来三天, 半个月前.

use super::calendar::{Time, Unit};
use super::reader::{Reader, is_numeral};
use crate::numeral::digits::digit;

/// Up to publication.
const PAST: [&str; 10] = ["过去的", "过去", "最近的", "最近", "近", "此前", "刚刚过去的", "刚过去的", "这", "往前"];
/// From publication on.
const NEXT: [&str; 7] = ["未来的", "未来", "今后", "接下来的", "接下来", "此后", "往后"];

/// Before 近, what makes 近十年 an amount: 历时近十年, 附近.
const BEFORE_NEAR: &str = "了时达过有隔用最临附亲靠接逼将贴邻走远切相经要需";
/// Before a count, what makes it part of something else: 提前三天前, 第三年来.
const BEFORE_COUNT: &str = "第每前满超逾提早晚隔";

/// Behind 来, 间 and 前, what shows them to be part of another word: 三年来到, 三年间隔, 三年前后.
const NOT_SINCE: &str = "到自看访得回临往源电宾不";
/// Behind 来, what makes the count the length of a record: 15个月以来的新低.
const RECORD: [&str; 8] = ["的新低", "的新高", "新低", "新高", "的最", "最", "首次", "的首次"];
const NOT_WITHIN: &str = "隔接歇断";
const NOT_AGO: &str = "后进往期景提置台沿列线者锋夕言世";

/// Reads a period and gives its meaning and the place behind it.
pub fn read(r: Reader, at: usize) -> Option<(Time, usize)> {
    if let Some(start) = r.any(at, &PAST) {
        let near = r.at(at) == '近';
        if !(near && BEFORE_NEAR.contains(r.before(at))) {
            let (count, unit, end) = amount(r, start, true)?;
            // 近百年 is nearly a hundred years, 近万年 nearly ten thousand.
            let rough = near && matches!(r.at(start), '百' | '千' | '万');
            let tail = since(r, end);
            let history = r
                .any(end, &["历史", "的历史", "之久", "的时间", "时间", "时光", "的努力", "的党龄", "龄", "有余"])
                .is_some();
            // 这一年 only points.
            let pointing = r.at(at) == '这' && count.is_none_or(|count| count < 2);
            return (!pointing && (tail.is_some() || !rough && !history))
                .then(|| (Time::Past(count, unit), tail.or_else(|| inside(r, end)).unwrap_or(end)));
        }
        return None;
    }
    if let Some(start) = r.any(at, &NEXT) {
        let (count, unit, end) = amount(r, start, true)?;
        return Some((Time::Next(count, unit), inside(r, end).unwrap_or(end)));
    }
    if !r.numeral(at) || !r.fresh(at) || BEFORE_COUNT.contains(r.before(at)) {
        return None;
    }
    let (count, unit, end) = amount(r, at, false)?;
    if unit == Unit::Hour {
        return None;
    }
    if let Some(end) = since(r, end) {
        return Some((Time::Past(count, unit), end));
    }
    if unit == Unit::Year && r.at(end) == '间' && !NOT_WITHIN.contains(r.at(end + 1)) {
        return Some((Time::Past(None, unit), end + 1));
    }
    let ago = r.any(end, &["之前", "以前", "前"])?;
    (!NOT_AGO.contains(r.at(ago))).then_some((Time::Ago(count, unit), ago))
}

fn since(r: Reader, at: usize) -> Option<usize> {
    r.any(at, &["以来", "来"]).filter(|&end| !NOT_SINCE.contains(r.at(end)) && r.any(end, &RECORD).is_none())
}

fn inside(r: Reader, at: usize) -> Option<usize> {
    r.any(at, &["内", "间", "里"]).filter(|&end| !NOT_WITHIN.contains(r.at(end)) && r.at(end) != '外')
}

/// A count of calendar units: 五年, 10多年, 半个月, 三个季度. Vague counts have no value. `framed`: a word like 近 stands
/// before it, so that 三月 is three months.
fn amount(r: Reader, at: usize, framed: bool) -> Option<(Option<u32>, Unit, usize)> {
    let at = r.gap(at);
    let length = r.chars[at.min(r.chars.len())..].iter().take(7).take_while(|&&c| is_numeral(c)).count();
    // Four digits and 年 are a year: 2015年以来.
    let year = length == 4 && r.chars[at..at + 4].iter().all(|&c| digit(c).is_some());
    if !(1..=6).contains(&length) || year {
        return None;
    }
    let mut value = r.number(at).filter(|n| n.end == at + length && n.digits != 2 || n.ascii && n.end == at + length);
    let mut end = at + length;
    if matches!(r.at(end), '多' | '余') || r.at(end) == '来' && matches!(r.at(end + 1), '年' | '个' | '天') {
        value = None;
        end += 1;
    }
    let count = value.map(|n| n.value);
    let unit = r.gap(end);
    let counted = r.word(unit, "个");
    let (unit, mut end) = unit_of(r, counted.unwrap_or(unit), counted.is_some(), framed)?;
    let mut count = count;
    if unit == Unit::Year && matches!(r.at(end), '多' | '半') {
        count = None;
        end += 1;
    }
    Some((count, unit, end))
}

fn unit_of(r: Reader, at: usize, counted: bool, framed: bool) -> Option<(Unit, usize)> {
    let more = usize::from(counted && matches!(r.at(at), '多' | '半'));
    let at = at + more;
    let word = |literal| r.word(at, literal);
    if let Some(end) = word("月").filter(|&end| (counted || framed) && r.at(end) != '份') {
        return Some((Unit::Month, end));
    }
    if let Some(end) = word("季度") {
        return Some((Unit::Quarter, end));
    }
    if let Some(end) = word("星期") {
        return Some((Unit::Week, end));
    }
    if counted {
        return word("小时").map(|end| (Unit::Hour, end));
    }
    let (unit, end) = match r.at(at) {
        '年' if !"级龄轻薪均度代限利".contains(r.at(at + 1)) => (Unit::Year, at + 1),
        '周' if !"年岁边围期".contains(r.at(at + 1)) => (Unit::Week, at + 1),
        '天' if r.at(at + 1) != '然' => (Unit::Day, at + 1),
        '日' => (Unit::Day, at + 1),
        '小' => (Unit::Hour, word("小时")?),
        _ => return None,
    };
    Some((unit, end))
}
