//! `same-fact-two-values`: one fact told more than once, with two values: 102台特种设备 three times and 120台特种设备 once,
//! or a headline and a text that differ.
//!
//! Different facts of one kind are common, so a second value is flagged only where it looks like a slip of the pen (two
//! digits exchanged, one wrong or missing) next to a value that is repeated, or next to a single one of exactly the same
//! thing, subject and time. Powers of ten are `magnitude-slip`'s.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Rule, magnitude_slip};
use crate::check::interval::{Interval, last_digit};
use crate::check::report::{About, Out, say};
use crate::check::story::{Story, common_end, common_start, item, same_head, unit};
use crate::check::words::amount;
use crate::model::{Bound, Figure, FigureKind, Role, Severity, Status};
use crate::sorting::sort_by_key;

/// The rule.
pub const RULE: Rule = Rule { id: "same-fact-two-values", on: true, run };

/// With more values than this a thing is counted again and again, each time another lot.
const VALUES: usize = 8;
/// From this value on two equal numbers are seldom chance.
const LARGE: f64 = 10.0;

/// A figure of the story and the role of its block.
pub struct Fact<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The role of its block.
    pub role: Role,
    /// The words of its clause before it.
    lead: String,
    /// The words right before and behind it.
    around: [String; 2],
}

/// Facts by unit and by two characters of what is counted: the end of the item, the end of the words before the figure,
/// the beginning of those behind it. A fact has several places here, since items are not always read in full.
pub type Facts<'a> = BTreeMap<(&'a str, String), Vec<Rc<Fact<'a>>>>;

/// The facts of a story that can be told twice.
pub fn facts<'a>(story: &'a Story<'a>) -> Facts<'a> {
    let mut facts = Facts::new();
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            let amounts = matches!(figure.kind, FigureKind::Count | FigureKind::Measure | FigureKind::Money);
            let plain = !figure.each && figure.share.is_none() && figure.change.is_none();
            if !amounts || !plain || figure.status != Status::Actual {
                continue;
            }
            let lead = passage.before(number, 12).rsplit([',', ';', '、']).next().unwrap_or_default().to_owned();
            let around = [passage.left(number), passage.right(number)];
            let mut keys = BTreeSet::new();
            keys.extend(item(figure).map(end));
            keys.insert(end(&around[0]));
            keys.insert(around[1].chars().take(2).collect());
            let fact = Rc::new(Fact { figure, role: passage.role(), lead, around });
            for key in keys.into_iter().filter(|key| key.chars().count() == 2) {
                facts.entry((unit(figure), key)).or_default().push(Rc::clone(&fact));
            }
        }
    }
    facts
}

/// The last two characters.
fn end(text: &str) -> String {
    text.chars().skip(text.chars().count().saturating_sub(2)).collect()
}

/// How many characters of what is counted two facts share; their items in full where they are the same.
fn shared(a: &Fact, b: &Fact) -> usize {
    let around = common_end(&a.around[0], &b.around[0]).max(common_start(&a.around[1], &b.around[1]));
    match (item(a.figure), item(b.figure)) {
        (Some(x), Some(y)) if x == y => around.max(x.chars().count()),
        (Some(x), Some(y)) if same_head(x, y) => around.max(2),
        _ => around,
    }
}

/// Whether two facts may be one: things of one name at no different time.
pub fn alike(a: &Fact, b: &Fact) -> bool {
    let time = |figure: &Figure| figure.time.as_ref().map(|time| time.phrase.text.clone());
    let times = match (time(a.figure), time(b.figure)) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    };
    shared(a, b) >= 2 && times && a.figure.sentence != b.figure.sentence
}

/// Whether two facts are told of the same thing, subject and time in so many words.
pub fn identical(a: &Fact, b: &Fact) -> bool {
    let subject = |figure: &Figure| figure.subject.as_ref().map(|subject| subject.phrase.text.clone());
    // A thing of two characters tells enough beside a number of four digits.
    let long = |fact: &Fact| fact.figure.written.mantissa.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let named = shared(a, b) >= if long(a) && long(b) { 2 } else { 3 };
    let speaker = |figure: &Figure| figure.speaker.as_ref().map(|speaker| speaker.text.clone());
    let another = ["另", "又", "再", "还", "其中", "余", "其他", "其它", "分别", "每", "首批", "第"];
    let apart = |fact: &Fact| another.iter().any(|word| fact.lead.contains(word));
    named
        && subject(a.figure) == subject(b.figure)
        && speaker(a.figure) == speaker(b.figure)
        && !apart(a)
        && !apart(b)
        && alike(a, b)
}

fn run(story: &Story, out: &mut Out) {
    let mut told = BTreeSet::new();
    let facts = facts(story);
    // The largest first: what is told of it need not be told of its parts.
    let mut groups: Vec<_> = facts.values().collect();
    sort_by_key(&mut groups, |facts| Reverse(facts.len()));
    for facts in groups {
        let mut values: BTreeMap<u64, Vec<&Rc<Fact>>> = BTreeMap::new();
        for fact in facts.iter().filter(|fact| fact.figure.bound == Bound::Exact) {
            if let Some(value) = fact.figure.value.filter(|value| *value >= LARGE) {
                values.entry(value.to_bits()).or_default().push(fact);
            }
        }
        if values.len() <= VALUES {
            for same in values.values().filter(|same| same.len() > 1) {
                agreed(same, &mut told, out);
            }
            let odd = || values.values().filter(|same| same.len() == 1).map(|same| same[0]);
            for fact in odd() {
                for same in values.values().filter(|same| same[0].figure.value != fact.figure.value) {
                    slipped(fact, same, &mut told, out);
                }
            }
        }
        headline(facts, &mut told, out);
    }
}

/// Figures of which something was said, by where they stand: a fact has several places in the table.
type Told = BTreeSet<u32>;

fn agreed(same: &[&Rc<Fact>], told: &mut Told, out: &mut Out) {
    let fresh = same.iter().all(|fact| !told.contains(&fact.figure.start));
    if fresh && same.windows(2).all(|two| alike(two[0], two[1])) {
        told.extend(same.iter().map(|fact| fact.figure.start));
        let message = say(
            format!("“{}”出现{}次，数值一致", same[0].figure.text, same.len()),
            format!("{} is stated {} times, with one value", same[0].figure.text, same.len()),
        );
        out.agree(About::figures(same.iter().map(|fact| fact.figure)), None, message);
    }
}

/// Holds a value against others of what may be the same fact.
fn slipped(fact: &Fact, same: &[&Rc<Fact>], told: &mut Told, out: &mut Out) {
    let (Some(a), Some(b)) = (fact.figure.decimal.as_deref(), same[0].figure.decimal.as_deref()) else { return };
    if magnitude_slip::ten_fold(fact.figure, same[0].figure).is_some() {
        return;
    }
    let others = same.iter().filter(|other| alike(fact, other)).count();
    let repeated = others > 1 && (looks_like(a, b, 2) || others > 2 && same.iter().any(|other| identical(fact, other)));
    // Of two single values the one that stands first is the reference, so that each pair is told once.
    let single =
        same.len() == 1 && same[0].figure.start < fact.figure.start && identical(fact, same[0]) && looks_like(a, b, 3);
    if !repeated && !single || !told.insert(fact.figure.start) {
        return;
    }
    let about = About::figures(same.iter().map(|other| other.figure).chain([fact.figure]));
    let (severity, times) = if repeated { (Severity::Error, same.len()) } else { (Severity::Warning, 1) };
    let message = say(
        format!("“{}”与别处的“{}”（{times}处）不一致", fact.figure.text, same[0].figure.text),
        format!("{} differs from {}, stated in {times} other place(s)", fact.figure.text, same[0].figure.text),
    );
    out.find(severity, about, Some(format!("{} ≠ {}", amount(fact.figure), amount(same[0].figure))), message);
}

/// Whether two numbers of at least `size` digits differ as a slip does: digits exchanged, one wrong, one too many.
fn looks_like(a: &str, b: &str, size: usize) -> bool {
    let digits = |text: &str| -> Vec<u8> { text.trim_end_matches('0').bytes().filter(u8::is_ascii_digit).collect() };
    let full = |text: &str| -> Vec<u8> { text.bytes().filter(u8::is_ascii_digit).collect() };
    let (x, y) = (full(a), full(b));
    if x.len().min(y.len()) < size {
        return false;
    }
    let sorted = |mut digits: Vec<u8>| {
        digits.sort_unstable();
        digits
    };
    if x.len() == y.len() {
        let exchanged = sorted(x.clone()) == sorted(y.clone());
        let wrong = x.iter().zip(&y).filter(|(a, b)| a != b).count();
        return exchanged || wrong == 1;
    }
    let (long, short) = if digits(a).len() > digits(b).len() { (digits(a), digits(b)) } else { (digits(b), digits(a)) };
    let dropped = |at: usize| long[..at].iter().chain(&long[at + 1..]).eq(short.iter());
    long.len() == short.len() + 1 && short.len() >= size && (0..long.len()).any(dropped)
}

/// Holds what a headline says against the one figure of the text that says it again.
fn headline(facts: &[Rc<Fact>], told: &mut Told, out: &mut Out) {
    for title in facts.iter().filter(|fact| matches!(fact.role, Role::Title | Role::Subtitle)) {
        let Some(said) = Interval::of(title.figure) else { continue };
        let body: Vec<&Rc<Fact>> = facts
            .iter()
            .filter(|fact| !matches!(fact.role, Role::Title | Role::Subtitle) && alike(title, fact))
            .take(VALUES)
            .collect();
        let meets = |fact: &&Rc<Fact>| {
            Interval::of(fact.figure).is_some_and(|value| value.meets(said.widened(slack(title.figure))))
        };
        if body.is_empty() || body.iter().any(meets) {
            continue;
        }
        let [fact] = body[..] else { continue };
        let near = title
            .figure
            .value
            .zip(fact.figure.value)
            .is_some_and(|(a, b)| a.max(b) < 3.0 * a.min(b) && a.min(b) >= LARGE);
        if item(title.figure) == item(fact.figure) && near && told.insert(title.figure.start) {
            let message = say(
                format!("标题的“{}”与正文的“{}”不一致", title.figure.text, fact.figure.text),
                format!("the headline says {}, the text {}", title.figure.text, fact.figure.text),
            );
            let sum = format!("{} ≠ {}", amount(title.figure), amount(fact.figure));
            out.find(Severity::Warning, About::figures([title.figure, fact.figure]), Some(sum), message);
        }
    }
}

fn slack(figure: &Figure) -> f64 {
    if figure.written.scale > 0 || figure.written.decimals > 0 { last_digit(figure) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::looks_like;

    #[test]
    fn slips_look_alike() {
        for (a, b) in [("102", "120"), ("446", "464"), ("380", "280"), ("1286", "1826"), ("1286", "126")] {
            assert!(looks_like(a, b, 2), "{a} {b}");
        }
        for (a, b) in [("102", "310"), ("5", "6"), ("100", "1000"), ("1286", "35")] {
            assert!(!looks_like(a, b, 2), "{a} {b}");
        }
    }
}
