//! The page rebuilt: lines become blocks, blocks get roles, items of the page are told apart.
//!
//! No character is lost or invented: the non-white-space characters of all blocks, in order, are those of the text.

use std::ops::Range;

use crate::model::{ArticleKind, Join, Role};
use crate::reading::Reading;
use crate::source::Source;
use crate::words::Segmenter;

/// One item of the page.
pub struct Article {
    /// Article or photo.
    pub kind: ArticleKind,
    /// The title: block and characters of its reading.
    pub title: Option<(usize, Range<usize>)>,
    /// Names of the byline: block and characters of its reading.
    pub authors: Vec<(usize, Range<usize>)>,
    /// Blocks in reading order; never empty.
    pub blocks: Vec<Block>,
}

/// One block of the page.
pub struct Block {
    /// What it is to its article.
    pub role: Role,
    /// Its text, rejoined.
    pub reading: Reading,
    /// Layout breaks that were removed.
    pub joins: Vec<Join>,
}

/// Rebuilds a page. The segmenter is a witness for joins: a dictionary word may span a layout break.
pub fn rebuild(source: &Source, _segmenter: &Segmenter) -> Vec<Article> {
    let text = source.text();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let end = start + line.trim().len();
        at += line.len();
        if start < end {
            let reading = Reading::new(source, &[start..end]);
            blocks.push(Block { role: Role::Paragraph, reading, joins: Vec::new() });
        }
    }
    if blocks.is_empty() {
        return Vec::new();
    }
    vec![Article { kind: ArticleKind::Article, title: None, authors: Vec::new(), blocks }]
}
