//! The tables of words that tell what a line is: `data/page_cues.tsv`.

use std::sync::LazyLock;

use crate::lookup::Sieve;
use crate::sorting::sort_by_key;

/// Where a cue stands, and what it says. One name a sort of row in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Ends a line that goes on.
    LineEnd,
    /// Before a byline.
    Marker,
    /// Before a name.
    Reporter,
    /// Beside names.
    BylineWord,
    /// Ends a credit, behind names.
    CreditName,
    /// Ends a credit, behind anything.
    CreditAny,
    /// Begins a credit.
    CreditStart,
    /// Begins a caption.
    CaptionStart,
    /// Page furniture, before a colon.
    FooterLabel,
    /// Begins page furniture.
    FooterStart,
    /// Ends page furniture.
    FooterEnd,
    /// Place and time of publication, before a colon.
    DateLabel,
    /// Begins a dateline.
    Wire,
    /// Begins the first paragraph of a report.
    Lead,
    /// Begins a line that continues the one before.
    LineStart,
    /// Follows a digit.
    Counter,
    /// Begins a sentence, seldom a title.
    Opener,
    /// Begins a sentence inside a paragraph rather than its first.
    InsideStart,
}

const PLACES: [(&str, Place); 18] = [
    ("line_end", Place::LineEnd),
    ("marker", Place::Marker),
    ("reporter", Place::Reporter),
    ("byline_word", Place::BylineWord),
    ("credit_name", Place::CreditName),
    ("credit_any", Place::CreditAny),
    ("credit_start", Place::CreditStart),
    ("caption_start", Place::CaptionStart),
    ("footer_label", Place::FooterLabel),
    ("footer_start", Place::FooterStart),
    ("footer_end", Place::FooterEnd),
    ("date_label", Place::DateLabel),
    ("wire", Place::Wire),
    ("lead", Place::Lead),
    ("line_start", Place::LineStart),
    ("counter", Place::Counter),
    ("opener", Place::Opener),
    ("inside_start", Place::InsideStart),
];

/// The table, by place.
pub struct Cues(Vec<List>);

/// The cues of a place. Hardly any line has one, so that the characters they begin and end with are looked at first.
#[derive(Default)]
struct List {
    /// The longest first, so that 摄影报道 is found before 报道.
    words: Vec<Vec<char>>,
    firsts: Sieve,
    lasts: Sieve,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut lists: Vec<List> = PLACES.iter().map(|_| List::default()).collect();
    for [place, cues, _] in table!("page_cues.tsv") {
        let Some(&(_, place)) = PLACES.iter().find(|(name, _)| *name == place) else { continue };
        let List { words, firsts, lasts } = &mut lists[place as usize];
        for cue in cues.split(' ').filter(|cue| !cue.is_empty()) {
            let cue: Vec<char> = cue.chars().collect();
            firsts.add(cue[0]);
            lasts.add(cue[cue.len() - 1]);
            words.push(cue);
        }
    }
    lists.iter_mut().for_each(|list| sort_by_key(&mut list.words, |cue| std::cmp::Reverse(cue.len())));
    Cues(lists)
});

impl Cues {
    /// The table, read once.
    pub fn get() -> &'static Cues {
        &CUES
    }

    /// Whether the characters are a cue.
    pub fn matches(&self, place: Place, chars: &[char]) -> bool {
        let list = &self.0[place as usize];
        chars.first().is_some_and(|&first| list.firsts.passes(first)) && list.words.iter().any(|cue| cue == chars)
    }

    /// The length of the longest cue that the characters begin with.
    pub fn begins(&self, place: Place, chars: &[char]) -> Option<usize> {
        let list = &self.0[place as usize];
        let first = chars.first().filter(|&&first| list.firsts.passes(first))?;
        list.words.iter().find(|cue| cue[0] == *first && chars.starts_with(cue)).map(Vec::len)
    }

    /// The length of the longest cue that the characters end with.
    pub fn ends(&self, place: Place, chars: &[char]) -> Option<usize> {
        let list = &self.0[place as usize];
        let last = chars.last().filter(|&&last| list.lasts.passes(last))?;
        list.words.iter().find(|cue| cue.last() == Some(last) && chars.ends_with(cue)).map(Vec::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_place_words_and_a_reason() {
        for row in include_str!("../../data/page_cues.tsv").lines().filter(|row| !row.starts_with('#')) {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 3, "{row}");
            assert!(PLACES.iter().any(|(name, _)| *name == columns[0]), "{row}");
            assert!(columns.iter().all(|column| !column.is_empty()), "{row}");
        }
        assert!(CUES.0.iter().all(|list| !list.words.is_empty()));
    }
}
