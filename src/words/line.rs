//! The words of one block, by character: evidence for vetoes and noun phrases.

use std::ops::Range;

use super::Token;
use crate::reading::Reading;

/// A word of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineWord<'a> {
    /// Characters of the reading.
    pub range: Range<usize>,
    /// jieba's tag.
    pub tag: &'a str,
}

/// The words of one block, found by any of their characters.
pub struct Line<'a> {
    words: Vec<LineWord<'a>>,
    of_char: Vec<u32>,
}

impl<'a> Line<'a> {
    /// Takes jieba's tokens of [`Reading::text`].
    pub fn new(reading: &Reading, tokens: Vec<Token<'a>>) -> Self {
        let starts = reading.starts();
        let mut of_char = vec![0; starts.len()];
        let of = &mut of_char[..starts.len()];
        let mut at = 0;
        let word = |(number, token): (usize, Token<'a>)| {
            let start = at;
            while at < starts.len() && (starts[at] as usize) < token.bytes.end {
                of[at] = number as u32;
                at += 1;
            }
            LineWord { range: start..at, tag: token.tag }
        };
        let words = tokens.into_iter().enumerate().map(word).collect();
        Line { words, of_char }
    }

    /// The word that a character belongs to.
    pub fn at(&self, char: usize) -> &LineWord<'a> {
        &self.words[self.of_char[char] as usize]
    }

    /// The words in order.
    pub fn words(&self) -> &[LineWord<'a>] {
        &self.words
    }

    /// Whether a word begins at this character (or the block ends there).
    pub fn starts_word(&self, char: usize) -> bool {
        self.of_char.get(char).is_none_or(|&word| self.words[word as usize].range.start == char)
    }
}
