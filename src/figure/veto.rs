//! Which numerals are no figures, and why: words, names, idioms, identifiers, list markers, 一 as an article.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::quantity::Quantity;
use super::{Amount, Scene};
use crate::model::{RejectionReason, UnitClass};
use crate::numeral::Form;
use crate::unit::Trait;

/// The words of `data/lexicalised.tsv`, by first character.
static LEXICALISED: LazyLock<HashMap<char, Vec<(&'static str, RejectionReason)>>> = LazyLock::new(|| {
    let mut table: HashMap<char, Vec<_>> = HashMap::new();
    for line in include_str!("../../data/lexicalised.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(word), Some(reason)) = (columns.next(), columns.next()) else { continue };
        let reason = match reason {
            "name" => RejectionReason::Name,
            "idiom" => RejectionReason::Idiom,
            "reduplicated" => RejectionReason::Reduplicated,
            _ => RejectionReason::Lexical,
        };
        if let Some(first) = word.chars().next() {
            table.entry(first).or_default().push((word, reason));
        }
    }
    table
});

/// The longest quotation that is read as a name or slogan: “双30条”, “一核双循环”.
const SLOGAN: usize = 12;

/// Why a quantity is no figure, if it is none, and how far the rejected stretch goes.
pub fn judge(scene: &Scene, quantity: &Quantity) -> Option<(Range<usize>, RejectionReason)> {
    let here = quantity.range.clone();
    lexical(scene, quantity)
        .or_else(|| name(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| enumerator(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| identifier(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| article(scene, quantity).map(|r| (here, r)))
}

/// The numeral is part of a word: of the table, or of jieba's dictionary where the word goes on beyond it.
fn lexical(scene: &Scene, quantity: &Quantity) -> Option<(Range<usize>, RejectionReason)> {
    let start = quantity.range.start;
    if let Some(rows) = LEXICALISED.get(&scene.chars()[start]) {
        let fits = |word: &str| scene.spells(start, word) && start + word.chars().count() >= quantity.range.end;
        if let Some((word, reason)) = rows.iter().filter(|(word, _)| fits(word)).max_by_key(|(word, _)| word.len()) {
            return Some((start..start + word.chars().count(), *reason));
        }
    }
    if quantity.form == Form::Arabic {
        return None;
    }
    // 零件, 零部件: nothing is counted with 零 and a classifier.
    let none = scene.chars()[quantity.number.clone()] == ['零'];
    if none && quantity.unit.as_ref().is_some_and(|u| u.class == UnitClass::Classifier) {
        return Some((start..quantity.range.end, RejectionReason::Lexical));
    }
    let first = scene.line.at(start);
    let last = scene.line.at(quantity.range.end - 1);
    let number_end = scene.line.at(quantity.number.end - 1);
    for word in [first, number_end, last] {
        let beyond = word.range.start < start || word.range.end > quantity.range.end;
        // 近百名 and 这三家 are entries of the dictionary, and amounts all the same.
        let led = word.range.start + 1 == start
            && word.range.end <= quantity.range.end
            && quantity.unit.is_some()
            && "近约超逾上好这那前后每各头首".contains(scene.chars()[word.range.start]);
        if beyond && word.range.len() > 1 && !led {
            let reason = match word.tag.as_bytes() {
                // Number words and unknown words say nothing: 三大平 is jieba's guess, 一百多年 an entry.
                [b'm' | b'x' | b'q' | b't', ..] | [] => continue,
                [b'i' | b'l', ..] => RejectionReason::Idiom,
                [b'n', b'r' | b's' | b't' | b'z', ..] => RejectionReason::Name,
                _ => RejectionReason::Lexical,
            };
            // What overlaps only at its end may be jieba's wrong cut (员三 in 党员三人): it must begin the word.
            if word.range.start == start || word.range.end <= quantity.number.end + 1 && word.range.start < start {
                return Some((word.range.start.min(start)..word.range.end.max(quantity.number.end), reason));
            }
            if word.range.start < quantity.number.end && word.range.start > start {
                return None;
            }
        }
    }
    None
}

/// Inside a short quotation or a title, or an ordinal without classifier before a noun (第九人民医院): a name, a slogan.
fn name(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
    let end = quantity.range.end;
    if quantity.ordinal
        && quantity.unit.is_none()
        && scene.chars().get(end).is_some_and(|c| c.is_alphabetic() && !"的是在和与及或则也".contains(*c))
    {
        return Some(RejectionReason::Name);
    }
    let pair = scene.pair_around(quantity.range.start)?;
    let inside = &pair.inside;
    if pair.title {
        return Some(RejectionReason::Name);
    }
    let speech = scene.chars()[inside.clone()].iter().any(|c| matches!(c, ',' | '。' | '!' | '?' | ';' | '…' | ':'));
    let whole = inside.start == quantity.range.start && inside.end == quantity.range.end;
    let measured = quantity.unit.as_ref().is_some_and(|u| u.class != UnitClass::Classifier);
    (inside.len() <= SLOGAN && !speech && !(whole && measured)).then_some(RejectionReason::Name)
}

/// 一是, 其一, （三）, 1., 第四, at the head of a clause.
fn enumerator(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    let before = scene.before(start);
    let next = chars.get(end).copied();
    let opens = before.is_none_or(|c| matches!(c, '。' | ';' | ':' | '!' | '?' | ' ' | '\u{201d}'));
    let small = matches!(&quantity.amount, Amount::Exact(v) if v.to_f64() <= 30.0);
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

/// Model, document, phone and room numbers: digits glued to Latin letters, 号, or to each other by hyphens.
fn identifier(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
    let named = Some(RejectionReason::Identifier);
    if quantity.has(Trait::Label) && !quantity.ordinal {
        return named;
    }
    if quantity.form != Form::Arabic {
        return None;
    }
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    let before = scene.before(start);
    let next = chars.get(end).copied();
    let firm = quantity.unit.as_ref().is_some_and(|u| {
        matches!(u.class, UnitClass::Currency | UnitClass::Percent | UnitClass::PercentagePoint | UnitClass::Multiple)
            || (u.class == UnitClass::Measure && !chars[u.range.start].is_ascii())
    });
    if quantity.ordinal {
        return (next == Some('号') && chars.get(end + 1).is_some_and(|c| matches!(c, '令' | '文' | '公')))
            .then_some(RejectionReason::Identifier);
    }
    // 5G, 4S, B2B: letters right behind.
    let latin = scene.chars()[end - 1].is_ascii_alphanumeric();
    if latin && next.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return named;
    }
    if !firm && before.is_some_and(|c| c.is_ascii_alphabetic() || c == '_' || c == '#' || c == '№') {
        return named;
    }
    // PM2.5, RTX-3080, 010-12345678, 2.0.1, 1/2/3
    if let Some(sign) = before.filter(|c| matches!(c, '-' | '.' | '/' | '〕' | ']' | '@' | '&' | '='))
        && start >= 2
        && (chars[start - 2].is_ascii_alphanumeric() || matches!(sign, '〕' | ']' | '@' | '=' | '&'))
        && !firm
    {
        return named;
    }
    if matches!(next, Some('-' | '/'))
        && chars.get(end + 1).is_some_and(char::is_ascii_alphanumeric)
        && quantity.unit.is_none()
    {
        return named;
    }
    // 36号, 3号楼, 12345热线; numbers of eleven digits are phones.
    if next == Some('号') && quantity.unit.is_none() {
        return named;
    }
    (quantity.unit.is_none()
        && quantity.written.scale == 0
        && quantity.number.len() >= 11
        && quantity.written.decimals == 0
        && !chars[quantity.number.clone()].contains(&','))
    .then_some(RejectionReason::Identifier)
}

/// 一份承诺书, 一张张, 这一次: 一 and a classifier without counting.
fn article(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    if chars[quantity.number.clone()] != ['一'] || quantity.ordinal || quantity.bound.is_some() {
        return None;
    }
    let unit = quantity.unit.as_ref().filter(|u| u.class == UnitClass::Classifier)?;
    let before = scene.before(start);
    let word = &chars[unit.range.clone()];
    let again = |at: usize| chars.get(at..at + word.len()) == Some(word);
    if again(end)
        || (matches!(chars.get(end), Some('又' | '接')) && chars.get(end + 1..).is_some_and(|c| c.contains(&'一')))
    {
        return Some(RejectionReason::Reduplicated);
    }
    if matches!(
        before,
        Some('这' | '那' | '另' | '某' | '每' | '同' | '任' | '哪' | '该' | '此' | '上' | '下' | '前' | '后' | '新')
    ) {
        return Some(RejectionReason::Demonstrative);
    }
    let counted = matches!(before, Some('各' | '共' | '仅' | '只'));
    let listed = matches!(chars.get(end), Some('、')) || (before == Some('、'));
    (!counted && !listed && !quantity_ends(scene, end)).then_some(RejectionReason::ArticleLike)
}

/// 增加一个。: nothing follows that 一个 could be the article of, and something stands before it.
fn quantity_ends(scene: &Scene, end: usize) -> bool {
    scene.chars().len() <= 4 && end == scene.chars().len()
}
