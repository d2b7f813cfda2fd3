//! Tables of words, and sieves before them. Nearly every word of a text is in none of the tables it is looked up in, and
//! to search them each time would be a good part of an analysis; a few bits tell as much.

mod chars;
mod endings;
mod openings;
mod words;

pub use chars::{CharSet, Sieve, begin_with};
pub use endings::Endings;
pub use openings::Openings;
pub use words::{Slot, Words};
