//! What of a figure can be held against another: its amount, its thing, the words around it.

use super::Side;
use super::amount::Amount;
use super::lexicon::SYNONYMS;
use super::when::When;
use crate::model::Figure;
use crate::sorting::sort_by_key;

/// How many characters on either side are the near surroundings, and how many the wide ones.
const NEAR: usize = 14;
const WIDE: usize = 45;
/// Marks between clauses and between the members of a list.
const SEPARATORS: &str = "，,；;。、：:（()）！!？?";

/// A figure, ready to be compared.
pub struct Profile<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Its amount.
    pub amount: Amount,
    /// When it holds.
    pub when: Option<When>,
    /// The words around it, without white space, quotation marks and digits.
    pub wide: String,
    /// Those of its own clause, up to the figures beside it.
    pub own: String,
    /// The words right before it.
    pub before: String,
    /// What is counted or measured, without quotation marks, and its last two characters.
    pub thing: Option<(String, String)>,
    /// The row of the synonyms that holds it.
    pub kin: Option<usize>,
    /// Pairs of neighbouring characters of the near surroundings, sorted.
    pub pairs: Vec<(char, char)>,
}

impl Profile<'_> {
    /// How many pairs two figures share.
    pub fn shared(&self, other: &Profile) -> usize {
        let (mut at, mut shared) = (0, 0);
        for pair in &self.pairs {
            while other.pairs.get(at).is_some_and(|next| next < pair) {
                at += 1;
            }
            shared += usize::from(other.pairs.get(at) == Some(pair));
        }
        shared
    }
}

/// The last characters of a phrase.
pub fn tail(text: &str, size: usize) -> &str {
    text.char_indices().rev().nth(size - 1).map_or(text, |(at, _)| &text[at..])
}

/// The profiles of all figures of a text.
pub fn profiles<'a>(side: &'a Side) -> Vec<Profile<'a>> {
    let units: Vec<u16> = side.text.encode_utf16().collect();
    let analysis = &side.analysis;
    let profile = |(number, figure): (usize, &'a Figure)| {
        let sentence = analysis.sentences.get(figure.sentence as usize);
        let (floor, roof) =
            sentence.map_or((figure.start, figure.end), |s| (s.start.min(figure.start), s.end.max(figure.end)));
        let text = |from: u32, to: u32| {
            let clean =
                |c: &char| !c.is_whitespace() && !c.is_ascii_digit() && !matches!(c, '“' | '”' | '‘' | '’' | '"');
            String::from_utf16_lossy(&units[from as usize..to as usize]).chars().filter(clean).collect::<String>()
        };
        let back = |size: usize| floor.max(figure.start.saturating_sub(size as u32));
        let ahead = |size: usize| roof.min(figure.end + size as u32);
        let before = text(back(NEAR), figure.start);
        // What stands beyond a mark and another figure is that figure's: 新建医院3所，新建学校12所.
        let separator = |c: &u16| char::from_u32(u32::from(*c)).is_some_and(|c| SEPARATORS.contains(c));
        let between = |from: u32, to: u32| from < to && units[from as usize..to as usize].iter().any(separator);
        let last = number.checked_sub(1).map(|before| analysis.figures[before].end);
        let next = analysis.figures.get(number + 1).map(|next| next.start);
        let last = last.filter(|&end| between(end, figure.start)).unwrap_or(0);
        let next = next.filter(|&start| between(figure.end, start)).unwrap_or(u32::MAX);
        let left = text(back(NEAR).max(last).min(figure.start), figure.start);
        let right = text(figure.end, ahead(NEAR).min(next).max(figure.end));
        let own = left.rsplit(|c| SEPARATORS.contains(c)).next().unwrap_or_default().to_owned()
            + right.split(|c| SEPARATORS.contains(c)).next().unwrap_or_default();
        let mut pairs = Vec::new();
        for side in [&left, &right] {
            let chars: Vec<char> = side.chars().collect();
            let word = |two: &&[char]| two.iter().all(|c| c.is_alphanumeric());
            pairs.extend(chars.windows(2).filter(word).map(|two| (two[0], two[1])));
        }
        sort_by_key(&mut pairs, |pair| *pair);
        pairs.dedup();
        let thing = figure.item.as_ref().map(|item| item.phrase.text.replace(['“', '”', ' '], ""));
        Profile {
            figure,
            kin: thing.as_deref().and_then(kin),
            thing: thing.map(|thing| (thing.clone(), tail(&thing, 2).to_owned())),
            amount: Amount::of(figure),
            when: When::of(figure, analysis),
            wide: text(back(WIDE), figure.start) + &text(figure.end, ahead(WIDE)),
            own,
            before,
            pairs,
        }
    };
    analysis.figures.iter().enumerate().map(profile).collect()
}

/// The row of the synonyms whose word a thing ends in; a word of one character must be all of it.
fn kin(thing: &str) -> Option<usize> {
    let names = |word: &&str| thing == *word || word.chars().count() > 1 && thing.ends_with(word);
    SYNONYMS.iter().position(|row| row.iter().any(&names))
}
