//! `change-restated`: a change is given from one figure to another and once more as a percentage, a multiple or an amount,
//! and the two do not agree: 由80家增至100家，增长20% (it is 25%).
//!
//! A single shortening of an unnamed time (将5天缩减至1天) is also held against the percentage that a paragraph near by gives for
//! a time limit (审批时限缩短60%). They may be two matters, so that is a warning.
//!
//! Doublings, points against per cent, and decreases of more than all are other rules' matter.

use super::Rule;
use crate::check::interval::{Interval, last_digit};
use crate::check::pairs::Pair;
use crate::check::report::{About, Out, say};
use crate::check::story::{Story, item, unit};
use crate::check::words::{amount, digits, number};
use crate::model::{ChangeRole, Direction, Figure, FigureKind, Severity, Status};

/// The rule.
pub const RULE: Rule = Rule { id: "change-restated", on: true, run };

fn run(story: &Story, out: &mut Out) {
    for pair in story.pairs() {
        for figure in &pair.restated {
            compare(pair, figure, out);
        }
    }
    near_by(story, out);
}

/// How many paragraphs behind the change a percentage may stand.
const NEAR: usize = 2;
/// What a time that is shortened is called.
const TIMES: [&str; 8] = ["时限", "时间", "时长", "周期", "耗时", "期限", "工期", "用时"];

/// Holds the one shortened time of a story against a percentage near by.
fn near_by(story: &Story, out: &mut Out) {
    let shorter = |pair: &&Pair| pair.end().kind == FigureKind::Duration && pair.direction() == Direction::Down;
    let mut shorter = story.pairs().iter().filter(shorter);
    let (Some(pair), None) = (shorter.next(), shorter.next()) else { return };
    if item(pair.end()).is_some() || !pair.restated.is_empty() {
        return;
    }
    let behind = story.passages[pair.passage.number..].iter().take(NEAR + 1).flat_map(|passage| passage.figures);
    let mut percentages = behind.filter(|figure| {
        let falls = figure.change.as_ref().is_some_and(|change| {
            change.role == ChangeRole::By && change.direction == Direction::Down && change.base.is_none()
        });
        let time = item(figure).is_some_and(|item| TIMES.iter().any(|word| item.ends_with(word)));
        figure.kind == FigureKind::Percent
            && falls
            && time
            && figure.start > pair.end().start
            && figure.status == Status::Actual
    });
    let (Some(figure), None) = (percentages.next(), percentages.next()) else { return };
    let (Some(expected), Some(said)) = (expected(pair, figure), Interval::of(figure)) else { return };
    let about = About::figures(pair.figures().chain([figure]));
    let arithmetic = Some(format!("{} = {}%", expected.sum, digits(expected.value)));
    let (from, to, result) = (&pair.from.text, &pair.end().text, digits(expected.value));
    if expected.interval.widened(last_digit(figure)).meets(said) {
        let message = say(
            format!("{from}到{to}，与“{}”一致", figure.text),
            format!("{from} to {to} agrees with {}", figure.text),
        );
        return out.agree(about, arithmetic, message);
    }
    let message = say(
        format!("前文{from}到{to}是缩短{result}%；若指同一事项，与“{}”不符", figure.text),
        format!("{from} to {to} above is a cut of {result}%; if this is the same matter, {} does not fit", figure.text),
    );
    out.find(Severity::Warning, about, arithmetic, message);
}

/// What the two ends make of it, in the unit of the figure that restates it.
pub struct Expected {
    /// The size of the change.
    pub interval: Interval,
    /// The same for the values as printed.
    pub value: f64,
    /// The calculation without its result.
    pub sum: String,
}

/// What a figure should say that restates the change; none where the two cannot be compared.
pub fn expected(pair: &Pair, figure: &Figure) -> Option<Expected> {
    let (from, to) = (pair.from.interval, Interval::of(pair.end())?);
    let (old, new) = (pair.from.value, pair.end().value?);
    let end = pair.end();
    match figure.kind {
        FigureKind::Percent if !figure.each => relative(from, to, old, new, 100.0),
        FigureKind::Multiple if figure.rule != "doubling" => relative(from, to, old, new, 1.0),
        FigureKind::PercentagePoint if end.kind == FigureKind::Percent => absolute(from, to, old, new),
        _ if figure.kind == end.kind && unit(figure) == unit(end) => absolute(from, to, old, new),
        _ => None,
    }
}

fn relative(from: Interval, to: Interval, old: f64, new: f64, times: f64) -> Option<Expected> {
    let ratio = to.over(from)?;
    let share = Interval { low: ratio.low - 1.0, high: ratio.high - 1.0 };
    let percent = if times == 100.0 { " × 100%" } else { "" };
    let (large, small) = if new >= old { (new, old) } else { (old, new) };
    let sum = format!("({} − {}) ÷ {}{percent}", number(large), number(small), number(old));
    Some(Expected { interval: share.size().scaled(times), value: ((new - old) / old * times).abs(), sum })
}

fn absolute(from: Interval, to: Interval, old: f64, new: f64) -> Option<Expected> {
    let (large, small) = if new >= old { (new, old) } else { (old, new) };
    let sum = format!("{} − {}", number(large), number(small));
    Some(Expected { interval: to.minus(from).size(), value: (new - old).abs(), sum })
}

fn compare(pair: &Pair, figure: &Figure, out: &mut Out) {
    let Some(expected) = expected(pair, figure) else { return };
    let Some(said) = Interval::of(figure) else { return };
    let falls = pair.direction() == Direction::Down;
    // Left to percent-vs-points, decrease-over-100 and decrease-by-times.
    let points = figure.kind == FigureKind::Percent && pair.end().kind == FigureKind::Percent;
    let over = falls && (figure.kind == FigureKind::Percent && said.low > 100.0 || figure.kind == FigureKind::Multiple);
    if over || points && super::percent_vs_points::in_points(pair, said) || super::magnitude_slip::of_pair(pair) {
        return;
    }
    let result = if figure.kind == FigureKind::Percent {
        format!("{}%", digits(expected.value))
    } else {
        number(expected.value)
    };
    let arithmetic = Some(format!("{} = {result}", expected.sum));
    let against = figure.change.as_ref().is_some_and(|change| change.direction != pair.direction());
    // Of 3倍 one more would be another statement: 增长3倍 is 增长到4倍.
    let slack = last_digit(figure) * if figure.kind == FigureKind::Multiple { 0.5 } else { 1.0 };
    if !against && expected.interval.widened(slack).meets(said) {
        let message = say(
            format!("{}到{}，与“{}”一致", pair.from.text, pair.end().text, figure.text),
            format!("{} to {} agrees with {}", pair.from.text, pair.end().text, figure.text),
        );
        return out.agree(pair.about(Some(figure)), arithmetic, message);
    }
    let (way, verb) = if falls { ("减少", "a decrease") } else { ("增加", "an increase") };
    let unit = if figure.kind == FigureKind::Percent { "" } else { figure.unit.as_ref().map_or("", |unit| &unit.text) };
    let message = say(
        format!("{}到{}是{way}{result}{unit}，不是“{}”", pair.from.text, amount(pair.end()), figure.text),
        format!("{} to {} is {verb} of {result}{unit}, not {}", pair.from.text, amount(pair.end()), figure.text),
    );
    out.find(Severity::Error, pair.about(Some(figure)), arithmetic, message);
}
