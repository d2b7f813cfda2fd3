//! Units: classifiers, measures, currencies, and how they are found behind or before a numeral.
//!
//! The units themselves are data (`data/units.tsv`, `data/classifiers.tsv`, `data/currencies.tsv`): one line a
//! unit with all its spellings, what it is, where it is *not* that unit, and one line of reason. Code holds three
//! mechanisms: the lookup of the longest spelling ([`table`]), the conditions on what stands around it
//! ([`context`]), and the composition of 元/平方米, 米每秒 and 吨·公里 from their parts ([`compound`]).

use std::borrow::Cow;
use std::ops::Range;

use crate::model::UnitClass;

mod compound;
mod context;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod ucum;

pub use compound::{before, behind, per_before, takes_prefix};

/// A unit found in folded characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// All that was read: 个月 in 3个月, 个半小时 in 两个半小时; a space in front is not part of it.
    pub range: Range<usize>,
    /// The unit itself, without 个 and what stands behind it: 月, 小时.
    pub text: Range<usize>,
    /// One spelling for its variants: 公里 for 千米 and km.
    pub canonical: Cow<'static, str>,
    /// What it is.
    pub class: UnitClass,
    /// UCUM code of measures, times and percentages, ISO 4217 code of currencies.
    pub code: Option<Cow<'static, str>>,
    /// What it is per, as in the folded text: 平方米 in 元/平方米.
    pub per: Option<String>,
    /// UCUM code of what it is per.
    pub per_code: Option<Cow<'static, str>>,
    /// The value times 10 to this power is an amount in `code` (角 of CNY: −1, 分: −2) or, for 基点, in percentage
    /// points (−2); 0 for all others.
    pub exponent: i8,
    /// What stands between 个 and the unit: 两个半小时, 3个多月.
    pub inner: Option<Inner>,
    /// What the stages behind need to know about it.
    pub traits: Traits,
}

/// A word between 个 and the unit, which changes the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inner {
    /// 个半月: half a unit more.
    Half,
    /// 个多月, 个余月, 个来月: somewhat more, or about.
    More,
}

/// What a row of the tables says about a unit besides its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    /// Counts how often something is done: 次, 趟, 遍.
    Verbal,
    /// Counts groups: 批, 群, 套.
    Collective,
    /// Counts by what holds it: 杯, 箱, 桌.
    Container,
    /// Counts things that follow one another and so takes an ordinal, also without 第: 届, 期, 轮.
    Event,
    /// States a rank or grade rather than an amount: 级, 等, 位.
    Rank,
    /// Names a thing by its number: 3号, 5路.
    Label,
    /// Points of an index or a score; the figure is a plain number: 3000点, 95分.
    Point,
    /// Its character often begins another word (位于, 家庭); ask the words before trusting it.
    Weak,
    /// Without 个 it is the calendar's word: 3月, 5日.
    Calendar,
    /// 个 in front is dropped: 个月, 个百分点.
    Ge,
    /// May stand before the numeral: ¥5, 人民币5元.
    Front,
    /// Stands before the numeral only: ¥, 摄氏.
    FrontOnly,
    /// Is a unit only inside a compound one: d in t/d.
    Part,
    /// A tenth of its code's unit: 角.
    Tenth,
    /// A hundredth of its code's unit: 分, 美分.
    Hundredth,
}

impl Trait {
    /// Every trait with its name in the tables.
    const NAMES: [(&'static str, Trait); 15] = [
        ("verbal", Trait::Verbal),
        ("collective", Trait::Collective),
        ("container", Trait::Container),
        ("event", Trait::Event),
        ("rank", Trait::Rank),
        ("label", Trait::Label),
        ("point", Trait::Point),
        ("weak", Trait::Weak),
        ("calendar", Trait::Calendar),
        ("ge", Trait::Ge),
        ("front", Trait::Front),
        ("front_only", Trait::FrontOnly),
        ("part", Trait::Part),
        ("tenth", Trait::Tenth),
        ("hundredth", Trait::Hundredth),
    ];
}

/// A set of [`Trait`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Traits(u16);

impl Traits {
    /// Whether the unit has it.
    pub fn has(self, wanted: Trait) -> bool {
        self.0 & (1 << wanted as u16) != 0
    }

    fn with(self, more: Trait) -> Self {
        Traits(self.0 | 1 << more as u16)
    }
}
