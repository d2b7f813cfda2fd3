//! Parts of a whole in words: 三分之一, 百分之五, 七成, 三成五, 六折, 对折, 九又十二分之五; 1/3.

use super::digits::digit;
use super::{Decimal, Form, Numeral, Printed, read_plain, skip_spaces};

/// Words in which 成 behind a numeral is no tenth: 三成立, 一成不变, 两成员.
const NO_TENTH: &[char] =
    &['立', '为', '功', '员', '果', '品', '本', '都', '交', '长', '熟', '不', '了', '份', '绩', '效', '人', '型', '语'];

/// Reads a fraction whose first numeral (if any) was read already.
pub(super) fn read(chars: &[char], at: usize, first: Option<&Numeral>) -> Option<Numeral> {
    if chars[at] == '对' && chars.get(at + 1) == Some(&'折') {
        return Some(percent(at..at + 2, Decimal::whole(50)));
    }
    if chars[at] == '半' && chars.get(at + 1) == Some(&'折') {
        return Some(percent(at..at + 2, Decimal::whole(50)));
    }
    let first = first.filter(|n| n.bound.is_none())?;
    match chars.get(skip_spaces(chars, first.range.end))? {
        '又' | '分' => parts(chars, first),
        '成' | '折' => tenths(chars, first),
        '/' => slash(chars, first),
        _ => None,
    }
}

fn percent(range: std::ops::Range<usize>, value: Decimal) -> Numeral {
    Numeral::new(range, value.clone(), Form::Percent, value, 0, 0)
}

/// A分之B, with a whole number before (A又B分之C).
fn parts(chars: &[char], first: &Numeral) -> Option<Numeral> {
    let between = skip_spaces(chars, first.range.end);
    if chars.get(between) == Some(&'又') {
        let inner = read_plain(chars, skip_spaces(chars, between + 1))?;
        let mixed = plain_parts(chars, &inner)?;
        let (numerator, denominator) = mixed.quotient?;
        let whole = multiply(first.value.as_ref()?, &denominator)?;
        return Some(quotient(first.range.start..mixed.range.end, whole.plus(&numerator), denominator));
    }
    plain_parts(chars, first)
}

/// A分之B.
fn plain_parts(chars: &[char], first: &Numeral) -> Option<Numeral> {
    let behind = of_parts(chars, skip_spaces(chars, first.range.end))?;
    let behind = skip_spaces(chars, behind);
    let (minus, from) = if chars.get(behind) == Some(&'负') { (true, behind + 1) } else { (false, behind) };
    let numerator = read_plain(chars, from)?;
    let range = first.range.start..numerator.range.end;
    let (of, value) = (first.value.clone()?, numerator.value.clone()?);
    let value = if minus { value.negated() } else { value };
    if first.form == Form::BareScale {
        // 百分之, 千分之, 万分之 alone are rates; with 一 before they are ordinary denominators.
        let power = of.to_f64().log10().round() as i32;
        let in_percent = value.scaled(2 - power);
        let mut found = percent(range, in_percent.clone());
        found.bound = numerator.bound;
        found.upper = numerator.upper.clone().map(|u| u.scaled(2 - power));
        found.written = Printed { mantissa: Some(in_percent.clone()), scale: 0, decimals: numerator.written.decimals };
        return Some(found);
    }
    (!of.is_zero()).then(|| quotient(range, value, of))
}

/// The place behind 分之.
fn of_parts(chars: &[char], at: usize) -> Option<usize> {
    let second = skip_spaces(chars, at + 1);
    (chars.get(at) == Some(&'分') && chars.get(second) == Some(&'之')).then_some(second + 1)
}

fn multiply(a: &Decimal, b: &Decimal) -> Option<Decimal> {
    let factor = b.to_f64();
    (factor.fract() == 0.0 && factor < 1e15).then(|| a.times(factor as u64))
}

fn quotient(range: std::ops::Range<usize>, numerator: Decimal, denominator: Decimal) -> Numeral {
    let mut found = Numeral::new(range, numerator.clone(), Form::Fraction, numerator.clone(), 0, 0);
    found.value = None;
    found.quotient = Some((numerator, denominator));
    found.written.mantissa = None;
    found
}

/// 七成, 三成五, 七八成; 六折, 八点五折, 75折.
fn tenths(chars: &[char], first: &Numeral) -> Option<Numeral> {
    let value = first.value.as_ref()?;
    let at = skip_spaces(chars, first.range.end);
    let word = *chars.get(at)?;
    if first.written.scale > 0 || first.form == Form::BareScale {
        return None;
    }
    let amount = value.to_f64();
    match word {
        '成' if amount <= 10.0 && amount > 0.0 => {
            let next = chars.get(at + 1).copied();
            let staff = next == Some('员') && chars.get(at + 2) == Some(&'工'); // 三成员工
            if !staff && next.is_some_and(|c| NO_TENTH.contains(&c)) {
                return None;
            }
            let ones = next.filter(|c| !c.is_ascii()).and_then(digit).filter(|&d| d > 0 && first.upper.is_none());
            // 三成五 is 35 %, but in 三成二十 the digit begins a numeral of its own.
            let ones = ones.filter(|_| chars.get(at + 2).is_none_or(|&c| super::digits::position(c).is_none()));
            // 六成半的人: the half of a tenth; 六成半导体 goes on with a word.
            let half = next == Some('半') && chars.get(at + 2).is_none_or(|&c| !c.is_alphabetic() || c == '的');
            let ones = if half && first.upper.is_none() { Some(5) } else { ones };
            let sum = value.clone().scaled(1).plus(&Decimal::whole(u64::from(ones.unwrap_or(0))));
            let mut found = percent(first.range.start..at + 1 + usize::from(ones.is_some()), sum);
            found.upper = first.upper.clone().map(|u| u.scaled(1));
            Some(found)
        }
        '折' if amount < 100.0
            && amount > 0.0
            && !matches!(chars.get(at + 1), Some('叠' | '腾' | '射' | '返' | '磨' | '断')) =>
        {
            let shift = if amount < 10.0 { 1 } else { 0 };
            let mut found = percent(first.range.start..at + 1, value.clone().scaled(shift));
            found.upper = first.upper.clone().map(|u| u.scaled(shift));
            Some(found)
        }
        _ => None,
    }
}

/// 1/3: digits on both sides, and no further slash, which would make it a date or a path.
fn slash(chars: &[char], first: &Numeral) -> Option<Numeral> {
    let at = first.range.end;
    if first.form != Form::Arabic || chars.get(at) != Some(&'/') || !chars.get(at + 1)?.is_ascii_digit() {
        return None;
    }
    let denominator = read_plain(chars, at + 1)?;
    let (start, end) = (first.range.start, denominator.range.end);
    let path = chars.get(end) == Some(&'/') || (start > 0 && matches!(chars[start - 1], '/' | '.' | '-'));
    let plain = denominator.written.scale == 0 && denominator.written.decimals == 0 && denominator.bound.is_none();
    let (numerator, of) = (first.value.clone()?, denominator.value?);
    (!path && plain && !of.is_zero()).then(|| quotient(start..end, numerator, of))
}
