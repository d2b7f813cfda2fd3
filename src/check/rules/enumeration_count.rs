//! `enumeration-count`: a list and the number said of it: “甲”“乙”“丙”4家单位 lists three. Behind 等 the list may be shorter,
//! never longer.
//!
//! Lists in quotation marks or titles (《》) are counted by their marks, others by 、, where no verb stands between. A number
//! far from the length of the list counts something else (“红色”“绿色”12个示范点).

use std::ops::Range;

use super::Rule;
use crate::check::chars::Chars;
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story, is_of_persons, unit};
use crate::model::{Bound, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "enumeration-count", on: true, run };

/// Characters of the longest thing in a list.
const LONGEST: usize = 30;
/// Characters of the longest list without marks.
const FAR: usize = 200;
/// Most things in a list.
const MOST: usize = 60;

/// A list beside a figure.
struct List {
    /// How many things it names; both where a 和 may join two of them or stand inside one.
    sizes: Range<usize>,
    /// Where it stands.
    place: Range<usize>,
    /// Whether it is left open by 等.
    open: bool,
    /// Whether its things stand in marks.
    marked: bool,
}

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            let whole = figure.value.filter(|value| value.fract() == 0.0 && (2.0..=50.0).contains(value));
            let (Some(value), FigureKind::Count, Bound::Exact, false) = (whole, figure.kind, figure.bound, figure.each)
            else {
                continue;
            };
            if matches!(unit(figure), "次" | "人次" | "场次" | "遍" | "趟" | "岁") {
                continue;
            }
            let Some(list) = before(passage, number).or_else(|| behind(passage, number)) else { continue };
            hold(passage, number, value as usize, list, out);
        }
    }
}

fn hold(passage: &Passage, number: usize, value: usize, list: List, out: &mut Out) {
    let figure = &passage.figures[number];
    let (least, most) = (list.sizes.start, list.sizes.end);
    let about = About::figures([figure]).and(passage.span(list.place.clone()));
    if (least..=most).contains(&value) || list.open && value > least {
        let size = if list.open { least.min(value) } else { value };
        let message = say(
            format!("列举{size}项，与“{}”相符", figure.text),
            format!("the list of {size} agrees with {}", figure.text),
        );
        return out.agree(about, None, message);
    }
    let near = value + 2 >= least && value <= most + 2 && value < 2 * most;
    let persons = is_of_persons(figure) && !list.marked;
    let sure = list.marked && least > 1 || least > 2;
    if near && sure && !persons {
        let message = say(
            format!("列举了{most}项，而写的是“{}”", figure.text),
            format!("the list names {most}, the text says {}", figure.text),
        );
        let severity = if list.marked { Severity::Error } else { Severity::Warning };
        out.find(severity, about, Some(format!("{most} ≠ {value}")), message);
    }
}

/// “甲”“乙”“丙”等4家, 甲、乙、丙3个村.
fn before(passage: &Passage, number: usize) -> Option<List> {
    let chars = passage.chars();
    let figure = passage.range(number).start;
    let sentence = passage.sentence_at(figure);
    let mut end = figure;
    while end > sentence.start && matches!(chars[end - 1], '这' | '共' | ' ') {
        end -= 1;
    }
    let open = end > sentence.start && chars[end - 1] == '等';
    end -= usize::from(open);
    if matches!(chars.get(end.checked_sub(1)?)?, '”' | '》' | '’') {
        let (size, start) = marked_before(chars, end, sentence.start)?;
        return Some(List { sizes: size..size, place: start..end, open, marked: true });
    }
    let floor = sentence.start.max(end.saturating_sub(FAR));
    let start = (floor..end)
        .rev()
        .find(|&at| matches!(chars[at], ',' | ';' | ':' | '。' | '(' | ')'))
        .map_or(floor, |at| at + 1);
    // A figure or a quotation inside is no plain list.
    let inside = passage.figures_in(&(start..figure));
    if !inside.is_empty() || chars[start..end].iter().any(|c| matches!(c, '“' | '”' | '《' | '》')) {
        return None;
    }
    let sizes = plain(passage, start..end)?;
    Some(List { sizes, place: start..end, open, marked: false })
}

/// Things in marks that end at `end`, one behind the other: how many, and where they begin.
fn marked_before(chars: &[char], end: usize, floor: usize) -> Option<(usize, usize)> {
    let (mut size, mut start, mut at) = (0, end, end);
    while size < MOST {
        let Some(close) = at.checked_sub(1).filter(|&close| close >= floor) else { break };
        let opener = match chars[close] {
            '”' => '“',
            '》' => '《',
            '’' => '‘',
            _ => break,
        };
        let Some(open) = (floor.max(close.saturating_sub(LONGEST))..close).rev().find(|&open| chars[open] == opener)
        else {
            break;
        };
        (size, start, at) = (size + 1, open, open);
        while at > floor && matches!(chars[at - 1], '、' | '和' | '与' | '及' | '以') {
            at -= 1;
        }
    }
    (size > 1).then_some((size, start))
}

/// 3个村：甲村、乙村、丙村; 两大平台“甲”“乙”; 3项（甲、乙、丙）.
fn behind(passage: &Passage, number: usize) -> Option<List> {
    const THING: usize = 14;
    let chars = passage.chars();
    let from = passage.range(number).end;
    let sentence = passage.sentence_at(from.checked_sub(1)?);
    let limit = sentence.end.min(from + THING);
    let mark = (from..limit).find(|&at| matches!(chars[at], ':' | '(' | '—' | ',' | '。' | ';' | '“' | '《' | '、'))?;
    let mut at = match chars[mark] {
        ':' | '(' => mark + 1,
        '—' => mark + chars[mark..limit].iter().take_while(|&&c| c == '—').count(),
        ',' => {
            let rest = &chars[mark + 1..sentence.end];
            mark + 1 + ["分别是", "分别为", "即", "它们是"].iter().find(|word| rest.opens(word))?.chars().count()
        }
        _ => return None,
    };
    if chars[mark..at].iter().any(|&c| c == ':' || c == '(') {
        let rest = &chars[at..sentence.end];
        at += ["分别是", "分别为", "即"].iter().find(|word| rest.opens(word)).map_or(0, |word| word.chars().count());
    }
    if matches!(chars.get(at)?, '“' | '《') {
        let (size, end) = marked_behind(chars, at, sentence.end)?;
        let next = chars.get(end).copied().unwrap_or('。');
        let open = next == '等';
        let ends = open || matches!(next, '。' | ',' | ';' | ')' | '!');
        return (size > 1 && ends).then_some(List { sizes: size..size, place: at..end, open, marked: true });
    }
    let roof = sentence.end.min(at + FAR);
    let end = (at..roof)
        .find(|&end| matches!(chars[end], '。' | ';' | ')' | ',' | ':' | '!' | '?' | '“' | '《'))
        .unwrap_or(roof);
    if chars.get(end).is_some_and(|c| matches!(c, ',' | '“' | '《' | ':')) || !passage.figures_in(&(at..end)).is_empty()
    {
        return None;
    }
    let open = end > at && chars[end - 1] == '等';
    let list = at..end - usize::from(open);
    Some(List { sizes: plain(passage, list.clone())?, place: list, open, marked: false })
}

fn marked_behind(chars: &[char], start: usize, limit: usize) -> Option<(usize, usize)> {
    let (mut size, mut end, mut at) = (0, start, start);
    while size < MOST && at < limit {
        let closer = match chars[at] {
            '“' => '”',
            '《' => '》',
            _ => break,
        };
        let close = (at + 1..limit.min(at + 1 + LONGEST)).find(|&close| chars[close] == closer)?;
        (size, end, at) = (size + 1, close + 1, close + 1);
        while at < limit && matches!(chars[at], '、' | '和' | '与' | '及' | '以') {
            at += 1;
        }
    }
    Some((size, end))
}

/// How many things a list without marks names: 甲、乙和丙. None where a verb stands among them.
fn plain(passage: &Passage, list: Range<usize>) -> Option<Range<usize>> {
    let chars = passage.chars();
    let mut segments = Vec::new();
    let mut start = list.start;
    for at in list.clone().filter(|&at| chars[at] == '、').chain([list.end]) {
        segments.push(start..at);
        start = at + 1;
    }
    if segments.len() < 2 || segments.len() > MOST {
        return None;
    }
    let last = segments.len() - 1;
    let verb = |range: &Range<usize>| passage.tags(range.clone()).any(|tag| tag.starts_with('v') && tag != "vn");
    let noun = |(at, range): (usize, &Range<usize>)| {
        !range.is_empty() && range.len() <= LONGEST && (at == 0 || !verb(range)) && (at == 0 || range.len() <= 14)
    };
    if !segments.iter().enumerate().all(noun) {
        return None;
    }
    let joined = chars[segments[last].clone()].iter().skip(1).any(|c| matches!(c, '和' | '与' | '及'));
    Some(segments.len()..segments.len() + usize::from(joined))
}
