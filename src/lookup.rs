//! Tables of words, and sieves before them. Nearly every word of a text is in none of the tables it is looked up in, and
//! to search them each time would be a good part of an analysis; a few bits tell as much.

/// Bits of a sieve.
const SIEVE: usize = 1 << 14;

/// What a table says of words.
pub struct Words<T> {
    /// Each word at the place its slot gives it, or behind it; at most half of the rows are taken.
    rows: Box<[Option<Row<T>>]>,
    sieve: Box<[u64]>,
}

struct Row<T> {
    slot: Slot,
    word: &'static str,
    said: T,
}

/// Where a word falls in every sieve: what is looked up in several tables finds it once. It comes of what the word begins
/// with, what it ends with, and its length; characters of one byte or two, which are seldom in a table, count by their
/// length alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The bit of a sieve.
    bit: u16,
    head: u16,
    tail: u16,
    length: u16,
}

impl Slot {
    /// The place of a word.
    #[inline]
    pub fn of(word: &str) -> Self {
        let pair = |a: u8, b: u8| u16::from(a & 63) << 6 | u16::from(b & 63);
        let bytes = word.as_bytes();
        let head = if let [_, b, c, ..] = *bytes { pair(b, c) } else { 0 };
        let tail = if let [.., _, a, b] = *bytes { pair(a, b) } else { 0 };
        Slot::made_of(head, tail, bytes.len() as u16)
    }

    /// The place of the word that two others make together; none where one of them is shorter than what places are made of.
    #[inline]
    fn joined(self, other: Slot) -> Option<Slot> {
        let length = self.length.wrapping_add(other.length);
        (self.length.min(other.length) > 2).then(|| Slot::made_of(self.head, other.tail, length))
    }

    #[inline]
    fn made_of(head: u16, tail: u16, length: u16) -> Self {
        let bit = head ^ tail.wrapping_mul(5) ^ length.wrapping_mul(683);
        Slot { bit: bit % SIEVE as u16, head, tail, length }
    }
}

impl<T> Words<T> {
    /// What the table says of a word.
    pub fn get(&self, word: &str) -> Option<&T> {
        self.at(Slot::of(word), word)
    }

    /// What the table says of a word whose place is known.
    #[inline]
    pub fn at(&self, slot: Slot, word: &str) -> Option<&T> {
        if self.may_have(slot) { self.look_up(slot, word) } else { None }
    }

    #[inline(never)]
    fn look_up(&self, slot: Slot, word: &str) -> Option<&T> {
        self.rows[self.row(slot, word)].as_ref().map(|row| &row.said)
    }

    /// The row of a word, or the free one where it would stand.
    fn row(&self, slot: Slot, word: &str) -> usize {
        // As many rows as a power of two.
        let last = self.rows.len() - 1;
        let mut at = usize::from(slot.bit).wrapping_mul(0x9E37) >> 2 & last;
        while self.rows[at].as_ref().is_some_and(|row| row.slot != slot || row.word != word) {
            at = (at + 1) & last;
        }
        at
    }

    fn words(&self) -> impl Iterator<Item = &'static str> {
        self.rows.iter().flatten().map(|row| row.word)
    }

    #[inline]
    fn may_have(&self, slot: Slot) -> bool {
        let bit = usize::from(slot.bit);
        self.sieve[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// Whether the table may have the word that two others make together, by their places.
    #[inline]
    pub fn passes(&self, first: Slot, second: Slot) -> bool {
        first.joined(second).is_none_or(|slot| self.may_have(slot))
    }

    /// Whether the table has a word.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

impl<T> FromIterator<(&'static str, T)> for Words<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(rows: I) -> Self {
        let rows: Vec<(&'static str, T)> = rows.into_iter().collect();
        let size = (2 * rows.len()).next_power_of_two().max(2);
        let free = (0..size).map(|_| None).collect();
        let mut words = Words { rows: free, sieve: vec![0; SIEVE / 64].into_boxed_slice() };
        for (word, said) in rows {
            let slot = Slot::of(word);
            let bit = usize::from(slot.bit);
            words.sieve[bit / 64] |= 1 << (bit % 64);
            let row = words.row(slot, word);
            words.rows[row] = Some(Row { slot, word, said });
        }
        words
    }
}

impl FromIterator<&'static str> for Words<()> {
    fn from_iter<I: IntoIterator<Item = &'static str>>(words: I) -> Self {
        words.into_iter().map(|word| (word, ())).collect()
    }
}

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

    #[test]
    fn finds_every_word_and_no_other() {
        let words = ["", "a", "ab", "年", "中国", "人民币", "社会消费品零售总额", "é", "𠮷"];
        let table: Words<()> = words.into_iter().collect();
        for word in words {
            assert!(table.contains(word), "{word}");
        }
        for word in ["b", "ba", "月", "国中", "人民", "总额", "民币", "社会消费品零售总值"] {
            assert!(!table.contains(word), "{word}");
        }
        let passes = |first, second| table.passes(Slot::of(first), Slot::of(second));
        assert!(passes("人", "民币") && passes("人民", "币") && passes("a", "b"));
        assert!(!passes("民", "人币"));
    }

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
