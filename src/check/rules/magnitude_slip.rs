//! `magnitude-slip`: 万 for 亿, or a zero too many: 投资3.2亿元 in one place and 3.2万元 in another, 由3.2亿元增至3.5万元, or a mean
//! that fits its total but for 万.

use rustc_hash::FxHashSet;

use super::{Rule, increase_to_vs_by, mean_total};
use crate::check::facts::{Fact, identical};
use crate::check::pairs::Pair;
use crate::check::report::{About, Out, say};
use crate::check::story::Story;
use crate::check::words::amount;
use crate::model::{Bound, Figure, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "magnitude-slip", on: true, run };

/// With more figures than this a thing is counted again and again, each time another lot.
const MOST: usize = 12;

/// The power of ten between two figures with the same digits; none where they differ, or have one digit only and no
/// scale word.
pub fn ten_fold(a: &Figure, b: &Figure) -> Option<i32> {
    let (x, y) = (a.value?, b.value?);
    let power = (x / y).log10();
    let whole = power.round();
    let exact = x > 0.0 && y > 0.0 && (power - whole).abs() < 1e-9 && whole.abs() >= 1.0;
    let digits = |figure: &Figure| figure.written.mantissa.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let trimmed = |figure: &Figure| {
        let digits = digits(figure);
        digits.iter().copied().rev().skip_while(|digit| *digit == b'0').collect::<Vec<_>>()
    };
    let telling = trimmed(a).len() > 1 || a.written.scale != b.written.scale;
    (exact && telling && trimmed(a) == trimmed(b)).then_some(whole as i32)
}

/// Whether a change that goes the wrong way would be right with another scale word.
pub fn of_pair(pair: &Pair) -> bool {
    let Some(new) = pair.end().value else { return false };
    let ratio = new / pair.from.value;
    let far = |factor: f64| (0.2..5.0).contains(&(ratio / factor));
    far(1e-4) || far(1e-8) || far(1e4) || far(1e8)
}

fn run(story: &Story, out: &mut Out) {
    let mut seen = FxHashSet::default();
    for facts in story.facts().groups().filter(|facts| facts.len() <= MOST) {
        for (at, fact) in facts.iter().enumerate() {
            if let Some(other) = facts[..at].iter().find(|other| twice(fact, other))
                && seen.insert(fact.figure.start)
            {
                let figures = [other.figure, fact.figure];
                told(figures, About::figures(figures), out);
            }
        }
    }
    for pair in story.pairs() {
        let Some(from) = pair.from.figure.map(|from| &pair.passage.figures[from]) else { continue };
        if of_pair(pair) && (increase_to_vs_by::is_contrary(pair) || scaled(pair)) {
            told([from, pair.end()], About::figures([from, pair.end()]), out);
        }
    }
    for passage in &story.passages {
        for figure in 0..passage.figures.len() {
            if let Some(mean) = mean_total::mean(passage, figure)
                && !mean.product.meets(mean.total)
                && mean_total::slipped(&mean)
                && mean.figures.iter().all(|figure| figure.bound == Bound::Exact)
            {
                let [each, _, total] = mean.figures;
                told([each, total], About::figures(mean.figures), out);
            }
        }
    }
}

/// Whether the ends of a change differ by a scale word that only one of them has.
fn scaled(pair: &Pair) -> bool {
    let mut scales = pair.figures().map(|figure| figure.written.scale);
    scales.next() != scales.next()
        && pair.figures().all(|figure| figure.bound == Bound::Exact && figure.written.scale > 0)
}

fn twice(a: &Fact, b: &Fact) -> bool {
    a.figure.bound == b.figure.bound && identical(a, b) && ten_fold(a.figure, b.figure).is_some()
}

fn told([a, b]: [&Figure; 2], about: About, out: &mut Out) {
    let message = say(
        format!("“{}”与“{}”相差悬殊，是否写错了万、亿或位数？", a.text, b.text),
        format!("{} and {} lie powers of ten apart: is 万, 亿 or a zero wrong?", a.text, b.text),
    );
    out.find(Severity::Warning, about, Some(format!("{} : {}", amount(a), amount(b))), message);
}
