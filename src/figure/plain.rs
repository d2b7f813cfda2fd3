//! Numbers without unit: which of them state something.

use super::Scene;
use super::quantity::Quantity;
use crate::model::RejectionReason;
use crate::numeral::Form;
use crate::numeral::digits::digit;

/// Verbs and cues that say that a number is coming.
const CUES: &[char] = &['为', '达', '到', '至', '是', '于', '报', '过', '超', '破', '近', '约', '逾', '足', '计', '有'];

/// Numbers that are names: hotlines, plans and days known by their digits.
const NAMES: &[&str] = &["110", "119", "120", "122", "114", "315", "211", "985", "863", "973", "360", "618", "12306"];

/// What a number without unit is: a plain number, one before a bare noun, or none at all.
pub enum Plain {
    /// States a value.
    Number,
    /// Counts the noun right behind it (16部门).
    BareNoun,
    /// States nothing.
    None(RejectionReason),
}

/// Judges a quantity that has no unit and is no part of a whole.
pub fn judge(scene: &Scene, quantity: &Quantity, touched: bool) -> Plain {
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    let reason = if quantity.form == Form::Arabic { RejectionReason::Identifier } else { RejectionReason::Lexical };
    if quantity.ordinal {
        return Plain::Number;
    }
    let next = chars.get(end).copied();
    let open = next.is_none_or(|c| !c.is_alphanumeric());
    if quantity.form == Form::BareScale && !touched {
        let several = quantity.number.len() > 1;
        return if several && open { Plain::Number } else { Plain::None(reason) };
    }
    if medal(scene, quantity) {
        return Plain::BareNoun;
    }
    let large = quantity.written.scale >= 4 && quantity.number.len() > 1;
    if large && is_noun(scene, end) {
        return Plain::BareNoun;
    }
    if large || quantity.written.decimals > 0 && !dotted(scene, quantity) {
        return Plain::Number;
    }
    let digits: String = chars[quantity.number.clone()].iter().collect();
    if touched || (quantity.form == Form::Arabic && bare_count(scene, quantity) && !NAMES.contains(&&*digits)) {
        return if is_noun(scene, end) { Plain::BareNoun } else { Plain::Number };
    }
    let cued = scene.before(start).is_none_or(|c| CUES.contains(&c));
    if (cued && open && !NAMES.contains(&&*digits)) || isolated(scene) {
        return Plain::Number;
    }
    if quantity.form == Form::Chinese && quantity.number.len() > 2 && (open || is_noun(scene, end)) {
        return if open { Plain::Number } else { Plain::BareNoun };
    }
    Plain::None(reason)
}

/// 一金两银: medals are counted without a classifier, one after another.
fn medal(scene: &Scene, quantity: &Quantity) -> bool {
    let chars = scene.chars();
    let end = quantity.range.end;
    let closes = chars.get(end + 1).is_none_or(|&c| !c.is_alphabetic() || digit(c).is_some());
    matches!(chars.get(end), Some('金' | '银' | '铜')) && closes
}

/// 3.1 at the start of a block is a heading number.
fn dotted(scene: &Scene, quantity: &Quantity) -> bool {
    quantity.range.start == 0 && scene.chars().get(quantity.range.end).is_some_and(|c| *c == ' ' || c.is_alphabetic())
}

/// 16部门: a small whole number right before a common noun, and no name, model or Latin word before it.
fn bare_count(scene: &Scene, quantity: &Quantity) -> bool {
    let before = scene.before(quantity.range.start);
    let glued = before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/'));
    let after_noun = quantity.range.start > 0
        && before.is_some_and(char::is_alphanumeric)
        && before != Some('等')
        && scene.line.at(quantity.range.start - 1).tag.starts_with('n');
    quantity.number.len() <= 2 && !glued && !after_noun && is_noun(scene, quantity.range.end)
}

fn is_noun(scene: &Scene, at: usize) -> bool {
    if at >= scene.chars().len() || !scene.line.starts_word(at) {
        return false;
    }
    let word = scene.line.at(at);
    word.range.len() >= 2 && matches!(word.tag, "n" | "vn" | "l")
}

/// A block that is hardly more than the number itself, as in a table cell or a query.
fn isolated(scene: &Scene) -> bool {
    let chars = scene.chars();
    let words = || chars.iter().filter(|c| c.is_alphabetic() && digit(**c).is_none()).count();
    chars.len() <= 40 && !chars.contains(&'/') && words() <= 12
}
