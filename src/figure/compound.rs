//! What goes on behind a unit: 2小时30分, 九元九角, 两年零三个月, 三斤半, 三米九, 2分33秒148.

use super::Amount;
use super::Scene;
use super::quantity::Quantity;
use crate::model::UnitClass;
use crate::numeral::digits::digit;
use crate::numeral::{self, Decimal, Form};
use crate::unit;

/// Units that follow one another within one amount. Columns of `data/compounds.tsv`: the larger unit (canonical),
/// spellings of the smaller one, how many smaller make one larger, and which of the two the value is counted in.
struct Row {
    larger: &'static str,
    smaller: Vec<&'static str>,
    ratio: u64,
    in_smaller: bool,
}

static ROWS: std::sync::LazyLock<Vec<Row>> = std::sync::LazyLock::new(|| {
    let row = |[larger, smaller, ratio, unit, _]: [&'static str; 5]| {
        let ratio = ratio.parse().ok()?;
        Some(Row { larger, smaller: smaller.split(' ').collect(), ratio, in_smaller: unit == "smaller" })
    };
    table!("compounds.tsv").filter_map(row).collect()
});

/// Takes in what belongs to the same amount.
pub fn extend(scene: &Scene, chars: &[char], found: &mut Quantity) {
    while next_part(chars, found) {}
    remainder(chars, found);
    half(scene, chars, found);
}

/// One more unit, smaller than the last: 30分 behind 2小时.
fn next_part(chars: &[char], found: &mut Quantity) -> bool {
    let (Some(unit), Amount::Exact(value)) = (&found.unit, &found.amount) else { return false };
    let mut at = found.range.end;
    at += usize::from(matches!(chars.get(at), Some('零' | '又' | ' ')));
    let Some(number) = numeral::read(chars, at).filter(|n| n.value.is_some() && n.upper.is_none()) else {
        return false;
    };
    let behind = number.range.end;
    for row in ROWS.iter().filter(|row| row.larger == unit.canonical) {
        for spelling in &row.smaller {
            let size = spelling.chars().count();
            if chars[behind..].iter().copied().take(size).eq(spelling.chars()) {
                let Some(part) = number.value.clone() else { return false };
                // 5.2 分 behind hours would be two amounts, and a part as large as the whole unit is none.
                if part.to_f64() >= row.ratio as f64 {
                    return false;
                }
                if row.in_smaller {
                    found.amount = Amount::Exact(value.times(row.ratio).plus(&part));
                    let Some(unit) = unit::behind(chars, behind) else { return false };
                    found.range.end = behind + size;
                    found.unit = Some(unit::Found { canonical: canonical(spelling).into(), ..unit });
                } else {
                    let shift = row.ratio.ilog10() as i32;
                    found.amount = Amount::Exact(value.plus(&part.scaled(-shift)));
                    found.range.end = behind + size;
                }
                found.rule = "compound";
                return true;
            }
        }
    }
    false
}

/// The spelling that further rows of the table know a smaller unit by.
fn canonical(spelling: &str) -> &'static str {
    match spelling {
        "分钟" | "分" => "分钟",
        "秒钟" | "秒" => "秒",
        "个月" | "月" => "月",
        "小时" | "个小时" => "小时",
        _ => "天",
    }
}

/// 2分33秒148 goes on in thousandths, 九十九块九 in tenths.
fn remainder(chars: &[char], found: &mut Quantity) {
    let (Some(unit), Amount::Exact(value)) = (&found.unit, &found.amount) else { return };
    let at = found.range.end;
    if found.rule == "compound" && unit.canonical == "秒" {
        let places = chars[at..].iter().take(4).take_while(|c| c.is_ascii_digit()).count();
        if (1..=3).contains(&places) {
            let digits = chars[at..at + places].iter().map(|&c| c as u8 - b'0');
            found.amount = Amount::Exact(value.plus(&Decimal::from_digits(digits, places)));
            found.range.end = at + places;
        }
        return;
    }
    // 10秒38, 1米78: results and heights.
    let places = chars[at..].iter().take(4).take_while(|c| c.is_ascii_digit()).count();
    let fits = match &*unit.canonical {
        "秒" => places == 2,
        "米" => (1..=2).contains(&places),
        "元" => places == 1 && chars[at - 1] == '块',
        _ => false,
    };
    let behind = at + places;
    let goes_on =
        || chars.get(behind).is_some_and(|&c| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-' | '/' | ':'));
    let counts =
        || numeral::read(chars, at).is_some_and(|n| n.range.end > behind) || unit::behind(chars, behind).is_some();
    if fits && found.form == Form::Arabic && found.written.decimals == 0 && !goes_on() && !counts() {
        let digits = chars[at..behind].iter().map(|&c| c as u8 - b'0');
        found.amount = Amount::Exact(value.plus(&Decimal::from_digits(digits, places)));
        found.range.end = behind;
        found.rule = "compound";
        return;
    }
    let word = |at: usize| chars.get(at).filter(|c| !c.is_ascii()).and_then(|&c| digit(c)).filter(|&d| d > 0);
    // 一米八三: a height to the hundredth.
    let more = (chars[at - 1] == '米').then(|| word(at + 1)).flatten();
    let behind = at + 1 + usize::from(more.is_some());
    // 五块五一斤: what it is the price of goes on behind.
    let open = || {
        chars.get(behind).is_none_or(|&c| !c.is_alphanumeric())
            || chars.get(behind) == Some(&'一') && unit::behind(chars, behind + 1).is_some()
            || chars[at - 1] == '米'
                && matches!(chars.get(behind), Some('高' | '长' | '宽' | '深' | '厚' | '的' | '左'))
            || chars[at - 1] == '块' && matches!(chars.get(behind), Some('包' | '的' | '起' | '买' | '就'))
            || currency(chars, behind, unit.code.as_deref()).is_some()
    };
    if let Some(tenth) = word(at)
        && found.form == Form::Chinese
        && matches!(chars[at - 1], '块' | '毛' | '角' | '米' | '丈' | '尺')
        && open()
    {
        let places = if found.rule == "compound" { 2 } else { 1 };
        let digits = [Some(tenth), more].into_iter().flatten();
        found.amount = Amount::Exact(value.plus(&Decimal::from_digits(digits, places + usize::from(more.is_some()))));
        found.range.end = currency(chars, behind, unit.code.as_deref()).unwrap_or(behind);
    }
}

/// Behind an amount in words, the currency once more: 两块九毛九RMB, 三块五人民币.
fn currency(chars: &[char], at: usize, code: Option<&str>) -> Option<usize> {
    let unit = unit::behind(chars, at).filter(|unit| unit.class == UnitClass::Currency && unit.range.start == at)?;
    let whole = !chars[unit.range.clone()].iter().any(|c| matches!(c, '元' | '角' | '分' | '毛' | '块'));
    (whole && code.is_some() && unit.code.as_deref() == code).then_some(unit.range.end)
}

/// 三斤半, 两年半.
fn half(scene: &Scene, chars: &[char], found: &mut Quantity) {
    let at = found.range.end;
    if chars.get(at) != Some(&'半') {
        return;
    }
    // 五分半钟: the unit goes on behind 半.
    let around = chars.get(at + 1) == Some(&'钟');
    let alone = scene.line.at(at).range.end == at + 1;
    let Amount::Exact(value) = &found.amount else { return };
    if around && let Some(minutes) = unit::behind(&['分', '钟'], 0) {
        found.amount = Amount::Exact(value.plus(&Decimal::half()));
        found.unit = Some(unit::Found { range: at - 1..at + 2, text: at - 1..at, ..minutes });
        found.range.end = at + 2;
    } else if alone {
        found.amount = Amount::Exact(value.plus(&Decimal::half()));
        found.range.end = at + 1;
    }
}
