//! What a figure means: the thing, and who, when and how around it.
//!
//! [`interpret`] reads an article block by block. [`tokens`] puts words, figures and times in one row of clauses;
//! [`phrase`] knows what a noun phrase is; each further module answers one question from there: [`change`], [`share`],
//! [`distribute`], [`item`], [`each`], [`status`], [`when`], [`speech`]. [`names`] and [`subject`] follow whom the article
//! is about, and [`group`] finds what is said twice. All look-back is bounded, so that reading is linear in the text.

use std::ops::Range;

use crate::figure::Draft;
use crate::model::{BaseType, ChangeRole, Direction, FigureKind, Order, Provenance, Status};
use crate::page;
use crate::time;
use crate::words::Line;

mod change;
mod distribute;
mod each;
mod group;
mod item;
mod lexicon;
mod names;
mod phrase;
mod share;
mod speech;
mod status;
mod subject;
mod tokens;
mod when;

#[cfg(test)]
mod tests;

use item::{Facts, Item};
use names::{Name, Names};
use tokens::{Class, Tokens};

/// A block with all that recognition found in it, in characters of its reading.
pub struct BlockDraft<'a> {
    /// The block.
    pub block: &'a page::Block,
    /// Its words.
    pub line: Line<'a>,
    /// Its sentences.
    pub sentences: Vec<Range<usize>>,
    /// Its time expressions.
    pub times: Vec<time::Match>,
    /// Its figures.
    pub figures: Vec<Draft>,
}

/// A stretch of one of the article's blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The block's number in its article.
    pub block: usize,
    /// Characters of its reading.
    pub range: Range<usize>,
}

/// A change, in characters of the figure's block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// By, to or from.
    pub role: ChangeRole,
    /// Up or down.
    pub direction: Direction,
    /// The words that say so.
    pub cue: Range<usize>,
    /// What it is measured against.
    pub base: Option<(Range<usize>, BaseType)>,
    /// The figure at the other end: its number in the block.
    pub partner: Option<usize>,
}

/// What the text around a figure says of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meaning {
    /// What is counted: characters of the figure's block, and whether it stands before or after the number.
    pub item: Option<(Range<usize>, Order)>,
    /// Whose figure it is.
    pub subject: Option<(Place, Provenance)>,
    /// When it holds: the number of a time expression in the figure's block.
    pub time: Option<(usize, Provenance)>,
    /// How it changed.
    pub change: Option<Change>,
    /// What it is a share of: characters of the figure's block.
    pub share: Option<Range<usize>>,
    /// 各, 每, 人均.
    pub each: bool,
    /// Fact, plan, rule, negation or condition.
    pub status: Status,
    /// Who says it, inside a quotation.
    pub speaker: Option<Place>,
    /// The number, in its article, of the fact it states, where the article states it more than once.
    pub group: Option<usize>,
}

/// Reads the meaning of every figure of an article, block by block.
pub fn interpret(blocks: &[BlockDraft]) -> Vec<Vec<Meaning>> {
    let rows: Vec<Tokens> = blocks.iter().map(Tokens::new).collect();
    let names = Names::of(&rows);
    let (mut meanings, items): (Vec<_>, Vec<_>) = rows.iter().map(|tokens| block(tokens, &names)).unzip();
    for (block, tokens) in rows.iter().enumerate().filter(|(_, tokens)| !tokens.figures.is_empty()) {
        for (meaning, speaker) in meanings[block].iter_mut().zip(speech::of(tokens)) {
            meaning.speaker = speaker.map(|range| Place { block, range: tokens.chars(range) });
        }
    }
    subject::fill(&rows, &names, &items, &mut meanings);
    group::fill(&rows, &items, &mut meanings);
    meanings
}

/// The figure before, where the two are elements of one list.
fn listed(tokens: &Tokens, number: usize) -> Option<usize> {
    let (before, at) = (number.checked_sub(1)?, tokens.figures[number]);
    let joined = tokens.figures[before] + 2 == at
        && (tokens.class(at - 1) == Class::Mark('、') || tokens.class(at - 1) == Class::Conjunction);
    let figure = |number: usize| &tokens.draft.figures[number];
    (joined && figure(before).kind == figure(number).kind).then_some(before)
}

/// What a block says of its figures without looking at the others.
fn block(tokens: &Tokens, names: &Names) -> (Vec<Meaning>, Vec<Option<Item>>) {
    if tokens.figures.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let parts = distribute::of(tokens);
    let mut changes = change::of(tokens);
    distribute::share(&parts, &mut changes);
    let statuses = status::of(tokens);
    let times = when::of(tokens, &changes);
    let mut last: Option<(u32, Item)> = None;
    // The last thing that is no rate of change: 价格下跌3元，跌幅为2%，报45元; and the last that is not counted.
    let mut thing: Option<(u32, Item)> = None;
    let mut measure: Option<(u32, Item)> = None;
    let mut out = Vec::with_capacity(tokens.figures.len());
    let mut items: Vec<Option<Item>> = Vec::with_capacity(tokens.figures.len());
    for (number, change) in changes.iter().enumerate() {
        let at = tokens.figures[number];
        let sentence = tokens.sentence(at);
        let share = share::of(tokens, number);
        let kind = tokens.draft.figures[number].kind;
        let rated = matches!(kind, FigureKind::Percent | FigureKind::PercentagePoint);
        let before = match kind {
            _ if rated => &last,
            FigureKind::Measure | FigureKind::Money if change.is_none() => &measure,
            _ => &thing,
        };
        let facts = Facts {
            names,
            change: change.as_ref(),
            share: share.as_ref().map(|(at, _)| *at),
            // 共开行客车60列。其中，临客9列
            last: before
                .as_ref()
                .filter(|(of, _)| *of == sentence || *of + 1 == sentence && share::parts(tokens, at))
                .map(|(_, item)| item),
        };
        // 接待游客36万、24万和22万人次
        let mut item = item::of(tokens, number, &facts).or_else(|| {
            listed(tokens, number).and_then(|before| Some(Item { carried: true, ..items[before].clone()? }))
        });
        let part = &parts[number];
        // 甲队和乙队分别获得18金和15金: names own, they are not counted.
        let owner = part.item.as_ref().and_then(|range| names.at(tokens, range.start).filter(|n| n.tokens == *range));
        if let Some(owner) = owner {
            let behind = item.filter(|item| item.order == Order::After);
            item = behind.map(|item| Item { owner: Some(owner), ..item });
        } else if let (Some(owner), None) = (&part.owner, &part.item) {
            item = item.map(|item| Item { owner: Some(Name::plain(owner.clone())), ..item });
        } else if let Some(range) = &part.item {
            let order = Order::Before;
            item =
                Some(Item { tokens: range.clone(), order, carried: false, owner: part.owner.clone().map(Name::plain) });
        }
        let whole = change.is_none().then(|| share::among(tokens, number)).flatten();
        out.push(Meaning {
            item: item.as_ref().map(|item| (tokens.chars(item.tokens.clone()), item.order)),
            time: times[number],
            change: change.as_ref().map(|change| Change {
                role: change.role,
                direction: change.direction,
                cue: tokens.chars(change.cue.clone()),
                base: change.base.as_ref().map(|base| (tokens.chars(base.tokens.clone()), base.kind)),
                partner: change.partner,
            }),
            share: share
                .and_then(|(_, whole)| whole.map(|whole| tokens.chars(whole)))
                .or_else(|| whole.map(|before| tokens.draft.figures[before].range.clone())),
            each: each::of(tokens, number),
            status: statuses[number],
            ..Meaning::default()
        });
        // 由65元增至70元: what holds for each at one end does at the other.
        if let Some(other) = change.as_ref().and_then(|change| change.partner).filter(|&other| other < number) {
            out[number].each |= out[other].each;
        }
        // 就业48人，完成全年60万人目标的80%: what follows is not about the goal.
        let goal = |item: &Item| {
            item.order == Order::After && matches!(tokens.text(item.tokens.end - 1), "目标" | "任务" | "目标任务")
        };
        let found = item.clone().filter(|item| !goal(item)).map(|item| (sentence, item));
        let rate = item.as_ref().is_some_and(|item| item::changes(tokens, &item.tokens));
        let counts =
            kind == FigureKind::Count && item.as_ref().is_some_and(|item| !item::measured(tokens, &item.tokens));
        measure = found.clone().filter(|_| !rate && !counts).or(measure);
        thing = found.clone().filter(|_| !rate).or(thing);
        last = found.or(last);
        items.push(item);
    }
    (out, items)
}
