//! The rules, one a file.

use super::report::Out;
use super::story::Story;

mod change_derived;
mod change_restated;
mod decrease_by_times;
mod decrease_over_100;
mod percent_vs_points;

/// A rule.
pub struct Rule {
    /// Its name.
    pub id: &'static str,
    /// Whether it runs unless it is turned off; disputed rules of style do not.
    pub on: bool,
    /// Says what it has to say of an article.
    pub run: fn(&Story, &mut Out),
}

/// All rules.
pub const RULES: [Rule; 5] = [
    change_restated::RULE,
    change_derived::RULE,
    decrease_by_times::RULE,
    decrease_over_100::RULE,
    percent_vs_points::RULE,
];
