//! The part-of-speech tags of a dictionary, each kept once.

use rustc_hash::FxHashSet;

/// Tags of one or two small letters have a place of their own, 32 × 32 of them.
const SHORT: usize = 32 * 32;

/// The tags that can come up. Every word of a text asks for its own, so most are found by their letters alone.
pub struct Tags {
    short: Vec<Option<Box<str>>>,
    long: FxHashSet<Box<str>>,
}

impl Tags {
    /// Adds a tag, unless it is there.
    pub fn add(&mut self, tag: &str) {
        match place(tag) {
            Some(place) => self.short[place] = Some(tag.into()),
            None => {
                self.long.insert(tag.into());
            }
        }
    }

    /// The tag, as long as the dictionary lives.
    pub fn find(&self, tag: &str) -> Option<&str> {
        match place(tag) {
            Some(place) => self.short[place].as_deref(),
            None => self.long.get(tag).map(|tag| &**tag),
        }
    }
}

impl<'a> FromIterator<&'a str> for Tags {
    fn from_iter<I: IntoIterator<Item = &'a str>>(list: I) -> Self {
        let mut tags = Tags { short: vec![None; SHORT], long: FxHashSet::default() };
        list.into_iter().for_each(|tag| tags.add(tag));
        tags
    }
}

fn place(tag: &str) -> Option<usize> {
    let letter = |byte: u8| usize::from(byte & 31);
    match *tag.as_bytes() {
        [a @ b'a'..=b'z'] => Some(letter(a) * 32),
        [a @ b'a'..=b'z', b @ b'a'..=b'z'] => Some(letter(a) * 32 + letter(b)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_tag_and_no_other() {
        let list = ["n", "nr", "nrfg", "r", "", "N", "名"];
        let tags: Tags = list.into_iter().collect();
        for tag in list {
            assert_eq!(tags.find(tag), Some(tag));
        }
        for tag in ["v", "rn", "nrf", "NR", "a1"] {
            assert_eq!(tags.find(tag), None);
        }
    }
}
