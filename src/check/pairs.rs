//! Changes from one figure to another, and the figures that restate them: 由80家增至100家，增长25%.

use super::chars::Chars;
use super::interval::Interval;
use super::report::About;
use super::story::{Passage, item, same_head};
use crate::model::{BaseType, Bound, Change, ChangeRole, Direction, Figure, Span};
use crate::numeral;

/// What stands between a change and the percentage that restates it.
const NEAR: usize = 30;
/// Words that make a percentage another thing than the plain change between two figures.
const OTHERWISE: [&str; 12] =
    ["年均", "月均", "日均", "平均", "每年", "复合", "可比", "不变价", "实际增", "名义", "其中", "分别"];
/// Words for the year that the first figure of a year-on-year change must be of.
const YEAR_BEFORE: [&str; 6] = ["去年", "上年", "同期", "上一年", "前一年", "年前"];

/// The figure a change begins with; of a bare 从80增至100 only the numeral is known.
pub struct Start {
    /// What it allows.
    pub interval: Interval,
    /// Its value.
    pub value: f64,
    /// Its number in the block, where it is a figure.
    pub figure: Option<usize>,
    /// As a reader sees it.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A change from one figure to another.
pub struct Pair<'a> {
    /// The block it stands in.
    pub passage: Passage<'a>,
    /// Where it begins.
    pub from: Start,
    /// Where it ends: a figure's number in the block.
    pub to: usize,
    /// The change as the figure it ends with has it.
    pub change: &'a Change,
    /// The figures that say by how much, right behind it, of the same thing.
    pub restated: Vec<&'a Figure>,
}

impl<'a> Pair<'a> {
    /// The figure it ends with.
    pub fn end(&self) -> &'a Figure {
        &self.passage.figures[self.to]
    }

    /// Its figures, first the one it ends with.
    pub fn figures(&self) -> impl Iterator<Item = &'a Figure> {
        std::iter::once(self.to).chain(self.from.figure).map(|figure| &self.passage.figures[figure])
    }

    /// Which way the words say it goes.
    pub fn direction(&self) -> Direction {
        self.change.direction
    }

    /// Where a finding about it and a figure that restates it points.
    pub fn about(&self, figure: Option<&'a Figure>) -> About {
        About::figures(self.figures().chain(figure)).and(self.from.span)
    }
}

/// The changes of a block whose both ends are stated.
pub fn of<'a>(passage: Passage<'a>) -> Vec<Pair<'a>> {
    let ends = passage.figures.iter().enumerate().filter_map(|(to, figure)| {
        let change = figure.change.as_ref().filter(|change| change.role == ChangeRole::To)?;
        let from = match passage.partner(to) {
            Some(from) => stated(&passage, from)?,
            None => bare(&passage, to, change)?,
        };
        figure.value?;
        Interval::of(figure)?;
        let mut pair = Pair { passage, from, to, change, restated: Vec::new() };
        pair.restated = restated(&pair);
        Some(pair)
    });
    ends.collect()
}

fn stated(passage: &Passage, number: usize) -> Option<Start> {
    let figure = &passage.figures[number];
    Some(Start {
        interval: Interval::of(figure)?,
        value: figure.value?,
        figure: Some(number),
        text: figure.text.clone(),
        span: Span { start: figure.start, end: figure.end },
    })
}

/// 从80增至100: a numeral between 从 or 由 and the word of change.
fn bare(passage: &Passage, to: usize, change: &Change) -> Option<Start> {
    const SHORT: usize = 24;
    let chars = passage.chars();
    let end = passage.range(to).start;
    let floor = end.saturating_sub(SHORT);
    let opens = (floor..end).rev().find(|&at| matches!(chars[at], '从' | '由'))?;
    let number = numeral::read(&chars[..end], opens + 1)?;
    let value = number.value.as_ref().filter(|_| number.upper.is_none() && number.bound.is_none())?.to_f64();
    chars.get(number.range.end..end)?.is(&change.cue.text).then(|| Start {
        interval: Interval::point(value),
        value,
        figure: None,
        text: passage.text(number.range.clone()).string(),
        span: passage.span(number.range),
    })
}

fn restated<'a>(pair: &Pair<'a>) -> Vec<&'a Figure> {
    let passage = &pair.passage;
    let sentence = passage.sentence_at(passage.range(pair.to).start);
    let behind = (pair.to + 1..passage.figures_in(&sentence).end)
        .take_while(|&number| by(&passage.figures[number]) && restates(pair, number, pair.to.max(number - 1)));
    let mut found: Vec<&Figure> = behind.map(|number| &passage.figures[number]).collect();
    // 增长25%，由80家增至100家.
    if let Some(before) = pair.from.figure.and_then(|from| from.checked_sub(1)) {
        let figure = &passage.figures[before];
        let gap = passage.between(before, before + 1);
        let joins = gap.iter().all(|c| matches!(c, ',' | '由' | '从' | '即' | '(' | ':' | '—'));
        if by(figure) && joins && figure.sentence == pair.end().sentence && restates(pair, before, before) {
            found.push(figure);
        }
    }
    found
}

fn by(figure: &Figure) -> bool {
    figure.change.as_ref().is_some_and(|change| change.role == ChangeRole::By)
}

/// Whether a figure behind `last` says how far a change went.
fn restates(pair: &Pair, number: usize, last: usize) -> bool {
    let passage = &pair.passage;
    let (figure, end) = (&passage.figures[number], pair.end());
    let Some(change) = &figure.change else { return false };
    let plain = || {
        let lead = if last < number { passage.between(last, number) } else { passage.before(number, NEAR) };
        lead.len() <= NEAR && !lead.has_any(&OTHERWISE)
    };
    let fits = figure.bound != Bound::Vague && !figure.each && figure.share.is_none() && figure.status == end.status;
    let thing = match (item(figure), item(end)) {
        (Some(a), Some(b)) => same_head(a, b),
        _ => true,
    };
    fits && thing
        && (change.direction == pair.direction() || item(figure) == item(end))
        && base_fits(pair, figure)
        && plain()
}

/// 同比 restates a change only where the first figure is last year's.
fn base_fits(pair: &Pair, figure: &Figure) -> bool {
    let Some(base) = figure.change.as_ref().and_then(|change| change.base.as_ref()) else { return true };
    if !matches!(base.kind, BaseType::Yoy | BaseType::Versus) || base.text.starts_with('在') {
        return false;
    }
    let passage = &pair.passage;
    let lead = match pair.from.figure {
        Some(from) => passage.before(from, NEAR),
        None => return false,
    };
    lead.has_any(&YEAR_BEFORE)
}
