//! The unit tables and the lookup of the longest spelling.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::context::Context;
use super::{Trait, Traits};
use crate::model::UnitClass;
use crate::sorting::sort_by_key;

/// One unit: all that its line in a table says.
#[derive(Debug)]
pub struct Row {
    /// The spelling that stands for all.
    pub canonical: String,
    /// Every spelling, folded.
    pub forms: Vec<Vec<char>>,
    /// What it is.
    pub class: UnitClass,
    /// UCUM or ISO 4217.
    pub code: Option<String>,
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
    first: FxHashMap<char, Vec<Entry>>,
    last: FxHashMap<char, Vec<Entry>>,
}

/// Row and spelling.
type Entry = (usize, usize);

/// The tables as compiled in, each with what its lines are if they do not say so themselves.
pub const FILES: [(&str, &str, Option<UnitClass>); 3] = [
    ("units.tsv", table!("units.tsv"), None),
    ("currencies.tsv", table!("currencies.tsv"), Some(UnitClass::Currency)),
    ("classifiers.tsv", table!("classifiers.tsv"), Some(UnitClass::Classifier)),
];

/// Built once; the tables are part of the program, so a line that is none is found by the tests.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| {
    Table::new(
        FILES.iter().flat_map(|(_, text, class)| lines(text).filter_map(|line| row(line, *class).ok())).collect(),
    )
});

/// The lines of a table that hold a row: no blank ones, no comments (no unit begins with their sign).
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Reads a line: `canonical, forms, class, code, traits, context, reason`, without `class` where the file says it
/// and without `code` where there is none.
pub fn row(line: &str, class: Option<UnitClass>) -> Result<Row, String> {
    let mut columns = line.split('\t');
    let mut column = |name: &str| columns.next().ok_or_else(|| format!("no column {name:?} in {line:?}"));
    let canonical = column("canonical")?;
    let forms = column("forms")?;
    let class = match class {
        Some(class) => class,
        None => class_of(column("class")?)?,
    };
    let code = if class == UnitClass::Classifier { "" } else { column("code")? };
    let mut traits = Traits::default();
    for name in column("traits")?.split_whitespace() {
        let known = Trait::NAMES.iter().find(|(n, _)| *n == name);
        let known = known.ok_or_else(|| format!("unknown trait {name:?}"))?;
        traits = traits.with(known.1);
    }
    let context = Context::parse(column("context")?)?;
    column("reason")?;
    if columns.next().is_some() {
        return Err(format!("more than a reason ends {line:?}"));
    }
    let forms: Vec<Vec<char>> = if forms.is_empty() { canonical } else { forms }
        .split_whitespace()
        .map(|form| form.chars().collect())
        .collect();
    let code = (!code.is_empty()).then(|| code.to_owned());
    Ok(Row { canonical: canonical.to_owned(), forms, class, code, traits, context })
}

fn class_of(name: &str) -> Result<UnitClass, String> {
    Ok(match name {
        "measure" => UnitClass::Measure,
        "time" => UnitClass::Time,
        "percent" => UnitClass::Percent,
        "percentage_point" => UnitClass::PercentagePoint,
        "multiple" => UnitClass::Multiple,
        _ => return Err(format!("unknown class {name:?}")),
    })
}

impl Table {
    fn new(rows: Vec<Row>) -> Self {
        let mut first: FxHashMap<char, Vec<Entry>> = FxHashMap::default();
        let mut last: FxHashMap<char, Vec<Entry>> = FxHashMap::default();
        for (r, row) in rows.iter().enumerate() {
            let (front, only) = (row.traits.has(Trait::Front), row.traits.has(Trait::FrontOnly));
            for (f, form) in row.forms.iter().enumerate() {
                if let (Some(&begin), false) = (form.first(), only) {
                    first.entry(begin).or_default().push((r, f));
                }
                if let (Some(&end), true) = (form.last(), front || only) {
                    last.entry(end).or_default().push((r, f));
                }
            }
        }
        for entries in first.values_mut().chain(last.values_mut()) {
            sort_by_key(entries, |&(r, f)| (std::cmp::Reverse(rows[r].forms[f].len()), !rows[r].context.is_narrow()));
        }
        Table { rows, first, last }
    }

    /// All rows, file by file.
    #[cfg(test)]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The longest unit that begins at `from` and fits, and where it ends; the numeral ends at `at`.
    pub fn begins(&self, chars: &[char], at: usize, from: usize, place: Place) -> Option<(&Row, usize)> {
        let entries = self.first.get(chars.get(from)?)?;
        // A part is tried as such first: 分 behind / is a minute whatever it is elsewhere.
        let part_first: &[bool] = if place == Place::Part { &[true, false] } else { &[false] };
        part_first.iter().find_map(|&part| {
            entries.iter().find_map(|&(r, f)| {
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
        self.last.get(front.last()?)?.iter().find_map(|&(r, f)| {
            let row = &self.rows[r];
            let form = &row.forms[f];
            let from = end.checked_sub(form.len())?;
            let cut = form[0].is_ascii_alphabetic() && from > 0 && front[from - 1].is_ascii_alphanumeric();
            (front.ends_with(form) && !cut).then_some((row, from))
        })
    }
}
