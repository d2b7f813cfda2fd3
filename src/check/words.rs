//! Numbers and figures in words.

use crate::model::Figure;

/// A number as a reader writes it: 1.5亿, 25, 33.3.
pub fn number(value: f64) -> String {
    let (scaled, word) = match value.abs() {
        size if size >= 1e8 => (value / 1e8, "亿"),
        size if size >= 1e5 => (value / 1e4, "万"),
        _ => (value, ""),
    };
    format!("{}{word}", digits(scaled))
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
    let text = format!("{units:0width$}", width = decimals + 1);
    let (whole, part) = text.split_at(text.len() - decimals);
    let part = part.trim_end_matches('0');
    let sign = if value < 0.0 && units > 0 { "-" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// The amount and unit of a figure, for arithmetic: 1.5万人.
pub fn amount(figure: &Figure) -> String {
    let unit = figure.unit.as_ref().map_or("", |unit| &unit.text);
    match figure.value {
        Some(value) => format!("{}{unit}", number(value)),
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
