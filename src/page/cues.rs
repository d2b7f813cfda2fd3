//! The tables of words that tell what a line is: `data/page_cues.tsv`.

use std::sync::LazyLock;

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
pub struct Cues {
    words: Vec<Vec<Vec<char>>>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut words = vec![Vec::new(); PLACES.len()];
    for [place, cues, _] in table!("page_cues.tsv") {
        let cues = cues.split(' ').filter(|cue| !cue.is_empty());
        if let Some(&(_, place)) = PLACES.iter().find(|(name, _)| *name == place) {
            words[place as usize].extend(cues.map(|cue| cue.chars().collect::<Vec<char>>()));
        }
    }
    // The longest first, so that 摄影报道 is found before 报道.
    words.iter_mut().for_each(|cues| sort_by_key(cues, |cue| std::cmp::Reverse(cue.len())));
    Cues { words }
});

impl Cues {
    /// The table, read once.
    pub fn get() -> &'static Cues {
        &CUES
    }

    /// Whether the characters are a cue.
    pub fn matches(&self, place: Place, chars: &[char]) -> bool {
        self.words[place as usize].iter().any(|cue| cue.first() == chars.first() && cue == chars)
    }

    /// The length of the longest cue that the characters begin with.
    pub fn begins(&self, place: Place, chars: &[char]) -> Option<usize> {
        self.words[place as usize]
            .iter()
            .find(|cue| cue.first() == chars.first() && chars.starts_with(cue))
            .map(Vec::len)
    }

    /// The length of the longest cue that the characters end with.
    pub fn ends(&self, place: Place, chars: &[char]) -> Option<usize> {
        self.words[place as usize].iter().find(|cue| cue.last() == chars.last() && chars.ends_with(cue)).map(Vec::len)
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
        assert!(CUES.words.iter().all(|cues| !cues.is_empty()));
    }
}
