//! The user's words that jieba cannot see.
//!
//! jieba first parts a text into blocks of ideographs, ASCII letters and digits and a few signs (in the mode `All` of
//! ideographs only), and looks for words inside the blocks: a word with a space or a slash in it (`A股 指数`,
//! `长三角·珠三角`) is never found. So these words are looked for beforehand, the longest at the leftmost place, and
//! jieba cuts what stands between them.

use rustc_hash::FxHashMap;
use std::ops::Range;

use super::Mode;
use super::chars::{in_block, is_ideograph};

/// The words, as a tree of characters.
#[derive(Default)]
pub struct Phrases {
    /// From a node (0 is the root) along a character to the next.
    steps: FxHashMap<(u32, char), u32>,
    /// Nodes at which a word ends.
    ends: FxHashMap<u32, Phrase>,
    /// Whether there are words that jieba sees in no mode.
    some_unseen: bool,
}

/// A word of the user.
struct Phrase {
    tag: Box<str>,
    /// Whether jieba sees it in the modes `Default` and `Search`.
    in_block: bool,
}

impl Phrases {
    /// Adds a word, or gives it another tag, unless jieba sees it in every mode.
    pub fn add(&mut self, word: &str, tag: &str) {
        if word.chars().all(is_ideograph) {
            return;
        }
        let mut node = 0;
        for c in word.chars() {
            let fresh = self.steps.len() as u32 + 1;
            node = *self.steps.entry((node, c)).or_insert(fresh);
        }
        let in_block = word.chars().all(in_block);
        self.some_unseen |= !in_block;
        self.ends.insert(node, Phrase { tag: tag.into(), in_block });
    }

    /// Parts a text into the words that jieba does not see in this mode, each with its tag, and what stands between
    /// them. Where a word begins or ends with an ASCII letter or digit, none may touch it: `AI 2` is not in `AI 25`.
    pub fn part(&self, text: &str, mode: Mode) -> Vec<(Range<usize>, Option<&str>)> {
        let mut parts = Vec::new();
        let mut done = 0;
        if self.some_unseen || mode == Mode::All && !self.ends.is_empty() {
            let mut from = 0;
            let mut before = None;
            while let Some(c) = text[from..].chars().next() {
                match self.longest_at(text, from, before, mode) {
                    Some((end, tag)) => {
                        if done < from {
                            parts.push((done..from, None));
                        }
                        parts.push((from..end, Some(tag)));
                        before = text[..end].chars().next_back();
                        from = end;
                        done = end;
                    }
                    None => {
                        before = Some(c);
                        from += c.len_utf8();
                    }
                }
            }
        }
        if done < text.len() {
            parts.push((done..text.len(), None));
        }
        parts
    }

    fn longest_at(&self, text: &str, from: usize, before: Option<char>, mode: Mode) -> Option<(usize, &str)> {
        let mut node = 0;
        let mut longest = None;
        let mut last = before;
        for (at, c) in text[from..].char_indices() {
            if let Some(phrase) = self.ends.get(&node)
                && (mode == Mode::All || !phrase.in_block)
                && !joined(last, Some(c))
            {
                longest = Some((from + at, &*phrase.tag));
            }
            match self.steps.get(&(node, c)) {
                Some(&next) if node != 0 || !joined(before, Some(c)) => node = next,
                _ => return longest,
            }
            last = Some(c);
        }
        let at_end = self.ends.get(&node).filter(|phrase| mode == Mode::All || !phrase.in_block);
        at_end.map(|phrase| (text.len(), &*phrase.tag)).or(longest)
    }
}

/// Whether both are ASCII letters or digits, so that no word ends between them.
fn joined(left: Option<char>, right: Option<char>) -> bool {
    [left, right].iter().all(|c| c.is_some_and(|c| c.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(words: &[&str], text: &'t str, mode: Mode) -> Vec<&'t str> {
        let mut phrases = Phrases::default();
        words.iter().for_each(|w| phrases.add(w, ""));
        let parts = phrases.part(text, mode);
        assert_eq!(parts.iter().map(|(range, _)| &text[range.clone()]).collect::<String>(), text);
        parts.into_iter().filter(|(_, tag)| tag.is_some()).map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn takes_the_longest_word_at_the_leftmost_place() {
        assert_eq!(found(&["甲 乙", "甲 乙 丙", "乙 丙 丁"], "甲 乙 丙 丁", Mode::Default), ["甲 乙 丙"]);
        assert_eq!(found(&["甲 乙 丙", "乙·丁"], "甲 乙·丁", Mode::Default), ["乙·丁"]);
    }

    #[test]
    fn cuts_no_latin_word_or_number() {
        assert_eq!(found(&["AI 2"], "AI 25、AI 2、OpenAI 2、AI 2号", Mode::Default), ["AI 2", "AI 2"]);
    }

    #[test]
    fn leaves_to_jieba_what_jieba_sees() {
        assert_eq!(found(&["甲乙", "5G网", "A/B"], "甲乙5G网xA/B", Mode::Default), [""; 0]);
        assert_eq!(found(&["甲乙", "5G网", "A/B"], "甲乙 5G网 A/B", Mode::Default), ["A/B"]);
        assert_eq!(found(&["甲乙", "5G网", "A/B"], "甲乙 5G网 A/B", Mode::All), ["5G网", "A/B"]);
    }

    #[test]
    fn an_empty_word_is_none() {
        assert_eq!(found(&[""], "甲乙", Mode::All), [""; 0]);
    }
}
