//! Exact decimals of any length: 16.4亿 is 1640000000, never 1639999999.

use std::fmt;

use super::digit_list::Digits;

/// A decimal number: `digits` × 10^`exponent`. Digits carry no leading zeros; zero has none at all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Decimal {
    negative: bool,
    digits: Digits,
    exponent: i32,
}

impl Decimal {
    /// Takes digits (0–9, most significant first) with `decimals` of them behind the point.
    pub fn from_digits(digits: impl IntoIterator<Item = u8>, decimals: usize) -> Self {
        let digits = digits.into_iter().skip_while(|&d| d == 0).collect();
        Decimal { negative: false, digits, exponent: -(decimals as i32) }.trimmed()
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
        let tens = |power: u32| 10_u64.pow(power);
        let places = value.checked_ilog10().map_or(0, |top| top + 1);
        Self::from_digits((0..places).rev().map(|power| (value / tens(power) % 10) as u8), 0)
    }

    /// One half.
    pub fn half() -> Self {
        Self::from_digits([5], 1)
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
            self.exponent += 1;
        }
        if self.digits.is_empty() {
            self.exponent = 0;
            self.negative = false;
        }
        self
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
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
        let top = self.top().max(other.top());
        let mut digits = Digits::default();
        let mut carry = 0;
        for power in exponent..top {
            let sum = self.digit_at(power) + other.digit_at(power) + carry;
            digits.push(sum % 10);
            carry = sum / 10;
        }
        digits.push(carry);
        digits.reverse();
        let digits = digits.iter().copied().skip_while(|&d| d == 0).collect();
        Decimal { negative: false, digits, exponent }.trimmed()
    }

    /// The product with a whole number below 2⁵⁶.
    pub fn times(&self, factor: u64) -> Decimal {
        let mut digits = Digits::default();
        let mut carry = 0;
        for &digit in self.digits.iter().rev() {
            let product = u64::from(digit) * factor + carry;
            digits.push((product % 10) as u8);
            carry = product / 10;
        }
        while carry > 0 {
            digits.push((carry % 10) as u8);
            carry /= 10;
        }
        digits.reverse();
        Decimal { negative: self.negative, digits, exponent: self.exponent }.trimmed()
    }

    /// One above the power of ten of the first digit.
    fn top(&self) -> i32 {
        self.exponent + self.digits.len() as i32
    }

    fn digit_at(&self, power: i32) -> u8 {
        let place = self.top() - 1 - power;
        usize::try_from(place).ok().and_then(|p| self.digits.get(p)).copied().unwrap_or(0)
    }

    /// The nearest double.
    pub fn to_f64(&self) -> f64 {
        // Both are exact doubles, so that the one operation on them rounds correctly (Clinger 1990).
        const EXACT_DIGITS: usize = 15;
        const EXACT_POWERS: [f64; 23] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
            1e19, 1e20, 1e21, 1e22,
        ];
        if let (0..=EXACT_DIGITS, Some(&power)) =
            (self.digits.len(), EXACT_POWERS.get(self.exponent.unsigned_abs() as usize))
        {
            let digits = self.digits.iter().fold(0, |value: u64, &d| value * 10 + u64::from(d)) as f64;
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
        let shown = &self.digits[..self.digits.len().min(SIGNIFICANT)];
        let tens = self.exponent + (self.digits.len() - shown.len()) as i32;
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
        let mut out = String::with_capacity(self.digits.len() + self.exponent.unsigned_abs() as usize + 3);
        if self.negative {
            out.push('-');
        }
        let top = self.top();
        if top <= 0 {
            out.push_str("0.");
            (top..0).for_each(|_| out.push('0'));
            out.extend(self.digits.iter().map(|d| (d + b'0') as char));
        } else {
            for (place, digit) in self.digits.iter().enumerate() {
                if place as i32 == top {
                    out.push('.');
                }
                out.push((digit + b'0') as char);
            }
            (self.digits.len() as i32..top).for_each(|_| out.push('0'));
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
