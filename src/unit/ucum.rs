//! A check of UCUM expressions (case-sensitive `c/s` form), so that a mistyped code in the tables is found.

/// Metric symbols of the tables: they take a prefix.
const METRIC: [&str; 33] = [
    "m", "g", "s", "A", "K", "cd", "mol", "rad", "Hz", "N", "Pa", "J", "W", "V", "F", "Ohm", "T", "Cel", "lm", "lx",
    "Bq", "Sv", "L", "ar", "t", "eV", "cal", "bar", "B", "bit", "By", "m[Hg]", "[iU]",
];

/// Other symbols of the tables: they take none.
const PLAIN: [&str; 47] = [
    "%",
    "[ppth]",
    "[ppm]",
    "[ppb]",
    "10*",
    "min",
    "h",
    "d",
    "wk",
    "mo",
    "a",
    "deg",
    "har",
    "atm",
    "AU",
    "[ly]",
    "[in_i]",
    "[ft_i]",
    "[mi_i]",
    "[nmi_i]",
    "[sft_i]",
    "[sin_i]",
    "[cft_i]",
    "[cin_i]",
    "[acr_br]",
    "[gal_us]",
    "[pt_us]",
    "[bu_us]",
    "[bbl_us]",
    "[tsp_us]",
    "[tbs_us]",
    "[ston_av]",
    "[lton_av]",
    "[lb_av]",
    "[oz_av]",
    "[oz_tr]",
    "[car_m]",
    "[HP]",
    "[degF]",
    "[kn_i]",
    "[Mach]",
    "[pH]",
    "[yd_i]",
    "[degRe]",
    "u",
    "l",
    "sr",
];

const PREFIXES: [&str; 15] = ["Z", "E", "P", "T", "G", "M", "k", "h", "da", "d", "c", "m", "u", "n", "p"];

/// Whether it is an expression: terms with `.` and `/`, exponents, integer factors, parentheses, annotations.
pub fn is_valid(code: &str) -> bool {
    code.is_ascii() && term(code).is_some_and(str::is_empty)
}

/// Reads a term and returns what follows it.
fn term(mut rest: &str) -> Option<&str> {
    loop {
        rest = component(rest)?;
        match rest.strip_prefix(['.', '/']) {
            Some(next) => rest = next,
            None => return Some(rest),
        }
    }
}

fn component(rest: &str) -> Option<&str> {
    if let Some(inside) = rest.strip_prefix('(') {
        return term(inside)?.strip_prefix(')');
    }
    // What ends a component; brackets and braces hold letters and digits of their own.
    let mut depth = 0;
    let end = rest
        .find(|c: char| {
            depth += i32::from(matches!(c, '[' | '{')) - i32::from(matches!(c, ']' | '}'));
            depth == 0 && matches!(c, '.' | '/' | ')' | '(')
        })
        .unwrap_or(rest.len());
    let (whole, after) = rest.split_at(end);
    let symbol = match whole.split_once('{') {
        Some((symbol, annotation)) => {
            annotation.strip_suffix('}').filter(|a| !a.is_empty() && !a.contains(['{', '}', ' ']))?;
            symbol
        }
        None => whole,
    };
    let annotated = symbol.len() < whole.len();
    let ok = (symbol.is_empty() && annotated) || symbol.parse::<u32>().is_ok() || is_unit(symbol) || is_power(symbol);
    ok.then_some(after)
}

fn is_power(symbol: &str) -> bool {
    let base = symbol.trim_end_matches(|c: char| c.is_ascii_digit());
    base.len() < symbol.len() && is_unit(base.trim_end_matches(['-', '+']))
}

fn is_unit(symbol: &str) -> bool {
    METRIC.contains(&symbol)
        || PLAIN.contains(&symbol)
        || PREFIXES.iter().any(|p| symbol.strip_prefix(p).is_some_and(|s| METRIC.contains(&s)))
}

#[test]
fn expressions_and_what_is_none() {
    for code in
        ["km", "kW.h", "km/h", "500.g", "2000.m2/3", "mg/(100.mL)", "t{coal}", "{TEU}", "10*-4", "mm[Hg]", "100.a"]
    {
        assert!(is_valid(code), "{code}");
    }
    for code in ["", "Km", "km//h", "kW.", "(km", "km)", "{}", "公里", "km h", "kmin", "[lb_av", "t{coal"] {
        assert!(!is_valid(code), "{code}");
    }
}
