//! Calendar times: expressions, their EDTF (ISO 8601-2) values, and their resolution against a date.

use std::ops::Range;

/// A time expression in the characters of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Characters of the reading.
    pub range: Range<usize>,
    /// EDTF of what the words themselves say.
    pub value: Option<String>,
}

/// Finds the time expressions of a block, in order, not overlapping.
pub fn scan(_chars: &[char]) -> Vec<Match> {
    Vec::new()
}
