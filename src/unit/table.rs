//! The unit tables and the lookup of the longest spelling.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::context::Context;
use super::{Trait, Traits};
use crate::lookup::Sieve;
use crate::model::UnitClass;
use crate::sorting::sort_by_key;

/// One unit: all that its line in a table says.
#[derive(Debug)]
pub struct Row {
    /// The spelling that stands for all.
    pub canonical: &'static str,
    /// Every spelling, folded.
    pub forms: Vec<Vec<char>>,
    /// What it is.
    pub class: UnitClass,
    /// UCUM or ISO 4217.
    pub code: Option<&'static str>,
    /// What else is to be known.
    pub traits: Traits,
    /// Where it is this unit.
    pub context: Context,
}

/// Where a unit is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Right behind the numeral.
    Behind,
    /// Inside a compound unit, behind / or 每 or ·.
    Part,
}

/// All rows, and the spellings by the character they begin with and (of those that may stand in front) end with.
pub struct Table {
    rows: Vec<Row>,
    /// Longest first; of equal spellings first those that hold only in some places (桶 before 水), then file order.
    first: FxHashMap<char, Vec<Begun>>,
    last: FxHashMap<char, Vec<Entry>>,
    /// The characters of `last`.
    ends: Sieve,
}

/// Row and spelling.
type Entry = (usize, usize);

/// The same behind the second character of the spelling, where it has one.
type Begun = (Option<char>, Entry);

/// Built once; the tables are part of the program, so a line that is none is found by the tests.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let units = table!("units.tsv").filter_map(|[canonical, forms, class, code, traits, context, _]| {
        row([canonical, forms, code, traits, context], class_of(class)?)
    });
    let currencies = table!("currencies.tsv").filter_map(|[canonical, forms, code, traits, context, _]| {
        row([canonical, forms, code, traits, context], UnitClass::Currency)
    });
    let classifiers = table!("classifiers.tsv").filter_map(|[canonical, forms, traits, context, _]| {
        row([canonical, forms, "", traits, context], UnitClass::Classifier)
    });
    Table::new(units.chain(currencies).chain(classifiers).collect())
});

/// Reads a row; none where a trait or a condition is unknown.
fn row([canonical, forms, code, traits, context]: [&'static str; 5], class: UnitClass) -> Option<Row> {
    let known = |name| Trait::NAMES.iter().find(|(known, _)| *known == name);
    let with = |traits: Traits, name| Some(traits.with(known(name)?.1));
    let forms = if forms.is_empty() { canonical } else { forms };
    Some(Row {
        canonical,
        forms: forms.split_whitespace().map(|form| form.chars().collect()).collect(),
        class,
        code: (!code.is_empty()).then_some(code),
        traits: traits.split_whitespace().try_fold(Traits::default(), with)?,
        context: Context::parse(context)?,
    })
}

fn class_of(name: &str) -> Option<UnitClass> {
    Some(match name {
        "measure" => UnitClass::Measure,
        "time" => UnitClass::Time,
        "percent" => UnitClass::Percent,
        "percentage_point" => UnitClass::PercentagePoint,
        "multiple" => UnitClass::Multiple,
        _ => return None,
    })
}

impl Table {
    fn new(rows: Vec<Row>) -> Self {
        let mut first: FxHashMap<char, Vec<Begun>> = FxHashMap::default();
        let mut last: FxHashMap<char, Vec<Entry>> = FxHashMap::default();
        for (r, row) in rows.iter().enumerate() {
            let (front, only) = (row.traits.has(Trait::Front), row.traits.has(Trait::FrontOnly));
            for (f, form) in row.forms.iter().enumerate() {
                if let (Some(&begin), false) = (form.first(), only) {
                    first.entry(begin).or_default().push((form.get(1).copied(), (r, f)));
                }
                if let (Some(&end), true) = (form.last(), front || only) {
                    last.entry(end).or_default().push((r, f));
                }
            }
        }
        let order = |(r, f): Entry| (std::cmp::Reverse(rows[r].forms[f].len()), !rows[r].context.is_narrow());
        first.values_mut().for_each(|entries| sort_by_key(entries, |&(_, entry)| order(entry)));
        last.values_mut().for_each(|entries| sort_by_key(entries, |&entry| order(entry)));
        let ends = last.keys().copied().collect();
        Table { rows, first, last, ends }
    }

    /// All rows, file by file.
    #[cfg(test)]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The longest unit that begins at `from` and fits, and where it ends; the numeral ends at `at`.
    pub fn begins(&self, chars: &[char], at: usize, from: usize, place: Place) -> Option<(&Row, usize)> {
        let entries = self.first.get(chars.get(from)?)?;
        let next = chars.get(from + 1).copied();
        // A part is tried as such first: 分 behind / is a minute whatever it is elsewhere.
        let part_first: &[bool] = if place == Place::Part { &[true, false] } else { &[false] };
        part_first.iter().find_map(|&part| {
            entries.iter().filter(|(second, _)| second.is_none() || *second == next).find_map(|&(_, (r, f))| {
                let row = &self.rows[r];
                let form = &row.forms[f];
                let end = from + form.len();
                let fits = row.traits.has(Trait::Part) == part
                    && chars[from..].starts_with(form)
                    && !(form[form.len() - 1].is_ascii_alphabetic()
                        && chars.get(end).is_some_and(char::is_ascii_alphanumeric))
                    && row.context.holds(chars, at, end);
                fits.then_some((row, end))
            })
        })
    }

    /// The longest unit that may stand before a numeral and ends at `end`, and where it begins.
    pub fn ends(&self, chars: &[char], end: usize) -> Option<(&Row, usize)> {
        let front = &chars[..end];
        let last = front.last().filter(|&&ch| self.ends.passes(ch))?;
        self.last.get(last)?.iter().find_map(|&(r, f)| {
            let row = &self.rows[r];
            let form = &row.forms[f];
            let from = end.checked_sub(form.len())?;
            let cut = form[0].is_ascii_alphabetic() && from > 0 && front[from - 1].is_ascii_alphanumeric();
            (front.ends_with(form) && !cut).then_some((row, from))
        })
    }
}
