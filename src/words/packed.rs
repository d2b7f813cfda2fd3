//! The packed dictionary: jieba's words in a form that is small to download and needs next to no work at start.
//!
//! # Format
//!
//! A header of 24 bytes: magic, format version (u32), length of what follows (u32), its checksum (u64), all
//! little-endian. Then sections, each a length (u32) and its bytes:
//!
//! | section | holds |
//! |---|---|
//! | totals | number of words (u32), number of groups (u32), sum of all frequencies (u64) |
//! | alphabet | the characters by rank, commonest first: differences of code points, as zigzag varints |
//! | frequencies | the distinct frequencies, rising: differences, as varints |
//! | tags | the distinct tags, with a line feed between |
//! | shapes | a byte a word: how many characters it shares with the word before it, how many follow |
//! | seconds, siblings, rest | characters, by rank, each in a column of low and one of high bytes |
//! | frequency | a rank a word, in a column of low and one of high bytes |
//! | tag | a rank a word |
//!
//! Words are sorted by the ranks of their characters. A *group* is the words with the same first character: group
//! `n` belongs to the character of rank `n`, which is therefore not stored, and both halves of a shape count from
//! the second character. A group begins with a shape whose upper half is 15. Of the characters that a word adds, the
//! first is stored as its distance from the character whose place it takes: in `seconds` if it is the word's second
//! one, else in `siblings`; if it takes no other's place, and for all that follow, it is in `rest` as it is.
//! Frequencies and tags stand apart for words of one, two, three and more characters.
//!
//! Columns of like values are what deflate is good at: jieba's 349,045 words take a fifth of their text form.

use std::borrow::Cow;

use super::DictionaryError;
use crate::sorting::sort_by_key;

/// First bytes of the file.
pub const MAGIC: [u8; 8] = *b"TISHUDIC";
/// Version of the format above.
pub const VERSION: u32 = 1;
/// Bytes before the sections.
pub const HEADER: usize = 24;
/// Longest word, in characters: shapes have no room for more.
pub const LONGEST: usize = 16;
/// Upper half of the shape that begins a group.
pub const GROUP: u8 = 15;
/// Words of one, two, three and more characters keep their frequencies and tags apart.
pub const CLASSES: usize = 4;

/// The class of a word that has so many characters after its first.
pub fn class(more: usize) -> usize {
    more.min(CLASSES - 1)
}

/// Detects damage, no malice: eight bytes a step, since it runs over the whole file at every start.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mix =
        |sum: u64, word: [u8; 8]| (sum.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    mix(words.iter().fold(bytes.len() as u64, |sum, &word| mix(sum, word)), last)
}

/// A column of 16-bit values as two columns of bytes.
#[derive(Clone, Copy, Default)]
struct Column {
    low: usize,
    high: usize,
    len: usize,
}

/// Where a word's values stand in the columns.
#[derive(Clone, Copy, Default)]
struct Cursor {
    word: u32,
    second: u32,
    sibling: u32,
    rest: u32,
    classes: [u32; CLASSES],
    /// Characters of the word before, after its first.
    len: u8,
}

/// A shape, read: characters shared with the word before it and added to them, both without the first one.
#[derive(Clone, Copy)]
struct Shape {
    begins_group: bool,
    shared: usize,
    added: usize,
}

impl Shape {
    fn read(byte: u8) -> Self {
        let (high, added) = (byte >> 4, usize::from(byte & 15));
        Shape { begins_group: high == GROUP, shared: if high == GROUP { 0 } else { usize::from(high) }, added }
    }
}

impl Cursor {
    /// Goes past a word of this shape.
    fn pass(&mut self, shape: Shape) {
        if shape.begins_group {
            self.len = 0;
        }
        let Shape { shared, added, .. } = shape;
        self.word += 1;
        if added > 0 {
            let replaces = shared < usize::from(self.len);
            self.second += u32::from(shared == 0);
            self.sibling += u32::from(shared > 0 && replaces);
            self.rest += added as u32 - u32::from(shared == 0 || replaces);
        }
        self.len = (shared + added) as u8;
        self.classes[class(shared + added)] += 1;
    }
}

/// The words that begin with the same two characters.
#[derive(Clone, Copy)]
pub struct Pair {
    /// Rank of the second character.
    pub second: u16,
    /// Index of the first word, counted through the whole dictionary.
    word: u32,
}

/// A packed dictionary, checked and ready to be asked.
pub struct Packed {
    bytes: Cow<'static, [u8]>,
    /// Sum of all frequencies.
    pub total: usize,
    alphabet: Vec<char>,
    /// Rank of each character of the basic plane, `NO_RANK` for those no word has.
    ranks: Box<[u16]>,
    /// The other characters with their ranks, sorted.
    far_ranks: Vec<(char, u16)>,
    frequencies: Vec<u32>,
    tags: Vec<Box<str>>,
    /// Begin of each group, and the end of the last.
    groups: Vec<Cursor>,
    /// First value of each class in `frequency` and `tag`.
    classes: [u32; CLASSES],
    shapes: usize,
    seconds: Column,
    siblings: Column,
    rest: Column,
    frequency: Column,
    tag: usize,
}

const NO_RANK: u16 = u16::MAX;

impl Packed {
    /// Whether these bytes claim to be a packed dictionary.
    pub fn recognises(bytes: &[u8]) -> bool {
        bytes.starts_with(&MAGIC)
    }

    /// Checks the file and finds its groups.
    ///
    /// # Errors
    ///
    /// When the file is cut short, damaged, or of another version.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, DictionaryError> {
        check(&bytes)?;
        let mut sections = Sections { bytes: &bytes, at: HEADER };
        let totals = sections.next()?;
        let number = |at: usize| {
            bytes[totals.0..].get(at..at + 4).map_or(0, |b| u32::from_le_bytes(b.try_into().unwrap_or_default()))
        };
        let (words, groups, total) = (number(0), number(4), u64::from(number(8)) | u64::from(number(12)) << 32);

        let mut code = 0i64;
        let alphabet = sections.varints()?.map(|v| {
            code += (v >> 1) as i64 ^ -((v & 1) as i64);
            u32::try_from(code).ok().and_then(char::from_u32).unwrap_or('\u{FFFD}')
        });
        let alphabet: Vec<char> = alphabet.collect();
        let mut frequency = 0u32;
        let frequencies = sections.varints()?.map(|v| {
            frequency = frequency.wrapping_add(v);
            frequency
        });
        let frequencies: Vec<u32> = frequencies.collect();
        let (tags, len) = sections.next()?;
        let tags = std::str::from_utf8(&bytes[tags..tags + len]).map_err(|_| damaged("its tags are no text"))?;
        let tags: Vec<Box<str>> = tags.split('\n').map(Box::from).collect();
        let (shapes, shapes_len) = sections.next()?;
        let (seconds, siblings, rest, frequency) =
            (sections.column()?, sections.column()?, sections.column()?, sections.column()?);
        let (tag, tag_len) = sections.next()?;

        let mut cursor = Cursor::default();
        let mut begins = Vec::with_capacity(alphabet.len() + 1);
        for &byte in &bytes[shapes..shapes + shapes_len] {
            let shape = Shape::read(byte);
            if shape.begins_group {
                begins.push(cursor);
            }
            if shape.shared + shape.added >= LONGEST || shape.shared > usize::from(cursor.len) {
                return Err(damaged("a word's shape cannot be"));
            }
            cursor.pass(shape);
        }
        begins.push(cursor);
        let agrees = cursor.word == words
            && begins.len() == groups as usize + 1
            && begins[0].word == 0
            && groups as usize <= alphabet.len()
            && alphabet.len() < usize::from(NO_RANK)
            && cursor.second as usize == seconds.len
            && cursor.sibling as usize == siblings.len
            && cursor.rest as usize == rest.len
            && words as usize == frequency.len
            && words as usize == tag_len
            && total <= u64::from(words) * u64::from(frequencies.iter().copied().max().unwrap_or(0));
        if !agrees {
            return Err(damaged("its sections do not fit together"));
        }
        let total = usize::try_from(total).map_err(|_| damaged("its frequencies are beyond this machine's numbers"))?;
        let mut classes = [0; CLASSES];
        for n in 1..CLASSES {
            classes[n] = classes[n - 1] + cursor.classes[n - 1];
        }

        let mut ranks = vec![NO_RANK; 0x1_0000].into_boxed_slice();
        let mut far_ranks = Vec::new();
        for (rank, &c) in alphabet.iter().enumerate() {
            match ranks.get_mut(c as usize) {
                Some(slot) => *slot = rank as u16,
                None => far_ranks.push((c, rank as u16)),
            }
        }
        sort_by_key(&mut far_ranks, |(c, _)| *c);
        Ok(Packed {
            total,
            alphabet,
            ranks,
            far_ranks,
            frequencies,
            tags,
            groups: begins,
            classes,
            shapes,
            seconds,
            siblings,
            rest,
            frequency,
            tag,
            bytes,
        })
    }

    /// Every tag that a word of the dictionary can have.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().map(|t| &**t)
    }

    /// Number of groups.
    pub fn groups(&self) -> usize {
        self.groups.len() - 1
    }

    /// The rank of a character, if any word has it.
    pub fn rank(&self, c: char) -> Option<u16> {
        match self.ranks.get(c as usize) {
            Some(&rank) => (rank != NO_RANK).then_some(rank),
            None => self.far_ranks.binary_search_by_key(&c, |&(c, _)| c).ok().map(|i| self.far_ranks[i].1),
        }
    }

    /// The word that consists of the group's character alone, if it is one: its frequency and tag.
    pub fn single(&self, group: usize) -> Option<(u32, &str)> {
        let cursor = self.groups[group];
        let shape = self.shape(cursor.word);
        (shape.shared + shape.added == 0).then(|| self.values(&cursor, 0))
    }

    /// The group's pairs, by rank of the second character.
    pub fn pairs(&self, group: usize) -> Box<[Pair]> {
        let Cursor { word, second, .. } = self.groups[group];
        let mut at = second as usize;
        let mut next = 0u16;
        let mut pairs = Vec::with_capacity(self.groups[group + 1].second as usize - at);
        for word in word..self.groups[group + 1].word {
            let shape = self.shape(word);
            if shape.shared == 0 && shape.added > 0 {
                let second = next.wrapping_add(self.value(self.seconds, at));
                at += 1;
                next = second.wrapping_add(1);
                pairs.push(Pair { second, word });
            }
        }
        pairs.into_boxed_slice()
    }

    /// Hands over every word of a pair with its frequency and tag.
    pub fn words(&self, group: usize, pair: Pair, mut take: impl FnMut(&str, u32, &str)) {
        let mut cursor = self.groups[group];
        while cursor.word < pair.word {
            cursor.pass(self.shape(cursor.word));
        }
        let end = self.groups[group + 1].word;
        let mut ranks = [0u16; LONGEST];
        let mut word = String::new();
        loop {
            let shape = self.shape(cursor.word);
            let Shape { shared, added, .. } = shape;
            let mut rest = cursor.rest as usize;
            for (n, at) in (shared..shared + added).enumerate() {
                ranks[at] = if n == 0 && shared == 0 {
                    pair.second
                } else if n == 0 && shared < usize::from(cursor.len) {
                    ranks[at].wrapping_add(1).wrapping_add(self.value(self.siblings, cursor.sibling as usize))
                } else {
                    rest += 1;
                    self.value(self.rest, rest - 1)
                };
            }
            word.clear();
            word.push(self.alphabet[group]);
            let all = ranks[..shared + added].iter();
            word.extend(all.map(|&rank| self.alphabet.get(usize::from(rank)).copied().unwrap_or('\u{FFFD}')));
            let (frequency, tag) = self.values(&cursor, shared + added);
            take(&word, frequency, tag);
            cursor.pass(shape);
            if cursor.word >= end || self.shape(cursor.word).shared == 0 {
                break;
            }
        }
    }

    fn shape(&self, word: u32) -> Shape {
        Shape::read(self.bytes[self.shapes + word as usize])
    }

    fn value(&self, column: Column, at: usize) -> u16 {
        u16::from_le_bytes([self.bytes[column.low + at], self.bytes[column.high + at]])
    }

    /// Frequency and tag of the word at the cursor, which has so many characters after its first.
    fn values(&self, cursor: &Cursor, more: usize) -> (u32, &str) {
        let at = (self.classes[class(more)] + cursor.classes[class(more)]) as usize;
        let frequency = self.frequencies.get(usize::from(self.value(self.frequency, at)));
        let tag = self.tags.get(usize::from(self.bytes[self.tag + at]));
        (frequency.copied().unwrap_or(0), tag.map_or("", |t| t))
    }
}

/// Header, length and checksum.
fn check(bytes: &[u8]) -> Result<(), DictionaryError> {
    let number = |at: usize| bytes.get(at..at + 4).map(|b| u32::from_le_bytes(b.try_into().unwrap_or_default()));
    let (Some(version), Some(length), Some(low), Some(high)) = (number(8), number(12), number(16), number(20)) else {
        return Err(cut_short(bytes.len(), None));
    };
    if version != VERSION {
        return Err(DictionaryError(format!(
            "the dictionary has format {version}, and this build reads format {VERSION}: \
             take the dictionary and the wasm file from the same release"
        )));
    }
    let expected = HEADER + length as usize;
    if bytes.len() < expected {
        return Err(cut_short(bytes.len(), Some(expected)));
    }
    if bytes.len() > expected {
        return Err(damaged(&format!("it has {} bytes where its header says {expected}", bytes.len())));
    }
    if checksum(&bytes[HEADER..]) != u64::from(low) | u64::from(high) << 32 {
        return Err(damaged("its checksum does not match"));
    }
    Ok(())
}

fn cut_short(have: usize, of: Option<usize>) -> DictionaryError {
    let of = of.map_or(String::new(), |of| format!(" of {of}"));
    DictionaryError(format!(
        "the dictionary is cut short ({have}{of} bytes): load it again; if that does not help, install or deploy it anew"
    ))
}

fn damaged(how: &str) -> DictionaryError {
    DictionaryError(format!("the dictionary is damaged ({how}): install or deploy it anew"))
}

/// Reads section after section.
struct Sections<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Sections<'a> {
    /// Begin and length of the next section.
    fn next(&mut self) -> Result<(usize, usize), DictionaryError> {
        let error = || damaged("a section is missing");
        let len = self.bytes.get(self.at..self.at + 4).ok_or_else(error)?;
        let len = u32::from_le_bytes(len.try_into().unwrap_or_default()) as usize;
        let begin = self.at + 4;
        if len > self.bytes.len() - begin {
            return Err(error());
        }
        self.at = begin + len;
        Ok((begin, len))
    }

    fn column(&mut self) -> Result<Column, DictionaryError> {
        let (low, len) = self.next()?;
        let (high, high_len) = self.next()?;
        if len != high_len {
            return Err(damaged("a column lacks a half"));
        }
        Ok(Column { low, high, len })
    }

    /// Numbers of seven bits a byte, low ones first; the upper bit says that more follow.
    fn varints(&mut self) -> Result<impl Iterator<Item = u32> + use<'a>, DictionaryError> {
        let (begin, len) = self.next()?;
        let mut bytes = self.bytes[begin..begin + len].iter();
        Ok(std::iter::from_fn(move || {
            let mut value = 0u32;
            for shift in (0..).step_by(7) {
                let &byte = bytes.next()?;
                value |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
                if byte < 0x80 {
                    return Some(value);
                }
            }
            None
        }))
    }
}
