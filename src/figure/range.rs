//! Ranges (5—10万元, 30%-40%, 4万桶至21万桶) and lists that share one unit (74.6和117.4平方公里).

use super::quantity::{self, Quantity};
use super::{Amount, Scene};
use crate::numeral::{Decimal, Form};
use crate::unit::Trait;

/// How many members of a list are looked at in search of its unit: newspapers list a handful, and a bound keeps
/// the work linear.
const LIST: usize = 8;

/// Joins a quantity with the one behind a range sign, if they make one figure.
pub fn join(scene: &Scene, first: &mut Quantity, limit: usize) {
    if let Some(second) = second(scene, first, limit) {
        *first = merge(first, second);
    }
}

/// The other end of a range that begins with `first`.
fn second(scene: &Scene, first: &Quantity, limit: usize) -> Option<Quantity> {
    let Amount::Exact(low) = &first.amount else { return None };
    if first.ordinal || first.bound.is_some() || first.rule == "half" || first.rule == "doubling" {
        return None;
    }
    if let Some(other) = neighbour(scene, first, low, limit) {
        return Some(other);
    }
    let (at, dash) = separator(scene, first.range.end)?;
    // 由5天到1天 has two ends of a change, not a range.
    if !dash && matches!(scene.before(first.range.start), Some('从' | '由' | '自')) {
        return None;
    }
    if at >= limit || !(scene.chars()[at].is_alphanumeric() || scene.chars()[at] == '.') {
        return None;
    }
    let mut other = quantity::read(scene, at, limit)?;
    let Amount::Exact(mut high) = other.amount.clone() else { return None };
    // 零下15至20度: what is said once holds for both ends; 零下15度至20度 crosses zero.
    if first.unit.is_none() && scene.spells(first.range.start, "零下") && high.to_f64() > 0.0 {
        high = high.negated();
    }
    let words = |form: Form| form != Form::Arabic;
    let alike = words(first.form) == words(other.form) || first.unit.is_some();
    if other.ordinal || other.rule != "numeral" && other.rule != "half" || !alike || other.range.start != at {
        return None;
    }
    if first.unit.is_none() && other.unit.is_none() {
        share_unit(scene, &mut other, limit); // 3050-3100、3200元/吨
        other.rule = "numeral";
    }
    match (&first.unit, &other.unit) {
        (Some(a), Some(b)) if a.canonical == b.canonical => {}
        // 0.4元—0.5元/公斤: what it is the price of is said once.
        (Some(a), Some(b)) if b.canonical.strip_prefix(&*a.canonical).is_some_and(|rest| rest.starts_with('/')) => {}
        (None, Some(_)) => {}
        (None, None) if first.form == Form::Percent && other.form == Form::Percent => {}
        // 百分之三十到四十
        (None, None) if first.form == Form::Percent && other.form == Form::Chinese && high.to_f64() <= 100.0 => {
            other.form = Form::Percent;
        }
        // 一到两成
        (None, None)
            if other.form == Form::Percent && low.to_f64() < 10.0 && scene.before(other.range.end) == Some('成') =>
        {
            other.amount = ordered(low.clone().scaled(1), high.clone());
            return Some(other);
        }
        // Without a unit a dash joins phone numbers and scores; a scale word or a decimal says it is an amount.
        (None, None) if other.written.scale >= 4 || (first.written.decimals > 0 && other.written.decimals > 0) => {}
        _ => return None,
    }
    let shares = first.unit.is_none() && first.written.scale == 0 && other.written.scale > 0;
    let mantissa = high.clone().scaled(-(other.written.scale as i32));
    let low = if shares && low.to_f64() < mantissa.to_f64() && other.written.scale >= 4 {
        low.clone().scaled(other.written.scale as i32)
    } else {
        low.clone()
    };
    other.amount = ordered(low, high.clone());
    Some(other)
}

/// 7、8米, 五、六个: one digit and the next one are an estimate, unless each has its own of a list.
fn neighbour(scene: &Scene, first: &Quantity, low: &Decimal, limit: usize) -> Option<Quantity> {
    const REACH: usize = 16;
    let (start, at) = (first.range.start, first.range.end + 1);
    let single = |quantity: &Quantity| quantity.number.len() == 1 && quantity.rule == "numeral" && !quantity.ordinal;
    let mark = |ch: Option<char>| matches!(ch, Some('、' | '第' | '(' | '/'));
    let chars = scene.chars();
    if chars.get(at - 1) != Some(&'、') || first.unit.is_some() || !single(first) || at >= limit || start == 0 {
        return None;
    }
    let mut other =
        quantity::read(scene, at, limit).filter(|q| q.range.start == at && single(q) && q.unit.is_some())?;
    let Amount::Exact(high) = &other.amount else { return None };
    let dealt = (start.saturating_sub(REACH)..start).any(|at| scene.spells(at, "分别"));
    let next = other.form == first.form && high.to_f64() == low.to_f64() + 1.0;
    let listed = mark(scene.before(start)) || mark(chars.get(other.range.end).copied()) || dealt;
    if !next || listed || other.has(Trait::Label) || other.has(Trait::Rank) {
        return None;
    }
    other.amount = Amount::Range(low.clone(), high.clone());
    Some(other)
}

fn ordered(a: Decimal, b: Decimal) -> Amount {
    if a.to_f64() <= b.to_f64() { Amount::Range(a, b) } else { Amount::Range(b, a) }
}

fn merge(first: &Quantity, second: Quantity) -> Quantity {
    Quantity {
        range: first.range.start..second.range.end,
        number: first.number.start..second.number.end,
        form: if second.form == Form::Percent { second.form } else { first.form },
        rule: "range",
        ..second
    }
}

/// The place behind a range sign, and whether it is a dash.
fn separator(scene: &Scene, at: usize) -> Option<(usize, bool)> {
    let chars = scene.chars();
    let at = at + usize::from(chars.get(at) == Some(&' '));
    let is_dash = |c: &char| matches!(c, '-' | '—' | '–' | '~' | '―' | '─');
    let dashes = chars[at.min(chars.len())..].iter().take(2).take_while(|c| is_dash(c)).count();
    let behind = match (dashes, chars.get(at)?) {
        (1 | 2, _) => at + dashes,
        (_, '至' | '到') => at + 1,
        _ => return None,
    };
    Some((behind + usize::from(chars.get(behind) == Some(&' ')), dashes > 0))
}

/// The unit that a number without one shares with the list it opens: 74.6和117.4平方公里, 5.2、3.1和2.0%; and its scale word:
/// 4120、2380亿千瓦时.
pub fn share_unit(scene: &Scene, first: &mut Quantity, limit: usize) {
    share_classified(scene, first, limit);
    if first.unit.is_some() || first.ordinal || !matches!(first.form, Form::Arabic) || first.rule != "numeral" {
        return;
    }
    let chars = scene.chars();
    let mut at = first.range.end;
    for _ in 0..LIST {
        if !matches!(chars.get(at), Some('、' | '和' | '与' | '及' | '或')) {
            return;
        }
        at += 1;
        if at >= limit || !chars[at].is_ascii_digit() {
            return;
        }
        let Some(next) = quantity::read(scene, at, limit).filter(|q| q.rule == "numeral") else { return };
        if let Some(unit) = next.unit {
            // 1、5个 may be a list marker: whole numbers share only measures.
            let decimal = first.written.decimals > 0 || first.written.scale > 0;
            let measured = unit.class != crate::model::UnitClass::Classifier;
            if decimal || measured {
                share_scale(first, &next.amount, next.written.scale);
                first.unit = Some(unit);
                first.rule = "list";
            }
            return;
        }
        at = next.range.end;
    }
}

/// 8个和6个百分点: what 个 stands for is said once.
fn share_classified(scene: &Scene, first: &mut Quantity, limit: usize) {
    let chars = scene.chars();
    let Some(unit) = first.unit.as_ref().filter(|unit| unit.canonical == "个" && first.rule == "numeral") else {
        return;
    };
    let at = unit.range.end + 1;
    if !matches!(chars.get(at - 1), Some('、' | '和' | '与' | '及' | '或')) || at >= limit || first.ordinal {
        return;
    }
    let next = quantity::read(scene, at, limit).filter(|next| next.form == first.form && next.rule == "numeral");
    if let Some(shared) = next.and_then(|next| next.unit).filter(|unit| unit.text.start > unit.range.start) {
        first.unit = Some(shared);
        first.rule = "list";
    }
}

/// Gives a number of a list the scale word at its end, where the digits are of one size: 15、20万元, but not 3500、2万元.
fn share_scale(first: &mut Quantity, last: &Amount, scale: u32) {
    const SIZE: f64 = 100.0;
    let (Amount::Exact(one), Amount::Exact(other)) = (&first.amount, last) else { return };
    let ratio = one.to_f64() / other.clone().scaled(-(scale as i32)).to_f64();
    if first.written.scale == 0 && scale >= 4 && (1.0 / SIZE..SIZE).contains(&ratio) {
        first.amount = Amount::Exact(one.clone().scaled(scale as i32));
        first.written.scale = scale;
    }
}
