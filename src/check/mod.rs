//! Does it add up? Figures held against each other, and against what the calendar and the language allow.
//!
//! A figure is an [`interval`]: what its printed precision and its bound allow. A rule speaks up only where what must
//! hold cannot hold for any value inside the intervals; a difference of one in the last printed digit is never an error.
//! One wrong alarm costs more than one miss.
//!
//! [`story`] is an article as the rules see it, [`pairs`] finds changes from one figure to another, [`words`] puts numbers
//! into words, [`report`] takes what the rules say. Each rule is a file under [`rules`] with its documentation; its corpus
//! is the file of its name under `tests/corpus/checks`.

use crate::model::Analysis;
use crate::present::Item;

mod chars;
mod checks;
mod dates;
mod facts;
pub mod interval;
mod lexicon;
mod pairs;
mod partition;
mod report;
mod rules;
mod story;
mod words;

#[cfg(test)]
mod tests;

pub use checks::{Checks, UnknownRule, rule_ids};
pub use report::Report;
pub use words::number;

/// Runs the checks over an article whose figures and times are the last of the analysis.
pub fn article(analysis: &Analysis, item: Item, checks: &Checks) -> Report {
    let story = story::Story::new(analysis, item);
    let mut report = Report::default();
    for rule in checks.enabled() {
        let mut out = report::Out::new(rule.id, &mut report);
        (rule.run)(&story, &mut out);
        out.finish();
    }
    report
}
