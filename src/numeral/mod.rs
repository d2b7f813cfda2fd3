//! Numerals: Arabic, Chinese and mixed, with scale words, and their exact values.
//!
//! [`read`] reads one numeral at one place: `1,100.9亿`, `三千八百`, `十余万`, `3万4000`, `三四`, `三分之一`, `七成`.
//! Whether it counts anything, and what, is for [`crate::figure`] to say.

use std::ops::Range;
use std::sync::LazyLock;

use crate::lookup::CharSet;
use crate::model::{Bound, Written};

mod arabic;
mod chinese;
pub mod decimal;
mod digit_list;
pub mod digits;
mod fraction;

#[cfg(test)]
mod tests;

pub use decimal::Decimal;

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Digits 0–9, perhaps with scale words.
    Arabic,
    /// Chinese numerals.
    Chinese,
    /// A position or scale word alone (百, 万): a numeral only beside an approximator or a measure.
    BareScale,
    /// A part of a hundred in words: 百分之五, 七成, 六折. The value is in per cent.
    Percent,
    /// A fraction: 三分之一, 1/3. The value may have no finite decimal.
    Fraction,
}

/// One numeral in the characters of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// Its characters, inner approximators (十余万, 100多) included.
    pub range: Range<usize>,
    /// Its value; none where it is vague (几百) or a quotient without finite decimal.
    pub value: Option<Decimal>,
    /// The upper end, where two neighbouring digits make a range (三四, 十七八).
    pub upper: Option<Decimal>,
    /// Numerator and denominator of a fraction.
    pub quotient: Option<(Decimal, Decimal)>,
    /// What 余, 多, 几 or 来 inside make of it.
    pub bound: Option<Bound>,
    /// How it is written.
    pub form: Form,
    /// The digits as printed.
    pub written: Printed,
}

/// A numeral as it is printed: 1.5万 is mantissa 1.5, scale 4, one decimal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    /// The digits before the scale word, where there are any.
    pub mantissa: Option<Decimal>,
    /// The power of ten of the scale word.
    pub scale: u32,
    /// Printed digits behind the decimal point of the mantissa.
    pub decimals: u32,
}

impl Printed {
    /// The same as the result has it.
    pub fn written(&self) -> Written {
        let mantissa = self.mantissa.as_ref().map(Decimal::plain).unwrap_or_default();
        Written { mantissa, scale: self.scale, decimals: self.decimals }
    }
}

impl Numeral {
    fn new(range: Range<usize>, value: Decimal, form: Form, mantissa: Decimal, scale: u32, decimals: usize) -> Self {
        let written = Printed { mantissa: Some(mantissa), scale, decimals: decimals as u32 };
        Numeral { range, value: Some(value), upper: None, quotient: None, bound: None, form, written }
    }
}

/// The characters that a numeral can begin with.
static BEGINS: LazyLock<CharSet> = LazyLock::new(|| {
    let numeral = |ch: &char| {
        digits::digit(*ch).is_some()
            || digits::position(*ch).is_some()
            || digits::scale(*ch).is_some()
            || digits::financial(*ch).is_some()
    };
    ('\0'..='\u{ffff}').filter(numeral).chain(".几数廿卅卌半对".chars()).collect()
});

/// Whether a numeral can begin with a character.
pub fn may_begin(ch: char) -> bool {
    BEGINS.contains(ch)
}

/// Reads the numeral that begins at `at` in folded characters, as long as it goes.
pub fn read(chars: &[char], at: usize) -> Option<Numeral> {
    // Behind most units none does.
    chars.get(at).filter(|&&ch| may_begin(ch))?;
    let mut found = read_plain(chars, at);
    if let Some(fraction) = fraction::read(chars, at, found.as_ref()) {
        found = Some(fraction);
    }
    found
}

/// A numeral without 分之, 成 and 折.
fn read_plain(chars: &[char], at: usize) -> Option<Numeral> {
    let first = *chars.get(at)?;
    if first.is_ascii_digit() || (first == '.' && chars.get(at + 1).is_some_and(char::is_ascii_digit)) {
        arabic::read(chars, at)
    } else {
        chinese::read(chars, at)
    }
}

/// The place behind up to two spaces: authors set 12.7 万吨 apart, and some write 三 百.
fn skip_spaces(chars: &[char], at: usize) -> usize {
    let spaces = |at: usize| chars[at..].iter().take(3).take_while(|&&c| c == ' ').count();
    if chars.get(at) == Some(&' ') { at + spaces(at) } else { at }
}
