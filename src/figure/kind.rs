//! What sort of figure a quantity is.

use super::cues::{self, Role};
use super::quantity::Quantity;
use super::{Amount, Draft, Scene, approx};
use crate::model::{FigureKind, UnitClass};
use crate::numeral::Form;
use crate::unit::Trait;

/// The sort of a quantity; a unitless one takes it from the words around it or from an `earlier` figure.
pub fn of(scene: &Scene, quantity: &Quantity, earlier: &[Draft]) -> FigureKind {
    if quantity.ordinal {
        return FigureKind::Ordinal;
    }
    if quantity.rule == "doubling" {
        return FigureKind::Multiple;
    }
    let Some(unit) = &quantity.unit else {
        return match quantity.form {
            Form::Percent => FigureKind::Percent,
            Form::Fraction => FigureKind::Ratio,
            _ if quantity.rule == "half" || quantity.rule == "ratio" => FigureKind::Ratio,
            _ if quantity.rule == "bare noun" => FigureKind::Count,
            _ => unitless(scene, quantity, earlier),
        };
    };
    match unit.class {
        UnitClass::Classifier if ranks(scene, quantity) => FigureKind::Ordinal,
        UnitClass::Classifier if quantity.has(Trait::Point) => FigureKind::Number,
        // 5.2级, 千亿级: a magnitude, neither a rank nor a count.
        UnitClass::Classifier
            if quantity.has(Trait::Rank) && (quantity.written.decimals > 0 || quantity.written.scale >= 4) =>
        {
            FigureKind::Number
        }
        UnitClass::Classifier => FigureKind::Count,
        UnitClass::Measure => FigureKind::Measure,
        UnitClass::Currency => FigureKind::Money,
        UnitClass::Percent => FigureKind::Percent,
        UnitClass::PercentagePoint => FigureKind::PercentagePoint,
        UnitClass::Multiple => FigureKind::Multiple,
        UnitClass::Time => FigureKind::Duration,
    }
}

/// 二级, 5级 and 排名56位 rank; 三轮, 27档 and 分两期 count.
fn ranks(scene: &Scene, quantity: &Quantity) -> bool {
    let Some(unit) = &quantity.unit else { return false };
    let whole = matches!(quantity.amount, Amount::Exact(_)) && quantity.written.decimals == 0;
    let place = matches!(&*unit.canonical, "位" | "名") && ranked(scene, quantity.range.start);
    // 千亿级产业 is a size.
    let grade = matches!(&*unit.canonical, "级" | "星级" | "年级") && quantity.written.scale < 4;
    // 4～6级 ranks at either end.
    let grades = grade && matches!(quantity.amount, Amount::Range(..)) && quantity.written.decimals == 0;
    grades || whole && (series(scene, quantity) && quantity.written.scale < 4 || place || grade)
}

/// 十四届, 二期: a unit that ranks behind a Chinese numeral even without 第, unless something counts it (分两期).
pub fn series(scene: &Scene, quantity: &Quantity) -> bool {
    let start = quantity.range.start;
    let counted = scene.chars()[start] == '两' || matches!(scene.before(start), Some('分' | '共' | '连' | '续'));
    let unit = quantity.unit.as_ref().is_some_and(|unit| cues::is(Role::Series, &unit.canonical));
    unit && quantity.form == Form::Chinese && !counted
}

/// 排名56位, 排名总榜的59位.
fn ranked(scene: &Scene, start: usize) -> bool {
    const REACH: usize = 8;
    let direct = cues::before(scene, start, Role::Rank).is_some();
    direct
        || scene.before(start) == Some('的')
            && (clause_start(scene, start, REACH)..start).any(|end| cues::before(scene, end, Role::Rank).is_some())
}

/// Where the clause before a place begins, at most `reach` characters back.
fn clause_start(scene: &Scene, end: usize, reach: usize) -> usize {
    let from = end.saturating_sub(reach);
    let mark = |&i: &usize| matches!(scene.chars()[i], ',' | '。' | ';' | ':' | '、' | '!' | '?');
    (from..end).rev().find(mark).map_or(from, |i| i + 1)
}

/// What a number with a scale word but without unit is: what the noun before it (投资达200亿) or behind it
/// (1.9万亿的收入) says, or else what the figure before it in the sentence is (745亿元，乙公司608亿).
fn unitless(scene: &Scene, quantity: &Quantity, earlier: &[Draft]) -> FigureKind {
    const REACH: usize = 12;
    if quantity.written.scale < 4 {
        return FigureKind::Number;
    }
    let (start, end) = (quantity.range.start, quantity.range.end);
    let nouns =
        [(Role::Money, FigureKind::Money), (Role::Measure, FigureKind::Measure), (Role::Count, FigureKind::Count)];
    // 人口不足10万: to the dictionary 人口不足 is one word.
    let touching = approx::touching(scene, start);
    // The nearest noun decides.
    let said = |from: usize, to: usize| {
        (from + 1..=to).rev().filter(|&at| scene.line.starts_word(at) || Some(at) == touching).find_map(|at| {
            let within = |role| cues::before(scene, at, role).is_some_and(|begin| begin >= from);
            nouns.iter().find(|(role, _)| within(*role)).map(|(_, kind)| *kind)
        })
    };
    let owned = scene.chars().get(end) == Some(&'的');
    said(clause_start(scene, start, REACH), start)
        .or_else(|| owned.then(|| said(end + 1, (end + 9).min(scene.chars().len()))).flatten())
        .or_else(|| inherited(scene, start, earlier))
        .unwrap_or(FigureKind::Number)
}

/// The kind of the last large amount with a unit before `start`, in the same sentence.
fn inherited(scene: &Scene, start: usize, earlier: &[Draft]) -> Option<FigureKind> {
    const REACH: usize = 60;
    const FIGURES: usize = 4;
    let large = earlier.iter().rev().take(FIGURES).find(|f| f.unit.is_some() && f.written.scale >= 4)?;
    let between = scene.chars().get(large.range.end..start)?;
    let near = between.len() <= REACH && !between.iter().any(|c| matches!(c, '。' | '!' | '?'));
    let alike = matches!(large.kind, FigureKind::Money | FigureKind::Measure | FigureKind::Count);
    (near && alike).then_some(large.kind)
}
