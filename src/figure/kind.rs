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
        UnitClass::Classifier if ranks(scene, quantity) => FigureKind::Ordinal,
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

/// Classifiers that rank behind a Chinese numeral even without 第: 一期工程, 十四届, 二级螺纹.
const SERIES: &[&str] = &["届", "期", "级", "等", "年级", "线", "品"];

/// Words before a rank: 排名56位.
const RANKED: &[&str] = &["排名", "排名第", "位列", "位居", "名列", "排在", "跻身", "排"];

/// 二级, 5级 and 排名56位 rank; 三轮, 27档 and 分两期 count.
fn ranks(scene: &Scene, quantity: &Quantity) -> bool {
    let Some(unit) = &quantity.unit else { return false };
    let whole = matches!(quantity.amount, Amount::Exact(_)) && quantity.written.decimals == 0;
    let start = quantity.range.start;
    let counted = scene.chars()[start] == '两' || matches!(scene.before(start), Some('分' | '共' | '连' | '续'));
    let series = quantity.form == Form::Chinese && SERIES.contains(&&*unit.canonical) && !counted;
    let place = matches!(&*unit.canonical, "位" | "名") && RANKED.iter().any(|cue| scene.spells_before(start, cue));
    whole && (series || place || unit.canonical == "级")
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
    let money = (from..end).any(|at| money_word_ends(scene, at, end));
    // 以1.9万亿的收入, 每年70亿的销售额
    let behind = quantity.range.end;
    let owned =
        chars.get(behind) == Some(&'的') && (behind + 1..behind + 8).any(|at| money_word_ends(scene, at, behind + 9));
    if money || owned { FigureKind::Money } else { FigureKind::Number }
}

fn money_word_ends(scene: &Scene, at: usize, limit: usize) -> bool {
    MONEY.iter().any(|word| {
        let end = at + word.chars().count();
        end <= limit && scene.spells(at, word) && scene.line.starts_word(end)
    })
}
