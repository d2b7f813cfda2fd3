//! Which figures of the source may be the fact that a figure of the claim states.

use rustc_hash::FxHashMap;

use super::profile::Profile;
use crate::sorting::{sort_by, sort_by_key};

/// How many figures of one list are looked at, and how many of those that only share words.
const MOST: usize = 8;
const WORDS: usize = 8;

/// The figures of the source by value, by what is counted, and by the words around them.
pub struct Index {
    by_value: FxHashMap<(u64, String), Vec<usize>>,
    by_printed: FxHashMap<u64, Vec<usize>>,
    by_size: FxHashMap<String, Vec<(f64, usize)>>,
    by_thing: FxHashMap<(String, String), Vec<usize>>,
    by_words: FxHashMap<(char, char), Vec<usize>>,
}

impl Index {
    /// Puts the figures into lists.
    pub fn new(sources: &[Profile]) -> Self {
        let mut index = Index {
            by_value: FxHashMap::default(),
            by_printed: FxHashMap::default(),
            by_size: FxHashMap::default(),
            by_thing: FxHashMap::default(),
            by_words: FxHashMap::default(),
        };
        for (number, source) in sources.iter().enumerate() {
            if let Some(value) = source.figure.value {
                index.by_printed.entry(value.to_bits()).or_default().push(number);
                if let Some(thing) = thing(source) {
                    index.by_value.entry((value.to_bits(), thing)).or_default().push(number);
                }
            }
            if let Some(size) = size(source) {
                index.by_size.entry(source.amount.dimension.clone()).or_default().push((size, number));
            }
            if let Some(thing) = thing(source) {
                index.by_thing.entry((thing, source.amount.dimension.clone())).or_default().push(number);
            }
            for pair in &source.pairs {
                let list = index.by_words.entry(*pair).or_default();
                if list.len() <= MOST {
                    list.push(number);
                }
            }
        }
        index.by_size.values_mut().for_each(|sizes| sort_by(sizes, |a, b| a.0.total_cmp(&b.0)));
        index
    }

    /// The figures of the source worth looking at, the likeliest first.
    pub fn of(&self, claim: &Profile) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::with_capacity(6 * MOST);
        let mut take = |list: Option<&Vec<usize>>| {
            for number in list.into_iter().flatten().take(MOST) {
                if !found.contains(number) {
                    found.push(*number);
                }
            }
        };
        if let Some(value) = claim.figure.value {
            take(thing(claim).and_then(|thing| self.by_value.get(&(value.to_bits(), thing))));
            take(self.by_printed.get(&value.to_bits()));
        }
        take(thing(claim).and_then(|thing| self.by_thing.get(&(thing, claim.amount.dimension.clone()))));
        // Words that stand around many figures tell nothing; the rarest tell most.
        let lists = claim.pairs.iter().filter_map(|pair| self.by_words.get(pair));
        let mut lists: Vec<&Vec<usize>> = lists.filter(|list| list.len() <= MOST).collect();
        sort_by_key(&mut lists, |list| list.len());
        let most = found.len() + WORDS;
        for number in lists.into_iter().flatten() {
            if found.len() < most && !found.contains(number) {
                found.push(*number);
            }
        }
        if let (Some(size), Some(sizes)) = (size(claim), self.by_size.get(&claim.amount.dimension)) {
            let at = sizes.partition_point(|(other, _)| *other < size);
            let near = &sizes[at.saturating_sub(MOST / 2)..sizes.len().min(at + MOST / 2)];
            for (_, number) in near {
                if !found.contains(number) {
                    found.push(*number);
                }
            }
        }
        found
    }
}

/// The last two characters of what is counted.
fn thing(profile: &Profile) -> Option<String> {
    profile.thing.as_ref().map(|(_, end)| end.clone())
}

/// The size of an amount in base units; of a range its lower end.
fn size(profile: &Profile) -> Option<f64> {
    profile.amount.value.or(profile.amount.interval.map(|interval| interval.low)).filter(|size| size.is_finite())
}
