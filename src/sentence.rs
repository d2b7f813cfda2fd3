//! Sentence boundaries.
//!
//! A sentence ends with 。！？ and what closes behind it. It does not end inside brackets (（你好！）), in a title
//! (《你好，李焕英！》), where the quotation is only a part of it (“快跑！”的喊声), at a semicolon, or at an ellipsis that
//! goes on (消防验收……6个环节). A full stop ends a sentence only behind a Latin word that is no abbreviation.

use std::ops::Range;

/// Splits the (folded) characters of a block into sentences, as character ranges without outer white space.
pub fn split(chars: &[char]) -> Vec<Range<usize>> {
    let Marks { ends, enclosed } = Marks::of(chars);
    let mut enclosed = enclosed.into_iter().peekable();
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut from = 0;
    for at in ends {
        while enclosed.next_if(|brackets| brackets.end <= at).is_some() {}
        let inside = enclosed.peek().is_some_and(|brackets| brackets.contains(&at));
        if at < from || inside || !ends_here(chars, at) {
            continue;
        }
        let mut end = at + 1;
        while chars.get(end).is_some_and(|&c| is_end(c)) {
            end += 1;
        }
        let ellipsis = chars[at..end].iter().all(|&c| c == '…');
        let closed = end + chars[end..].iter().take_while(|&&c| is_closing(c)).count();
        if goes_on(chars, end, closed, ellipsis) {
            from = end;
            continue;
        }
        push(chars, start..closed, &mut sentences);
        start = closed;
        from = closed;
    }
    push(chars, start..chars.len(), &mut sentences);
    sentences
}

fn is_end(ch: char) -> bool {
    matches!(ch, '。' | '!' | '?' | '…' | '｡')
}

fn is_closing(ch: char) -> bool {
    matches!(ch, '”' | '’' | '」' | '』' | ')' | '】' | ']')
}

fn push(chars: &[char], range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let Range { mut start, mut end } = range;
    while start < end && chars[start].is_whitespace() {
        start += 1;
    }
    while end > start && chars[end - 1].is_whitespace() {
        end -= 1;
    }
    if start < end {
        sentences.push(start..end);
    }
}

/// Whether a sentence may end with this character.
fn ends_here(chars: &[char], at: usize) -> bool {
    let alphanumeric = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_alphanumeric);
    match chars[at] {
        '.' => full_stop(chars, at),
        // Part of an address or a name: a?b=c, Yahoo!Japan.
        '!' | '?' => !(alphanumeric(at.checked_sub(1)) && alphanumeric(Some(at + 1))),
        ch => is_end(ch),
    }
}

/// Whether what stands behind the end of a sentence, and behind what closes there, belongs to it still.
fn goes_on(chars: &[char], end: usize, closed: usize, ellipsis: bool) -> bool {
    let Some(&next) = chars.get(closed) else { return false };
    if matches!(next, ',' | '、' | ';' | ':' | '》' | '〉' | '。') {
        return true;
    }
    if closed == end {
        return ellipsis;
    }
    // A quotation that is a part of a sentence: “要不要办？”的问题, “好！”与“行！”.
    matches!(next, '的' | '与' | '和' | '及' | '或' | '之' | '等' | '是' | '为' | '这' | '—')
        || (ellipsis && next != '“' && next != '‘')
}

/// A full stop ends a sentence behind a Latin word, before white space or the end of the text.
fn full_stop(chars: &[char], at: usize) -> bool {
    const ABBREVIATIONS: [&str; 14] =
        ["mr", "mrs", "ms", "dr", "no", "vs", "st", "jr", "inc", "ltd", "co", "corp", "etc", "prof"];
    const LONGEST: usize = 24;
    let behind = chars[at + 1..].iter().find(|c| !is_closing(**c) && **c != '"');
    let spaced = behind.is_none_or(|c| c.is_whitespace());
    let before = chars[..at].iter().rev().take(LONGEST);
    let word: String = before.take_while(|c| c.is_ascii_alphabetic()).map(char::to_ascii_lowercase).collect();
    let word: String = word.chars().rev().collect();
    // An initial (J. Smith) has one letter; U.S. has another full stop before it.
    spaced && word.len() > 1 && !ABBREVIATIONS.contains(&word.as_str())
}

/// What of a text the ends of its sentences are told by.
struct Marks {
    /// The characters that a sentence may end with, by their looks.
    ends: Vec<usize>,
    /// What stands inside round brackets or title marks that are closed again soon, in order and without those inside
    /// others.
    enclosed: Vec<Range<usize>>,
}

impl Marks {
    fn of(chars: &[char]) -> Self {
        const FAR: usize = 200;
        let mut ends = Vec::new();
        let mut enclosed: Vec<Range<usize>> = Vec::new();
        let mut open: Vec<(char, usize)> = Vec::new();
        for (at, &ch) in chars.iter().enumerate() {
            match ch {
                // Most of the text.
                '\u{4e00}'..='\u{9fff}' => {}
                '.' => ends.push(at),
                _ if is_end(ch) => ends.push(at),
                '(' | '《' | '〈' => open.push((ch, at)),
                ')' | '》' | '〉' => {
                    let opener = match ch {
                        ')' => '(',
                        '》' => '《',
                        _ => '〈',
                    };
                    if let Some((_, from)) = open.pop_if(|(o, from)| *o == opener && at - *from <= FAR) {
                        // A bracket of its own behind a sentence may hold sentences; one inside a sentence does not.
                        while enclosed.pop_if(|inner| inner.start > from).is_some() {}
                        enclosed.push(from..at);
                    } else if ch == ')' {
                        open.clear();
                    }
                }
                _ => {}
            }
        }
        Marks { ends, enclosed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().map(crate::fold::fold).collect();
        let raw: Vec<char> = text.chars().collect();
        split(&chars).into_iter().map(|r| raw[r].iter().collect()).collect()
    }

    #[test]
    fn splits_where_sentences_end() {
        for (text, expected) in [
            ("桥通了。路也修好了！何时通车？", vec!["桥通了。", "路也修好了！", "何时通车？"]),
            (
                "“水质好了。”他说，“鱼也回来了。”村里人都高兴。",
                vec!["“水质好了。”", "他说，“鱼也回来了。”", "村里人都高兴。"],
            ),
            ("真的吗？！大家都不信……", vec!["真的吗？！", "大家都不信……"]),
            ("他想了想：“再等等吧……”“不等了！”", vec!["他想了想：“再等等吧……”", "“不等了！”"]),
            (" 雨停了。　天晴了 ", vec!["雨停了。", "天晴了"]),
            ("We built it. It works.", vec!["We built it.", "It works."]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn keeps_a_sentence_whole() {
        for text in [
            "新增床位3.5万张，达到12.8万张。",
            "取号、排队、盖章……6道手续一次办完。",
            "一是修路；二是架桥；三是通水。",
            "电影《你好，明天！》昨日上映。",
            "村民（他们等了三年。真不容易！）终于喝上了自来水。",
            "面对“钱从哪里来？”的追问，镇里有了答案。",
            "“好！”、“加油！”，喊声此起彼伏。",
            "登录www.example.com/a?b=1即可预约。",
            "Dr. Smith与J. Brown来访。",
        ] {
            assert_eq!(sentences(text), [text], "{text}");
        }
    }

    #[test]
    fn takes_linear_time_and_loses_nothing() {
        for ch in ['。', '“', '(', '》', '.', '…', ' '] {
            let chars = vec![ch; 1_000_000];
            let found = split(&chars);
            let covered: usize = found.iter().map(ExactSizeIterator::len).sum();
            assert_eq!(covered, if ch == ' ' { 0 } else { chars.len() });
        }
    }
}
