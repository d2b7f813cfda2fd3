//! A list of digits that keeps those of ordinary numbers in place, without memory of its own: every numeral of a text makes
//! some, and copies them.

use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// Digits in place; longer lists are on the heap.
const FEW: usize = 19;

/// Digits 0–9, most significant first.
#[derive(Clone, Default)]
pub struct Digits {
    few: [u8; FEW],
    length: u8,
    /// All of them, where they are many; else empty.
    many: Vec<u8>,
}

impl Digits {
    /// Adds a digit behind the others.
    pub fn push(&mut self, digit: u8) {
        if !self.many.is_empty() {
            self.many.push(digit);
        } else if let Some(place) = self.few.get_mut(usize::from(self.length)) {
            *place = digit;
            self.length += 1;
        } else {
            self.many = self.few.to_vec();
            self.many.push(digit);
        }
    }

    /// Takes the last digit off.
    pub fn pop(&mut self) {
        if self.many.is_empty() {
            self.length = self.length.saturating_sub(1);
        } else {
            self.many.pop();
        }
    }

    /// Turns their order round.
    pub fn reverse(&mut self) {
        if self.many.is_empty() {
            self.few[..usize::from(self.length)].reverse();
        } else {
            self.many.reverse();
        }
    }
}

impl Deref for Digits {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        if self.many.is_empty() { &self.few[..usize::from(self.length)] } else { &self.many }
    }
}

impl Extend<u8> for Digits {
    fn extend<I: IntoIterator<Item = u8>>(&mut self, digits: I) {
        digits.into_iter().for_each(|digit| self.push(digit));
    }
}

impl FromIterator<u8> for Digits {
    fn from_iter<I: IntoIterator<Item = u8>>(digits: I) -> Self {
        let mut list = Digits::default();
        list.extend(digits);
        list
    }
}

impl PartialEq for Digits {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Digits {}

impl Hash for Digits {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl std::fmt::Debug for Digits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_are_lists_alike() {
        for size in [0, 1, FEW - 1, FEW, FEW + 1, 100] {
            let expected: Vec<u8> = (0..size).map(|at| (at % 10) as u8).collect();
            let mut list: Digits = expected.iter().copied().collect();
            assert_eq!(*list, expected[..]);
            list.reverse();
            assert!(list.iter().eq(expected.iter().rev()));
            list.reverse();
            list.pop();
            assert_eq!(*list, expected[..size.saturating_sub(1)]);
            list.push(7);
            assert_eq!(list.last(), Some(&7));
        }
    }

    #[test]
    fn lists_that_shrank_are_equal_to_those_that_did_not() {
        let mut long: Digits = std::iter::repeat_n(1, FEW + 1).collect();
        long.pop();
        let short: Digits = std::iter::repeat_n(1, FEW).collect();
        assert_eq!(long, short);
    }
}
