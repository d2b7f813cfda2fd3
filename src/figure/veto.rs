//! Which numerals are no figures, and why: words, names, idioms, identifiers, list markers, 一 as an article.

use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::cues::{self, Role};
use super::quantity::{self, Quantity};
use super::{Amount, Draft, Scene, approx, kind};
use crate::model::{FigureKind, RejectionReason, UnitClass};
use crate::numeral::Form;
use crate::unit::Trait;

/// What a row of `data/lexicalised.tsv` says of its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// It is no amount.
    Rejects(RejectionReason),
    /// It is no amount unless a noun follows: 一起努力, 一起事故.
    Adverb,
    /// It is an amount and a noun, though the dictionary has it as one word: 两层楼.
    Counts,
}

/// The words of `data/lexicalised.tsv`, by first character.
static LEXICALISED: LazyLock<FxHashMap<char, Vec<(&'static str, Entry)>>> = LazyLock::new(|| {
    let mut table: FxHashMap<char, Vec<_>> = FxHashMap::default();
    for line in table!("lexicalised.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(word), Some(entry)) = (columns.next(), columns.next().and_then(entry_of)) else { continue };
        if let Some(first) = word.chars().next() {
            table.entry(first).or_default().push((word, entry));
        }
    }
    table
});

fn entry_of(name: &str) -> Option<Entry> {
    Some(match name {
        "name" => Entry::Rejects(RejectionReason::Name),
        "idiom" => Entry::Rejects(RejectionReason::Idiom),
        "reduplicated" => Entry::Rejects(RejectionReason::Reduplicated),
        "identifier" => Entry::Rejects(RejectionReason::Identifier),
        "lexical" => Entry::Rejects(RejectionReason::Lexical),
        "adverb" => Entry::Adverb,
        "counts" => Entry::Counts,
        _ => return None,
    })
}

/// The longest word of the table at a place that reaches at least to `end`.
fn entry(scene: &Scene, start: usize, end: usize) -> Option<(Range<usize>, Entry)> {
    let rows = LEXICALISED.get(&scene.chars()[start])?;
    let fits = |word: &str| scene.spells(start, word) && start + word.chars().count() >= end;
    let (word, entry) = rows.iter().filter(|(word, _)| fits(word)).max_by_key(|(word, _)| word.len())?;
    Some((start..start + word.chars().count(), *entry))
}

/// A word that begins like a numeral where no quantity can be read: 半导体, 多数.
pub fn word(scene: &Scene, at: usize) -> Option<(Range<usize>, RejectionReason)> {
    match entry(scene, at, at + 2)? {
        (stretch, Entry::Rejects(reason)) => Some((stretch, reason)),
        (stretch, Entry::Adverb) => Some((stretch, RejectionReason::Lexical)),
        (_, Entry::Counts) => None,
    }
}

/// The longest quotation that is read as a name or slogan: “双30条”, “一核双循环”.
const SLOGAN: usize = 12;

/// Why a quantity is no figure, if it is none, and how far the rejected stretch goes.
pub fn judge(scene: &Scene, quantity: &Quantity, earlier: &[Draft]) -> Option<(Range<usize>, RejectionReason)> {
    let here = quantity.range.clone();
    reduplicated(scene, quantity)
        .map(|r| (here.clone(), r))
        .or_else(|| lexical(scene, quantity))
        .or_else(|| name(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| enumerator(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| identifier(scene, quantity).map(|r| (here.clone(), r)))
        .or_else(|| article(scene, quantity, earlier).map(|r| (here, r)))
}

/// The numeral is part of a word: of the table, or of jieba's dictionary where the word goes on beyond it.
fn lexical(scene: &Scene, quantity: &Quantity) -> Option<(Range<usize>, RejectionReason)> {
    let start = quantity.range.start;
    match entry(scene, start, quantity.range.end) {
        Some((_, Entry::Counts)) => return None,
        // 超过万里: an approximator says that it is an amount after all.
        Some(_) if quantity.form == Form::BareScale && quantity.unit.is_some() && approx::touches(scene, start) => {}
        Some((word, Entry::Adverb)) if quantity.unit.is_some() && scene.noun_at(word.end) => return None,
        Some((word, Entry::Adverb)) => return Some((word, RejectionReason::Lexical)),
        // 增至120: a cue says that it is a number and no name.
        Some((_, Entry::Rejects(RejectionReason::Identifier)))
            if cues::before(scene, start, Role::Number).is_some() => {}
        Some((word, Entry::Rejects(reason))) => return Some((word, reason)),
        None => {}
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
            && (quantity.unit.is_some() || quantity.form == Form::Percent)
            && "近约超逾上好这那前后每各头首有".contains(scene.chars()[word.range.start]);
        if beyond && word.range.len() > 1 && !led {
            let pointing = scene.chars()[quantity.number.clone()] == ['一']
                && word.range.start < start
                && cues::is(Role::Points, &scene.chars()[word.range.start..start].iter().collect::<String>());
            let reason = match word.tag.as_bytes() {
                _ if pointing => RejectionReason::Demonstrative,
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
        && scene.chars().get(end).is_some_and(|c| c.is_alphabetic())
        && matches!(scene.line.at(end).tag.as_bytes(), [b'n' | b'j' | b'x' | b'l' | b'b' | b'e', ..] | [b'v', b'n'])
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
    // 邮编100010, 热线:12345678
    let label = if matches!(before, Some(':' | '为' | '是')) { start - 1 } else { start };
    if quantity.unit.is_none() && cues::before(scene, label, Role::Label).is_some() {
        return named;
    }
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
    // 9·11, 12·4: days that name what happened on them.
    let digit_at = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    if before == Some('·') && digit_at(start.checked_sub(2)) || next == Some('·') && digit_at(Some(end + 1)) {
        return named;
    }
    // 80后, 00后: generations by the decade they were born in.
    if next == Some('后') && quantity.number.len() == 2 && chars[end - 1] == '0' && quantity.unit.is_none() {
        return Some(RejectionReason::Name);
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
    // 2.0.1, and the year of a document's number: 〔2024〕.
    let version = next == Some('.') && chars.get(end + 1).is_some_and(char::is_ascii_digit) && quantity.unit.is_none();
    if version || matches!((before, next), (Some('〔' | '['), Some('〕' | ']'))) {
        return named;
    }
    // 36号, 3号楼, 12345热线; numbers of eleven digits are phones.
    if next == Some('号') && quantity.unit.is_none() {
        return named;
    }
    (quantity.unit.is_none()
        && quantity.rule == "numeral"
        && quantity.written.scale == 0
        && quantity.number.len() >= 11
        && quantity.written.decimals == 0
        && !chars[quantity.number.clone()].contains(&','))
    .then_some(RejectionReason::Identifier)
}

/// 一张张, 一个又一个: a classifier said again.
fn reduplicated(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
    let chars = scene.chars();
    let end = quantity.range.end;
    let unit = quantity.unit.as_ref().filter(|u| u.class == UnitClass::Classifier)?;
    if chars[quantity.number.clone()] != ['一'] || quantity.ordinal {
        return None;
    }
    let word = &chars[unit.range.clone()];
    let again = |at: usize| chars.get(at..at + word.len()) == Some(word);
    let joined = matches!(chars.get(end), Some('又' | '接')) && chars[end..].iter().take(4).any(|&c| c == '一');
    // 一步一步
    let twice = chars.get(end) == Some(&'一') && again(end + 1);
    (again(end) || joined || twice).then_some(RejectionReason::Reduplicated)
}

/// 一份承诺书, 这一次: 一 and a classifier without counting.
fn article(scene: &Scene, quantity: &Quantity, earlier: &[Draft]) -> Option<RejectionReason> {
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    if chars[quantity.number.clone()] != ['一'] || quantity.ordinal || quantity.bound.is_some() {
        return None;
    }
    let unit = quantity.unit.as_ref().filter(|u| u.class == UnitClass::Classifier)?;
    // A word that ends here and is longer than the cue (目前, 签下) points at nothing.
    let own = |from: usize| {
        let word = &scene.line.at(start - 1).range;
        word.end > start || word.start >= from
    };
    if cues::before(scene, start, Role::Points).is_some_and(own) {
        return Some(RejectionReason::Demonstrative);
    }
    // 目前一期已经完工 is a phase, but 举办一期培训班 a course.
    let phase = kind::series(scene, quantity) && (start == 0 || !scene.line.at(start - 1).tag.starts_with(['v', 'u']));
    let counted = cues::before(scene, start, Role::Counts).is_some()
        || unit.canonical == "人"
        || phase
        || chars.get(end) == Some(&'、')
        || scene.before(start) == Some('、')
        || recurring(scene, quantity)
        || paired(scene, quantity, earlier);
    let alone = chars.len() <= 4 && end == chars.len();
    (!counted && !alone).then_some(RejectionReason::ArticleLike)
}

/// 每年举办一次: how often, per what.
fn recurring(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 8;
    let start = quantity.range.start;
    let before = &scene.chars()[start.saturating_sub(REACH)..start];
    let clause = before.iter().rposition(|c| !c.is_alphanumeric()).map_or(0, |i| i + 1);
    let period = |pair: &[char]| pair[0] == '每' && matches!(pair[1], '年' | '月' | '周' | '天' | '日' | '季' | '隔');
    quantity.has(Trait::Verbal) && before[clause..].windows(2).any(period)
}

/// 两枚金牌、一枚银牌; 一人死亡，三人受伤: another amount of the same unit stands near in the sentence.
fn paired(scene: &Scene, quantity: &Quantity, earlier: &[Draft]) -> bool {
    const REACH: usize = 12;
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    let Some(unit) = &quantity.unit else { return false };
    let behind_another = earlier.last().is_some_and(|figure| {
        figure.kind == FigureKind::Count
            && figure.unit.as_ref().is_some_and(|u| u.canonical == unit.canonical)
            && figure.range.end <= start
            && start - figure.range.end <= REACH
            && !chars[figure.range.end..start].contains(&'。')
    });
    let ahead = &chars[end..(end + REACH).min(chars.len())];
    let mark = ahead.iter().position(|c| matches!(c, '、' | ','));
    behind_another
        || mark.is_some_and(|mark| {
            let next = quantity::read(scene, end + mark + 1, chars.len());
            next.is_some_and(|next| {
                chars[next.number.clone()] != ['一'] && next.unit.is_some_and(|u| u.canonical == unit.canonical)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_word_an_entry_and_a_reason() {
        for line in include_str!("../../data/lexicalised.tsv").lines().filter(|l| !l.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns.len() == 3 && columns.iter().all(|c| !c.is_empty()), "{line:?}");
            assert!(entry_of(columns[1]).is_some(), "{line:?}");
        }
    }
}
