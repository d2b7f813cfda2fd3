//! Names of people, where a byline is to be expected.

use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::page::cues::{Cues, Place};
use crate::page::shape::is_han;

struct Surnames {
    single: FxHashSet<char>,
    compound: FxHashSet<[char; 2]>,
}

static SURNAMES: LazyLock<Surnames> = LazyLock::new(|| {
    let mut surnames = Surnames { single: FxHashSet::default(), compound: FxHashSet::default() };
    for [_sort, names, _] in table!("surnames.tsv") {
        for name in names.split(' ') {
            let mut chars = name.chars().map(crate::fold::fold);
            match (chars.next(), chars.next()) {
                (Some(one), None) => surnames.single.insert(one),
                (Some(one), Some(two)) => surnames.compound.insert([one, two]),
                _ => false,
            };
        }
    }
    surnames
});

/// A Chinese name: surname and one or two characters; or a foreign one, its parts set off by a middle dot.
pub fn is_name(chars: &[char]) -> bool {
    if chars.contains(&'·') {
        return (3..=14).contains(&chars.len()) && chars.iter().all(|&c| is_han(c) || c == '·') && is_han(chars[0]);
    }
    if !(2..=4).contains(&chars.len()) || !chars.iter().all(|&c| is_han(c)) {
        return false;
    }
    let single = |c: char| SURNAMES.single.contains(&c);
    let compound = SURNAMES.compound.contains(&[chars[0], chars[1]]);
    match chars.len() {
        2 | 3 => single(chars[0]) || (compound && chars.len() == 3),
        _ => compound || (single(chars[0]) && single(chars[1])),
    }
}

fn is_surname(token: &[char]) -> bool {
    matches!(token, [one] if SURNAMES.single.contains(one))
        || matches!(token, [a, b] if SURNAMES.compound.contains(&[*a, *b]))
}

/// Names and what stands beside them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// The names, as ranges of the characters.
    pub names: Vec<Range<usize>>,
    /// Whether a sign stands before them.
    pub marker: bool,
    /// Words such as 本报记者.
    pub reporters: usize,
    /// Words such as 文 and 报道.
    pub words: usize,
}

/// Reads characters that are names, and words that stand with names, and nothing else.
pub fn read_names(chars: &[char]) -> Option<Names> {
    const LONGEST: usize = 60;
    if chars.len() > LONGEST {
        return None;
    }
    let cues = Cues::get();
    let mut found = Names::default();
    let mut from = 0;
    if let Some(length) = cues.begins(Place::Marker, chars) {
        found.marker = true;
        from = length;
    }
    let mut tokens = tokens(chars, from).peekable();
    tokens.peek()?;
    while let Some(token) = tokens.next() {
        let text = &chars[token.clone()];
        if cues.matches(Place::BylineWord, text) {
            found.words += 1;
        } else if let Some(end) = reporter_end(text) {
            found.reporters += 1;
            let rest = token.start + end..token.end;
            if !rest.is_empty() {
                is_name(&chars[rest.clone()]).then_some(())?;
                found.names.push(rest);
            }
        } else if is_name(text) || (found.marker && is_given(text)) {
            found.names.push(token);
        } else if is_surname(text) {
            // A name of two characters is set wide, to be as long as its neighbours of three.
            let given = tokens.next().filter(|given| given.len() == 1 && is_han(chars[given.start]))?;
            found.names.push(token.start..given.end);
        } else {
            return None;
        }
    }
    let count = |bracket: char| chars.iter().filter(|&&c| c == bracket).count();
    (count('(') == count(')')).then_some(found)
}

/// Two or three characters that may be a name whatever the first is.
fn is_given(token: &[char]) -> bool {
    (2..=3).contains(&token.len()) && token.iter().all(|&c| is_han(c)) && SURNAMES.single.contains(&token[0])
}

/// Where a word such as 本报记者 ends that a token begins with.
fn reporter_end(token: &[char]) -> Option<usize> {
    const LONGEST: usize = 14;
    let cues = Cues::get();
    (0..token.len().min(LONGEST)).rev().find_map(|at| cues.begins(Place::Reporter, &token[at..]).map(|len| at + len))
}

/// What stands between spaces, strokes, brackets and list commas.
fn tokens(chars: &[char], mut from: usize) -> impl Iterator<Item = Range<usize>> {
    let parts = |c: &char| matches!(c, ' ' | '/' | '、' | ',' | '|' | ':' | '(' | ')' | '【' | '】' | '[' | ']');
    std::iter::from_fn(move || {
        let start = from + chars[from..].iter().position(|c| !parts(c))?;
        from = chars[start..].iter().position(parts).map_or(chars.len(), |size| start + size);
        Some(start..from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Option<Vec<String>> {
        let chars: Vec<char> = text.chars().map(crate::fold::fold).collect();
        let found = read_names(&chars)?;
        Some(found.names.into_iter().map(|r| chars[r].iter().collect()).collect())
    }

    #[test]
    fn reads_the_names_of_bylines() {
        for (text, expected) in [
            ("► 秦月", vec!["秦月"]),
            ("本报记者 杜鹃　欧阳雪 通讯员 丁一鸣", vec!["杜鹃", "欧阳雪", "丁一鸣"]),
            ("文/史小川 图/乔木", vec!["史小川", "乔木"]),
            ("（记者孟凡 实习生 白雪）", vec!["孟凡", "白雪"]),
            ("记者：田 野", vec!["田 野"]),
            ("南州日报全媒体记者 安德烈·库兹", vec!["安德烈·库兹"]),
        ] {
            assert_eq!(names(text).as_deref(), Some(&expected.iter().map(|s| s.to_string()).collect::<Vec<_>>()[..]));
        }
    }

    #[test]
    fn reads_nothing_else_as_names() {
        for text in
            ["记者从市财政局获悉", "本报记者在现场看到", "■ 为老服务更贴心", "筑牢安全防线", "文旅融合 文化惠民"]
        {
            assert_eq!(names(text), None, "{text}");
        }
    }
}
