//! What a figure means: the counted thing, and who, when and how around it.

use std::ops::Range;

use crate::figure::Draft;
use crate::model::Order;
use crate::page;
use crate::time;
use crate::words::Line;

mod item;

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

/// What the text around a figure says of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meaning {
    /// What is counted: characters of the block, and whether it stands before or after the number.
    pub item: Option<(Range<usize>, Order)>,
    /// 各, 每, 人均.
    pub each: bool,
}

/// Reads the meaning of every figure of a block.
pub fn interpret(draft: &BlockDraft) -> Vec<Meaning> {
    draft
        .figures
        .iter()
        .map(|figure| Meaning { item: item::of(draft, figure), each: item::each(draft, figure) })
        .collect()
}
