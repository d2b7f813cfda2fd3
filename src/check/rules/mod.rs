//! The rules, one a file.

use super::report::Out;
use super::story::Story;

mod approximator_clash;
mod change_derived;
mod change_restated;
mod decrease_by_times;
mod decrease_over_100;
mod doubling;
mod enumeration_count;
mod impossible_date;
mod increase_to_vs_by;
mod magnitude_slip;
mod mean_total;
mod part_exceeds_whole;
mod parts_whole;
mod percent_vs_points;
mod same_fact_two_values;
mod shares_over_100;
mod style;
mod unit_drift;
mod weekday_date;

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
pub const RULES: [Rule; 21] = [
    change_restated::RULE,
    change_derived::RULE,
    parts_whole::RULE,
    part_exceeds_whole::RULE,
    shares_over_100::RULE,
    same_fact_two_values::RULE,
    enumeration_count::RULE,
    percent_vs_points::RULE,
    decrease_by_times::RULE,
    increase_to_vs_by::RULE,
    doubling::RULE,
    decrease_over_100::RULE,
    approximator_clash::RULE,
    magnitude_slip::RULE,
    impossible_date::RULE,
    weekday_date::RULE,
    mean_total::RULE,
    unit_drift::RULE,
    style::REDUNDANT_APPROXIMATOR,
    style::MIXED_NUMERAL,
    style::SHORT_YEAR,
];
