//! Quantities: a numeral with its unit, or what stands in the place of one (半个月, 多家, 翻一番).

use std::ops::Range;

use super::compound;
use super::cues::{self, Role};
use crate::model::{Bound, UnitClass};
use crate::numeral::{self, Decimal, Form, Numeral, Printed};
use crate::unit::{self, Found, Inner, Trait};

use super::{Amount, Scene};

/// A numeral with its unit.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// Everything read, without approximators.
    pub range: Range<usize>,
    /// The numeral's own characters.
    pub number: Range<usize>,
    /// What it states.
    pub amount: Amount,
    /// What inner approximators make of it.
    pub bound: Option<Bound>,
    /// How the numeral is written.
    pub form: Form,
    /// The digits as printed.
    pub written: Printed,
    /// The unit.
    pub unit: Option<Found>,
    /// Whether 第 stands before it.
    pub ordinal: bool,
    /// The rule that read it.
    pub rule: &'static str,
}

impl Quantity {
    /// Whether the unit has a trait.
    pub fn has(&self, wanted: Trait) -> bool {
        self.unit.as_ref().is_some_and(|unit| unit.traits.has(wanted))
    }
}

/// Reads the quantity that begins at `at`, looking no further than `limit`.
pub fn read(scene: &Scene, at: usize, limit: usize) -> Option<Quantity> {
    let chars = &scene.chars()[..limit];
    match *chars.get(at)? {
        '第' => return ordinal(chars, at),
        '翻' => return doubling(chars, at),
        '多' | '若' | '好' => return vague(scene, chars, at),
        '半' => return half(scene, chars, at),
        '俩' | '仨' => return pair(scene, at),
        '负' => return negative(scene, at, 1, limit),
        '零' if matches!(chars.get(at + 1), Some('下' | '上')) => return below_zero(scene, at, limit),
        _ => {}
    }
    if chars[at] == '一' && chars.get(at + 1) == Some(&'半') {
        return Some(constant(at..at + 2, Decimal::half(), "half"));
    }
    let number = numeral::read(chars, at)?;
    Some(with_unit(scene, chars, number))
}

/// 负五, 零下5℃: the sign in words, `size` characters long.
fn negative(scene: &Scene, at: usize, size: usize, limit: usize) -> Option<Quantity> {
    let first = *scene.chars()[..limit].get(at + size)?;
    if matches!(first, '负' | '零') {
        return None;
    }
    let mut found = read(scene, at + size, limit).filter(|q| q.rule == "numeral")?;
    found.amount = match found.amount {
        Amount::Exact(value) => Amount::Exact(value.negated()),
        Amount::Quotient(numerator, denominator) => Amount::Quotient(numerator.negated(), denominator),
        Amount::Range(low, high) => Amount::Range(high.negated(), low.negated()),
        Amount::Parts | Amount::Vague => return None,
    };
    found.range.start = at;
    Some(found)
}

/// 零下5℃, 零上3℃: degrees to either side of zero.
fn below_zero(scene: &Scene, at: usize, limit: usize) -> Option<Quantity> {
    if scene.chars()[at + 1] == '下' {
        return negative(scene, at, 2, limit);
    }
    let mut found =
        numeral::read(&scene.chars()[..limit], at + 2).map(|n| with_unit(scene, &scene.chars()[..limit], n))?;
    found.range.start = at;
    found.unit.is_some().then_some(found)
}

fn constant(range: Range<usize>, value: Decimal, rule: &'static str) -> Quantity {
    Quantity {
        number: range.clone(),
        range,
        amount: Amount::Exact(value),
        bound: None,
        form: Form::Chinese,
        written: Printed::default(),
        unit: None,
        ordinal: false,
        rule,
    }
}

fn amount_of(value: Option<Decimal>, upper: Option<Decimal>, quotient: Option<(Decimal, Decimal)>) -> Amount {
    match (value, upper, quotient) {
        (Some(low), Some(high), _) => Amount::Range(low, high),
        (Some(value), None, _) => Amount::Exact(value),
        (None, _, Some((numerator, denominator))) => Amount::Quotient(numerator, denominator),
        _ => Amount::Vague,
    }
}

fn with_unit(scene: &Scene, chars: &[char], number: Numeral) -> Quantity {
    let unit = unit::behind(chars, number.range.end).filter(|unit| !percent_of_percent(number.form, unit));
    let mut found = Quantity {
        range: number.range.clone(),
        number: number.range,
        amount: amount_of(number.value, number.upper, number.quotient),
        bound: number.bound,
        form: number.form,
        written: number.written,
        unit,
        ordinal: false,
        rule: "numeral",
    };
    sign(scene, &mut found);
    if let Some(unit) = &found.unit {
        match (unit.inner, &found.amount) {
            (Some(Inner::Half), Amount::Exact(value)) => found.amount = Amount::Exact(value.plus(&Decimal::half())),
            (Some(Inner::More), _) => found.bound = Some(Bound::More),
            _ => {}
        }
        found.range.end = unit.range.end;
        compound::extend(scene, chars, &mut found);
    }
    prefix_unit(chars, &mut found);
    // $20，300美元: one number has one currency, so what stands behind the comma is another amount.
    if let Some(comma) = second_currency(scene, &found)
        && let Some(number) = numeral::read(&chars[..comma], found.number.start)
    {
        found = with_unit(scene, &chars[..comma], number);
    }
    found
}

/// The comma of full width in a number that has a currency before and another behind.
fn second_currency(scene: &Scene, found: &Quantity) -> Option<usize> {
    let unit = found.unit.as_ref().filter(|unit| unit.class == UnitClass::Currency && found.rule == "numeral")?;
    let both = unit.range.end <= found.number.start && found.range.end > found.number.end;
    let comma = found.number.clone().find(|&at| scene.reading.slice(at..at + 1) == "，");
    comma.filter(|_| both)
}

/// 三成 and 百分之五 carry their unit already.
fn percent_of_percent(form: Form, unit: &Found) -> bool {
    form == Form::Percent && unit.class != UnitClass::PercentagePoint
}

/// A minus or plus sign right before a number, where no range or name could be meant.
fn sign(scene: &Scene, found: &mut Quantity) {
    let Some(at) = found.range.start.checked_sub(1) else { return };
    if found.form != Form::Arabic || !matches!(scene.chars()[at], '-' | '±' | '+') {
        return;
    }
    let free = at == 0 || {
        let before = scene.chars()[at - 1];
        !before.is_alphanumeric() && !matches!(before, '%' | '℃' | '°' | ')' | '-')
            || matches!(before, '为' | '达' | '至' | '到' | '是' | '于')
    };
    // 局地-15℃: below zero, where no number stands before the sign.
    let degrees = matches!(scene.chars().get(found.range.end), Some('℃'))
        && scene.before(at).is_some_and(|c| c.is_alphabetic() && !c.is_ascii() && numeral::digits::digit(c).is_none());
    if !(free || degrees) {
        return;
    }
    match (scene.chars()[at], &found.amount) {
        ('-', Amount::Exact(value)) => {
            found.amount = Amount::Exact(value.clone().negated());
            found.range.start = at;
        }
        ('±', _) => (found.range.start, found.bound) = (at, Some(Bound::About)),
        ('+', _) => found.range.start = at,
        _ => {}
    }
}

/// ¥100, US$5, 人民币5: a currency before the number belongs to it when none follows; a sign always does.
fn prefix_unit(chars: &[char], found: &mut Quantity) {
    let mut end = found.range.start;
    while end > 0 && chars[end - 1] == ' ' && found.range.start - end < 2 {
        end -= 1;
    }
    let Some(unit) = unit::before(chars, end) else { return };
    let sign = chars[unit.range.clone()].iter().any(|c| !c.is_alphanumeric());
    let scale = unit.class == UnitClass::Measure; // 摄氏37度: the scale stands before, the degree behind
    if found.unit.is_some() && !sign && !scale {
        return;
    }
    found.range.start = unit.range.start;
    found.unit = Some(unit);
}

/// 第二届, 第3位, 第一.
fn ordinal(chars: &[char], at: usize) -> Option<Quantity> {
    let from = if chars.get(at + 1) == Some(&' ') { at + 2 } else { at + 1 };
    let number = numeral::read(chars, from).filter(|n| n.value.is_some() && n.quotient.is_none())?;
    if matches!(number.form, Form::BareScale | Form::Percent) {
        return None;
    }
    let unit = unit::behind(chars, number.range.end);
    let end = unit.as_ref().map_or(number.range.end, |u| u.range.end);
    Some(Quantity {
        range: at..end,
        number: number.range,
        amount: amount_of(number.value, number.upper, number.quotient),
        bound: number.bound,
        form: number.form,
        written: number.written,
        unit,
        ordinal: true,
        rule: "ordinal",
    })
}

/// 翻一番 doubles, 翻两番 quadruples (翻 n 番 is 2ⁿ times).
fn doubling(chars: &[char], at: usize) -> Option<Quantity> {
    let from = if chars.get(at + 1) == Some(&'了') { at + 2 } else { at + 1 };
    let (times, end) = match numeral::read(chars, from) {
        Some(number) => (number.value.as_ref()?.to_f64(), number.range.end),
        None => (1.0, from),
    };
    let whole = times.fract() == 0.0 && (1.0..=20.0).contains(&times);
    (whole && chars.get(end) == Some(&'番'))
        .then(|| constant(at..end + 1, Decimal::whole(1 << times as u32), "doubling"))
}

/// 多家, 好几趟, 若干个: several of something that has a classifier.
fn vague(scene: &Scene, chars: &[char], at: usize) -> Option<Quantity> {
    let size = match chars[at] {
        '多' => 1,
        '若' if chars.get(at + 1) == Some(&'干') => 2,
        '好' if matches!(chars.get(at + 1), Some('几' | '多')) => 2,
        _ => return None,
    };
    let number = match (chars[at], numeral::read(chars, at + 1)) {
        ('好', Some(number)) => number.range.end,
        _ => at + size,
    };
    let unit = unit::behind(chars, number)?;
    // Before other classifiers 多 is an adverb or part of a word: 多帮一点, 多头.
    let many = chars[at] != '多' || cues::is(Role::Many, &unit.canonical);
    let counts = many && matches!(unit.class, UnitClass::Classifier | UnitClass::Time);
    // 这么多人, 许多次: 多 belongs to the word before it.
    let led = scene.before(at).is_some_and(|c| {
        matches!(c, '么' | '许' | '很' | '众' | '更' | '太' | '较' | '最' | '诸' | '不' | '甚' | '好')
    });
    if !counts || led || !(scene.line.starts_word(at) && scene.line.starts_word(unit.range.end)) {
        return None;
    }
    let mut found = constant(at..unit.range.end, Decimal::default(), "vague");
    found.number = at..number;
    found.amount = Amount::Vague;
    found.bound = Some(Bound::Vague);
    found.unit = Some(unit);
    Some(found)
}

/// 半年, 半个月, 半公升; 半数.
fn half(scene: &Scene, chars: &[char], at: usize) -> Option<Quantity> {
    if chars.get(at + 1) == Some(&'数') && (scene.line.starts_word(at + 2) || scene.spells(at + 2, "以上")) {
        return Some(constant(at..at + 2, Decimal::half(), "half"));
    }
    if let Some(number) = numeral::read(chars, at) {
        return Some(with_unit(scene, chars, number)); // 半折
    }
    let unit = unit::behind(chars, at + 1).filter(|u| matches!(u.class, UnitClass::Time | UnitClass::Measure))?;
    let measure = unit.class == UnitClass::Measure && unit.text.len() > 1;
    let cut = scene.line.starts_word(at) && scene.line.starts_word(unit.range.end);
    if !measure && !cut {
        return None;
    }
    let mut found = constant(at..unit.range.end, Decimal::half(), "half");
    found.number = at..at + 1;
    found.bound = (unit.inner == Some(Inner::More)).then_some(Bound::More);
    found.unit = Some(unit);
    Some(found)
}

/// 俩 is 两个, 仨 is 三个.
fn pair(scene: &Scene, at: usize) -> Option<Quantity> {
    let value = if scene.chars()[at] == '俩' { 2 } else { 3 };
    let word = &scene.line.at(at).range;
    (word.len() == 1).then(|| constant(at..at + 1, Decimal::whole(value), "numeral"))
}
