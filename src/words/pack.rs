//! Packs a dictionary in jieba's text form; `packed` describes the result.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::DictionaryError;
use super::packed::{CLASSES, GROUP, HEADER, LONGEST, MAGIC, VERSION, checksum, class};

/// Packs a dictionary in jieba's text form (a line a word: the word, its frequency, its tag) into the form that
/// [`Analyzer::new`](crate::Analyzer::new) opens in a few milliseconds. The same text always gives the same bytes.
///
/// # Errors
///
/// When the text is no such dictionary, or holds what the packed form has no room for: words of more than 16
/// characters, more than 65,535 distinct frequencies or 65,534 characters, more than 256 tags, a frequency beyond 32 bits.
pub fn pack_dictionary(text: &[u8]) -> Result<Vec<u8>, DictionaryError> {
    let entries = read(text)?;
    let alphabet = alphabet(&entries);
    let ranks: HashMap<char, u16> = alphabet.iter().enumerate().map(|(rank, &c)| (c, rank as u16)).collect();
    let frequencies: BTreeSet<u32> = entries.values().map(|e| e.0).collect();
    let frequencies: Vec<u32> = frequencies.into_iter().collect();
    let tags: BTreeSet<&str> = entries.values().map(|e| e.1).collect();
    let tags: Vec<&str> = tags.into_iter().collect();
    let limit = |what: &str, have: usize, most: usize| match have > most {
        true => Err(DictionaryError(format!("{have} distinct {what}, and the packed form has room for {most}"))),
        false => Ok(()),
    };
    limit("characters", alphabet.len(), 0xfffe)?;
    limit("frequencies", frequencies.len(), 0xffff)?;
    limit("tags", tags.len(), 0x100)?;

    let mut words: Vec<(Vec<u16>, u32, &str)> = Vec::with_capacity(entries.len());
    words.extend(entries.iter().map(|(word, &(f, tag))| (word.chars().map(|c| ranks[&c]).collect(), f, tag)));
    words.sort_unstable();
    let groups = words.last().map_or(0, |(word, ..)| usize::from(word[0]) + 1);

    let mut columns = Columns::default();
    let mut before: &[u16] = &[];
    for (word, frequency, tag) in &words {
        columns.push_word(word, before);
        let class = class(word.len() - 1);
        columns.frequency[class].push(frequencies.partition_point(|f| f < frequency) as u16);
        columns.tag[class].push(tags.partition_point(|t| t < tag) as u8);
        before = word;
    }

    let total: u64 = words.iter().map(|w| u64::from(w.1)).sum();
    let mut file = File(vec![0; HEADER]);
    file.section(
        &[&(words.len() as u32).to_le_bytes()[..], &(groups as u32).to_le_bytes(), &total.to_le_bytes()].concat(),
    );
    let mut code = 0i64;
    file.section(&varints(alphabet.iter().map(|&c| {
        let step = i64::from(c as u32) - std::mem::replace(&mut code, i64::from(c as u32));
        ((step << 1) ^ (step >> 63)) as u32
    })));
    let mut last = 0;
    file.section(&varints(frequencies.iter().map(|&f| f - std::mem::replace(&mut last, f))));
    file.section(tags.join("\n").as_bytes());
    file.section(&columns.shapes);
    for column in [&columns.seconds, &columns.siblings, &columns.rest, &columns.frequency.concat()] {
        file.section(&column.iter().map(|v| v.to_le_bytes()[0]).collect::<Vec<u8>>());
        file.section(&column.iter().map(|v| v.to_le_bytes()[1]).collect::<Vec<u8>>());
    }
    file.section(&columns.tag.concat());
    Ok(file.finish())
}

/// Words with frequency and tag. Of a word that comes twice, as in jieba, the last frequency and the first tag count.
fn read(text: &[u8]) -> Result<BTreeMap<&str, (u32, &str)>, DictionaryError> {
    let text =
        std::str::from_utf8(text).map_err(|e| DictionaryError(format!("the dictionary is no UTF-8 text: {e}")))?;
    let mut entries = BTreeMap::new();
    for (n, line) in text.lines().enumerate() {
        let mut fields = line.split_whitespace();
        let Some(word) = fields.next() else { continue };
        let error = |what: &str| DictionaryError(format!("line {} of the dictionary ({line}): {what}", n + 1));
        let frequency = fields.next().unwrap_or("0").parse().map_err(|e| error(&format!("no frequency: {e}")))?;
        if word.chars().count() > LONGEST {
            return Err(error(&format!("a word of more than {LONGEST} characters")));
        }
        entries.entry(word).or_insert((frequency, fields.next().unwrap_or(""))).0 = frequency;
    }
    match entries.is_empty() {
        true => Err(DictionaryError("the dictionary holds no words".into())),
        false => Ok(entries),
    }
}

/// Every character, those that begin words first, since a group's number is its character's rank; then by how often
/// words use them, in powers of two; then by code point: common ones get small ranks, and few bytes list them all.
fn alphabet(entries: &BTreeMap<&str, (u32, &str)>) -> Vec<char> {
    let mut uses: HashMap<char, (bool, u32)> = HashMap::new();
    for word in entries.keys() {
        for (at, c) in word.chars().enumerate() {
            let (begins, times) = uses.entry(c).or_default();
            *begins |= at == 0;
            *times += 1;
        }
    }
    let mut alphabet: Vec<char> = uses.keys().copied().collect();
    alphabet.sort_unstable_by_key(|c| {
        let (begins, times) = uses[c];
        (!begins, std::cmp::Reverse(times.ilog2()), *c)
    });
    alphabet
}

#[derive(Default)]
struct Columns {
    shapes: Vec<u8>,
    seconds: Vec<u16>,
    siblings: Vec<u16>,
    rest: Vec<u16>,
    frequency: [Vec<u16>; CLASSES],
    tag: [Vec<u8>; CLASSES],
}

impl Columns {
    fn push_word(&mut self, word: &[u16], before: &[u16]) {
        let begins_group = word.first() != before.first();
        let (word, before) = (&word[1..], if begins_group { &[] } else { &before[1..] });
        let shared = word.iter().zip(before).take_while(|(a, b)| a == b).count();
        let added = &word[shared..];
        let high = if begins_group { GROUP } else { shared as u8 };
        self.shapes.push(high << 4 | added.len() as u8);
        let Some((&first, more)) = added.split_first() else { return };
        match before.get(shared) {
            Some(replaced) if shared == 0 => self.seconds.push(first - replaced - 1),
            None if shared == 0 => self.seconds.push(first),
            Some(replaced) => self.siblings.push(first - replaced - 1),
            None => self.rest.push(first),
        }
        self.rest.extend(more);
    }
}

fn varints(values: impl Iterator<Item = u32>) -> Vec<u8> {
    let mut out = Vec::new();
    for mut value in values {
        while value >= 0x80 {
            out.push(value as u8 | 0x80);
            value >>= 7;
        }
        out.push(value as u8);
    }
    out
}

struct File(Vec<u8>);

impl File {
    fn section(&mut self, bytes: &[u8]) {
        self.0.extend((bytes.len() as u32).to_le_bytes());
        self.0.extend(bytes);
    }

    fn finish(self) -> Vec<u8> {
        let mut file = self.0;
        let sum = checksum(&file[HEADER..]);
        let length = (file.len() - HEADER) as u32;
        file[..8].copy_from_slice(&MAGIC);
        file[8..12].copy_from_slice(&VERSION.to_le_bytes());
        file[12..16].copy_from_slice(&length.to_le_bytes());
        file[16..24].copy_from_slice(&sum.to_le_bytes());
        file
    }
}
