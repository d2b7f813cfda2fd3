//! Numerals that tell one thing from another: models, documents, phones, rooms.

use crate::figure::Scene;
use crate::figure::cues::{self, Role};
use crate::figure::quantity::Quantity;
use crate::model::{RejectionReason, UnitClass};
use crate::numeral::Form;
use crate::numeral::digits::digit;
use crate::unit::Trait;

/// Model, document, phone and room numbers: digits glued to Latin letters, 号, or to each other by hyphens.
pub fn identifier(scene: &Scene, quantity: &Quantity) -> Option<RejectionReason> {
    let named = Some(RejectionReason::Identifier);
    if quantity.has(Trait::Label) && !quantity.ordinal {
        return named;
    }
    let chars = scene.chars();
    let (start, end) = (quantity.range.start, quantity.range.end);
    let before = scene.before(start);
    let next = chars.get(end).copied();
    // 3对3, 三对三: a kind of match by its sides.
    let side = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|&c| digit(c).is_some());
    let pairs = quantity.unit.as_ref().is_some_and(|u| u.canonical == "对") && side(Some(end));
    if pairs || before == Some('对') && quantity.unit.is_none() && side(start.checked_sub(2)) {
        return named;
    }
    if quantity.ordinal && passage(scene, quantity) {
        return named;
    }
    // 2024级新生: those who entered that year.
    let level = quantity.unit.as_ref().is_some_and(|unit| unit.canonical == "级");
    if level && quantity.number.len() == 4 && matches!(&chars[start..start + 2], ['1', '9'] | ['2', '0']) {
        return Some(RejectionReason::Name);
    }
    // 一七一中学: digit by digit, and nothing says that it is a value.
    let spelled = |c: &char| digit(*c).is_some() && !c.is_ascii();
    if quantity.unit.is_none()
        && quantity.rule == "numeral"
        && quantity.number.len() >= 3
        && chars[quantity.number.clone()].iter().all(spelled)
        && quantity.number.len() < chars.len()
        && (scene.noun_at(end) || cues::before(scene, start, Role::Number).is_none())
    {
        return named;
    }
    if quantity.form != Form::Arabic {
        return None;
    }
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
    // 3+1+2: a scheme by its parts.
    let sum = before == Some('+') && start.checked_sub(2).is_some_and(|at| chars[at].is_ascii_digit());
    if sum && quantity.unit.is_none() {
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
    // 3.0版 is another one than 2.0版; 3版 may be three editions.
    if quantity.written.decimals > 0 && quantity.unit.as_ref().is_some_and(|u| matches!(&*u.canonical, "版" | "版本"))
    {
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

/// 第十二条第二款, 第三章, 第7页: a place in a law or a book.
fn passage(scene: &Scene, quantity: &Quantity) -> bool {
    let Some(unit) = &quantity.unit else { return false };
    let (start, end) = (quantity.range.start, quantity.range.end);
    let chars = scene.chars();
    // 第二节 资产, as a heading; 12日第3版.
    let heading = start == 0 && chars.get(end) == Some(&' ');
    let dated = scene.times.iter().any(|time| time.end == start);
    let goes_on = chars.get(end) == Some(&'第');
    let cited = heading
        || goes_on
        || cues::before(scene, start, Role::Passage).is_some()
        || cues::behind(scene, end, Role::Passage);
    match &*unit.canonical {
        "章" | "页" | "编" => true,
        // 国务院令第700号
        "号" => matches!(scene.before(start), Some('令' | '函')),
        "条" | "款" | "项" | "节" | "回" => cited || scene.before(start) == Some('》'),
        "版" => cited || dated || scene.before(start) == Some('》'),
        _ => false,
    }
}
