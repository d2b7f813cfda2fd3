//! Groups: the same fact said again has the same value, unit, bound, and head of its thing.

use rustc_hash::FxHashMap;

use super::Meaning;
use super::item::Item;
use super::tokens::Tokens;
use crate::figure::{Amount, Draft};

/// Fills in the groups of an article: each is numbered by the first of its figures.
pub fn fill(rows: &[Tokens], items: &[Vec<Option<Item>>], meanings: &mut [Vec<Meaning>]) {
    let mut facts: FxHashMap<String, Vec<(usize, usize)>> = FxHashMap::default();
    let mut numbers = Vec::with_capacity(rows.len());
    let mut first = 0;
    for (block, tokens) in rows.iter().enumerate() {
        numbers.push(first);
        first += tokens.figures.len();
        for (number, item) in items[block].iter().enumerate() {
            if let Some(fact) = fact(tokens, &tokens.draft.figures[number], item.as_ref()) {
                facts.entry(fact).or_default().push((block, number));
            }
        }
    }
    for same in facts.values().filter(|same| same.len() > 1) {
        let (block, number) = same[0];
        let group = numbers[block] + number;
        for &(block, number) in same {
            meanings[block][number].group = Some(group);
        }
    }
}

/// What a figure states, as one key; vague amounts and figures of nothing named state too little.
fn fact(tokens: &Tokens, figure: &Draft, item: Option<&Item>) -> Option<String> {
    let head = tokens.text(item?.tokens.end - 1);
    let amount = match &figure.amount {
        Amount::Exact(value) => value.to_string(),
        Amount::Quotient(above, below) => format!("{above}/{below}"),
        Amount::Range(low, high) => format!("{low}-{high}"),
        Amount::Parts | Amount::Vague => return None,
    };
    let unit = figure.unit.as_ref().map_or("", |unit| &unit.canonical);
    Some(format!("{amount} {unit} {:?} {:?} {head}", figure.kind, figure.bound))
}
