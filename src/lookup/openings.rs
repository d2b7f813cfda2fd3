//! Where a word may begin.

use super::{CharSet, Sieve};

/// What the words of a text may begin with: their first two characters, each pair known by one of so many bits.
pub struct Openings {
    /// The first characters.
    firsts: CharSet,
    /// Those that are a word alone.
    alone: Sieve,
    pairs: Box<[u64]>,
}

/// Bits for the pairs.
const PAIRS: usize = 1 << 12;

impl Default for Openings {
    fn default() -> Self {
        let pairs = vec![0; PAIRS / 64].into_boxed_slice();
        Openings { firsts: CharSet::default(), alone: Sieve::default(), pairs }
    }
}

impl Openings {
    /// Adds a word, by its characters.
    pub fn add(&mut self, word: &[char]) {
        let Some(&first) = word.first() else { return };
        self.firsts.add(first);
        match word.get(1) {
            Some(&second) => {
                let pair = Openings::pair(first, second);
                self.pairs[pair / 64] |= 1 << (pair % 64);
            }
            None => self.alone.add(first),
        }
    }

    /// The first place where a word may begin.
    pub fn position(&self, chars: &[char]) -> Option<usize> {
        let mut at = 0;
        loop {
            at += chars[at..].iter().position(|&first| self.firsts.contains(first))?;
            let first = chars[at];
            if self.alone.passes(first) || chars.get(at + 1).is_some_and(|&second| self.may_pair(first, second)) {
                return Some(at);
            }
            at += 1;
        }
    }

    fn may_pair(&self, first: char, second: char) -> bool {
        let pair = Openings::pair(first, second);
        self.pairs[pair / 64] >> (pair % 64) & 1 == 1
    }

    fn pair(first: char, second: char) -> usize {
        (first as usize * 31 + second as usize) % PAIRS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_let_every_word_through_and_hardly_anything_else() {
        let words = ["今年", "春节期间", "晚"].map(|word| word.chars().collect::<Vec<_>>());
        let mut openings = Openings::default();
        words.iter().for_each(|word| openings.add(word));
        for word in &words {
            assert_eq!(openings.position(word), Some(0), "{word:?}");
        }
        let position = |text: &str| openings.position(&text.chars().collect::<Vec<_>>());
        assert_eq!(position("到今天晚上"), Some(3));
        for other in ["今", "今天", "春", "春天", "年今", "节日"] {
            assert_eq!(position(other), None, "{other}");
        }
    }
}
