//! What a reader says of the layout: breaks that stay or go, and roles. It beats all evidence.

use rustc_hash::FxHashMap;

use serde::Deserialize;

use crate::model::{Role, Span};
use crate::page::items::Draft;
use crate::page::lines::Lines;
use crate::source::Source;

/// Corrections of a page's layout. Offsets are UTF-16 code units of the text as given; one that hits nothing is ignored.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Corrections {
    /// Layout breaks that stay: the `at` of a [`Join`](crate::model::Join), or any offset of the white space there.
    pub breaks: Vec<u32>,
    /// Layout breaks that are removed: any offset of the white space between two lines. One that is also in `breaks`
    /// stays, since a wrong join is worse than a missed one.
    pub joins: Vec<u32>,
    /// Roles of blocks; the last one given to a block counts.
    pub roles: Vec<RoleAt>,
}

/// The role of the block at an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct RoleAt {
    /// Any offset of the block.
    pub at: u32,
    /// What the block is.
    pub role: Role,
}

/// What becomes of the break before a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// It ends a block.
    Stays,
    /// It is layout.
    Goes,
}

impl Corrections {
    /// What is asked for, by the line behind the break.
    pub fn breaks_of(&self, lines: &Lines, source: &Source) -> FxHashMap<usize, Break> {
        let mut asked = FxHashMap::default();
        if self.breaks.is_empty() && self.joins.is_empty() {
            return asked;
        }
        let starts: Vec<u32> = (0..lines.lines.len()).map(|line| source.utf16(lines.start_of(line))).collect();
        // Those that stay come last and win.
        let goes = self.joins.iter().map(|&at| (at, Break::Goes));
        for (at, what) in goes.chain(self.breaks.iter().map(|&at| (at, Break::Stays))) {
            let line = starts.partition_point(|&start| start <= at);
            if line > 0 && line < starts.len() && at >= source.utf16(lines.end_of(line - 1)) {
                asked.insert(line, what);
            }
        }
        asked
    }

    /// The roles asked for, by block.
    pub fn roles_of(&self, drafts: &[Draft]) -> FxHashMap<usize, Role> {
        let hit = |RoleAt { at, role }: &RoleAt| {
            let block = drafts.partition_point(|draft| draft.reading.start_of(0) <= *at).checked_sub(1)?;
            let reading = &drafts[block].reading;
            let Span { start, end } = reading.span(0..reading.len());
            (start..end).contains(at).then_some((block, *role))
        };
        self.roles.iter().filter_map(hit).collect()
    }
}
