//! Numbers without unit: which of them state something.

use super::Scene;
use super::cues::{self, Role};
use super::quantity::Quantity;
use crate::model::{Bound, RejectionReason};
use crate::numeral::Form;
use crate::numeral::digits::digit;

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
    // 3死5伤
    if quantity.form == Form::Arabic && cues::behind(scene, end, Role::Toll) {
        return Plain::BareNoun;
    }
    let large = quantity.written.scale >= 4 && quantity.number.len() > 1;
    if large && counts_noun(scene, end) {
        return Plain::BareNoun;
    }
    if large || quantity.written.decimals > 0 && !dotted(scene, quantity) {
        return Plain::Number;
    }
    let bounded = touched || quantity.bound.is_some_and(|bound| bound != Bound::Vague);
    if quantity.form == Form::Arabic && levels(scene, quantity) {
        return Plain::BareNoun;
    }
    if bounded || (quantity.form == Form::Arabic && bare_count(scene, quantity)) {
        return if scene.noun_at(end) { Plain::BareNoun } else { Plain::Number };
    }
    // 从0到1: the way from nothing to something.
    let way = scene.before(start) == Some('到')
        && ['0', '1', '零', '一'].iter().any(|&from| scene.spells_before(start - 1, &['从', from]));
    if way {
        return Plain::None(reason);
    }
    let cued = start == 0 || cues::before(scene, start, Role::Number).is_some();
    if (cued && (open || next == Some('的'))) || isolated(scene) || stated(scene, quantity) {
        return Plain::Number;
    }
    if quantity.form == Form::Chinese && quantity.number.len() > 2 && (open || scene.noun_at(end)) {
        return if open { Plain::Number } else { Plain::BareNoun };
    }
    Plain::None(reason)
}

/// 答案是四不是五: a numeral behind 是, with a word behind it that no number can be part of.
fn stated(scene: &Scene, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.range.start, quantity.range.end);
    let word = start < scene.chars().len() && scene.line.at(start).range == quantity.range;
    let behind = || end < scene.chars().len() && scene.line.starts_word(end);
    scene.before(start) == Some('是')
        && scene.chars()[quantity.number.clone()] != ['一']
        && word
        && behind()
        && matches!(scene.line.at(end).tag, "r" | "c" | "d")
}

/// 一金两银: medals are counted without a classifier, one after another.
fn medal(scene: &Scene, quantity: &Quantity) -> bool {
    let chars = scene.chars();
    let end = quantity.range.end;
    let closes = chars.get(end + 1).is_none_or(|&c| !c.is_alphabetic() || digit(c).is_some())
        || scene.line.starts_word(end) && scene.line.starts_word(end + 1);
    matches!(chars.get(end), Some('金' | '银' | '铜')) && closes
}

/// 8省, 全省9市: levels of government are counted without a classifier.
fn levels(scene: &Scene, quantity: &Quantity) -> bool {
    let (start, mut end) = (quantity.range.start, quantity.range.end);
    end += usize::from(scene.chars().get(end) == Some(&' '));
    cues::behind(scene, end, Role::Level) && (!named(scene, start) || follows_level(scene, start))
}

/// 3省2市, 30省(区、市)1759县; 湖南、云南2省: behind a level of its own, or a list of places.
fn follows_level(scene: &Scene, start: usize) -> bool {
    let Some(before) = scene.before(start) else { return false };
    let word = scene.line.at(start - 1).range.clone();
    cues::is(Role::Level, scene.reading.slice(word.clone())) && before.is_alphanumeric()
        || scene.before(word.start) == Some('、')
}

/// Whether what stands right before a number makes it a part of a name: 和平2村, but not 全省9市.
fn named(scene: &Scene, start: usize) -> bool {
    let Some(before) = scene.before(start) else { return false };
    let word = scene.line.at(start - 1);
    let whole = scene.chars()[word.range.start] == '全';
    before.is_ascii_alphanumeric()
        || matches!(before, '-' | '.' | '/')
        || before.is_alphanumeric() && before != '等' && word.tag.starts_with('n') && !whole
}

/// 3.1 at the start of a block is a heading number.
fn dotted(scene: &Scene, quantity: &Quantity) -> bool {
    quantity.range.start == 0 && scene.chars().get(quantity.range.end).is_some_and(|c| *c == ' ' || c.is_alphabetic())
}

/// 16部门: a small whole number right before a common noun, and no name, model or Latin word before it.
fn bare_count(scene: &Scene, quantity: &Quantity) -> bool {
    quantity.number.len() <= 2 && !named(scene, quantity.range.start) && scene.noun_at(quantity.range.end)
}

/// 1186.3万困难群众: a noun, or an adjective and a noun.
fn counts_noun(scene: &Scene, at: usize) -> bool {
    let adjective = at < scene.chars().len() && matches!(scene.line.at(at).tag, "a" | "an" | "b" | "ad");
    let behind = if adjective && scene.line.starts_word(at) { scene.line.at(at).range.end } else { at };
    scene.noun_at(behind)
}

/// A block that is hardly more than the number itself, as in a table cell or a query.
fn isolated(scene: &Scene) -> bool {
    let chars = scene.chars();
    let words = || chars.iter().filter(|c| c.is_alphabetic() && digit(**c).is_none()).count();
    chars.len() <= 40 && !chars.contains(&'/') && words() <= 2
}
