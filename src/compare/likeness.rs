//! How much two figures are alike, and in what they differ.

use super::amount::{count_alike, decimal};
use super::profile::{Profile, tail};
use super::when::Agreement;
use crate::check::interval::{Interval, last_digit};
use crate::model::{Bound, ChangeRole, Difference, Figure, FigureKind, Provenance};
use crate::sorting::sort_by_key;

/// How the values of two figures go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Equal, if need be in another decimal unit.
    Equal,
    /// The claim rounds the source.
    Rounded,
    /// Equal in another unit.
    Converted,
    /// What the claim says less exactly holds of the source: 102台, 100余台.
    Implied,
    /// Unequal, but not by much.
    Near,
    /// Unequal.
    Far,
}

impl Value {
    /// Whether the claim's value is the source's.
    pub fn is_same(self) -> bool {
        !matches!(self, Value::Near | Value::Far)
    }
}

/// What comes of holding a figure of the claim against one of the source.
#[derive(Debug, Clone)]
pub struct Likeness {
    /// How alike.
    pub score: f64,
    /// How the values go together.
    pub value: Value,
    /// In what they differ besides the value.
    pub differences: Vec<Difference>,
    /// How many words around the figures they share, 0 to 1.
    around: f64,
}

impl Likeness {
    /// Whether no other figure can be more alike.
    pub fn is_perfect(&self) -> bool {
        self.value == Value::Equal && self.differences.is_empty() && self.around > 0.9
    }

    /// Whether only the number is the same, and everything else another matter.
    pub fn is_chance(&self) -> bool {
        let other = |difference| self.differences.contains(&difference);
        let unit = other(Difference::Unit);
        (other(Difference::Item) && (unit || self.around < 0.2))
            || unit && self.around < 0.15
            || self.differences.len() > 2 && self.around < 0.3
    }
}

/// Holds a figure of the claim against one of the source; none where they are of different kinds.
pub fn of(claim: &Profile, source: &Profile) -> Option<Likeness> {
    let (c, s) = (claim.figure, source.figure);
    let one = claim.amount.dimension == source.amount.dimension;
    let printed = c.value.is_some() && c.value == s.value;
    // One number with two units that convert: 300亩 and 300公顷.
    let mistaken = one && printed && claim.amount.factor != source.amount.factor;
    let value = match one {
        true if mistaken => Value::Equal,
        true => value(claim, source),
        false => Value::Far,
    };
    // Another kind is looked at only where it may be a unit gone wrong.
    let value = match one {
        true => value,
        false if printed && confusable(c, s) => Value::Equal,
        false => return None,
    };
    let mut differences = Vec::new();
    let mut score = match value {
        Value::Equal => 6.0,
        Value::Rounded | Value::Converted => 5.0,
        Value::Implied => 3.5,
        Value::Near => 1.0,
        Value::Far => 0.0,
    };
    let mut weigh = |differs: Option<bool>, what: Difference, bonus: f64, malus: f64| match differs {
        Some(false) => score += bonus,
        Some(true) => {
            score -= malus;
            differences.push(what);
        }
        None => {}
    };
    let unit_differs = !one || mistaken || c.kind == FigureKind::Count && !count_alike(c, s);
    weigh(Some(unit_differs), Difference::Unit, 1.0, 2.0);
    weigh(value.is_same().then(|| bound_differs(c, s)), Difference::Bound, 0.5, 0.5);
    let around = overlap(claim, source);
    weigh(item_differs(claim, source, around), Difference::Item, 3.0, 4.0);
    weigh(subject_differs(claim, source), Difference::Subject, 2.0, 3.5);
    let when = claim.when.as_ref().zip(source.when.as_ref()).map(|(a, b)| a.agrees(b));
    weigh(
        when.filter(|when| *when != Agreement::Unknown).map(|when| when == Agreement::Other),
        Difference::Time,
        2.0,
        2.0,
    );
    weigh(change_differs(c, s), Difference::Change, 1.5, 2.0);
    weigh(Some(c.status != s.status), Difference::Status, 0.0, 1.0);
    if c.each != s.each {
        score -= 2.0;
    }
    score += 4.0 * around;
    sort_by_key(&mut differences, |difference| *difference);
    Some(Likeness { score, value, differences, around })
}

/// How many of the words around the figures they share.
fn overlap(claim: &Profile, source: &Profile) -> f64 {
    let least = claim.pairs.len().min(source.pairs.len());
    if least == 0 {
        return 0.0;
    }
    claim.shared(source) as f64 / least as f64
}

/// Whether one unit is written for the other now and then.
fn confusable(a: &Figure, b: &Figure) -> bool {
    use FigureKind::{Count, Duration, Measure, Money, Multiple, Percent, PercentagePoint};
    matches!(
        (a.kind, b.kind),
        (Percent | PercentagePoint | Multiple, Percent | PercentagePoint | Multiple)
            | (Money, Money)
            | (Measure, Measure)
            | (Duration, Duration)
            | (Count | Measure, Count | Measure)
    )
}

fn value(claim: &Profile, source: &Profile) -> Value {
    let (c, s) = (claim.figure, source.figure);
    let (Some(a), Some(b)) = (claim.amount.value, source.amount.value) else {
        return ranges(claim, source);
    };
    let close = |a: f64, b: f64, by: f64| (a - b).abs() <= by * a.abs().max(b.abs());
    if close(a, b, 1e-9) {
        let written = decimal(claim.amount.factor, source.amount.factor);
        return if written { Value::Equal } else { Value::Converted };
    }
    if c.bound == Bound::Exact && s.bound == Bound::Exact || c.bound == s.bound {
        let rounding = c.written.scale > 0
            || c.written.decimals > 0
            || matches!(c.kind, FigureKind::Percent | FigureKind::Measure);
        // What converts by a broken number is rounded, too.
        let converted = claim.amount.factor != source.amount.factor && close(a, b, 0.01);
        let half = last_digit(c) * claim.amount.factor * 0.5;
        let finer = last_digit(s) * source.amount.factor < last_digit(c) * claim.amount.factor;
        if converted {
            return Value::Converted;
        }
        if rounding && finer && (a - b).abs() <= half * (1.0 + 1e-9) {
            return Value::Rounded;
        }
        // 三分之一 and 33.3%.
        if c.kind != s.kind
            && (a - b).abs() <= half.max(last_digit(s) * source.amount.factor * 0.5)
            && half < 1.0 + 1e-9
        {
            return Value::Rounded;
        }
    }
    let implied = match (c.bound, s.bound) {
        (Bound::About, _) => close(a, b, 0.05),
        (Bound::More, Bound::Exact | Bound::More) => b > a && b < a + leading(a),
        (Bound::AtLeast, Bound::Exact | Bound::More | Bound::AtLeast) => b > a && b < a * 2.0,
        (Bound::Less, Bound::Exact | Bound::Less) => b < a && close(a, b, 0.1),
        (Bound::AtMost, Bound::Exact | Bound::Less | Bound::AtMost) => b < a && b > a * 0.5,
        _ => false,
    };
    match implied {
        true if c.bound == Bound::About => Value::Rounded,
        true => Value::Implied,
        false if a != 0.0 && b != 0.0 && (0.5..=2.0).contains(&(a / b)) => Value::Near,
        false => Value::Far,
    }
}

/// One in the first digit of a number: 100余 goes up to 199.
fn leading(value: f64) -> f64 {
    10f64.powf(value.abs().log10().floor())
}

fn ranges(claim: &Profile, source: &Profile) -> Value {
    let (c, s) = (claim.figure, source.figure);
    if c.bound == Bound::Vague || s.bound == Bound::Vague {
        // 多家 holds of 12家; 12家 does not follow from 多家.
        let several = c.bound == Bound::Vague && c.value.is_none();
        return match (several, c.text == s.text || c.bound == s.bound) {
            (true, true) => Value::Equal,
            (true, false) => Value::Implied,
            _ => Value::Far,
        };
    }
    let (Some(a), Some(b)) = (claim.amount.interval, source.amount.interval) else { return Value::Far };
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    let within = |inner: Interval, outer: Interval| inner.low >= outer.low && inner.high <= outer.high;
    match () {
        () if c.value.is_none() && s.value.is_none() && same(a.low, b.low) && same(a.high, b.high) => Value::Equal,
        () if c.value.is_none() && within(b, a) => Value::Implied,
        () if a.meets(b) => Value::Near,
        () => Value::Far,
    }
}

/// Whether the claim drops, adds or turns a bound. What the claim says less exactly is no difference.
fn bound_differs(c: &Figure, s: &Figure) -> bool {
    let family = |bound| match bound {
        Bound::Less | Bound::AtMost => -1,
        Bound::More | Bound::AtLeast => 1,
        Bound::Exact => 0,
        Bound::About => 2,
        Bound::Vague => 3,
    };
    let equal = c.value == s.value;
    match (family(c.bound), family(s.bound)) {
        (a, b) if a == b => false,
        (2, _) | (_, 3) | (3, _) => false,
        // 102台 is 100余台, but 100台 is not.
        (1 | -1, 0) => equal,
        _ => true,
    }
}

/// Whether the things differ; none where one of them is not named.
fn item_differs(claim: &Profile, source: &Profile, around: f64) -> Option<bool> {
    let (Some((a, end)), Some((b, _))) = (&claim.thing, &source.thing) else {
        // A thing that only one of them names may stand near the other.
        let (named, other) = match (&claim.thing, &source.thing) {
            (Some((_, end)), None) => (end, source),
            (None, Some((_, end))) => (end, claim),
            _ => return None,
        };
        return other.wide.contains(named.as_str()).then_some(false);
    };
    if thing_alike(a, b) || claim.kin.is_some() && claim.kin == source.kin {
        return Some(false);
    }
    // Items are not always read in full: what the one names may stand right beside the other.
    let stands = source.own.contains(a.as_str()) || claim.own.contains(b.as_str());
    let head = source.own.contains(end.as_str()) && around > 0.3;
    // What is measured is named in many ways: 茶叶2600亩, 茶叶种植面积2600亩.
    let counted = matches!(claim.figure.kind, FigureKind::Count);
    Some(!(stands || head || around > 0.6 || !counted && share_pair(a, b)))
}

/// Whether two phrases have two neighbouring characters in common.
fn share_pair(a: &str, b: &str) -> bool {
    a.char_indices().any(|(at, first)| {
        let rest = &a[at + first.len_utf8()..];
        rest.chars().next().is_some_and(|second| b.contains(&a[at..at + first.len_utf8() + second.len_utf8()]))
    })
}

/// Whether two noun phrases may name one thing.
pub fn thing_alike(a: &str, b: &str) -> bool {
    if a.ends_with(b) || b.ends_with(a) || short_form(a, b) || short_form(b, a) {
        return true;
    }
    let pairs = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        chars.windows(2).map(|two| (two[0], two[1])).collect::<Vec<_>>()
    };
    let (x, y) = (pairs(a), pairs(b));
    let shared = x.iter().filter(|pair| y.contains(pair)).count();
    let least = x.len().min(y.len());
    least > 0 && shared as f64 / least as f64 >= 0.5 && (tail(a, 2) == tail(b, 2) || shared >= 3)
}

/// Whether the names differ. A name from far away may be the wrong one, so that only near names tell.
fn subject_differs(claim: &Profile, source: &Profile) -> Option<bool> {
    let (a, b) = (claim.figure.subject.as_ref()?, source.figure.subject.as_ref()?);
    let (x, y) = (a.phrase.text.as_str(), b.phrase.text.as_str());
    const HERE: [&str; 12] =
        ["全区", "全市", "全县", "全省", "全国", "全镇", "全州", "该市", "该县", "我市", "我县", "我省"];
    if HERE.contains(&x) || HERE.contains(&y) {
        return None;
    }
    if short_form(x, y) || short_form(y, x) || source.own.contains(x) {
        return Some(false);
    }
    let near = |from: Provenance| matches!(from, Provenance::Clause | Provenance::Sentence);
    let kin = x.chars().next_back() == y.chars().next_back();
    (near(a.from) && (near(b.from) || kin)).then_some(true)
}

/// Whether a name is the short form of another: its characters stand in it in order.
fn short_form(short: &str, full: &str) -> bool {
    let mut rest = full.chars();
    short.chars().count() > 1 && short.chars().all(|c| rest.any(|other| other == c))
}

/// Whether the changes differ; none where neither is one, or only one of them and by its role alone.
fn change_differs(c: &Figure, s: &Figure) -> Option<bool> {
    match (&c.change, &s.change) {
        (Some(a), Some(b)) => {
            let level = |role| role != ChangeRole::By;
            let kind = a.base.as_ref().zip(b.base.as_ref()).is_some_and(|(a, b)| a.kind != b.kind);
            Some(a.direction != b.direction || level(a.role) != level(b.role) || kind)
        }
        // 增长20% of what stood at 20%: by how much is no level.
        (Some(a), None) | (None, Some(a)) => {
            let rate = matches!(c.kind, FigureKind::Percent | FigureKind::PercentagePoint);
            let named = |figure: &Figure| {
                figure
                    .item
                    .as_ref()
                    .is_some_and(|item| ["速", "幅", "率"].iter().any(|end| item.phrase.text.ends_with(end)))
            };
            (rate && a.role == ChangeRole::By && !named(c) && !named(s) && s.share.is_some() != c.share.is_some())
                .then_some(true)
        }
        (None, None) => None,
    }
}
