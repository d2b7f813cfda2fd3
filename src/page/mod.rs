//! The page rebuilt: lines become blocks, blocks get roles, items of the page are told apart.
//!
//! No character is lost or invented: the non-white-space characters of all blocks, in order, are those of the text.
//! White space at the edges of lines is layout and goes; the zero width space and the byte order mark count as white
//! space and go wherever they stand. A hyphen at the end of a line stays, since it may belong to the word.

use std::ops::Range;

use crate::model::{ArticleKind, Join, Role};
use crate::reading::Reading;
use crate::source::Source;
use crate::words::Segmenter;

mod corrections;
mod cues;
mod items;
mod joins;
mod lines;
mod names;
mod roles;
mod shape;
mod width;

pub use corrections::{Corrections, RoleAt};
pub use roles::lead;

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
pub fn rebuild(source: &Source, segmenter: &Segmenter, corrections: &Corrections) -> Vec<Article> {
    let lines = lines::Lines::new(source);
    let asked = corrections.breaks_of(&lines, source);
    let mut drafts = Vec::new();
    for run in joins::runs(&lines, segmenter, &asked) {
        let mut parts = lines.parts(run.first..run.end);
        let mut joins = Vec::with_capacity(run.removed.len());
        for line in run.first..run.end {
            lines.add_to(line, source, &mut parts);
            if let Some(removed) = run.removed.get(line - run.first) {
                let end = lines.end_of(removed.line);
                joins.push(Join { at: source.utf16(end), rule: removed.rule });
                if removed.space {
                    parts.push(source, lines.space_behind(removed.line));
                }
            }
        }
        let layout = &lines.lines[run.first];
        drafts.push(items::Draft { reading: parts.finish(), joins, blanks: layout.blanks });
    }
    let asked = corrections.roles_of(&drafts);
    items::arrange(drafts, segmenter, asked)
}
