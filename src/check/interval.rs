//! What a printed figure allows: 3.2亿 stands for anything that rounds to it, 近100 for somewhat less than a hundred.

use crate::model::{Bound, Figure, FigureKind};
use crate::numeral::Decimal;

/// How far below its value 近 may lie.
const NEARLY: f64 = 0.7;
/// How far above its value 余 may lie: 100余 is said up to 199.
const OVER: f64 = 2.0;
/// How far off 约 may be.
const ABOUT: f64 = 0.2;

/// The values from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end; may be infinite.
    pub high: f64,
}

impl Interval {
    /// From the one to the other, in either order.
    pub fn new(a: f64, b: f64) -> Self {
        Interval { low: a.min(b), high: a.max(b) }
    }

    /// One value.
    pub fn point(value: f64) -> Self {
        Interval { low: value, high: value }
    }

    /// What the printed precision and the bound of a figure allow; none where it states no amount.
    pub fn of(figure: &Figure) -> Option<Self> {
        let Some(value) = figure.value else {
            return Some(Interval { low: figure.min?, high: figure.max? });
        };
        let half = if is_exact(figure) { 0.0 } else { last_digit(figure) / 2.0 };
        let interval = match figure.bound {
            Bound::Exact => Interval::new(value - half, value + half),
            Bound::About => Interval::new(value * (1.0 - ABOUT), value * (1.0 + ABOUT)),
            Bound::Less => Interval::new(value * NEARLY, value),
            Bound::AtMost => Interval { low: value.min(0.0), high: value + half },
            Bound::More => Interval::new(value, value * OVER),
            Bound::AtLeast => Interval { low: value - half, high: f64::INFINITY },
            Bound::Vague => return None,
        };
        interval.low.is_finite().then_some(interval)
    }

    /// The sum of any value of the one and any of the other.
    pub fn plus(self, other: Interval) -> Self {
        Interval { low: self.low + other.low, high: self.high + other.high }
    }

    /// The difference.
    pub fn minus(self, other: Interval) -> Self {
        Interval { low: self.low - other.high, high: self.high - other.low }
    }

    /// The product of two intervals that are not negative.
    pub fn times(self, other: Interval) -> Self {
        Interval { low: self.low * other.low, high: self.high * other.high }
    }

    /// The quotient; none where the divisor may be zero or the dividend negative.
    pub fn over(self, other: Interval) -> Option<Self> {
        (other.low > 0.0 && self.low >= 0.0)
            .then(|| Interval { low: self.low / other.high, high: self.high / other.low })
    }

    /// Every value times the factor.
    pub fn scaled(self, factor: f64) -> Self {
        Interval::new(self.low * factor, self.high * factor)
    }

    /// Wider by so much at both ends.
    pub fn widened(self, by: f64) -> Self {
        Interval { low: self.low - by, high: self.high + by }
    }

    /// Without sign.
    pub fn size(self) -> Self {
        if self.low >= 0.0 {
            self
        } else if self.high <= 0.0 {
            Interval::new(-self.high, -self.low)
        } else {
            Interval { low: 0.0, high: self.high.max(-self.low) }
        }
    }

    /// Whether the two have a value in common; doubles are rounded, so a hair's breadth apart counts as touching.
    pub fn meets(self, other: Interval) -> bool {
        let hair = |a: f64, b: f64| 1e-9 * a.abs().max(b.abs());
        self.low - other.high <= hair(self.low, other.high) && other.low - self.high <= hair(other.low, self.high)
    }

    /// Whether every value lies above every value of the other.
    pub fn above(self, other: Interval) -> bool {
        self.low > other.high && !self.meets(other)
    }
}

/// One in the last printed digit: 3.2亿 → 10000000, 七成 → 10.
pub fn last_digit(figure: &Figure) -> f64 {
    let written = &figure.written;
    let step = 10f64.powi(-(written.decimals as i32));
    match (figure.value, Decimal::parse(&written.mantissa).map(|mantissa| mantissa.to_f64())) {
        (Some(value), Some(mantissa)) if mantissa != 0.0 && value != 0.0 => step * (value / mantissa).abs(),
        _ => step * 10f64.powi(written.scale as i32),
    }
}

/// Whether the figure was counted out, not rounded: 102台, 5天, 65元, but not 3公里, 1.5万 or 25%.
fn is_exact(figure: &Figure) -> bool {
    let written = &figure.written;
    let plain = written.scale == 0 && written.decimals == 0;
    match figure.kind {
        FigureKind::Count | FigureKind::Ordinal | FigureKind::Duration | FigureKind::Money | FigureKind::Number => {
            plain
        }
        FigureKind::Multiple => written.mantissa.is_empty() || plain,
        FigureKind::Ratio => true,
        FigureKind::Measure | FigureKind::Percent | FigureKind::PercentagePoint => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_meet_where_they_have_a_value_in_common() {
        let rounded = Interval::new(0.15, 0.25);
        assert!(rounded.meets(Interval::point(0.25)) && rounded.meets(Interval::point(0.1 + 0.05)));
        assert!(!rounded.meets(Interval::point(0.26)) && Interval::point(0.26).above(rounded));
        assert!(Interval { low: 5.0, high: f64::INFINITY }.meets(Interval::point(1e30)));
    }

    #[test]
    fn arithmetic_keeps_every_possible_value() {
        let (a, b) = (Interval::new(2.0, 3.0), Interval::new(4.0, 5.0));
        assert_eq!(a.plus(b), Interval::new(6.0, 8.0));
        assert_eq!(a.minus(b), Interval::new(-3.0, -1.0));
        assert_eq!(a.minus(b).size(), Interval::new(1.0, 3.0));
        assert_eq!(Interval::new(-1.0, 3.0).size(), Interval::new(0.0, 3.0));
        assert_eq!(a.over(b), Some(Interval::new(0.4, 0.75)));
        assert_eq!(a.over(Interval::new(0.0, 1.0)), None);
    }
}
