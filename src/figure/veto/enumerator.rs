//! Numerals that number the items of a list.

use crate::figure::quantity::Quantity;
use crate::figure::{Amount, Scene};
use crate::model::RejectionReason;
use crate::numeral::Form;

/// 一是, 其一, （三）, 1., 第四, at the head of a clause.
pub fn enumerator(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    let before = scene.before(start);
    let next = chars.get(end).copied();
    let opens = before.is_none_or(|c| matches!(c, '。' | ';' | ':' | '!' | '?' | ' ' | '\u{201d}'));
    let small = matches!(&quantity.amount, Amount::Exact(v) if v.to_f64() <= 30.0);
    if small && sequel(scene, quantity) {
        return Some(RejectionReason::Demonstrative);
    }
    if !small || quantity.unit.is_some() {
        return None;
    }
    let bracketed = before == Some('(') && next == Some(')');
    let listed = opens && next == Some('、') && (start == 0 || !chars.get(end + 1).is_some_and(char::is_ascii_digit));
    let dotted = start == 0 && next == Some('.');
    let said = quantity.form == Form::Chinese && next == Some('是') && before.is_none_or(|c| !c.is_alphanumeric());
    let which = before == Some('其') && quantity.form == Form::Chinese;
    let ordered = quantity.ordinal && opens && matches!(next, Some(',' | '、' | ':'));
    let clause = quantity.ordinal && before == Some(',') && next == Some(',');
    (bracketed || listed || dotted || said || which || ordered || clause).then_some(RejectionReason::Enumerator)
}

/// 第二天，他又来了; 第二天一早: the day after, at the head of a clause.
fn sequel(scene: &Scene, quantity: &Quantity) -> bool {
    const PARTS: [&str; 13] =
        [",", ":", "一早", "一大早", "早", "清晨", "上午", "中午", "下午", "傍晚", "晚", "凌晨", "天"];
    let opens =
        scene.before(quantity.range.start).is_none_or(|c| matches!(c, '。' | ',' | ';' | ':' | '!' | '?' | '”' | '“'));
    let days = quantity.ordinal && quantity.unit.as_ref().is_some_and(|unit| unit.canonical == "天");
    days && opens && PARTS.iter().any(|part| scene.spells(quantity.range.end, part))
}
