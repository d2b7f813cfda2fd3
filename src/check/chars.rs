//! Words among folded characters. Rules look for many short words in short stretches of a block; a stretch need not
//! become a string for that.

/// Words in a stretch of characters.
pub trait Chars {
    /// Whether a word stands at the beginning.
    fn opens(&self, word: &str) -> bool;
    /// Whether a word stands at the end.
    fn closes(&self, word: &str) -> bool;
    /// Whether it is a word and nothing else.
    fn is(&self, word: &str) -> bool;
    /// Where a word stands for the last time.
    fn rfind(&self, word: &str) -> Option<usize>;
    /// Whether a word stands in it.
    fn has(&self, word: &str) -> bool;
    /// Whether one of several words stands in it.
    fn has_any(&self, words: &[&str]) -> bool;
    /// What stands behind the last of some marks.
    fn clause(&self, marks: &[char]) -> &Self;
    /// As a string.
    fn string(&self) -> String;
}

impl Chars for [char] {
    fn opens(&self, word: &str) -> bool {
        let mut rest = self.iter();
        word.chars().all(|c| rest.next() == Some(&c))
    }

    fn closes(&self, word: &str) -> bool {
        let mut rest = self.iter();
        word.chars().rev().all(|c| rest.next_back() == Some(&c))
    }

    fn is(&self, word: &str) -> bool {
        self.iter().copied().eq(word.chars())
    }

    fn rfind(&self, word: &str) -> Option<usize> {
        let first = word.chars().next()?;
        (0..self.len()).rev().find(|&at| self[at] == first && self[at..].opens(word))
    }

    fn has(&self, word: &str) -> bool {
        self.rfind(word).is_some()
    }

    fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    fn clause(&self, marks: &[char]) -> &[char] {
        let start = self.iter().rposition(|c| marks.contains(c)).map_or(0, |mark| mark + 1);
        &self[start..]
    }

    fn string(&self) -> String {
        self.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        let text: Vec<char> = "共计12家，共9家".chars().collect();
        assert!(text.opens("共计") && !text.opens("计") && text.opens(""));
        assert!(text.closes("9家") && !text.closes("9") && !text[..1].closes("家共"));
        assert!(text[..2].is("共计") && !text[..2].is("共") && !text[..1].is("共计"));
        assert_eq!((text.rfind("共"), text.rfind("计1"), text.rfind("家共")), (Some(6), Some(1), None));
        assert!(text.has("12家") && !text.has("9家，") && text.has_any(&["总", "，共"]) && !text.has_any(&[]));
        assert_eq!((text.clause(&['，']).string(), text.clause(&[';']).len()), ("共9家".to_owned(), 9));
    }
}
