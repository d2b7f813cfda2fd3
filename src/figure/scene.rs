//! What recognition looks at: one block's characters, words, times and quotations.

use std::ops::Range;

use crate::reading::Reading;
use crate::words::Line;

/// One block, ready to be searched for figures.
pub struct Scene<'a> {
    /// The block's text.
    pub reading: &'a Reading,
    /// jieba's words: evidence.
    pub line: &'a Line<'a>,
    /// Time expressions in order: no figure reaches into one.
    pub times: &'a [Range<usize>],
    /// For every character, the innermost pair of quotation marks or title marks around it.
    pairs: Vec<Pair>,
    pair_of: Vec<u32>,
}

/// A closed pair of marks, content only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The characters between the marks.
    pub inside: Range<usize>,
    /// Whether the marks are those of a title 《》.
    pub title: bool,
}

const NONE: u32 = u32::MAX;

impl<'a> Scene<'a> {
    /// Looks at a block once for its pairs of marks.
    pub fn new(reading: &'a Reading, line: &'a Line<'a>, times: &'a [Range<usize>]) -> Self {
        let chars = reading.chars();
        let (mut pairs, mut open) = (Vec::new(), Vec::<(char, usize)>::new());
        for (at, &ch) in chars.iter().enumerate() {
            // Nearly all of the text lies outside the range of the marks.
            if !matches!(ch, '‘'..='』') {
                continue;
            }
            match ch {
                '“' | '‘' | '「' | '『' | '《' | '〈' => open.push((ch, at)),
                '”' | '’' | '」' | '』' | '》' | '〉' => {
                    let opener = match ch {
                        '”' => '“',
                        '’' => '‘',
                        '」' => '「',
                        '』' => '『',
                        '》' => '《',
                        _ => '〈',
                    };
                    // A mark that was never closed inside is given up; looking at the last few keeps this linear.
                    if let Some(depth) = open.iter().rev().take(8).position(|&(c, _)| c == opener) {
                        open.truncate(open.len() - depth);
                        if let Some((_, start)) = open.pop() {
                            pairs.push(Pair { inside: start + 1..at, title: matches!(opener, '《' | '〈') });
                        }
                    }
                }
                _ => {}
            }
        }
        // Inner pairs were closed first; outer ones fill only what is still free.
        let mut pair_of = vec![NONE; if pairs.is_empty() { 0 } else { chars.len() }];
        let mut fill = 0;
        for (number, pair) in pairs.iter().enumerate() {
            for place in &mut pair_of[pair.inside.clone()] {
                if *place == NONE {
                    *place = number as u32;
                }
                fill += 1;
            }
            if fill > chars.len() * 16 {
                break; // only deeply nested marks come here; their outer pairs say nothing about a numeral
            }
        }
        Scene { reading, line, times, pairs, pair_of }
    }

    /// The folded characters.
    pub fn chars(&self) -> &'a [char] {
        self.reading.chars()
    }

    /// The innermost pair of marks around a character.
    pub fn pair_around(&self, at: usize) -> Option<&Pair> {
        let number = *self.pair_of.get(at)?;
        self.pairs.get(number as usize)
    }

    /// The character before a place.
    pub fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).map(|i| self.chars()[i])
    }

    /// Whether a common noun begins at a place.
    pub fn noun_at(&self, at: usize) -> bool {
        let word = (at < self.chars().len() && self.line.starts_word(at)).then(|| self.line.at(at));
        word.is_some_and(|word| word.range.len() >= 2 && matches!(word.tag, "n" | "vn" | "l"))
    }

    /// Whether folded characters at a place spell a word.
    pub fn spells(&self, at: usize, word: &str) -> bool {
        let mut chars = self.chars()[at.min(self.chars().len())..].iter();
        word.chars().all(|c| chars.next() == Some(&c))
    }

    /// Whether the characters that end at a place spell a word.
    pub fn spells_before(&self, end: usize, word: &[char]) -> bool {
        let before = &self.chars()[..end.min(self.chars().len())];
        // Most words end otherwise.
        before.last() == word.last() && before.ends_with(word)
    }
}
