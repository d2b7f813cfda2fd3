//! Approximators: words before and after a quantity that make a bound of its value.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::quantity::Quantity;
use super::{Amount, Scene};
use crate::lookup::{Sieve, begin_with};
use crate::model::{Bound, UnitClass};
use crate::numeral::Form;
use crate::numeral::digits::digit;
use crate::sorting::sort_by_key;
use crate::unit;

/// One row of `data/approximators.tsv`.
struct Row {
    word: Box<[char]>,
    bound: Bound,
    condition: &'static str,
    /// Whether it stays outside the figure.
    lead: bool,
}

struct Table {
    /// The rows of `lead` and behind them those of `before`, by their last character.
    ending: FxHashMap<char, Vec<Row>>,
    after: Vec<Row>,
    far: Vec<Row>,
    /// The characters of `ending`, the first ones of `after` and of `far`.
    ends: Sieve,
    begins: Sieve,
    far_begins: Sieve,
    /// The same, and the marks that end a clause.
    far_stops: Sieve,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let [mut before, mut lead, mut after, mut far] = std::array::from_fn(|_| Vec::new());
    for [word, place, bound, condition, _] in table!("approximators.tsv") {
        let Some(bound) = bound_of(bound) else { continue };
        let rows = match place {
            "before" => &mut before,
            "lead" => &mut lead,
            "after" => &mut after,
            _ => &mut far,
        };
        rows.push(Row { word: word.chars().collect(), bound, condition, lead: place == "lead" });
    }
    for rows in [&mut before, &mut lead, &mut after, &mut far] {
        sort_by_key(rows, |row: &Row| std::cmp::Reverse(row.word.len()));
    }
    let mut ending: FxHashMap<char, Vec<Row>> = FxHashMap::default();
    for row in lead.into_iter().chain(before) {
        if let Some(&last) = row.word.last() {
            ending.entry(last).or_default().push(row);
        }
    }
    let far_begins = || far.iter().filter_map(|row| row.word.first().copied());
    Table {
        ends: ending.keys().copied().collect(),
        begins: after.iter().filter_map(|row| row.word.first().copied()).collect(),
        far_begins: far_begins().collect(),
        far_stops: far_begins().chain(MARKS).collect(),
        ending,
        after,
        far,
    }
});

/// The marks that end a clause or a member of a list.
const MARKS: [char; 7] = [',', '。', ';', ':', '、', '!', '?'];

impl Table {
    /// The rows of `lead` and `before` whose words end right before a place: before most numbers none does.
    fn ending<'t>(&'t self, scene: &'t Scene, end: usize) -> impl Iterator<Item = &'t Row> {
        let last = scene.before(end).filter(|&ch| self.ends.passes(ch));
        let rows = last.and_then(|ch| self.ending.get(&ch)).into_iter().flatten();
        rows.filter(move |row| scene.spells_before(end, &row.word))
    }
}

fn bound_of(sign: &str) -> Option<Bound> {
    Some(match sign {
        "~" => Bound::About,
        "<" => Bound::Less,
        "<=" => Bound::AtMost,
        ">" => Bound::More,
        ">=" => Bound::AtLeast,
        _ => return None,
    })
}

/// What the approximators around a quantity say: the place where the figure begins and ends with them, and the bound.
pub struct Bounds {
    /// First character, approximators included.
    pub start: usize,
    /// Behind the last character, approximators included.
    pub end: usize,
    /// The bound, where one is stated.
    pub bound: Option<Bound>,
}

/// Reads the approximators around a quantity, looking no further than `limit`.
pub fn around(scene: &Scene, quantity: &Quantity, limit: usize) -> Bounds {
    let (start, end) = (quantity.range.start, quantity.range.end);
    let mut found = Bounds { start, end, bound: quantity.bound };
    if quantity.ordinal {
        return found;
    }
    let spaced = usize::from(scene.before(start) == Some(' '));
    let table = &*TABLE;
    let touching = start - spaced;
    if let Some(row) = table.ending(scene, touching).find(|row| !row.lead && allowed(scene, row, quantity, touching)) {
        // 不得超过5万元: the longer cue decides, and stays outside.
        let rule = table.ending(scene, touching).find(|r| r.lead && r.word.ends_with(&row.word));
        found.bound = Some(rule.unwrap_or(row).bound);
        if rule.is_none() {
            found.start = touching - row.word.len();
            // 将超近…: two at once are rare; 至少约 and the like keep the outer word's bound.
            if let Some(outer) = table.ending(scene, found.start).find(|r| !r.lead && r.condition == "-") {
                found.start -= outer.word.len();
                found.bound = Some(outer.bound);
            }
        }
    }
    if scene.chars().get(end).is_some_and(|&ch| table.begins.passes(ch))
        && let Some(row) = table
            .after
            .iter()
            .find(|row| begin_with(&scene.chars()[end..], &row.word) && follows(scene, row, quantity, end, limit))
    {
        found.end = end + row.word.len();
        found.bound = found.bound.or(Some(row.bound));
    }
    if found.bound.is_none() {
        let end = outside(scene, touching);
        let row = table.ending(scene, end).find(|row| row.lead || end < start && row.condition == "-");
        found.bound = row.map(|row| row.bound);
    }
    if found.bound.is_none() {
        found.bound = far(scene, start, part(quantity));
    }
    if quantity.amount == Amount::Vague {
        found.bound = Some(Bound::Vague);
    }
    found
}

fn allowed(scene: &Scene, row: &Row, quantity: &Quantity, end: usize) -> bool {
    let start = end - row.word.len();
    match row.condition {
        // 达上 of 达上千万元 is a word only to the model that guesses words.
        "bare" => {
            let guessed = || scene.line.at(start).tag == "x";
            let bare = quantity.form == Form::BareScale || quantity.form == Form::Percent && *row.word == ['过'];
            bare && (scene.line.starts_word(start) || guessed())
        }
        "vague" => quantity.amount == Amount::Vague,
        condition => match condition.strip_prefix('!') {
            Some(blocks) => !scene.before(start).is_some_and(|c| blocks.contains(c)),
            None => true,
        },
    }
}

fn follows(scene: &Scene, row: &Row, quantity: &Quantity, end: usize, limit: usize) -> bool {
    let behind = end + row.word.len();
    if behind > limit {
        return false;
    }
    let class = quantity.unit.as_ref().map(|u| u.class);
    let cut = scene.line.starts_word(behind);
    match row.condition {
        // 三年多, 两米多; 多 before a noun or an adjective is another word (五年多次).
        "time" => {
            let open = cut || matches!(scene.chars()[behind], '才' | '来' | '前' | '后' | '的' | '了');
            let unit =
                matches!(class, Some(UnitClass::Time | UnitClass::Measure | UnitClass::Currency | UnitClass::Multiple));
            (unit || quantity.form == Form::Percent) && open
        }
        "part" => part(quantity) && cut,
        "end" => scene.chars().get(behind).is_none_or(|c| !c.is_alphanumeric()),
        // 以上学历, 以下简称, 上下班, 左右手 are words of their own: jieba must end a word there.
        _ => cut || row.word.len() > 1 && scene.line.starts_word(end) && scene.line.at(end).range.end == behind,
    }
}

/// Whether a quantity says what part of something it is.
fn part(quantity: &Quantity) -> bool {
    let percent = quantity.unit.as_ref().is_some_and(|unit| unit.class == UnitClass::Percent);
    percent || matches!(quantity.form, Form::Percent | Form::Fraction) || quantity.rule == "half"
}

/// The place before what may stand between a cue and its number: 约合人民币30亿元, 跌破每克600元.
fn outside(scene: &Scene, start: usize) -> usize {
    let chars = scene.chars();
    if let Some(per) = unit::per_before(chars, start) {
        return per.range.start;
    }
    unit::before(chars, start).map_or(start, |currency| currency.range.start)
}

/// A cue earlier in the clause that governs a share (约占全省的一半, 不足全年计划的50%) or a count behind a verb
/// (至少能减掉两道手续).
fn far(scene: &Scene, start: usize, part: bool) -> Option<Bound> {
    const REACH: usize = 24;
    let chars = scene.chars();
    let floor = start.saturating_sub(REACH);
    let mut from = floor;
    let mut cued = false;
    for (at, &ch) in chars[..start].iter().enumerate().skip(floor).rev() {
        if !TABLE.far_stops.passes(ch) {
            continue;
        }
        if MARKS.contains(&ch) {
            from = at + 1;
            break;
        }
        cued |= TABLE.far_begins.passes(ch);
    }
    if !cued {
        return None;
    }
    let share = scene.before(start) == Some('的');
    (from..start).filter(|&at| TABLE.far_begins.passes(chars[at])).find_map(|at| {
        let row = TABLE.far.iter().find(|row| begin_with(&chars[at..], &row.word))?;
        let between = &chars[at + row.word.len()..start];
        let fits = match row.condition {
            // 超过邻省的0.09千瓦: what is exceeded is the other amount itself.
            "share" => share && part,
            _ => !share && between.len() <= 10 && !between.iter().any(|&c| c == '的' || digit(c).is_some()),
        };
        fits.then_some(row.bound)
    })
}

/// Whether an approximator that stays one before any number ends right before a place.
pub fn touches(scene: &Scene, start: usize) -> bool {
    touching(scene, start).is_some()
}

/// The place where such an approximator begins.
pub fn touching(scene: &Scene, start: usize) -> Option<usize> {
    let row = TABLE.ending(scene, start).find(|row| !row.lead && row.condition == "-")?;
    Some(start - row.word.len())
}
