//! Exact decimals of any length: 16.4亿 is 1640000000, never 1639999999.

use std::fmt;

use super::digit_list::{Digits, Room};

/// A decimal number: `digits` × 10^`exponent`. The last digit is no zero.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Decimal {
    negative: bool,
    digits: Digits,
    exponent: i32,
}

impl Decimal {
    /// Takes digits (0–9, most significant first) with `decimals` of them behind the point.
    pub fn from_digits(digits: impl IntoIterator<Item = u8>, decimals: usize) -> Self {
        Decimal { negative: false, digits: digits.into_iter().collect(), exponent: -(decimals as i32) }.trimmed()
    }

    /// Reads digits with or without a point, as they are printed.
    pub fn parse(text: &str) -> Option<Self> {
        let (size, negative) = text.strip_prefix('-').map_or((text, false), |size| (size, true));
        let (whole, behind) = size.split_once('.').unwrap_or((size, ""));
        let digits = || whole.bytes().chain(behind.bytes());
        if whole.is_empty() || !digits().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let decimal = Self::from_digits(digits().map(|b| b - b'0'), behind.len());
        Some(if negative { decimal.negated() } else { decimal })
    }

    /// A whole number.
    pub fn whole(value: u64) -> Self {
        Decimal { negative: false, digits: Digits::of(value), exponent: 0 }.trimmed()
    }

    /// One half.
    pub fn half() -> Self {
        Decimal { negative: false, digits: Digits::Few(5), exponent: -1 }
    }

    fn trimmed(mut self) -> Self {
        self.exponent += self.digits.trim();
        if self.is_zero() {
            self.exponent = 0;
            self.negative = false;
        }
        self
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits == Digits::Few(0)
    }

    /// The number with its sign turned.
    pub fn negated(mut self) -> Self {
        self.negative = !self.negative && !self.is_zero();
        self
    }

    /// Times a power of ten.
    pub fn scaled(mut self, power: i32) -> Self {
        if !self.is_zero() {
            self.exponent += power;
        }
        self
    }

    /// The sum of two numbers that are not negative; the work grows with their digits.
    pub fn plus(&self, other: &Decimal) -> Decimal {
        if self.is_zero() {
            return other.clone();
        }
        if other.is_zero() {
            return self.clone();
        }
        let exponent = self.exponent.min(other.exponent);
        let digits = match (self.few_at(exponent), other.few_at(exponent)) {
            (Some(a), Some(b)) if a.checked_add(b).is_some() => Digits::of(a + b),
            _ => self.sum(other, exponent),
        };
        Decimal { negative: false, digits, exponent }.trimmed()
    }

    /// The number as an integer times a power of ten not above its own, where that is small.
    fn few_at(&self, exponent: i32) -> Option<u64> {
        const SHIFT: u32 = 19;
        let shift = self.exponent.abs_diff(exponent);
        match self.digits {
            Digits::Few(number) if shift <= SHIFT => number.checked_mul(10_u64.pow(shift)),
            _ => None,
        }
    }

    /// The digits of a sum, from the power of ten `exponent` on.
    fn sum(&self, other: &Decimal, exponent: i32) -> Digits {
        let (mut room, mut other_room) = (Room::default(), Room::default());
        let (list, other_list) = (self.digits.list(&mut room), other.digits.list(&mut other_room));
        let digit_at = |list: &[u8], top: i32, power: i32| {
            usize::try_from(top - 1 - power).ok().and_then(|place| list.get(place)).copied().unwrap_or(0)
        };
        let mut digits = Vec::new();
        let mut carry = 0;
        for power in exponent..self.top().max(other.top()) {
            let sum = digit_at(list, self.top(), power) + digit_at(other_list, other.top(), power) + carry;
            digits.push(sum % 10);
            carry = sum / 10;
        }
        digits.push(carry);
        digits.into_iter().rev().collect()
    }

    /// The product with a whole number below 2⁵⁶.
    pub fn times(&self, factor: u64) -> Decimal {
        let product = match self.digits {
            Digits::Few(number) => number.checked_mul(factor),
            Digits::Many(_) => None,
        };
        let digits = product.map_or_else(|| self.product(factor), Digits::of);
        Decimal { negative: self.negative, digits, exponent: self.exponent }.trimmed()
    }

    /// The digits of a product.
    fn product(&self, factor: u64) -> Digits {
        let mut digits = Vec::new();
        let mut carry = 0;
        for &digit in self.digits.list(&mut Room::default()).iter().rev() {
            let product = u64::from(digit) * factor + carry;
            digits.push((product % 10) as u8);
            carry = product / 10;
        }
        while carry > 0 {
            digits.push((carry % 10) as u8);
            carry /= 10;
        }
        digits.into_iter().rev().collect()
    }

    /// One above the power of ten of the first digit.
    fn top(&self) -> i32 {
        self.exponent + self.digits.len() as i32
    }

    /// The nearest double.
    pub fn to_f64(&self) -> f64 {
        // Both are exact doubles, so that the one operation on them rounds correctly (Clinger 1990).
        const EXACT: u64 = 10_u64.pow(15);
        const EXACT_POWERS: [f64; 23] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
            1e19, 1e20, 1e21, 1e22,
        ];
        if let (&Digits::Few(digits @ ..EXACT), Some(&power)) =
            (&self.digits, EXACT_POWERS.get(self.exponent.unsigned_abs() as usize))
        {
            let digits = digits as f64;
            let size = if self.exponent < 0 { digits / power } else { digits * power };
            return if self.negative { -size } else { size };
        }
        if self.negative { -self.size() } else { self.size() }
    }

    /// The double nearest to the amount without its sign. The standard library's reading of doubles would bring a table of
    /// 10 kilobytes that does not compress.
    fn size(&self) -> f64 {
        const SIGNIFICANT: usize = 36; // more digits than decide the rounding of a double in practice, below 2^120
        const LARGEST: i32 = 309;
        const SMALLEST: i32 = -324;
        if self.top() > LARGEST {
            return f64::INFINITY;
        } else if self.top() < SMALLEST {
            return 0.0;
        }
        let mut room = Room::default();
        let list = self.digits.list(&mut room);
        let shown = &list[..list.len().min(SIGNIFICANT)];
        let tens = self.exponent + (list.len() - shown.len()) as i32;
        // The amount is `size` × 2^`twos`; what is shifted out lies 2^-112 below it even after all steps.
        let mut size = shown.iter().fold(0, |size: u128, &digit| size * 10 + u128::from(digit));
        let mut twos = 0;
        for _ in 0..tens {
            let over = 4u32.saturating_sub(size.leading_zeros());
            size = (size >> over) * 10;
            twos += over as i32;
        }
        for _ in tens..0 {
            let free = size.leading_zeros();
            size = (size << free) / 10;
            twos -= free as i32;
        }
        // In two steps, since the smallest doubles are smaller than 2^-1022.
        size as f64 * 2f64.powi(twos / 2) * 2f64.powi(twos - twos / 2)
    }
}

impl Decimal {
    /// Its digits in plain notation.
    pub fn plain(&self) -> String {
        if self.is_zero() {
            return "0".to_owned();
        }
        let mut room = Room::default();
        let digits = self.digits.list(&mut room);
        let mut out = String::with_capacity(digits.len() + self.exponent.unsigned_abs() as usize + 3);
        if self.negative {
            out.push('-');
        }
        let top = self.exponent + digits.len() as i32;
        if top <= 0 {
            out.push_str("0.");
            (top..0).for_each(|_| out.push('0'));
            out.extend(digits.iter().map(|d| (d + b'0') as char));
        } else {
            for (place, digit) in digits.iter().enumerate() {
                if place as i32 == top {
                    out.push('.');
                }
                out.push((digit + b'0') as char);
            }
            (digits.len() as i32..top).for_each(|_| out.push('0'));
        }
        out
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a decimal")
    }

    #[test]
    fn prints_plainly() {
        for text in ["0", "7", "100", "16.4", "0.05", "1000000.25"] {
            assert_eq!(decimal(text).to_string(), text);
        }
        assert_eq!(decimal("007.50").to_string(), "7.5");
        assert_eq!(decimal("-1.20").to_string(), "-1.2");
        for text in ["", "-", ".5", "1.2.3", "+1", "1e5", "１", "inf"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn scales_adds_and_multiplies_exactly() {
        assert_eq!(decimal("16.4").scaled(8).to_string(), "1640000000");
        assert_eq!(decimal("3").scaled(4).plus(&decimal("4000")).to_string(), "34000");
        assert_eq!(decimal("0.9").plus(&decimal("99.1")).to_string(), "100");
        assert_eq!(decimal("2.5").times(60).to_string(), "150");
        assert_eq!(decimal("1.2").negated().to_string(), "-1.2");
        assert_eq!(decimal("0").negated().to_string(), "0");
    }

    #[test]
    fn doubles_are_the_nearest() {
        assert_eq!(decimal("16.4").scaled(8).to_f64(), 1_640_000_000.0);
        assert_eq!(decimal("0.1").to_f64(), 0.1);
        assert_eq!(decimal("0").to_f64(), 0.0);
        assert_eq!(decimal("123.456").negated().to_f64(), -123.456);
        assert_eq!(decimal("999999999999999").scaled(22).to_f64(), 999_999_999_999_999e22);
        assert_eq!(decimal("9007199254740993").to_f64(), 9_007_199_254_740_992.0);
        assert_eq!(decimal("1.7").scaled(-40).to_f64(), 1.7e-40);
        assert_eq!(Decimal::from_digits(std::iter::repeat_n(9, 100_000), 0).to_f64(), f64::INFINITY);
        // As the standard library reads them: halves between two doubles, and the ends of what a double holds.
        for text in ["4503599627370496.5", "9007199254740991.5", "9007199254740993.0000000001", "0.016666666666666666"]
        {
            assert_eq!(decimal(text).to_f64(), text.parse::<f64>().expect("a double"), "{text}");
        }
        let mut digits = 1_u64;
        for tens in (-345..=320).flat_map(|tens| [tens; 8]) {
            digits = digits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let size = Decimal::whole(digits).scaled(tens).to_f64();
            let expected: f64 = format!("{digits}e{tens}").parse().expect("a double");
            // Below the normal doubles two roundings may differ from one in the last bit.
            let near = size.to_bits().abs_diff(expected.to_bits()) <= u64::from(expected < f64::MIN_POSITIVE);
            assert!(near, "{digits}e{tens}: {size:e} {expected:e}");
        }
    }
}
