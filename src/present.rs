//! Puts what was recognised, in characters of blocks, into the model, in UTF-16 offsets of the text as given.

use std::ops::Range;

use crate::context::{BlockDraft, Meaning, Place};
use crate::figure::{Amount, Draft, Rejected};
use crate::model;
use crate::model::{Analysis, Bound, Phrase, Span};
use crate::page;
use crate::reading::Reading;
use crate::time;
use crate::words::{Token, keep_whole};

/// An item of the page.
pub fn article(article: page::Article) -> model::Article {
    let phrase = |(block, range): (usize, Range<usize>)| article.blocks[block].reading.phrase(range);
    let title = article.title.map(phrase);
    let authors = article.authors.into_iter().map(phrase).collect();
    let blocks: Vec<model::Block> = article
        .blocks
        .into_iter()
        .map(|page::Block { role, reading, joins }| {
            let Span { start, end } = reading.span(0..reading.len());
            model::Block { role, text: reading.into_text(), joins, start, end }
        })
        .collect();
    model::Article {
        kind: article.kind,
        title,
        authors,
        start: blocks.first().map_or(0, |b| b.start),
        end: blocks.last().map_or(0, |b| b.end),
        blocks,
    }
}

/// An article as read: what its figures are presented from.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// Its blocks.
    pub drafts: &'a [BlockDraft<'a>],
    /// Its number in the analysis.
    pub number: usize,
    /// The day of publication, where it is known: times are resolved against it.
    pub published: Option<time::Date>,
}

/// Adds the sentences, times, figures, words and rejected numerals of an article's blocks.
pub fn blocks(out: &mut Analysis, item: Item, meanings: Vec<Vec<Meaning>>, rejected: Vec<Vec<Rejected>>) {
    let groups = out.figures.len();
    let count = |size: fn(&BlockDraft) -> usize| item.drafts.iter().map(size).sum();
    out.sentences.reserve(count(|draft| draft.sentences.len()));
    out.times.reserve(count(|draft| draft.times.len()));
    out.figures.reserve(count(|draft| draft.figures.len()));
    for (number, (meanings, rejected)) in meanings.into_iter().zip(rejected).enumerate() {
        block(out, item, number, groups, meanings, rejected);
    }
}

/// Adds one block's. Groups are numbered by a figure of the article; `groups` figures stand before the article.
fn block(
    out: &mut Analysis,
    item: Item,
    number: usize,
    groups: usize,
    meanings: Vec<Meaning>,
    rejected: Vec<Rejected>,
) {
    let drafts = item.drafts;
    let draft = &drafts[number];
    let reading = &draft.block.reading;
    let (first_sentence, first_time, first_figure) = (out.sentences.len(), out.times.len(), out.figures.len());
    out.sentences.extend(draft.sentences.iter().map(|s| reading.span(s.clone())));
    for time in &draft.times {
        let Span { start, end } = reading.span(time.range.clone());
        out.times.push(model::Time {
            id: time_id(out.times.len()),
            text: reading.slice(time.range.clone()).to_owned(),
            start,
            end,
            value: time.value.clone(),
            resolved: item.published.and_then(|date| time::resolve(&time.time, date)),
        });
    }
    let mut sentence = 0;
    for (draft_figure, meaning) in draft.figures.iter().zip(meanings) {
        while draft.sentences.get(sentence + 1).is_some_and(|s| s.start <= draft_figure.core.start) {
            sentence += 1;
        }
        let mut figure = figure(draft, draft_figure);
        figure.id = figure_id(out.figures.len());
        figure.article = item.number as u32;
        figure.block = number as u32;
        figure.sentence = (first_sentence + sentence) as u32;
        let mean = Meant { drafts, reading, first_time, first_figure, groups };
        mean.fill(&mut figure, draft, meaning);
        out.figures.push(figure);
    }
    if let Some(out) = &mut out.rejected {
        out.extend(rejected.into_iter().map(|(range, reason)| {
            let Span { start, end } = reading.span(range.clone());
            model::Rejected { text: reading.slice(range).to_owned(), start, end, reason }
        }));
    }
    if let Some(out) = &mut out.words {
        let words = draft.line.words().iter().map(|word| Token { bytes: word.range.clone(), tag: word.tag });
        let figures: Vec<_> = draft.figures.iter().map(|figure| (figure.range.clone(), "m")).collect();
        out.extend(keep_whole(words.collect(), &figures).into_iter().map(|word| {
            let Span { start, end } = reading.span(word.bytes.clone());
            model::Word { text: reading.slice(word.bytes).to_owned(), start, end, tag: word.tag.to_owned() }
        }));
    }
}

fn figure_id(number: usize) -> String {
    id('f', number)
}

fn time_id(number: usize) -> String {
    id('t', number)
}

/// A letter and a number counted from 1. There are several in every figure, and `format!` takes many times as long.
fn id(letter: char, number: usize) -> String {
    let mut id = String::with_capacity(8);
    id.push(letter);
    push_number(&mut id, number as u64 + 1);
    id
}

/// Adds a number to a text.
pub fn push_number(text: &mut String, number: u64) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push((b'0' + (number % 10) as u8) as char);
}

/// Fills in what a figure means.
struct Meant<'a> {
    drafts: &'a [BlockDraft<'a>],
    reading: &'a Reading,
    /// How many times and figures stand before those of the block.
    first_time: usize,
    first_figure: usize,
    groups: usize,
}

impl Meant<'_> {
    fn place(&self, place: Place) -> Phrase {
        self.drafts[place.block].block.reading.phrase(place.range)
    }

    fn fill(&self, figure: &mut model::Figure, draft: &BlockDraft, meaning: Meaning) {
        let phrase = |range| self.reading.phrase(range);
        figure.item = meaning.item.map(|(range, order)| model::Item { phrase: phrase(range), order });
        figure.subject = meaning.subject.map(|(place, from)| model::Subject { phrase: self.place(place), from });
        figure.time = meaning.time.map(|(number, from)| model::TimeRef {
            phrase: phrase(draft.times[number].range.clone()),
            id: time_id(self.first_time + number),
            from,
        });
        figure.change = meaning.change.map(|change| model::Change {
            role: change.role,
            direction: change.direction,
            cue: phrase(change.cue),
            base: change.base.map(|(range, kind)| model::Base { text: self.reading.slice(range).to_owned(), kind }),
            partner: change.partner.map(|number| figure_id(self.first_figure + number)),
        });
        figure.share = meaning.share.map(|of| model::Share { of: phrase(of) });
        figure.each = meaning.each;
        figure.status = meaning.status;
        figure.speaker = meaning.speaker.map(|place| self.place(place));
        figure.group = meaning.group.map(|number| id('g', self.groups + number));
    }
}

/// A figure as recognised; [`Meant`] adds what it means.
fn figure(draft: &BlockDraft, figure: &Draft) -> model::Figure {
    let reading = &draft.block.reading;
    let Span { start, end } = reading.span(figure.range.clone());
    let value = figure.amount.value();
    let interval = Interval::of(&figure.amount, value, figure.bound);
    model::Figure {
        id: String::new(),
        kind: figure.kind,
        text: reading.slice(figure.range.clone()).to_owned(),
        start,
        end,
        value,
        decimal: match &figure.amount {
            Amount::Exact(value) => Some(value.plain()),
            _ => None,
        },
        min: interval.min,
        max: interval.max,
        min_inclusive: interval.min_inclusive,
        max_inclusive: interval.max_inclusive,
        bound: figure.bound,
        written: figure.written.written(),
        unit: figure.unit.clone(),
        item: None,
        subject: None,
        time: None,
        change: None,
        share: None,
        each: false,
        status: model::Status::Actual,
        speaker: None,
        group: None,
        article: 0,
        block: 0,
        sentence: 0,
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
    fn of(amount: &Amount, value: Option<f64>, bound: Bound) -> Self {
        let (low, high) = match amount {
            Amount::Range(low, high) => (Some(low.to_f64()), Some(high.to_f64())),
            _ => (value, value),
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
