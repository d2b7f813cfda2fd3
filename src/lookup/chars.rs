//! Sets of characters.

/// Whether characters begin with a word, the second looked at first: words of a list mostly share the one before.
#[inline]
pub fn begin_with(chars: &[char], word: &[char]) -> bool {
    (word.len() < 2 || chars.get(1) == Some(&word[1])) && chars.starts_with(word)
}

/// Characters, each known by a few of its bits: one that is not in the set is mostly found out, one that is in it never
/// passed over.
#[derive(Debug, Default)]
pub struct Sieve([u64; 16]);

impl Sieve {
    /// Adds a character.
    pub fn add(&mut self, ch: char) {
        self.0[ch as usize / 64 % 16] |= 1 << (ch as usize % 64);
    }

    /// Whether a character may be in the set.
    pub fn passes(&self, ch: char) -> bool {
        self.0[ch as usize / 64 % 16] >> (ch as usize % 64) & 1 == 1
    }
}

impl FromIterator<char> for Sieve {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> Self {
        let mut sieve = Sieve::default();
        chars.into_iter().for_each(|ch| sieve.add(ch));
        sieve
    }
}

/// A set of characters of the basic plane, a bit each: what every character of a text is looked up in.
pub struct CharSet(Box<[u64]>);

impl Default for CharSet {
    fn default() -> Self {
        CharSet(vec![0; 0x1_0000 / 64].into_boxed_slice())
    }
}

impl CharSet {
    /// Adds a character, if it is of the basic plane.
    pub fn add(&mut self, ch: char) {
        if let Some(word) = self.0.get_mut(ch as usize / 64) {
            *word |= 1 << (ch as usize % 64);
        }
    }

    /// Whether a character is in the set.
    pub fn contains(&self, ch: char) -> bool {
        self.0.get(ch as usize / 64).is_some_and(|bits| bits >> (ch as usize % 64) & 1 == 1)
    }
}

impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> Self {
        let mut set = CharSet::default();
        chars.into_iter().for_each(|ch| set.add(ch));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_with_a_word_begins_with_all_of_it() {
        let chars = ['上', '半', '年'];
        for (word, expected) in
            [("", true), ("上", true), ("上半", true), ("上半年", true), ("上半场", false), ("下半年", false)]
        {
            assert_eq!(begin_with(&chars, &word.chars().collect::<Vec<_>>()), expected, "{word}");
        }
        assert!(!begin_with(&chars[..1], &chars));
    }

    #[test]
    fn a_set_has_its_characters_alone_and_a_sieve_at_least_them() {
        let (set, sieve): (CharSet, Sieve) = ("a一万亿".chars().collect(), "a一万亿".chars().collect());
        for ch in "a一万亿".chars() {
            assert!(set.contains(ch) && sieve.passes(ch), "{ch}");
        }
        for ch in "b二千𠮷".chars() {
            assert!(!set.contains(ch) && !sieve.passes(ch), "{ch}");
        }
    }
}
