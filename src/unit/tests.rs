//! The tables hold what they should, and units are found where they stand and nowhere else.

use std::collections::HashSet;

use super::table::{FILES, TABLE, lines, row};
use super::*;

#[test]
fn every_line_is_a_row() {
    for (name, text, class) in FILES {
        for line in lines(text) {
            if let Err(error) = row(line, class) {
                panic!("{name}: {error}");
            }
        }
    }
    assert!(TABLE.rows().len() > 500);
}
