//! Days: 3日, 19日晚, 周五, and the part of the day or the clock behind them.

use super::calendar::{Clock, Moment, Place, Slot, Time};
use super::clock;
use super::grammar::{Form, Reading, range};
use super::lexicon::{Level, PARTS};
use super::reader::{Number, Reader};

/// What shows that 日 behind a bare number is no day of the month: 15日内, 3日游.
const NOT_DAY: [char; 8] = ['内', '游', '龄', '均', '线', '元', '圆', '后'];
/// What stands before a length of time: 近3日, 每20日.
pub const BEFORE_LENGTH: [char; 19] =
    ['第', '每', '近', '约', '超', '逾', '共', '满', '达', '时', '期', '续', '了', '余', '多', '整', '隔', '足', '留'];

/// Behind 号, what shows a day of the month: 25号召开.
const ON_DAY: [&str; 16] = [
    "召开", "举行", "举办", "开始", "开幕", "开工", "开庭", "启动", "发布", "公布", "出发", "抵达", "结束", "正式",
    "之前", "回到",
];

/// What narrows a day: its weekday, the part of the day, the clock.
pub fn in_day(r: Reader, day: Moment, at: usize, form: Form) -> Reading {
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
pub fn bare_day(r: Reader, at: usize) -> Option<Reading> {
    let (first, last) = r.numbers(at)?;
    let written = |n: &Number| (n.ascii && n.digits <= 2 || n.digits == 0) && (1..=31).contains(&n.value);
    let unit = r.gap(last.end);
    // 7、8两日: how many they are is said once more.
    let unit = unit + usize::from(first.value + 1 == last.value && r.at(unit) == '两' && r.at(unit + 1) == '日');
    let day = r.at(unit) == '日' || r.at(unit) == '号' && (opens_clause(r, at, unit + 1) || dates(r, at, unit + 1));
    if !day || !written(&first) || !written(&last) || r.before(at).is_ascii_alphabetic() {
        return None;
    }
    // 5日本钱 are sen; 5日本报讯 is a day.
    let money = r.at(unit + 1) == '本' && matches!(r.at(unit + 2), '钱' | '元' | '圆');
    // 8日后半夜
    let part = || PARTS.find_if(r.chars, unit + 1, |(level, _)| *level == Level::Day).is_some();
    let length = NOT_DAY.contains(&r.at(unit + 1)) && !part();
    if money || BEFORE_LENGTH.contains(&r.before(at)) || length {
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

/// 21号，列车…; 22号上午: where it opens a clause, 号 is no number of a thing.
fn opens_clause(r: Reader, at: usize, end: usize) -> bool {
    let another = at > 1 && r.before(at - 1) == '号';
    let before = at == 0 || matches!(r.before(at), ',' | '。' | ';' | '!' | '?' | '“') && !another;
    let comma = r.at(end) == ',' && !r.at(end + 1).is_ascii_digit();
    let part = PARTS.find_if(r.chars, end, |(level, _)| *level == Level::Day).is_some();
    before && (comma || part)
}

/// 于25号召开: what happens that day follows.
fn dates(r: Reader, at: usize, end: usize) -> bool {
    matches!(r.before(at), '于' | '在') && r.any(end, &ON_DAY).is_some()
}

/// 周五, 星期日 with the number of the day, Monday 1.
pub fn weekday_name(r: Reader, at: usize) -> Option<(u32, usize)> {
    if !matches!(r.at(at), '周' | '星' | '礼') {
        return None;
    }
    weekday_digit(r, r.any(at, &["周", "星期", "礼拜"])?)
}

/// The day of the week its character stands for, behind 周 or 星期.
pub fn weekday_digit(r: Reader, at: usize) -> Option<(u32, usize)> {
    let weekday = match r.at(at) {
        '日' | '天' => 7,
        ch => "一二三四五六".chars().position(|day| day == ch)? as u32 + 1,
    };
    let joined = r.numeral(at + 1) || "次个年天期名岁位周课本边围家".contains(r.at(at + 1));
    (!joined).then_some((weekday, at + 1))
}

/// A weekday alone: 周五, but not 每周五, 两周一次.
pub fn weekday(r: Reader, at: usize) -> Option<Reading> {
    let (weekday, end) = weekday_name(r, at)?;
    if r.numeral(at.wrapping_sub(1)) && at > 0 || "每个数第隔双单四圆一的".contains(r.before(at)) {
        return None;
    }
    Some(in_day(r, Moment::new(Slot::Unstated, Place::Weekday(None, weekday)), end, Form::Sure))
}
