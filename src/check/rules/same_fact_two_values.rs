//! `same-fact-two-values`: one fact told more than once, with two values: 102台特种设备 three times and 120台特种设备 once,
//! or a headline and a text that differ.
//!
//! Different facts of one kind are common, so a second value is flagged only where it looks like a slip of the pen (two
//! digits exchanged, one wrong or missing) next to a value that is repeated, or next to a single one of exactly the same
//! thing, subject and time. Powers of ten are `magnitude-slip`'s.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::{Rule, magnitude_slip};
use crate::check::facts::{Fact, alike, identical};
use crate::check::interval::{Interval, last_digit};
use crate::check::report::{About, Out, say};
use crate::check::story::{Story, item};
use crate::check::words::amount;
use crate::model::{Bound, Figure, Role, Severity};
use crate::sorting::sort_by_key;

/// The rule.
pub const RULE: Rule = Rule { id: "same-fact-two-values", on: true, run };

/// With more values than this a thing is counted again and again, each time another lot.
const VALUES: usize = 8;
/// From this value on two equal numbers are seldom chance.
const LARGE: f64 = 10.0;

fn run(story: &Story, out: &mut Out) {
    let mut told = Told::default();
    // The largest first: what is told of it need not be told of its parts.
    let mut groups: Vec<Vec<&Fact>> = story.facts().groups().collect();
    sort_by_key(&mut groups, |facts| Reverse(facts.len()));
    for facts in groups {
        let bits = |fact: &Fact| fact.figure.value.map(f64::to_bits);
        let large = |fact: &&&Fact| fact.figure.value.is_some_and(|value| value >= LARGE);
        let mut exact: Vec<&Fact> =
            facts.iter().filter(|fact| fact.figure.bound == Bound::Exact).filter(large).copied().collect();
        sort_by_key(&mut exact, |fact| bits(fact));
        let values: Vec<&[&Fact]> = exact.chunk_by(|a, b| bits(a) == bits(b)).collect();
        if values.len() <= VALUES {
            for same in values.iter().filter(|same| same.len() > 1) {
                agreed(same, &mut told, out);
            }
            for fact in values.iter().filter(|same| same.len() == 1).map(|same| same[0]) {
                for same in values.iter().filter(|same| same[0].figure.value != fact.figure.value) {
                    slipped(fact, same, &mut told, out);
                }
            }
        }
        headline(&facts, &mut told, out);
    }
}

/// Figures of which something was said, by where they stand: a fact has several places in the table.
type Told = FxHashSet<u32>;

fn agreed(same: &[&Fact], told: &mut Told, out: &mut Out) {
    let fresh = same.iter().all(|fact| !told.contains(&fact.figure.start));
    if fresh && same.windows(2).all(|two| alike(two[0], two[1])) {
        told.extend(same.iter().map(|fact| fact.figure.start));
        let message = say(
            format!("“{}”出现{}次，数值一致", same[0].figure.text, same.len()),
            format!("{} is stated {} times, with one value", same[0].figure.text, same.len()),
        );
        out.agree(About::figures(same.iter().map(|fact| fact.figure)), None, message);
    }
}

/// Holds a value against others of what may be the same fact.
fn slipped(fact: &Fact, same: &[&Fact], told: &mut Told, out: &mut Out) {
    let (Some(a), Some(b)) = (fact.figure.decimal.as_deref(), same[0].figure.decimal.as_deref()) else { return };
    if magnitude_slip::ten_fold(fact.figure, same[0].figure).is_some() {
        return;
    }
    let others = same.iter().filter(|other| alike(fact, other)).count();
    let repeated = others > 1 && (looks_like(a, b, 2) || others > 2 && same.iter().any(|other| identical(fact, other)));
    // Of two single values the one that stands first is the reference, so that each pair is told once.
    let single =
        same.len() == 1 && same[0].figure.start < fact.figure.start && identical(fact, same[0]) && looks_like(a, b, 3);
    if !repeated && !single || !told.insert(fact.figure.start) {
        return;
    }
    let about = About::figures(same.iter().map(|other| other.figure).chain([fact.figure]));
    let (severity, times) = if repeated { (Severity::Error, same.len()) } else { (Severity::Warning, 1) };
    let message = say(
        format!("“{}”与别处的“{}”（{times}处）不一致", fact.figure.text, same[0].figure.text),
        format!("{} differs from {}, stated in {times} other place(s)", fact.figure.text, same[0].figure.text),
    );
    out.find(severity, about, Some(format!("{} ≠ {}", amount(fact.figure), amount(same[0].figure))), message);
}

/// Whether two numbers of at least `size` digits differ as a slip does: digits exchanged, one wrong, one too many.
fn looks_like(a: &str, b: &str, size: usize) -> bool {
    let digits = |text: &str| -> Vec<u8> { text.trim_end_matches('0').bytes().filter(u8::is_ascii_digit).collect() };
    let full = |text: &str| -> Vec<u8> { text.bytes().filter(u8::is_ascii_digit).collect() };
    let (x, y) = (full(a), full(b));
    if x.len().min(y.len()) < size {
        return false;
    }
    let counts = |digits: &[u8]| -> [usize; 10] {
        std::array::from_fn(|value| digits.iter().filter(|digit| usize::from(**digit - b'0') == value).count())
    };
    if x.len() == y.len() {
        let exchanged = counts(&x) == counts(&y);
        let wrong = x.iter().zip(&y).filter(|(a, b)| a != b).count();
        return exchanged || wrong == 1;
    }
    let (long, short) = if digits(a).len() > digits(b).len() { (digits(a), digits(b)) } else { (digits(b), digits(a)) };
    let dropped = |at: usize| long[..at].iter().chain(&long[at + 1..]).eq(short.iter());
    long.len() == short.len() + 1 && short.len() >= size && (0..long.len()).any(dropped)
}

/// Holds what a headline says against the one figure of the text that says it again.
fn headline(facts: &[&Fact], told: &mut Told, out: &mut Out) {
    for title in facts.iter().filter(|fact| matches!(fact.role, Role::Title | Role::Subtitle)) {
        let Some(said) = Interval::of(title.figure) else { continue };
        let body: Vec<&Fact> = facts
            .iter()
            .filter(|fact| !matches!(fact.role, Role::Title | Role::Subtitle) && alike(title, fact))
            .take(VALUES)
            .copied()
            .collect();
        let meets = |fact: &&Fact| {
            Interval::of(fact.figure).is_some_and(|value| value.meets(said.widened(slack(title.figure))))
        };
        if body.is_empty() || body.iter().any(meets) {
            continue;
        }
        let [fact] = body[..] else { continue };
        let near = title
            .figure
            .value
            .zip(fact.figure.value)
            .is_some_and(|(a, b)| a.max(b) < 3.0 * a.min(b) && a.min(b) >= LARGE);
        if item(title.figure) == item(fact.figure) && near && told.insert(title.figure.start) {
            let message = say(
                format!("标题的“{}”与正文的“{}”不一致", title.figure.text, fact.figure.text),
                format!("the headline says {}, the text {}", title.figure.text, fact.figure.text),
            );
            let sum = format!("{} ≠ {}", amount(title.figure), amount(fact.figure));
            out.find(Severity::Warning, About::figures([title.figure, fact.figure]), Some(sum), message);
        }
    }
}

fn slack(figure: &Figure) -> f64 {
    if figure.written.scale > 0 || figure.written.decimals > 0 { last_digit(figure) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::looks_like;

    #[test]
    fn slips_look_alike() {
        for (a, b) in [("102", "120"), ("446", "464"), ("380", "280"), ("1286", "1826"), ("1286", "126")] {
            assert!(looks_like(a, b, 2), "{a} {b}");
        }
        for (a, b) in [("102", "310"), ("5", "6"), ("100", "1000"), ("1286", "35")] {
            assert!(!looks_like(a, b, 2), "{a} {b}");
        }
    }
}
