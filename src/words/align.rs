//! Re-alignment: jieba cuts 1.5/万余人次, so its words are merged, or cut once more, at the edges of figures.

use super::Token;
use std::ops::Range;

/// Makes each of the ranges (in order, not overlapping) one word with the tag that stands beside it. A word that
/// reaches over an edge keeps its outer part; all other words stay as they are.
pub fn keep_whole<'a>(tokens: Vec<Token<'a>>, ranges: &[(Range<usize>, &'a str)]) -> Vec<Token<'a>> {
    let mut out: Vec<Token<'a>> = Vec::with_capacity(tokens.len());
    let mut next = 0;
    for token in tokens {
        let mut from = token.bytes.start;
        while let Some((range, tag)) = ranges.get(next).filter(|(range, _)| range.start < token.bytes.end) {
            if from < range.start {
                out.push(Token { bytes: from..range.start, tag: token.tag });
            }
            if from <= range.start {
                out.push(Token { bytes: range.clone(), tag });
            }
            from = from.max(range.end);
            if range.end > token.bytes.end {
                break;
            }
            next += 1;
        }
        if from < token.bytes.end {
            out.push(Token { bytes: from..token.bytes.end, tag: token.tag });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'t>(text: &'t str, cut: &[&str], keep: &[&str]) -> Vec<&'t str> {
        let mut at = 0;
        let tokens = cut.iter().map(|w| {
            at += w.len();
            Token { bytes: at - w.len()..at, tag: "n" }
        });
        let ranges: Vec<_> = keep
            .iter()
            .map(|k| {
                let start = text.find(k).unwrap();
                (start..start + k.len(), "m")
            })
            .collect();
        keep_whole(tokens.collect(), &ranges).into_iter().map(|t| &text[t.bytes]).collect()
    }

    #[test]
    fn merges_the_words_of_a_figure() {
        assert_eq!(
            words("报名1.2万余人次了", &["报名", "1.2", "万余", "人次", "了"], &["1.2万余人次"]),
            ["报名", "1.2万余人次", "了"]
        );
    }

    #[test]
    fn cuts_a_word_that_reaches_over_an_edge() {
        assert_eq!(words("共有百万元钱", &["共有百", "万元钱"], &["百万元"]), ["共有", "百万元", "钱"]);
        assert_eq!(words("二十三人", &["二十三人"], &["二十", "三人"]), ["二十", "三人"]);
        assert_eq!(words("甲12乙34丙", &["甲12乙34丙"], &["12", "34"]), ["甲", "12", "乙", "34", "丙"]);
    }

    #[test]
    fn keeps_every_character_once() {
        assert_eq!(words("一二三四五", &["一二", "三四", "五"], &["二三", "四五"]), ["一", "二三", "四五"]);
    }
}
