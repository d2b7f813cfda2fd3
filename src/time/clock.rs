//! Times of day: 10:30, 20时37分, 上午9点半, 14:00—16:00.

use super::calendar::Clock;
use super::lexicon::{Effect, Level, PARTS};
use super::reader::Reader;

/// A reading of one clock time, or of two that make a range.
pub struct Reading {
    /// The first.
    pub first: Clock,
    /// The last; the same where there is one.
    pub last: Clock,
    /// The place behind.
    pub end: usize,
}

/// What may follow 时 and 点 and shows that it is no clock: 3时段; 5点建议.
const NOT_HOUR: &str = "候制间段代期速常刻效差辰空事装令光";
const NOT_OCLOCK: &str = "意要建希体经共启思看原阵数球位评";

/// What stands before the bare hour of an event: 到9点, 每天8时.
const BEFORE_HOUR: [char; 7] = ['到', '至', '从', '天', '晚', '早', '自'];

/// What ends a label with a colon before a time of day: 时间, 周五, 上午.
const BEFORE_COLON: &str = "间时日天午晚晨早班五六";

/// Around two numbers with a colon, what makes them a score: 以21:15, 21:15战胜.
const SCORE_BEFORE: [&str; 7] = ["以", "比分", "比分为", "比分是", "局", "比分定格在", "比分锁定为"];
const SCORE_AFTER: [&str; 17] = [
    "战胜",
    "击败",
    "险胜",
    "力克",
    "大胜",
    "完胜",
    "横扫",
    "不敌",
    "负于",
    "惜败",
    "战平",
    "领先",
    "落后",
    "逆转",
    "取胜",
    "获胜",
    "的比分",
];

/// Reads a clock time, with the part of the day before it. `loose`: something before it already says that a time of
/// day is meant, so that a bare 9点 is one.
pub fn read(r: Reader, at: usize, loose: bool) -> Option<Reading> {
    let part = PARTS.find_if(r.chars, at, |(level, _)| *level == Level::Day);
    match part {
        Some(((_, Effect::Midnight), end)) => {
            let midnight = Clock { hour: 0, minute: 0, second: 0 };
            loose.then_some(Reading { first: midnight, last: midnight, end })
        }
        Some(((_, effect), end)) => {
            let mut reading = pair(r, r.gap(end), true)?;
            for clock in [&mut reading.first, &mut reading.last] {
                let later = match effect {
                    Effect::Pm => clock.hour < 12,
                    Effect::Noon => clock.hour < 6,
                    _ => false,
                };
                clock.hour += if later { 12 } else { 0 };
            }
            Some(reading)
        }
        None => pair(r, at, loose),
    }
}

fn pair(r: Reader, at: usize, loose: bool) -> Option<Reading> {
    r.number(at)?;
    // 9-11点: both hours share the word.
    if let Some((first, last)) = r.numbers(at)
        && first.end < last.end
        && first.value < last.value
        && let Some((clock, end)) = hour(r, r.connector(first.end)?, true)
        && !r.at(at + 1).is_ascii_punctuation()
        && first.value <= 24
        && (loose || matches!(r.at(last.end), '时'))
    {
        return Some(Reading { first: Clock { hour: first.value, minute: 0, second: 0 }, last: clock, end });
    }
    let (first, end) = hour(r, at, loose)?;
    let next = r.connector(end).and_then(|next| {
        let part = PARTS.find_if(r.chars, next, |(level, _)| *level == Level::Day);
        let (effect, next) = part.map_or((Effect::Whole, next), |((_, effect), end)| (effect, end));
        let (mut clock, end) = hour(r, next, true)?;
        clock.hour += if effect == Effect::Pm && clock.hour < 12 { 12 } else { 0 };
        Some((clock, end))
    });
    let (last, end) = next.unwrap_or((first, end));
    // 6点多，天就亮了: but 6点多家店开门.
    let past =
        r.word(end, "多").filter(|&end| matches!(r.at(end), ',' | '。' | '、' | ';' | '了' | '才' | '就' | '的'));
    Some(Reading { first, last, end: r.any(end, &["许", "左右"]).or(past).unwrap_or(end) })
}

fn hour(r: Reader, at: usize, loose: bool) -> Option<(Clock, usize)> {
    let number = r.number(at).filter(|n| n.value <= 24 && n.digits <= 2)?;
    let clock = |minute, second| Clock { hour: number.value, minute, second };
    if number.ascii && r.at(number.end) == ':' {
        return colon(r, at, number.end, loose).map(|(minute, second, end)| (clock(minute, second), end));
    }
    let unit = r.gap(number.end);
    if !matches!(r.at(unit), '时' | '点') {
        return None;
    }
    let end = unit + 1;
    let other = if r.at(unit) == '时' { NOT_HOUR } else { NOT_OCLOCK };
    if other.contains(r.at(end)) {
        return None;
    }
    let minutes = |minute: u32, end: usize| Some((clock(minute, 0), end));
    if let Some(end) = r.any(end, &["半"]) {
        return (loose || r.at(unit) == '点').then(|| (clock(30, 0), end));
    }
    for (word, minute) in [("整", 0), ("钟", 0), ("一刻", 15), ("三刻", 45)] {
        if let Some(end) = r.word(end, word) {
            return minutes(minute, end);
        }
    }
    if let Some(minute) = r.number(r.gap(end)).filter(|n| n.value < 60) {
        let after = r.gap(minute.end);
        if r.at(after) == '分' && r.at(after + 1) != '之' {
            let second = r.number(after + 1).filter(|n| n.value < 60 && r.at(n.end) == '秒');
            return Some(match second {
                Some(second) => (clock(minute.value, second.value), second.end + 1),
                None => (clock(minute.value, 0), after + 1),
            });
        }
        if loose && minute.ascii && minute.digits == 2 && number.ascii && !is_unit(r.at(minute.end)) {
            return minutes(minute.value, minute.end);
        }
    }
    let sure = match r.at(unit) {
        '时' => number.ascii,
        _ => number.ascii && BEFORE_HOUR.contains(&r.before(at)) || r.any(end, &["许", "左右"]).is_some(),
    };
    (loose || sure).then(|| (clock(0, 0), end))
}

/// Whether a character shows that the two digits before it are an amount and not minutes.
fn is_unit(ch: char) -> bool {
    ch.is_ascii_digit()
        || matches!(ch, '个' | '名' | '人' | '家' | '万' | '亿' | '元' | '%' | '.' | '余' | '多' | '架' | '辆')
}

/// 25:21、23:25: a neighbour in the list that no clock shows.
fn beside_score(r: Reader, at: usize, end: usize) -> bool {
    let no_clock = |at: usize| {
        let hour = r.number(at).filter(|n| n.ascii && r.at(n.end) == ':');
        let minute = hour.and_then(|n| r.number(n.end + 1)).filter(|n| n.ascii);
        hour.zip(minute).is_some_and(|(hour, minute)| hour.value > 24 || minute.value > 59 || minute.digits == 1)
    };
    let listed = |ch: char| matches!(ch, '、' | ',');
    let before =
        || (4..=5).any(|back| at > back && !r.before(at - back - 1).is_ascii_digit() && no_clock(at - back - 1));
    listed(r.before(at)) && before() || listed(r.at(end)) && no_clock(end + 1)
}

/// The minutes and seconds behind the hour's colon. Minutes have two digits: 3:1 is a score or a ratio.
fn colon(r: Reader, at: usize, colon: usize, loose: bool) -> Option<(u32, u32, usize)> {
    let two = |at: usize| {
        let number = r.number(at).filter(|n| n.ascii && n.digits == 2)?;
        Some((number.value, number.end))
    };
    let (minute, end) = two(colon + 1).filter(|(minute, _)| *minute < 60)?;
    if !loose {
        let score = SCORE_BEFORE.iter().any(|word| r.ends_with(at, word))
            || r.any(end, &SCORE_AFTER).is_some()
            || beside_score(r, at, end);
        // 开放时间:9:00, 东门:9:00-17:00; 配比:1:10 is none.
        let label = r.before(at) == ':'
            && (BEFORE_COLON.contains(r.before(at - 1))
                || r.connector(end).and_then(|next| r.number(next)).is_some_and(|n| n.ascii && r.at(n.end) == ':'));
        let glued = matches!(r.before(at), ':' | '.' | '-' | '/') && !label;
        if score || glued || r.before(at).is_ascii_alphanumeric() {
            return None;
        }
    }
    let seconds = (r.at(end) == ':').then(|| two(end + 1)).flatten().filter(|(second, _)| *second <= 60);
    match seconds {
        Some((second, end)) => Some((minute, second, end)),
        None if loose || !matches!(r.at(end), ':' | '%' | '.') => Some((minute, 0, end)),
        None => None,
    }
}
