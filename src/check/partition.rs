//! Parts that do not overlap: men and women, exports and imports.

use std::sync::LazyLock;

use super::chars::Chars;
use super::story::{Passage, item};

/// How many characters before a figure tell which part it is.
const NEAR: usize = 14;

/// Parts that do not overlap.
pub struct Partition {
    /// Words for the parts.
    pub parts: Vec<&'static str>,
    /// The word that names them together.
    pub whole: Option<&'static str>,
    /// Whether there are no other parts.
    pub all: bool,
}

/// The partitions.
pub static PARTITIONS: LazyLock<Vec<Partition>> = LazyLock::new(|| {
    let row = |[parts, whole, all, _]: [&'static str; 4]| Partition {
        parts: parts.split(' ').collect(),
        whole: Some(whole).filter(|word| *word != "-"),
        all: all == "all",
    };
    table!("check-partitions.tsv").map(row).collect()
});

/// What tells which part a figure is.
pub struct Label<'a> {
    figure: usize,
    before: &'a [char],
    item: Option<&'a str>,
}

impl<'a> Label<'a> {
    /// The label of a figure: the words before it, up to the figure before, and what it counts.
    pub fn of(passage: &Passage<'a>, figure: usize) -> Self {
        let floor = figure.checked_sub(1).map_or(0, |before| passage.range(before).end);
        let end = passage.range(figure).start;
        let start = floor.max(passage.sentence_at(end).start).max(end.saturating_sub(NEAR)).min(end);
        Label { figure, before: passage.text(start..end), item: item(&passage.figures[figure]) }
    }
}

impl Partition {
    /// Part and figure of the figures that are parts, by the nearest of their words.
    pub fn parts_of(&self, labels: &[Label]) -> Vec<(usize, usize)> {
        labels.iter().filter_map(|label| Some((self.part(label)?, label.figure))).collect()
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
