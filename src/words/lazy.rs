//! jieba with as much of the dictionary as the texts have asked for.
//!
//! A segmentation depends only on those words of the dictionary that occur in the text, and on the sum of all
//! frequencies. So jieba starts empty; before a text is cut, the words that begin with its character pairs, and its
//! single characters, go in; and a filler word, which no text can contain as a word, carries the rest of the sum.
//! What jieba then does is, number for number, what it does with the whole dictionary.

use jieba_rs::Jieba;

use super::packed::{Packed, Pair};

/// Two noncharacters: jieba looks up characters outside its blocks one by one, and thus never finds this word.
const FILLER: &str = "\u{10FFFE}\u{10FFFF}";

/// Slots of the memory of seen pairs, a power of two.
const SLOTS: usize = 1 << 15;

/// jieba, and the dictionary that is still outside.
pub struct Lazy {
    /// The engine. Complete for a text once [`Lazy::first_unseen`] finds nothing in it.
    pub jieba: Jieba,
    store: Option<Store>,
}

/// The packed dictionary and what has been taken from it.
struct Store {
    packed: Packed,
    /// Sum of the frequencies of all words not taken.
    rest: usize,
    /// By rank of the first character: nothing as long as it was not met, then its pairs that are still outside.
    groups: Box<[Option<Vec<Pair>>]>,
    /// Pairs met before, two a slot, a later one in the place of the earlier one: spares nearly every character of a
    /// text the search in `groups`. With one a slot, some two pairs of a page would push each other out for good.
    seen: Box<[[u32; 2]]>,
}

impl Lazy {
    /// jieba with all its words.
    pub fn whole(jieba: Jieba) -> Self {
        Lazy { jieba, store: None }
    }

    /// jieba without words, which will come from `packed`.
    pub fn new(packed: Packed) -> Self {
        let mut jieba = Jieba::empty();
        jieba.add_word(FILLER, Some(packed.total), Some("x"));
        let groups = vec![None; packed.groups()].into_boxed_slice();
        let seen = vec![[0; 2]; SLOTS].into_boxed_slice();
        Lazy { jieba, store: Some(Store { rest: packed.total, packed, groups, seen }) }
    }

    /// The first place from which on words may have to be taken in before the text can be cut.
    pub fn first_unseen(&self, text: &str) -> Option<usize> {
        let store = self.store.as_ref()?;
        // Written out, since every text comes here: `pairs` walks over it twice, which is a tenth of all cutting.
        let mut rest = text.chars();
        let mut first = rest.next()?;
        loop {
            let behind = text.len() - rest.as_str().len();
            let next = rest.next();
            let second = next.unwrap_or('\0');
            if !store.has_seen(first, second) && !store.has_taken(first, second) {
                return Some(behind - first.len_utf8());
            }
            first = next?;
        }
    }

    /// Takes in all words that could occur in the text.
    pub fn pull(&mut self, text: &str) {
        let Some(store) = &mut self.store else { return };
        let before = store.rest;
        for (first, second) in pairs(text) {
            if !store.has_seen(first, second) {
                store.take(first, second, &mut self.jieba);
            }
        }
        if store.rest != before {
            self.jieba.add_word(FILLER, Some(store.rest), None);
        }
    }
}

impl Store {
    fn has_seen(&self, first: char, second: char) -> bool {
        key(first, second).is_some_and(|key| self.seen[slot(key)].contains(&key))
    }

    /// The same for certain, from the groups themselves.
    fn has_taken(&self, first: char, second: char) -> bool {
        let Some(group) = self.group(first) else { return true };
        let outside = |pairs: &Vec<Pair>, second| pairs.binary_search_by_key(&second, |pair| pair.second).is_ok();
        let pairs = self.groups[group].as_ref();
        pairs.is_some_and(|pairs| !self.packed.rank(second).is_some_and(|second| outside(pairs, second)))
    }

    fn group(&self, first: char) -> Option<usize> {
        self.packed.rank(first).map(usize::from).filter(|&group| group < self.groups.len())
    }

    fn take(&mut self, first: char, second: char, jieba: &mut Jieba) {
        if let Some(key) = key(first, second) {
            let seen = &mut self.seen[slot(key)];
            *seen = [key, seen[0]];
        }
        let Some(group) = self.group(first) else { return };
        let mut taken = 0;
        let mut add = |word: &str, frequency: u32, tag: &str| {
            jieba.add_word(word, Some(frequency as usize), Some(tag));
            taken += frequency as usize;
        };
        let outside = self.groups[group].get_or_insert_with(|| {
            if let Some((frequency, tag)) = self.packed.single(group) {
                add(first.encode_utf8(&mut [0; 4]), frequency, tag);
            }
            self.packed.pairs(group).into_vec()
        });
        if let Some(second) = self.packed.rank(second)
            && let Ok(at) = outside.binary_search_by_key(&second, |pair| pair.second)
        {
            self.packed.words(group, outside.remove(at), add);
        }
        self.rest = self.rest.saturating_sub(taken);
    }
}

/// Every character with the one that follows; the last is followed by NUL, which no word has.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1).chain(['\0']))
}

/// What a pair is remembered by: of characters of the basic plane alone, and never 0, which marks an empty slot.
fn key(first: char, second: char) -> Option<u32> {
    let [first, second] = [first, second].map(|ch| u16::try_from(u32::from(ch)));
    (u32::from(first.ok()?) << 16 | u32::from(second.ok()?)).checked_add(1)
}

fn slot(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B9) >> (32 - SLOTS.ilog2())) as usize
}
