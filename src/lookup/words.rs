//! Words and what a table says of them.

/// Bits of a sieve.
const SIEVE: usize = 1 << 14;

/// What a table says of words.
pub struct Words<T> {
    /// Each word at the place its slot gives it, or behind it; at most half of the rows are taken.
    rows: Box<[Option<Row<T>>]>,
    taken: usize,
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
    /// A table of no words.
    pub fn new() -> Self {
        Words { rows: free(2), taken: 0, sieve: vec![0; SIEVE / 64].into_boxed_slice() }
    }

    /// What the table says of a word, to be changed; it begins with `said`.
    pub fn entry(&mut self, word: &'static str, said: T) -> &mut T {
        let slot = Slot::of(word);
        let mut at = self.row(slot, word);
        if self.rows[at].is_none() {
            if 2 * (self.taken + 1) > self.rows.len() {
                self.grow();
                at = self.row(slot, word);
            }
            self.taken += 1;
            let bit = usize::from(slot.bit);
            self.sieve[bit / 64] |= 1 << (bit % 64);
        }
        &mut self.rows[at].get_or_insert(Row { slot, word, said }).said
    }

    fn grow(&mut self) {
        let twice = free(2 * self.rows.len());
        for row in std::mem::replace(&mut self.rows, twice).into_iter().flatten() {
            let at = self.row(row.slot, row.word);
            self.rows[at] = Some(row);
        }
    }

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

    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
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

fn free<T>(rows: usize) -> Box<[Option<Row<T>>]> {
    (0..rows).map(|_| None).collect()
}

impl<T> FromIterator<(&'static str, T)> for Words<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(rows: I) -> Self {
        let mut words = Words::new();
        for (word, said) in rows {
            words.entry(word, said);
        }
        words
    }
}

impl FromIterator<&'static str> for Words<()> {
    fn from_iter<I: IntoIterator<Item = &'static str>>(words: I) -> Self {
        words.into_iter().map(|word| (word, ())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
