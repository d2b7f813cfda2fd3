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
        let mut of_char = Vec::with_capacity(reading.len());
        let mut starts = reading.starts();
        let word = |(number, token): (usize, Token<'a>)| {
            let size = starts.iter().take_while(|&&start| (start as usize) < token.bytes.end).count();
            starts = &starts[size..];
            let start = of_char.len();
            of_char.extend(std::iter::repeat_n(number as u32, size));
            LineWord { range: start..of_char.len(), tag: token.tag }
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
