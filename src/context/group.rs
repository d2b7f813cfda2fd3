//! Groups: the same fact said again has the same value, unit, bound, and head of its thing, and belongs to nobody else.

use rustc_hash::FxHashMap;

use super::item::Item;
use super::subject::similar;
use super::tokens::Tokens;
use super::{Meaning, Place};
use crate::figure::{Amount, Draft};
use crate::model::{Bound, FigureKind, Provenance};

/// A figure: its block and its number there.
type At = (usize, usize);

/// Mentions of one fact, in order.
struct Fact {
    /// Whom one of its mentions names beside it.
    owner: Option<Place>,
    first: At,
    /// Those behind the first: few facts have any.
    again: Vec<At>,
    /// The number of the fact before that is alike but for its owner.
    before: Option<usize>,
}

/// Fills in the groups of an article: each is numbered by the first of its figures. A fact said again belongs to whom its
/// first mention says, where nothing near the later one says otherwise.
pub fn fill(rows: &[Tokens], items: &[Vec<Option<Item>>], meanings: &mut [Vec<Meaning>]) {
    let size = rows.iter().map(|tokens| tokens.figures.len()).sum();
    let mut facts: Vec<Fact> = Vec::with_capacity(size);
    // The number of the last fact with each key.
    let mut last: FxHashMap<Key, Option<usize>> = FxHashMap::with_capacity_and_hasher(size, Default::default());
    let mut numbers = Vec::with_capacity(rows.len());
    let mut first = 0;
    for (block, tokens) in rows.iter().enumerate() {
        numbers.push(first);
        first += tokens.figures.len();
        for (number, item) in items[block].iter().enumerate() {
            if let Some(key) = key(tokens, &tokens.draft.figures[number], item.as_ref()) {
                let last = last.entry(key).or_default();
                *last = add(rows, &mut facts, *last, (block, number), &meanings[block][number]);
            }
        }
    }
    for fact in facts.iter().filter(|fact| !fact.again.is_empty()) {
        let (block, number) = fact.first;
        let group = numbers[block] + number;
        for &(block, number) in [fact.first].iter().chain(&fact.again) {
            meanings[block][number].group = Some(group);
        }
        pass_on(rows, fact, meanings);
    }
}

/// Files a mention with the fact it states: the last of those alike that belongs to nobody else. Returns the last of them.
fn add(rows: &[Tokens], facts: &mut Vec<Fact>, last: Option<usize>, at: At, meaning: &Meaning) -> Option<usize> {
    /// Facts alike but for their owners, of which the last are looked at: few texts have more than two.
    const MOST: usize = 4;
    let text = |place: &Place| rows[place.block].draft.block.reading.slice(place.range.clone());
    let own = meaning.subject.as_ref().filter(|(_, from)| is_near(*from)).map(|(place, _)| place);
    let agrees = |number: &usize| match (own, &facts[*number].owner) {
        (Some(own), Some(owner)) => similar(text(own), text(owner)),
        _ => true,
    };
    match std::iter::successors(last, |&number| facts[number].before).take(MOST).find(agrees) {
        Some(number) => {
            let fact = &mut facts[number];
            fact.again.push(at);
            fact.owner = fact.owner.take().or_else(|| own.cloned());
            last
        }
        None => {
            facts.push(Fact { owner: own.cloned(), first: at, again: Vec::new(), before: last });
            Some(facts.len() - 1)
        }
    }
}

fn is_near(from: Provenance) -> bool {
    matches!(from, Provenance::Clause | Provenance::Sentence)
}

/// Hands the owner of the first mention on to the later ones, if the value is no round or small one that two facts may
/// share by chance.
fn pass_on(rows: &[Tokens], fact: &Fact, meanings: &mut [Vec<Meaning>]) {
    const DIGITS: usize = 3;
    let (block, number) = fact.first;
    let first = meanings[block][number].subject.clone();
    let Some((owner, _)) = first.filter(|(_, from)| is_near(*from)) else { return };
    let telling = match &rows[block].draft.figures[number].amount {
        Amount::Exact(value) => value.to_string().trim_matches(['-', '0', '.']).len() >= DIGITS,
        _ => false,
    };
    if !telling {
        return;
    }
    for &(at, number) in &fact.again {
        let subject = &mut meanings[at][number].subject;
        if subject.as_ref().is_none_or(|(_, from)| !is_near(*from)) {
            *subject = Some((owner.clone(), if at == block { Provenance::Paragraph } else { Provenance::Article }));
        }
    }
}

/// What a figure states: amount, unit, kind, bound, head of its thing.
type Key<'a> = (&'a Amount, &'a str, FigureKind, Bound, &'a str);

/// The key of a figure; vague amounts and figures of nothing named state too little.
fn key<'a>(tokens: &'a Tokens, figure: &'a Draft, item: Option<&Item>) -> Option<Key<'a>> {
    let head = tokens.text(item?.tokens.end - 1);
    if matches!(figure.amount, Amount::Parts | Amount::Vague) {
        return None;
    }
    let unit = figure.unit.as_ref().map_or("", |unit| &unit.canonical);
    Some((&figure.amount, unit, figure.kind, figure.bound, head))
}
