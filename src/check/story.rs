//! An article as the rules see it: its blocks with their characters, figures and times.

use std::cell::OnceCell;
use std::ops::Range;

use super::dates::{self, Printed};
use super::facts::Facts;
use super::pairs::{self, Pair};
use crate::context::BlockDraft;
use crate::figure::Draft;
use crate::model;
use crate::model::{Analysis, ChangeRole, Figure, FigureKind, Role, Span, Status};
use crate::present::Item;
use crate::time::{Date, Time};

/// An article.
pub struct Story<'a> {
    /// Its blocks in order.
    pub passages: Vec<Passage<'a>>,
    /// The day of publication, where it is known.
    pub published: Option<Date>,
    // What several rules look at.
    pairs: OnceCell<Vec<Pair<'a>>>,
    dates: OnceCell<Vec<(Passage<'a>, Printed)>>,
    facts: OnceCell<Facts<'a>>,
}

/// A block.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    /// Its number in the story.
    pub number: usize,
    draft: &'a BlockDraft<'a>,
    /// Its figures, as the caller of the crate sees them.
    pub figures: &'a [Figure],
    /// Its times.
    pub times: &'a [model::Time],
    /// How many figures stand before it in the analysis.
    first: usize,
}

impl<'a> Story<'a> {
    /// The article whose figures and times are the last of the analysis.
    pub fn new(analysis: &'a Analysis, item: Item<'a>) -> Self {
        let count = |size: fn(&BlockDraft) -> usize| item.drafts.iter().map(size).sum::<usize>();
        let mut figure = analysis.figures.len() - count(|draft| draft.figures.len());
        let mut time = analysis.times.len() - count(|draft| draft.times.len());
        let passage = |(number, draft): (usize, &'a BlockDraft<'a>)| {
            let figures = &analysis.figures[figure..figure + draft.figures.len()];
            let times = &analysis.times[time..time + draft.times.len()];
            let passage = Passage { number, draft, figures, times, first: figure };
            figure += draft.figures.len();
            time += draft.times.len();
            passage
        };
        Story {
            passages: item.drafts.iter().enumerate().map(passage).collect(),
            published: item.published,
            pairs: OnceCell::new(),
            dates: OnceCell::new(),
            facts: OnceCell::new(),
        }
    }

    /// Its changes whose both ends are stated.
    pub fn pairs(&self) -> &[Pair<'a>] {
        self.pairs.get_or_init(|| self.passages.iter().flat_map(|passage| pairs::of(*passage)).collect())
    }

    /// The dates printed in it, possible or not.
    pub fn dates(&self) -> &[(Passage<'a>, Printed)] {
        let of = |passage: &Passage<'a>| {
            let passage = *passage;
            dates::scan(passage.chars()).into_iter().map(move |date| (passage, date))
        };
        self.dates.get_or_init(|| self.passages.iter().flat_map(of).collect())
    }

    /// Its facts that can be told more than once.
    pub fn facts(&self) -> &Facts<'a> {
        self.facts.get_or_init(|| Facts::new(self))
    }
}

impl<'a> Passage<'a> {
    /// The folded characters of the block.
    pub fn chars(&self) -> &'a [char] {
        self.draft.block.reading.chars()
    }

    /// What the block is to its article.
    pub fn role(&self) -> Role {
        self.draft.block.role
    }

    /// jieba's tags of the words that begin in a stretch.
    pub fn tags(&self, range: Range<usize>) -> impl Iterator<Item = &'a str> {
        let line = &self.draft.line;
        range.filter(|&at| line.starts_word(at)).map(|at| line.at(at).tag)
    }

    /// The text of a stretch, folded.
    pub fn text(&self, range: Range<usize>) -> &'a [char] {
        &self.chars()[range]
    }

    /// A stretch of the block in the text as given.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.draft.block.reading.span(range)
    }

    /// A figure as recognised.
    pub fn draft(&self, figure: usize) -> &'a Draft {
        &self.draft.figures[figure]
    }

    /// The characters of a figure with its approximators.
    pub fn range(&self, figure: usize) -> Range<usize> {
        self.draft.figures[figure].range.clone()
    }

    /// What a time means.
    pub fn time(&self, time: usize) -> &'a Time {
        &self.draft.times[time].time
    }

    /// The characters of a time.
    pub fn time_range(&self, time: usize) -> Range<usize> {
        self.draft.times[time].range.clone()
    }

    /// Up to `size` characters before a figure, within its sentence.
    pub fn before(&self, figure: usize, size: usize) -> &'a [char] {
        let at = self.range(figure).start;
        let floor = self.sentence_at(at).start.max(at.saturating_sub(size));
        self.text(floor..at)
    }

    /// Up to `size` characters behind a figure, within its sentence.
    pub fn after(&self, figure: usize, size: usize) -> &'a [char] {
        let at = self.range(figure).end;
        self.text(at..self.sentence_at(at.saturating_sub(1)).end.min(at + size).max(at))
    }

    /// The words right before a figure in its clause, without the verb between thing and number: 公交线路 of 公交线路已有126条.
    pub fn left(&self, figure: usize) -> &'a [char] {
        let text = self.before(figure, AROUND);
        let mut words = &text[text.iter().rposition(|c| !is_han(*c)).map_or(0, |mark| mark + 1)..];
        while let [before @ .., '达', '到']
        | [before @ .., '达' | '共' | '有' | '为' | '是' | '了' | '约' | '已' | '的'] = words
        {
            words = before;
        }
        words
    }

    /// The words right behind a figure in its clause.
    pub fn right(&self, figure: usize) -> &'a [char] {
        let text = self.after(figure, AROUND);
        &text[..text.iter().position(|c| !is_han(*c)).unwrap_or(text.len())]
    }

    /// The characters between two figures.
    pub fn between(&self, first: usize, second: usize) -> &'a [char] {
        let (start, end) = (self.range(first).end, self.range(second).start);
        self.text(start..end.max(start))
    }

    /// The sentence a character stands in; the rest of the block where it stands between sentences.
    pub fn sentence_at(&self, at: usize) -> Range<usize> {
        let sentences = &self.draft.sentences;
        let number = sentences.partition_point(|sentence| sentence.end <= at);
        sentences.get(number).filter(|s| s.start <= at).cloned().unwrap_or(at..self.chars().len())
    }

    /// The sentences of the block.
    pub fn sentences(&self) -> &'a [Range<usize>] {
        &self.draft.sentences
    }

    /// The figures of a stretch, by their numbers in the block.
    pub fn figures_in(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.draft.figures.partition_point(|figure| figure.range.start < range.start);
        let end = self.draft.figures.partition_point(|figure| figure.range.start < range.end);
        first..end
    }

    /// The figure at the other end of a change, by its number in the block.
    pub fn partner(&self, figure: usize) -> Option<usize> {
        let id = self.figures[figure].change.as_ref()?.partner.as_ref()?;
        let number: usize = id.strip_prefix('f')?.parse().ok()?;
        number.checked_sub(self.first + 1).filter(|&number| number < self.figures.len())
    }
}

/// How many characters around a figure tell what it is of.
const AROUND: usize = 10;

/// Whether a character can belong to a Chinese word.
fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphabetic() && !c.is_ascii()
}

/// What a figure counts or measures.
pub fn item(figure: &Figure) -> Option<&str> {
    figure.item.as_ref().map(|item| item.phrase.text.as_str())
}

/// The unit in its one spelling; empty where there is none.
pub fn unit(figure: &Figure) -> &str {
    figure.unit.as_ref().map_or("", |unit| &unit.canonical)
}

/// Whether two noun phrases may name the same thing: Chinese phrases end in their head, so 特种设备 and 设备 agree.
pub fn same_head(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a.ends_with(b) || b.ends_with(a))
}

/// Whether a figure counts persons; several classifiers do.
pub fn is_of_persons(figure: &Figure) -> bool {
    matches!(unit(figure), "人" | "名" | "位" | "员" | "口")
}

/// Whether two figures count or measure in one unit.
pub fn comparable(a: &Figure, b: &Figure) -> bool {
    a.kind == b.kind && (unit(a) == unit(b) || is_of_persons(a) && is_of_persons(b))
}

/// Whether a figure is an amount that can be a part or a whole.
pub fn is_level(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Count | FigureKind::Measure | FigureKind::Money)
        && figure.change.as_ref().is_none_or(|change| change.role == ChangeRole::To)
        && !figure.each
        && figure.status != Status::Negated
}

/// How many characters two stretches have in common at their end.
pub fn common_end(a: &[char], b: &[char]) -> usize {
    a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

/// How many characters two stretches have in common at their beginning.
pub fn common_start(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
