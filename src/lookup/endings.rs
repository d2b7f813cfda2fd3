//! Endings of words and what a table says of them.

use super::{Sieve, Words};

/// What a table says of words by their endings.
pub struct Endings<T> {
    endings: Words<T>,
    /// Their last characters.
    last: Sieve,
}

/// Characters of the longest ending.
const LONGEST: usize = 4;

impl<T> Endings<T> {
    /// The longest ending of a text that the table holds, and what it says of it.
    pub fn of<'t>(&self, text: &'t str) -> Option<(&'t str, &T)> {
        text.chars().next_back().filter(|&last| self.last.passes(last))?;
        let mut starts = [text.len(); LONGEST];
        for (start, (at, _)) in starts.iter_mut().rev().zip(text.char_indices().rev()) {
            *start = at;
        }
        let ending = |at: usize| self.endings.get(&text[at..]).map(|found| (&text[at..], found));
        starts.into_iter().filter(|&at| at < text.len()).find_map(ending)
    }
}

impl<T> FromIterator<(&'static str, T)> for Endings<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(rows: I) -> Self {
        let endings: Words<T> = rows.into_iter().collect();
        let last = endings.words().filter_map(|ending| ending.chars().next_back()).collect();
        Endings { endings, last }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_wins() {
        let table: Endings<u8> = [("投资", 1), ("额", 2), ("固定资产", 3), ("b", 4)].into_iter().collect();
        assert_eq!(table.of("计划总投资"), Some(("投资", &1)));
        assert_eq!(table.of("总投资额"), Some(("额", &2)));
        assert_eq!(table.of("新增固定资产"), Some(("固定资产", &3)));
        assert_eq!(table.of("ab"), Some(("b", &4)));
        assert_eq!(table.of("企业工会"), None);
        assert_eq!(table.of(""), None);
    }
}
