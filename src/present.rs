//! Puts what was recognised, in characters of blocks, into the model, in UTF-16 offsets of the text as given.

use std::ops::Range;

use crate::context::{BlockDraft, Meaning};
use crate::figure::{Amount, Draft, Rejected};
use crate::model;
use crate::model::{Analysis, Bound, Span};
use crate::page;
use crate::time;

/// An item of the page.
pub fn article(article: &page::Article) -> model::Article {
    let phrase = |(block, range): &(usize, Range<usize>)| article.blocks[*block].reading.phrase(range.clone());
    let blocks: Vec<model::Block> = article
        .blocks
        .iter()
        .map(|block| {
            let Span { start, end } = block.reading.span(0..block.reading.len());
            let text = block.reading.text().to_owned();
            model::Block { role: block.role, text, joins: block.joins.clone(), start, end }
        })
        .collect();
    model::Article {
        kind: article.kind,
        title: article.title.as_ref().map(phrase),
        authors: article.authors.iter().map(phrase).collect(),
        start: blocks.first().map_or(0, |b| b.start),
        end: blocks.last().map_or(0, |b| b.end),
        blocks,
    }
}

/// Adds a block's sentences, times, figures, words and rejected numerals. `place` is the article's and block's number;
/// times are resolved against the day of publication, where it is known.
pub fn block(
    out: &mut Analysis,
    draft: &BlockDraft,
    meanings: Vec<Meaning>,
    rejected: Vec<Rejected>,
    place: (u32, u32),
    published: Option<time::Date>,
) {
    let reading = &draft.block.reading;
    let first_sentence = out.sentences.len();
    out.sentences.extend(draft.sentences.iter().map(|s| reading.span(s.clone())));
    for time in &draft.times {
        let Span { start, end } = reading.span(time.range.clone());
        out.times.push(model::Time {
            id: format!("t{}", out.times.len() + 1),
            text: reading.slice(time.range.clone()).to_owned(),
            start,
            end,
            value: time.value.clone(),
            resolved: published.and_then(|date| time::resolve(&time.time, date)),
        });
    }
    let mut sentence = 0;
    for (draft_figure, meaning) in draft.figures.iter().zip(meanings) {
        while draft.sentences.get(sentence + 1).is_some_and(|s| s.start <= draft_figure.core.start) {
            sentence += 1;
        }
        let id = format!("f{}", out.figures.len() + 1);
        let place = (place.0, place.1, (first_sentence + sentence) as u32);
        out.figures.push(figure(draft, draft_figure, meaning, id, place));
    }
    if let Some(out) = &mut out.rejected {
        out.extend(rejected.into_iter().map(|(range, reason)| {
            let Span { start, end } = reading.span(range.clone());
            model::Rejected { text: reading.slice(range).to_owned(), start, end, reason }
        }));
    }
    if let Some(out) = &mut out.words {
        out.extend(draft.line.words().iter().map(|word| {
            let Span { start, end } = reading.span(word.range.clone());
            model::Word { text: reading.slice(word.range.clone()).to_owned(), start, end, tag: word.tag.to_owned() }
        }));
    }
}

fn figure(draft: &BlockDraft, figure: &Draft, meaning: Meaning, id: String, place: (u32, u32, u32)) -> model::Figure {
    let reading = &draft.block.reading;
    let Span { start, end } = reading.span(figure.range.clone());
    let interval = Interval::of(&figure.amount, figure.bound);
    model::Figure {
        id,
        kind: figure.kind,
        text: reading.slice(figure.range.clone()).to_owned(),
        start,
        end,
        value: figure.amount.value(),
        decimal: match &figure.amount {
            Amount::Exact(value) => Some(value.to_string()),
            _ => None,
        },
        min: interval.min,
        max: interval.max,
        min_inclusive: interval.min_inclusive,
        max_inclusive: interval.max_inclusive,
        bound: figure.bound,
        written: figure.written.clone(),
        unit: figure.unit.clone(),
        item: meaning.item.map(|(range, order)| model::Item { phrase: reading.phrase(range), order }),
        subject: None,
        time: None,
        change: None,
        share: None,
        each: meaning.each,
        status: model::Status::Actual,
        speaker: None,
        group: None,
        article: place.0,
        block: place.1,
        sentence: place.2,
        rule: figure.rule,
    }
}

/// What the words of a figure allow.
struct Interval {
    min: Option<f64>,
    max: Option<f64>,
    min_inclusive: bool,
    max_inclusive: bool,
}

impl Interval {
    fn of(amount: &Amount, bound: Bound) -> Self {
        let (low, high) = match amount {
            Amount::Range(low, high) => (Some(low.to_f64()), Some(high.to_f64())),
            _ => (amount.value(), amount.value()),
        };
        let (min, max) = match bound {
            Bound::Exact => (low, high),
            // 约 says nothing of how far off; a range keeps its ends.
            Bound::About if matches!(amount, Amount::Range(..)) => (low, high),
            Bound::About | Bound::Vague => (None, None),
            Bound::Less | Bound::AtMost => (low.filter(|_| low != high), high),
            Bound::More | Bound::AtLeast => (low, high.filter(|_| low != high)),
        };
        Interval {
            min,
            max,
            min_inclusive: min.is_some() && bound != Bound::More,
            max_inclusive: max.is_some() && bound != Bound::Less,
        }
    }
}
