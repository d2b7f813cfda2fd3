//! 一 before a classifier where nothing is counted.

use crate::figure::cues::{self, Role};
use crate::figure::quantity::{self, Quantity};
use crate::figure::{Draft, Scene, kind};
use crate::model::{FigureKind, RejectionReason, UnitClass};
use crate::unit::Trait;

/// 一张张, 一个又一个: a classifier said again.
pub fn reduplicated(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
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
pub fn article(scene: &Scene, quantity: &Quantity, earlier: &[Draft]) -> Option<RejectionReason> {
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    if chars[quantity.number.clone()] != ['一'] || quantity.ordinal || quantity.bound.is_some() {
        return None;
    }
    let unit = quantity.unit.as_ref()?;
    // A word that ends here and is longer than the cue (目前, 签下, 提前一周) points at nothing.
    let own = |from: usize| {
        let word = scene.line.at(start - 1);
        // 比上一届: jieba's word is no word here.
        word.range.end > start || word.range.start >= from || matches!(chars[word.range.start], '比' | '较')
    };
    let time = unit.class == UnitClass::Time
        && scene.before(start).is_some_and(|c| matches!(c, '上' | '下' | '前' | '后' | '同'));
    if (unit.class == UnitClass::Classifier || time) && cues::before(scene, start, Role::Points).is_some_and(own) {
        return Some(RejectionReason::Demonstrative);
    }
    // 三十年如一日: as if it were one day.
    if unit.canonical == "日" && scene.before(start) == Some('如') {
        return Some(RejectionReason::Idiom);
    }
    if unit.class != UnitClass::Classifier {
        return None;
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
    const VERB: usize = 3;
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
            // 打破两项: a verb may stand before the next one.
            let from = end + mark + 1;
            (from..from + VERB).any(|at| {
                let next = if at < chars.len() { quantity::read(scene, at, chars.len()) } else { None };
                next.is_some_and(|next| {
                    chars[next.number.clone()] != ['一'] && next.unit.is_some_and(|u| u.canonical == unit.canonical)
                })
            })
        })
}
