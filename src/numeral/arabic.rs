//! Numerals in digits 0–9: grouping commas, decimals, scale words (1.5万), chains (3万4000), 30w.

use super::digits::{digit, position, scale};
use super::{Decimal, Form, Numeral, skip_spaces};
use crate::model::Bound;
use crate::unit;

/// The digits of one mantissa.
struct Mantissa {
    value: Decimal,
    decimals: usize,
    end: usize,
}

/// Reads an Arabic numeral with its scale words.
pub(super) fn read(chars: &[char], at: usize) -> Option<Numeral> {
    let mantissa = mantissa(chars, at)?;
    if let Some((power, end)) = exponent(chars, at, mantissa.end) {
        let value = mantissa.value.clone().scaled(power);
        return Some(Numeral::new(at..end, value, Form::Arabic, mantissa.value, 0, mantissa.decimals));
    }
    let (mut bound, mut end) = inner_bound(chars, mantissa.end, &mantissa);
    let Some((power, behind)) = scales(chars, skip_spaces(chars, end)) else {
        if bound.is_none() {
            end = mantissa.end;
        }
        let (value, decimals) = (mantissa.value.clone(), mantissa.decimals);
        let mut numeral = Numeral::new(at..end, value, Form::Arabic, mantissa.value, 0, decimals);
        numeral.bound = bound;
        return Some(numeral);
    };
    end = behind;
    let mut value = mantissa.value.clone().scaled(power as i32);
    let (mut shown, mut shown_scale, mut shown_decimals) = (mantissa.value, power, mantissa.decimals);
    let mut last = power;
    while let Some((part, power, behind)) = chained(chars, end, last) {
        value = value.plus(&part);
        (shown, shown_scale, shown_decimals) = (value.clone(), 0, 0);
        (last, end) = (power, behind);
    }
    if bound.is_none()
        && let Some(found) = approximator(chars, end)
    {
        bound = Some(found);
        end += 1;
    }
    let mut numeral = Numeral::new(at..end, value, Form::Arabic, shown, shown_scale, shown_decimals);
    numeral.bound = bound;
    Some(numeral)
}

/// Digits with grouping commas where every group behind the first has three, and one decimal point. Statistics group
/// with spaces (GB/T 15835): so only in running text, where no column or label can end before the space.
fn mantissa(chars: &[char], at: usize) -> Option<Mantissa> {
    let run = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let first = run(at);
    let mut end = at + first;
    let grouped = (1..=3).contains(&first) && chars[at] != '0';
    let separator = if grouped && chars.get(end) == Some(&' ') && spaced(chars, at, end) { ' ' } else { ',' };
    while grouped && chars.get(end) == Some(&separator) && run(end + 1) == 3 {
        end += 4;
    }
    let mut decimals = 0;
    if matches!(chars.get(end), Some('.' | '点')) {
        let point = chars[end];
        let places = run(end + 1);
        let behind = end + 1 + places;
        // 2.0.1 is a version, 1.2.3 a heading number: no decimal there.
        let dotted = chars.get(behind) == Some(&'.') && chars.get(behind + 1).is_some_and(char::is_ascii_digit);
        if places > 0 && !dotted {
            (decimals, end) = (places, behind);
        } else if point == '点'
            && chars.get(end + 1).is_some_and(|&c| c != '两' && digit(c).is_some())
            && chars.get(end + 2).is_none_or(|&c| digit(c).is_none() && position(c).is_none())
        {
            (decimals, end) = (1, end + 2);
        }
    }
    // Between the digits stand only commas, spaces and the point.
    let digits = chars[at..end].iter().filter_map(|&c| digit(c));
    (end > at).then(|| Mantissa { value: Decimal::from_digits(digits, decimals), decimals, end })
}

/// 人口为31 452万人: groups of three that spaces part, with Chinese right before and behind; 图3 128个, 第5 300人 are two numbers.
fn spaced(chars: &[char], at: usize, end: usize) -> bool {
    let wide = |c: &char| c.is_alphabetic() && !c.is_ascii();
    let before = at.checked_sub(1).map(|before| chars[before]);
    if !before.is_some_and(|c| wide(&c) && !matches!(c, '第' | '图' | '表' | '号')) {
        return false;
    }
    let group = |at: usize| {
        chars.get(at) == Some(&' ') && chars[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count() == 3
    };
    let mut end = end;
    while group(end) {
        end += 4;
    }
    chars.get(end).is_some_and(wide)
}

/// The power of ten in scientific notation, 2e5 or 1.5E-3, and the place behind it. Models are written so as well (A2E5):
/// nothing that could own it stands before or behind.
fn exponent(chars: &[char], at: usize, end: usize) -> Option<(i32, usize)> {
    const PLACES: usize = 2;
    let owned = |at: Option<&char>| at.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/'));
    if !matches!(chars.get(end), Some('e' | 'E')) || owned(at.checked_sub(1).and_then(|before| chars.get(before))) {
        return None;
    }
    let sign = usize::from(matches!(chars.get(end + 1), Some('-' | '+')));
    let from = end + 1 + sign;
    let places = chars[from.min(chars.len())..].iter().take(PLACES + 1).take_while(|c| c.is_ascii_digit()).count();
    if !(1..=PLACES).contains(&places) || owned(chars.get(from + places)) {
        return None;
    }
    let power = chars[from..from + places].iter().fold(0, |power, &c| power * 10 + (c as i32 - '0' as i32));
    Some((if chars[end + 1] == '-' { -power } else { power }, from + places))
}

/// 余 and 多 behind whole numbers of at least ten: 800余, 100多. 几 stands before a scale word: 20几万.
fn inner_bound(chars: &[char], at: usize, mantissa: &Mantissa) -> (Option<Bound>, usize) {
    let large = || mantissa.decimals == 0 && mantissa.value.to_f64() >= 10.0;
    match chars.get(at) {
        Some('余' | '多') if large() => (Some(Bound::More), at + 1),
        Some('来')
            if large()
                && (chars.get(at + 1).is_some_and(|&c| scale(c).is_some())
                    || unit::behind(chars, at + 1).is_some()) =>
        {
            (Some(Bound::About), at + 1)
        }
        Some('几') if large() && chars.get(at + 1).is_some_and(|&c| scale(c).is_some()) => (Some(Bound::More), at + 1),
        _ => (None, at),
    }
}

/// 余, 多 behind a scale word: 1.5万余, 1亿多.
fn approximator(chars: &[char], at: usize) -> Option<Bound> {
    matches!(chars.get(at), Some('余' | '多')).then_some(Bound::More)
}

/// A run of scale words: its power of ten and the place behind. 万亿 is 12; `w` and `k` as written in chats.
fn scales(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let latin = |power: u32| {
        let open = chars.get(at + 1).is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '/' | '·' | '^'));
        open.then_some((power, at + 1))
    };
    match chars.get(at)? {
        'w' if at > 0 && chars[at - 1] != ' ' => return latin(4),
        'k' | 'K' if at > 0 && chars.get(at + 1).is_none_or(|c| !c.is_ascii_alphanumeric()) => return latin(3),
        _ => {}
    }
    // 1个亿 is 亿 with a classifier of its own.
    let mut end = if chars[at] == '个' && chars.get(at + 1) == Some(&'亿') { at + 1 } else { at };
    let mut power = 0;
    while let Some(step) = chars.get(end).and_then(|&c| scale(c).or_else(|| position(c))) {
        if (step < 4 || step == 12) && unit::takes_prefix(chars, end) {
            break;
        }
        power += step;
        end += 1;
    }
    (end > at && power <= 24).then_some((power, end))
}

/// A further part of a chain, smaller than the last scale word: 4000 in 3万4000, 3千万 in 2亿3千万, 零20 in 1千零20,
/// 5857.6万 in 33亿5857.6万.
fn chained(chars: &[char], at: usize, last: u32) -> Option<(Decimal, u32, usize)> {
    let start = if chars.get(at) == Some(&'零') { at + 1 } else { skip_spaces(chars, at) };
    if last < 2 || !chars.get(start)?.is_ascii_digit() || (start > at && chars[at] == ' ' && last < 3) {
        return None;
    }
    let part = mantissa(chars, start)?;
    let (power, end) = scales(chars, part.end).unwrap_or((0, part.end));
    if chars[at] == ' ' && power == 0 {
        return None;
    }
    let value = part.value.scaled(power as i32);
    // 33亿5857.6万: a decimal goes on only with a scale word of its own.
    let fits = part.decimals == 0 || power > 0;
    (fits && value.to_f64() < 10f64.powi(last as i32)).then_some((value, power, end))
}
