//! What sort of figure a quantity is.

use super::quantity::Quantity;
use super::{Amount, Scene};
use crate::model::{FigureKind, UnitClass};
use crate::numeral::Form;
use crate::unit::Trait;

/// The sort of a quantity; a unitless one takes it from the words before it.
pub fn of(scene: &Scene, quantity: &Quantity) -> FigureKind {
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
            _ => unitless(scene, quantity),
        };
    };
    match unit.class {
        UnitClass::Classifier if ranks(quantity) => FigureKind::Ordinal,
        UnitClass::Classifier if quantity.has(Trait::Point) => FigureKind::Number,
        UnitClass::Classifier => FigureKind::Count,
        UnitClass::Measure => FigureKind::Measure,
        UnitClass::Currency => FigureKind::Money,
        UnitClass::Percent => FigureKind::Percent,
        UnitClass::PercentagePoint => FigureKind::PercentagePoint,
        UnitClass::Multiple => FigureKind::Multiple,
        UnitClass::Time => FigureKind::Duration,
    }
}

/// Classifiers of series that rank behind a Chinese numeral even without 第: 一期工程, 十四届.
const SERIES: &[&str] = &["届", "期"];

/// 二级 and 5级 rank; 27档 and 三轮 count.
fn ranks(quantity: &Quantity) -> bool {
    let Some(unit) = &quantity.unit else { return false };
    let whole = matches!(quantity.amount, Amount::Exact(_)) && quantity.written.decimals == 0;
    let rank = quantity.has(Trait::Rank) && (quantity.form == Form::Chinese || unit.canonical == "级");
    whole && (rank || quantity.form == Form::Chinese && SERIES.contains(&&*unit.canonical))
}

/// Nouns that are counted in money when a number has no unit: 投资达200亿, 产值超7700亿.
const MONEY: &[&str] = &[
    "资", "额", "值", "款", "入", "润", "税", "债", "费", "价", "资产", "销售", "出口", "进口", "成本", "预算", "奖池",
    "基金", "补贴", "贷款", "余额", "营收", "市值", "融资", "GDP",
];

/// 投资达200亿 is money; 装机突破5000万 is what the noun before it measures; 指数为50.4 is a plain number.
fn unitless(scene: &Scene, quantity: &Quantity) -> FigureKind {
    if quantity.written.scale < 4 {
        return FigureKind::Number;
    }
    const REACH: usize = 12;
    let chars = scene.chars();
    let end = quantity.range.start;
    let from = (end.saturating_sub(REACH)..end)
        .rev()
        .find(|&i| matches!(chars[i], ',' | '。' | ';' | ':' | '、' | '!' | '?'))
        .map_or(end.saturating_sub(REACH), |i| i + 1);
    let money = (from..end).any(|at| {
        MONEY.iter().any(|word| {
            let size = word.chars().count();
            scene.spells(at, word) && at + size <= end && scene.line.starts_word(at + size)
        })
    });
    if money { FigureKind::Money } else { FigureKind::Number }
}
