//! What a line says of itself: bylines, datelines, captions, credits and page furniture are known by their words.

use std::ops::Range;

use crate::model::Role;
use crate::page::cues::{Cues, Place};
use crate::page::names::{Names, read_names};
use crate::page::shape::{is_comma, is_han};

/// Longer lines are running text whatever their words.
const LONGEST: usize = 60;

/// Whether a line is complete as it is; captions are running text that may go on.
pub fn is_complete(chars: &[char]) -> bool {
    role_of(chars).is_some_and(|role| role != Role::Caption)
}

/// The role that a block's own words give it.
pub fn role_of(chars: &[char]) -> Option<Role> {
    if is_caption(chars) {
        return Some(Role::Caption);
    }
    if chars.len() > LONGEST {
        return None;
    }
    if is_furniture(chars) {
        return Some(Role::Footer);
    }
    if is_credit(chars) {
        return Some(Role::Credit);
    }
    if is_dateline(chars) {
        return Some(Role::Dateline);
    }
    byline(chars).map(|_| Role::Byline)
}

/// Names with the sign or the words of a byline.
pub fn byline(chars: &[char]) -> Option<Names> {
    let found = read_names(chars)?;
    let signed = found.marker || found.reporters > 0 || (found.words > 0 && has_stroke(chars));
    let nameless = found.names.is_empty() && found.reporters > 0 && chars.len() <= 10;
    (signed && !found.names.is_empty() || nameless).then_some(found)
}

fn has_stroke(chars: &[char]) -> bool {
    chars.iter().any(|c| matches!(c, '/' | ':'))
}

/// A short line that is nothing but names; it is a byline only where one is to be expected.
pub fn bare_names(chars: &[char]) -> Option<Names> {
    const MOST: usize = 16;
    read_names(chars).filter(|found| chars.len() <= MOST && !found.names.is_empty() && found.names.len() <= 4)
}

/// Where a report begins behind its source: behind 本报讯（记者 某某）, 新华社北京7月1日电.
pub fn lead(chars: &[char]) -> usize {
    const LEAD: usize = 30;
    let head = &chars[..chars.len().min(LEAD)];
    if let Some(last) = names_in_lead(chars).last() {
        let close = chars[last.end..].iter().take(LONGEST).position(|&c| c == ')');
        return close.map_or(0, |close| last.end + close + 1);
    }
    let ends = (2..head.len()).find(|&at| matches!(head[at], '讯' | '电' | '息') && is_wire(&head[..=at]));
    ends.map_or(0, |at| at + 1)
}

/// Names in brackets behind the first words of a report: 本报讯（记者 某某）.
pub fn names_in_lead(chars: &[char]) -> Vec<Range<usize>> {
    const LEAD: usize = 24;
    let Some(open) = chars.iter().take(LEAD).position(|&c| c == '(') else { return Vec::new() };
    let behind_wire =
        open == 0 || matches!(chars[open - 1], '讯' | '电' | '息' | ' ') || chars[..open].ends_with(&['报', '道']);
    if !behind_wire {
        return Vec::new();
    }
    let close = chars[open..].iter().take(LONGEST).position(|&c| c == ')');
    close.map_or(Vec::new(), |close| reporters_of(chars, open..open + close + 1))
}

/// Names behind the last sentence of a report: （记者 某某）, 本报记者 某某.
pub fn names_in_tail(chars: &[char]) -> Vec<Range<usize>> {
    let from = chars.len().saturating_sub(LONGEST);
    let end = chars.len() - usize::from(chars.last() == Some(&'。'));
    let stop = chars[from..end].iter().rposition(|&c| !is_han(c) && matches!(c, '。' | '!' | '?' | '”' | '…'));
    stop.map_or(Vec::new(), |at| reporters_of(chars, from + at + 1..end))
}

fn reporters_of(chars: &[char], range: Range<usize>) -> Vec<Range<usize>> {
    let found = read_names(&chars[range.clone()]).filter(|found| found.reporters > 0);
    let names = found.map(|found| found.names).unwrap_or_default();
    names.into_iter().map(|name| range.start + name.start..range.start + name.end).collect()
}

fn is_caption(chars: &[char]) -> bool {
    let chars = match chars {
        ['▲' | '△' | '↑' | '◀' | '▶' | '(', ' ', rest @ ..] | ['▲' | '△' | '↑' | '◀' | '▶' | '(', rest @ ..] => {
            rest
        }
        _ => chars,
    };
    let Some(length) = Cues::get().begins(Place::CaptionStart, chars) else { return false };
    // 图为 is a caption whatever follows; 上图 may begin a word.
    chars[..length].ends_with(&['为'])
        || chars.get(length).is_some_and(|c| matches!(c, '为' | ':' | ' ' | ',' | '是' | '、' | '和' | '.' | ')'))
        || chars[..length].iter().any(|c| matches!(c, '①'..='⑳' | '0'..='9'))
}

fn is_credit(chars: &[char]) -> bool {
    const LONGEST: usize = 40;
    let cues = Cues::get();
    let chars = strip(chars, &['。']);
    let chars = sourced(unbracketed(chars));
    if chars.is_empty() || chars.len() > LONGEST {
        return false;
    }
    let plain = |chars: &[char]| !chars.iter().any(|&c| is_comma(c) || matches!(c, '。' | ';' | ':'));
    if cues.begins(Place::CreditStart, chars).is_some() {
        return chars.iter().all(|&c| !matches!(c, '。' | ';')) && chars.len() <= 30;
    }
    if let Some(length) = cues.ends(Place::CreditAny, chars) {
        return plain(chars) && length < chars.len();
    }
    let Some(length) = cues.ends(Place::CreditName, chars) else { return false };
    let names = strip(&chars[..chars.len() - length], &[' ', '/']);
    // 文/图 is a byline, and so is 某某/文 某某/图.
    let written = chars.split(|c| matches!(c, ' ' | '/')).any(|token| token == ['文'] || token == ['文', '图']);
    let photographed = chars[chars.len() - length] != '发' || names.contains(&'社');
    !written && photographed && read_names(names).is_some_and(|found| !found.names.is_empty() || found.reporters > 0)
}

/// Without the agency in brackets behind a credit: 某某摄（影像中国）.
fn sourced(chars: &[char]) -> &[char] {
    const SHORT: usize = 12;
    let Some(open) = chars.iter().rposition(|&c| c == '(').filter(|_| chars.last() == Some(&')')) else { return chars };
    let (credit, agency) = (strip(&chars[..open], &[' ']), &chars[open + 1..chars.len() - 1]);
    let named = agency.len() <= SHORT && agency.iter().all(|&c| is_han(c) || c == '/');
    if named && credit.last() == Some(&'摄') { credit } else { chars }
}

fn is_furniture(chars: &[char]) -> bool {
    let cues = Cues::get();
    cues.begins(Place::FooterStart, chars).is_some()
        || cues.ends(Place::FooterEnd, chars).is_some()
        || is_labelled(Place::FooterLabel, unbracketed(chars))
        || is_page_mark(chars)
        || chars
            .iter()
            .all(|c| matches!(c, '|' | '*' | '-' | '—' | '=' | '_' | '·' | '•' | '#' | '~' | '+' | ' ' | '>'))
}

/// A page number, alone or in the head of its page.
pub fn is_page_mark(chars: &[char]) -> bool {
    is_page_number(unbracketed(chars)) || is_page_head(chars)
}

/// A page number beside the name of the section and the date: 第05版 民生 2025年4月18日 星期五.
fn is_page_head(chars: &[char]) -> bool {
    // Longer than any part of one.
    const LONGEST: usize = 60;
    let parts_at = |c: &char| matches!(c, ' ' | '|' | '/');
    if chars.len() > LONGEST && !chars[..LONGEST].iter().any(parts_at) {
        return false;
    }
    let mut numbers = 0;
    let mut parts = 0;
    for part in chars.split(parts_at).filter(|part| !part.is_empty()) {
        parts += 1;
        if is_page_number(part) {
            numbers += 1;
        } else if !(is_date(part)
            || part.len() <= 4 && part.iter().all(|&c| is_han(c))
            || is_labelled(Place::FooterLabel, part))
        {
            return false;
        }
    }
    numbers == 1 && parts > 1 && parts <= 8
}

/// A label, a colon, and something short.
fn is_labelled(place: Place, chars: &[char]) -> bool {
    const LONGEST: usize = 50;
    let Some(length) = Cues::get().begins(place, chars) else { return false };
    let rest = &chars[length..];
    let prose = rest.iter().any(|c| matches!(c, '。' | '“')) || rest.iter().filter(|&&c| c == ',').count() > 1;
    if prose || chars.len() > LONGEST {
        return false;
    }
    match rest {
        [':', ..] | ['/', ..] => true,
        [' ', names @ ..] => place == Place::FooterLabel && read_names(names).is_some_and(|n| !n.names.is_empty()),
        _ => false,
    }
}

/// 第3版, A02版 要闻, 03, — 7 —, 第2页 共5页.
fn is_page_number(chars: &[char]) -> bool {
    const LONGEST: usize = 24;
    if chars.len() > LONGEST {
        return false;
    }
    let digits = chars.iter().filter(|c| c.is_ascii_digit()).count();
    if digits > 6 {
        return false;
    }
    let core: Vec<char> = chars.iter().copied().filter(|c| !matches!(c, ' ' | '-' | '—' | '–' | '·' | '|')).collect();
    if !core.is_empty() && digits > 0 && digits <= 4 && digits == core.len() {
        return chars.len() > digits || digits <= 3;
    }
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let section = |c: char| matches!(c, 'A'..='D' | 'T');
    match core.as_slice() {
        ['第', rest @ ..] => {
            let number = rest.iter().take_while(|&&c| numeral(c)).count();
            number > 0 && matches!(rest.get(number), Some('版' | '页')) && rest.len() - number <= 8
        }
        [first, rest @ ..] if section(*first) || first.is_ascii_digit() => {
            let number = rest.iter().take_while(|c| c.is_ascii_digit()).count();
            let named = rest.get(number) == Some(&'版') && rest.len() - number <= 8;
            named || (section(*first) && number >= 1 && number == rest.len() && number <= 2)
        }
        _ => false,
    }
}

fn is_dateline(chars: &[char]) -> bool {
    is_labelled(Place::DateLabel, unbracketed(chars)) || is_date(chars) || is_wire(chars)
}

/// A line that is a date, with the day of the week, the hour or the paper's name.
fn is_date(chars: &[char]) -> bool {
    let plain = chars.iter().all(|&c| {
        c.is_ascii_digit()
            || matches!(c, '年' | '月' | '日' | '星' | '期' | '周' | ' ' | '-' | '/' | '.' | ':' | '(' | ')')
            || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '天' | '时' | '分' | '农' | '历')
    });
    if !plain {
        return false;
    }
    let digits = chars.iter().filter(|c| c.is_ascii_digit()).count();
    let dated = chars.contains(&'月') && chars.contains(&'日')
        || chars.windows(2).filter(|w| w[0].is_ascii_digit() && matches!(w[1], '-' | '/' | '.')).count() == 2;
    dated && (3..=16).contains(&digits)
}

/// 本报讯, 新华社北京7月1日电, 央视网消息（记者 某某）: a source, a place, a day, and no more.
fn is_wire(chars: &[char]) -> bool {
    const LONGEST: usize = 30;
    let head = match chars.iter().position(|&c| c == '(') {
        Some(open) if is_short_note(&chars[open..]) => &chars[..open],
        _ => chars,
    };
    let head = strip(head, &[':', ' ']);
    let Some(source) = Cues::get().begins(Place::Wire, head).or_else(|| outlet(head)) else { return false };
    let ended = head.ends_with(&['讯']) || head.ends_with(&['电']) || head.ends_with(&['消', '息']);
    let plain = head[source..].iter().all(|&c| is_han(c) || c.is_ascii_digit() || matches!(c, ' ' | '/'));
    let dated = head.contains(&'日') || head.len() <= 8;
    ended && plain && dated && head.len() <= LONGEST
}

/// A paper or site that no table knows, right before 讯 or a date: 某某网讯, 某某报11月25日讯.
fn outlet(head: &[char]) -> Option<usize> {
    const LONGEST: usize = 8;
    let end = head.iter().take(LONGEST).rposition(|c| matches!(c, '网' | '报' | '社' | '台')).filter(|&at| at > 0)? + 1;
    let han = head[..end].iter().all(|&c| is_han(c));
    let follows = matches!(head[end..], ['讯'] | ['消', '息']) || head.get(end).is_some_and(char::is_ascii_digit);
    (han && follows).then_some(end)
}

/// Brackets that hold names, or a few words such as the name of a programme: （记者 某某）, （新闻联播）：
fn is_short_note(chars: &[char]) -> bool {
    const SHORT: usize = 12;
    let note = strip(chars, &[':', ' ']);
    let [.., ')'] = note else { return false };
    let plain = |chars: &[char]| chars.iter().all(|&c| is_han(c) || c == ' ');
    read_names(note).is_some() || (note.len() <= SHORT && plain(unbracketed(note)))
}

/// Without these characters at the end.
fn strip<'a>(chars: &'a [char], ends: &[char]) -> &'a [char] {
    let kept = chars.iter().rposition(|c| !ends.contains(c)).map_or(0, |at| at + 1);
    &chars[..kept]
}

/// Without brackets around the whole.
fn unbracketed(chars: &[char]) -> &[char] {
    match chars {
        ['(', inner @ .., ')'] | ['【', inner @ .., '】'] | ['[', inner @ .., ']'] => inner,
        _ => chars,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, names: fn(&[char]) -> Vec<Range<usize>>) -> Vec<String> {
        let chars: Vec<char> = text.chars().map(crate::fold::fold).collect();
        names(&chars).into_iter().map(|r| chars[r].iter().collect()).collect()
    }

    #[test]
    fn reads_the_names_in_a_report() {
        assert_eq!(read("本报讯（记者 岳阳）昨日，全县新增公交6条。", names_in_lead), ["岳阳"]);
        assert_eq!(read("新华社北州7月1日电（记者岳阳、花满楼）会议召开。", names_in_lead), ["岳阳", "花满楼"]);
        assert_eq!(read("全县新增公交6条。（记者 岳阳）", names_in_tail), ["岳阳"]);
        assert_eq!(read("全县新增公交6条。  本报记者  岳阳", names_in_tail), ["岳阳"]);
    }

    #[test]
    fn reads_no_names_where_there_are_none() {
        for text in
            ["他（记者 岳阳）在场。", "1）（本报讯", "（）（", "）", "。", "本报讯（记者", "会议结束。记者离开了。"]
        {
            assert!(read(text, names_in_lead).is_empty(), "{text}");
            assert!(read(text, names_in_tail).is_empty(), "{text}");
        }
    }
}
