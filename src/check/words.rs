//! Numbers and figures in words.

use crate::model::Figure;
use crate::present::push_number;

/// A number as a reader writes it: 1.5亿, 25, 33.3.
pub fn number(value: f64) -> String {
    let (scaled, word) = match value.abs() {
        size if size >= 1e8 => (value / 1e8, "亿"),
        size if size >= 1e5 => (value / 1e4, "万"),
        _ => (value, ""),
    };
    digits(scaled) + word
}

/// A number with four digits or, where it is smaller than one, four behind the zeros.
pub fn digits(value: f64) -> String {
    const LARGEST: i32 = 15;
    if value == 0.0 || !value.is_finite() {
        return if value == 0.0 { "0" } else { "∞" }.to_owned();
    }
    let size = value.abs().log10().floor() as i32;
    if size > LARGEST {
        return format!("{}×10^{size}", digits(value / 10f64.powi(size)));
    }
    let decimals = (3 - size).clamp(0, 12) as usize;
    let units = (value.abs() * 10f64.powi(decimals as i32)).round() as u64;
    let mut place = 10_u64.pow(decimals as u32);
    let mut text = String::with_capacity(16);
    if value < 0.0 && units > 0 {
        text.push('-');
    }
    push_number(&mut text, units / place);
    let mut rest = units % place;
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        place /= 10;
        push_number(&mut text, rest / place);
        rest %= place;
    }
    text
}

/// The amount and unit of a figure, for arithmetic: 1.5万人.
pub fn amount(figure: &Figure) -> String {
    let unit = figure.unit.as_ref().map_or("", |unit| &unit.text);
    match figure.value {
        Some(value) => number(value) + unit,
        None => figure.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in [
            (25.0, "25"),
            (1.0 / 3.0, "0.3333"),
            (33.333, "33.33"),
            (15000.0, "15000"),
            (150_000.0, "15万"),
            (3.25e9, "32.5亿"),
            (-80.0, "-80"),
            (0.0, "0"),
            (12345.6, "12346"),
            (-0.05, "-0.05"),
            (0.000_123_45, "0.0001235"),
            (1e-14, "0"),
            (9999.96, "10000"),
            (3.2e30, "3.2×10^22亿"),
            (f64::INFINITY, "∞亿"),
        ] {
            assert_eq!(number(value), text);
        }
    }
}
