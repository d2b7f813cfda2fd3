//! Parts that do not overlap: men and women, exports and imports.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::chars::Chars;
use super::story::{Passage, item};
use crate::lookup::Sieve;

/// How many characters before a figure tell which part it is.
const NEAR: usize = 14;

/// Parts that do not overlap.
pub struct Partition {
    /// Words for the parts.
    parts: Vec<&'static str>,
    /// The word that names them together.
    pub whole: Option<&'static str>,
    /// Whether there are no other parts.
    pub all: bool,
}

/// The partitions.
static PARTITIONS: LazyLock<Vec<Partition>> = LazyLock::new(|| {
    let row = |[parts, whole, all, _]: [&'static str; 4]| Partition {
        parts: parts.split(' ').collect(),
        whole: Some(whole).filter(|word| *word != "-"),
        all: all == "all",
    };
    table!("check-partitions.tsv").map(row).collect()
});

/// The words for parts.
#[derive(Default)]
struct Words {
    /// By their first characters, each with its partition.
    by_first: FxHashMap<char, Vec<(usize, &'static str)>>,
    firsts: Sieve,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for (partition, word) in PARTITIONS.iter().enumerate().flat_map(|(at, p)| p.parts.iter().map(move |w| (at, *w))) {
        let first = word.chars().next().unwrap_or_default();
        words.by_first.entry(first).or_default().push((partition, word));
        words.firsts.add(first);
    }
    words
});

/// What tells which part a figure is.
pub struct Label<'a> {
    /// The figure's number in the block.
    pub figure: usize,
    before: &'a [char],
    item: Option<&'a str>,
    /// The partitions one of whose words is there.
    partitions: Vec<usize>,
}

impl<'a> Label<'a> {
    /// The label of a figure: the words before it, up to the figure before, and what it counts.
    pub fn of(passage: &Passage<'a>, figure: usize) -> Self {
        let floor = figure.checked_sub(1).map_or(0, |before| passage.range(before).end);
        let end = passage.range(figure).start;
        let start = floor.max(passage.sentence_at(end).start).max(end.saturating_sub(NEAR)).min(end);
        let (before, item) = (passage.text(start..end), item(&passage.figures[figure]));
        let words = &*WORDS;
        let named = |c: &char| words.by_first.get(c).into_iter().flatten();
        let mut partitions = Vec::new();
        for (at, c) in before.iter().enumerate().filter(|(_, c)| words.firsts.passes(**c)) {
            partitions.extend(named(c).filter(|(_, word)| before[at..].opens(word)).map(|(partition, _)| *partition));
        }
        if let Some((item, first)) = item.and_then(|item| Some((item, item.chars().next()?))) {
            partitions
                .extend(named(&first).filter(|(_, word)| item.starts_with(word)).map(|(partition, _)| *partition));
        }
        Label { figure, before, item, partitions }
    }
}

/// The partitions that some figures may be parts of; one figure alone makes none.
pub fn partitions_of(labels: &[Label]) -> impl Iterator<Item = &'static Partition> {
    let several = labels.iter().filter(|label| !label.partitions.is_empty()).nth(1).is_some();
    let partitions = if several { &PARTITIONS[..] } else { &[] };
    let named = |at: &usize| labels.iter().any(|label| label.partitions.contains(at));
    partitions.iter().enumerate().filter(move |(at, _)| named(at)).map(|(_, partition)| partition)
}

impl Partition {
    /// Part and figure of the figures that are parts, by the nearest of their words.
    pub fn parts_of(&self, labels: &[Label]) -> Vec<(usize, usize)> {
        let labels = labels.iter().filter(|label| !label.partitions.is_empty());
        labels.filter_map(|label| Some((self.part(label)?, label.figure))).collect()
    }

    /// Whether parts are all different, and all there if there are no others.
    pub fn fits(&self, parts: &[(usize, usize)]) -> bool {
        let times = |part: usize| parts.iter().filter(|(other, _)| *other == part).count();
        let least = usize::from(self.all);
        parts.len() > 1 && (0..self.parts.len()).all(|part| (least..=1).contains(&times(part)))
    }

    fn part(&self, label: &Label) -> Option<usize> {
        let cut = self.whole.filter(|whole| label.before.has(whole)).map(|whole| {
            let text: String = label.before.iter().collect();
            text.replace(whole, "").chars().collect::<Vec<char>>()
        });
        let before = cut.as_deref().unwrap_or(label.before);
        let near = self.parts.iter().enumerate().filter_map(|(part, word)| Some((before.rfind(word)?, part)));
        let counted = || {
            let item = label.item.filter(|_| !before.has("男女"))?;
            self.parts.iter().position(|word| item.starts_with(word))
        };
        near.max().map(|(_, part)| part).or_else(counted)
    }
}
