//! Sums, differences, shares and changes of figures of the source.
//!
//! Only figures that stand near each other are combined, so that the number of results grows with that of the figures.
//! A result that happens to fit proves nothing: the claim must say that it is a sum, a difference or a share, or be of
//! the same thing.

use rustc_hash::FxHashMap;

use super::likeness::thing_alike;
use super::profile::Profile;
use crate::check::interval::last_digit;
use crate::check::number;
use crate::model::{Bound, ChangeRole, Direction, Figure, FigureKind};
use crate::sorting::sort_by;

/// How many figures of one dimension behind a figure it is combined with, and how many make a sum.
const REACH: usize = 4;
const TERMS: usize = 8;
/// How many fitting results are looked at.
const LOOK: usize = 24;

/// How a result comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The sum of so many figures of one dimension, from the first on.
    Sum,
    /// The larger less the smaller.
    Difference,
    /// How much more, in per cent, the second is than the first; negative where it is less.
    Change,
    /// The first as a percentage of the second.
    Share,
    /// How many times the first the second is.
    Times,
    /// The first for each of the second.
    Mean,
}

/// One result.
#[derive(Debug, Clone, Copy)]
struct Result {
    value: f64,
    way: Way,
    first: u32,
    /// The second figure; of a sum the last.
    second: u32,
}

/// All results by dimension, in order of value.
pub struct Derived(FxHashMap<String, Vec<Result>>);

/// How a figure follows from the source.
pub struct Derivation {
    /// The figures it follows from.
    pub sources: Vec<usize>,
    /// The calculation.
    pub arithmetic: String,
}

impl Derived {
    /// Combines the figures of the source.
    pub fn new(sources: &[Profile]) -> Self {
        let mut lists: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let usable = |source: &Profile| source.amount.value.is_some() && source.figure.bound == Bound::Exact;
        for (number, source) in sources.iter().enumerate().filter(|(_, source)| usable(source)) {
            lists.entry(&source.amount.dimension).or_default().push(number);
        }
        let mut derived = Derived(FxHashMap::default());
        for (dimension, list) in &lists {
            for (at, &first) in list.iter().enumerate() {
                derived.sums(dimension, &list[at..], sources);
                for &second in list[at + 1..].iter().take(REACH) {
                    derived.pair(dimension, first, second, sources);
                }
            }
        }
        // Totals and counts of one sentence make means.
        for (first, source) in sources.iter().enumerate().filter(|(_, source)| usable(source)) {
            let from = first.saturating_sub(2);
            for (second, other) in sources.iter().enumerate().take(first + 3).skip(from) {
                let count = other.figure.kind == FigureKind::Count
                    && usable(other)
                    && other.figure.sentence == source.figure.sentence;
                if let (true, Some(total), Some(size)) =
                    (count && first != second, source.amount.value, other.amount.value)
                    && size > 1.0
                {
                    derived.add(&source.amount.dimension, total / size, Way::Mean, first, second);
                }
            }
        }
        derived.0.values_mut().for_each(|list| sort_by(list, |a, b| a.value.total_cmp(&b.value)));
        derived
    }

    fn add(&mut self, dimension: &str, value: f64, way: Way, first: usize, second: usize) {
        if value.is_finite() {
            let result = Result { value, way, first: first as u32, second: second as u32 };
            match self.0.get_mut(dimension) {
                Some(list) => list.push(result),
                None => drop(self.0.insert(dimension.to_owned(), vec![result])),
            }
        }
    }

    fn sums(&mut self, dimension: &str, list: &[usize], sources: &[Profile]) {
        let adds = |figure: &Figure| {
            matches!(
                figure.kind,
                FigureKind::Count
                    | FigureKind::Measure
                    | FigureKind::Money
                    | FigureKind::Duration
                    | FigureKind::Percent
            )
        };
        let block = sources[list[0]].figure.block;
        let mut sum = 0.0;
        for (size, &number) in list.iter().take(TERMS).enumerate() {
            let figure = sources[number].figure;
            if !adds(figure) || figure.block > block + 1 || figure.article != sources[list[0]].figure.article {
                break;
            }
            sum += sources[number].amount.value.unwrap_or(0.0);
            if size > 0 {
                self.add(dimension, sum, Way::Sum, list[0], number);
            }
        }
    }

    fn pair(&mut self, dimension: &str, first: usize, second: usize, sources: &[Profile]) {
        let (Some(a), Some(b)) = (sources[first].amount.value, sources[second].amount.value) else { return };
        let points = dimension == "share";
        self.add(if points { "points" } else { dimension }, (a - b).abs(), Way::Difference, first, second);
        if a > 0.0 && b > 0.0 && !points && dimension != "ordinal" {
            self.add("share", (b / a - 1.0) * 100.0, Way::Change, first, second);
            self.add("share", (a / b - 1.0) * 100.0, Way::Change, second, first);
            let (part, whole) = if a < b { (first, second) } else { (second, first) };
            self.add("share", a.min(b) / a.max(b) * 100.0, Way::Share, part, whole);
            self.add("multiple", a.max(b) / a.min(b), Way::Times, part, whole);
        }
    }

    /// How a figure of the claim follows from the source, if it does.
    pub fn explain(&self, claim: &Profile, sources: &[Profile]) -> Option<Derivation> {
        let value = claim.amount.value?;
        let figure = claim.figure;
        let list = self.0.get(&claim.amount.dimension)?;
        let slack = match figure.kind {
            FigureKind::Count if figure.written.scale == 0 => 0.0,
            _ => last_digit(figure) * claim.amount.factor * 0.5,
        } + value.abs() * 1e-9;
        let by = figure.change.as_ref().filter(|change| change.role == ChangeRole::By);
        // A fall is a negative change; 增长两倍 is three times as much.
        let falls = by.is_some_and(|change| change.direction == Direction::Down);
        let mut targets = vec![value];
        if figure.kind == FigureKind::Percent && falls {
            targets.push(-value);
        }
        if figure.kind == FigureKind::Multiple && by.is_some() && figure.rule != "doubling" {
            targets = vec![value + 1.0];
        }
        targets.into_iter().find_map(|target| {
            let at = list.partition_point(|result| result.value < target - slack);
            let fitting = list[at..].iter().take_while(|result| result.value <= target + slack).take(LOOK);
            fitting.copied().find_map(|result| proven(claim, result, target, sources))
        })
    }
}

/// The figures and the calculation of a result, where the claim bears it out.
fn proven(claim: &Profile, result: Result, target: f64, sources: &[Profile]) -> Option<Derivation> {
    let (first, second) = (result.first as usize, result.second as usize);
    let (a, b) = (&sources[first], &sources[second]);
    let figure = claim.figure;
    let said = |words: &[&str]| words.iter().any(|word| claim.before.contains(word));
    let change = figure.change.as_ref();
    let by = change.is_some_and(|change| change.role == ChangeRole::By);
    let like = |source: &Profile| match (&figure.item, &source.figure.item) {
        (Some(x), Some(y)) => {
            thing_alike(&x.phrase.text, &y.phrase.text)
                || claim.kin.is_some() && claim.kin == source.kin
                || source.wide.contains(&x.phrase.text)
        }
        (Some(x), None) => source.wide.contains(&x.phrase.text),
        _ => claim.shared(source) > 0,
    };
    let around = |source: &Profile| claim.shared(source) > 0;
    let linked =
        |a: &Figure, b: &Figure| a.change.as_ref().is_some_and(|change| change.partner.as_ref() == Some(&b.id));
    let value = |source: &Profile| number(source.figure.value.unwrap_or_default());
    let total = number(figure.value.unwrap_or_default());
    let (sources_of, arithmetic) = match result.way {
        Way::Sum => {
            let terms: Vec<usize> = (first..=second)
                .filter(|&n| {
                    sources[n].amount.dimension == a.amount.dimension
                        && sources[n].amount.value.is_some()
                        && sources[n].figure.bound == Bound::Exact
                })
                .collect();
            let cue = said(&["共", "合计", "总", "累计", "合", "两", "三", "四", "全年", "分别", "加起来"]);
            let things = terms.iter().filter(|&&n| like(&sources[n])).count();
            let told = terms.iter().filter(|&&n| around(&sources[n])).count();
            let units = terms
                .iter()
                .all(|&n| sources[n].figure.unit.is_none() || super::amount::count_alike(figure, sources[n].figure));
            if by || !units || !(cue && things + told > 0 || things == terms.len() && figure.item.is_some()) {
                return None;
            }
            let text: Vec<String> = terms.iter().map(|&n| value(&sources[n])).collect();
            (terms, format!("{} = {total}", text.join(" + ")))
        }
        Way::Difference => {
            let cue = by || said(&["多", "少", "差", "余", "剩", "高", "低", "超", "净", "增", "减", "降"]);
            let direction = change.is_none_or(|change| direction_fits(change.direction, a, b));
            if !cue || !direction || !(like(a) || like(b) || linked(b.figure, a.figure)) {
                return None;
            }
            let (large, small) = if a.amount.value >= b.amount.value { (a, b) } else { (b, a) };
            (vec![first, second], format!("{} − {} = {total}", value(large), value(small)))
        }
        Way::Change => {
            let falls = change.is_some_and(|change| change.direction == Direction::Down);
            if !by || falls != (target < 0.0) || !ordered(a, b) || !(like(a) || like(b) || around(a) || around(b)) {
                return None;
            }
            (vec![first, second], format!("{} ÷ {} − 1 = {}%", value(b), value(a), number(target)))
        }
        Way::Share => {
            let cue = said(&["占", "比例", "比重", "率"]) || figure.share.is_some() || figure.kind == FigureKind::Ratio;
            if by || !cue || !(like(a) || like(b) || around(a)) {
                return None;
            }
            (vec![first, second], format!("{} ÷ {} = {}%", value(a), value(b), number(target)))
        }
        Way::Times => {
            if !(like(a) || like(b) || around(a) || around(b)) || by && !ordered(a, b) {
                return None;
            }
            (vec![first, second], format!("{} ÷ {} = {}", value(b), value(a), number(target)))
        }
        Way::Mean => {
            if !figure.each || !(like(a) || around(a) || around(b)) {
                return None;
            }
            (vec![first, second], format!("{} ÷ {} = {total}", value(a), value(b)))
        }
    };
    Some(Derivation { sources: sources_of, arithmetic })
}

/// Whether a change may run from the one figure to the other: the words link them so, or nothing says otherwise.
fn ordered(from: &Profile, to: &Profile) -> bool {
    let role = |profile: &Profile| profile.figure.change.as_ref().map(|change| change.role);
    role(from) != Some(ChangeRole::To)
        && role(to) != Some(ChangeRole::From)
        && role(from) != Some(ChangeRole::By)
        && role(to) != Some(ChangeRole::By)
}

/// Whether a difference of linked figures goes the way the claim says.
fn direction_fits(direction: Direction, a: &Profile, b: &Profile) -> bool {
    let way = [a, b].iter().find_map(|profile| {
        profile.figure.change.as_ref().filter(|change| change.partner.is_some()).map(|change| change.direction)
    });
    way.is_none_or(|way| way == direction)
}
