//! Units in place: 个 in front of them, and compound units put together from any two of the tables.

use std::borrow::Cow;

use super::table::{Place, Row, TABLE};
use super::{Found, Inner, Trait};
use crate::model::UnitClass;

/// How far back 每 may stand before a unit; the longest unit of the tables is shorter.
const REACH: usize = 10;

/// How many parts a unit may have behind its first: 元/人·天 has two. More is no unit but a list.
const PARTS: usize = 3;

/// The longest unit that begins at `at`, right behind a numeral with its scale word, maybe after one space.
///
/// A scale character may itself begin a unit (千瓦, 兆帕, 百分点), so ask at the character before taking it as scale.
pub fn behind(chars: &[char], at: usize) -> Option<Found> {
    let from = if chars.get(at) == Some(&' ') { at + 1 } else { at };
    let (row, start, end, inner) = with_ge(chars, at, from).or_else(|| {
        let (row, end) = TABLE.begins(chars, at, from, Place::Behind)?;
        Some((row, from, end, None))
    })?;
    let mut found = plain(row, start, end);
    found.range.start = from;
    found.inner = inner;
    extend(chars, at, &mut found);
    alternative(chars, at, &mut found);
    Some(found)
}

/// 300条（套）, 12户（人）: a second classifier in brackets, for those of the things that the first does not fit.
fn alternative(chars: &[char], at: usize, unit: &mut Found) {
    let open = unit.range.end;
    if unit.class != UnitClass::Classifier || chars.get(open) != Some(&'(') {
        return;
    }
    let other = TABLE.begins(chars, at, open + 1, Place::Behind).filter(|(row, _)| row.class == UnitClass::Classifier);
    if let Some((_, close)) = other.filter(|&(_, end)| chars.get(end) == Some(&')')) {
        unit.range.end = close + 1;
        unit.text.end = close + 1;
    }
}

/// Whether the scale word at `at` is the prefix of a unit: 千 in 12千米, 兆 in 5兆瓦, 百 in 3百分点.
pub fn takes_prefix(chars: &[char], at: usize) -> bool {
    TABLE.begins(chars, at, at, Place::Behind).is_some_and(|(_, end)| end > at + 1)
}

/// The longest unit that ends at `end`, right before a numeral, maybe before one space: ¥, US$, 人民币, 摄氏.
pub fn before(chars: &[char], end: usize) -> Option<Found> {
    let to = if end > 0 && chars[end - 1] == ' ' { end - 1 } else { end };
    let (row, from) = TABLE.ends(chars, to)?;
    Some(plain(row, from, to))
}

/// What an amount is per, where that stands before it: 每吨 in 每吨5000元. `text` is the unit without 每.
pub fn per_before(chars: &[char], end: usize) -> Option<Found> {
    let floor = end.saturating_sub(REACH);
    let each = floor + chars[floor..end.saturating_sub(1).max(floor)].iter().rposition(|&ch| ch == '每')?;
    let from = if chars[each + 1] == '一' { each + 2 } else { each + 1 };
    let (row, to) = TABLE.begins(chars, each, from, Place::Part)?;
    (to == end).then(|| {
        let mut found = plain(row, from, to);
        found.range.start = each;
        found
    })
}

/// 个 and a unit that drops it, with 半 or 多 between them.
fn with_ge(chars: &[char], at: usize, from: usize) -> Option<(&'static Row, usize, usize, Option<Inner>)> {
    if chars.get(from) != Some(&'个') {
        return None;
    }
    let inner = match chars.get(from + 1) {
        Some('半') => Some(Inner::Half),
        Some('多' | '余' | '来') => Some(Inner::More),
        _ => None,
    };
    let start = from + 1 + usize::from(inner.is_some());
    let (row, end) = TABLE.begins(chars, at, start, Place::Behind)?;
    row.traits.has(Trait::Ge).then_some((row, start, end, inner))
}

fn plain(row: &Row, start: usize, end: usize) -> Found {
    Found {
        range: start..end,
        text: start..end,
        canonical: row.canonical.into(),
        class: row.class,
        code: row.code.map(Cow::Borrowed),
        per: None,
        per_code: None,
        exponent: match () {
            () if row.traits.has(Trait::Tenth) => -1,
            () if row.traits.has(Trait::Hundredth) => -2,
            () => 0,
        },
        inner: None,
        traits: row.traits,
    }
}

/// Puts what follows to a unit: `·` and a factor, `/` or 每 and a denominator, as long as they are units.
fn extend(chars: &[char], at: usize, unit: &mut Found) {
    let mut per_from = None;
    let mut per_code: Option<Cow<'static, str>> = None;
    for _ in 0..PARTS {
        let sign_at = unit.range.end;
        let Some(&sign) = chars.get(sign_at) else { break };
        let product = matches!(sign, '·' | '•' | '⋅' | '∙');
        let fits = match sign {
            '/' => true,
            '每' => per_from.is_none() && may_be_per(unit),
            _ => product && (per_from.is_some() || matches!(unit.class, UnitClass::Measure | UnitClass::Time)),
        };
        if !fits {
            break;
        }
        let Some((part, code, end)) = part(chars, at, sign_at + 1, sign == '/') else { break };
        if product {
            unit.canonical.to_mut().push('·');
            let of = if per_from.is_some() { &mut per_code } else { &mut unit.code };
            *of = of.take().zip(code).map(|(a, b)| format!("{a}.{b}").into());
        } else {
            unit.canonical.to_mut().push('/');
            per_code = match per_from {
                None => code,
                Some(_) => per_code.zip(code).map(|(a, b)| format!("{a}.{b}").into()),
            };
            per_from.get_or_insert(sign_at + 1);
        }
        unit.canonical.to_mut().push_str(&part);
        unit.range.end = end;
        unit.text.end = end;
    }
    let Some(per_from) = per_from else { return };
    unit.per = Some(chars[per_from..unit.range.end].iter().collect());
    if unit.class != UnitClass::Currency {
        unit.code = unit.code.take().zip(per_code.as_ref()).map(|(a, b)| {
            let simple = !b.contains(['.', '/']);
            if simple { format!("{a}/{b}").into() } else { format!("{a}/({b})").into() }
        });
    }
    unit.per_code = per_code;
}

/// Whether 每 may follow: 米每秒, 元每吨, 次每天; 三个每年 is none.
fn may_be_per(unit: &Found) -> bool {
    unit.class != UnitClass::Classifier || unit.traits.has(Trait::Verbal)
}

/// A part of a compound unit: its canonical spelling, its code, and where it ends.
type Part = (Cow<'static, str>, Option<Cow<'static, str>>, usize);

/// A part of a compound unit, in its canonical spelling with its code, and where it ends. A denominator may have a
/// round number (毫克/100毫升, 元/500克, 升/百公里) or a scale word (吨/万元) of its own.
fn part(chars: &[char], at: usize, from: usize, denominator: bool) -> Option<Part> {
    let ucum = |row: &Row| row.code.filter(|_| matches!(row.class, UnitClass::Measure | UnitClass::Time));
    if let Some((row, end)) = TABLE.begins(chars, at, from, Place::Part) {
        return Some((row.canonical.into(), ucum(row).map(Cow::Borrowed), end));
    }
    let (number, len) = factor(&chars[from..]).filter(|_| denominator)?;
    let (row, end) = TABLE.begins(chars, at, from + len, Place::Part)?;
    let written: String = chars[from..from + len].iter().collect();
    Some(((written + row.canonical).into(), ucum(row).map(|code| format!("{number}.{code}").into()), end))
}

/// A round number that begins a denominator, and how many characters it takes. Others are none: 24小时/7天.
fn factor(chars: &[char]) -> Option<(u32, usize)> {
    let digits = chars.iter().take(6).take_while(|c| c.is_ascii_digit()).count();
    if digits > 0 {
        let number: u32 = chars[..digits].iter().collect::<String>().parse().ok()?;
        return [10, 100, 500, 1000, 10000].contains(&number).then_some((number, digits));
    }
    let number = match chars.first()? {
        '百' => 100,
        '千' => 1000,
        '万' => 10000,
        '亿' => 100_000_000,
        _ => return None,
    };
    Some((number, 1))
}
