//! `parts-whole`: parts that do not add up to their whole: 共1200人，其中男生700人，女生600人; 三个区分别新增10家、20家、30家，
//! 共计70家.
//!
//! Parts are known not to overlap by `data/check-partitions.tsv`, by 分别, or because they stand in one bare list behind
//! 其中; the last may leave parts out, so that only too much is wrong.

use rustc_hash::FxHashSet;

use super::Rule;
use super::part_exceeds_whole;
use crate::check::interval::{Interval, last_digit};
use crate::check::lexicon::{PARTITIONS, Partition};
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story, comparable, item};
use crate::check::words::{amount, number};
use crate::model::{ChangeRole, Figure, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "parts-whole", on: true, run };

/// Words before a figure that make it a sum of what stands before.
const TOTAL: [&str; 7] = ["共计", "合计", "总计", "总共", "累计", "共", "总数"];
/// How many parts are looked at.
const MOST: usize = 12;
/// The longest name of a part, with the mark before it.
const SHORT: usize = 6;

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for sentence in passage.sentences() {
            let figures = passage.figures_in(sentence);
            if figures.len() < 3 {
                continue;
            }
            let mut done = FxHashSet::default();
            for partition in PARTITIONS.iter() {
                labelled(passage, figures.clone(), partition, &mut done, out);
            }
            for first in figures.clone() {
                listed(passage, first, figures.end, &mut done, out);
            }
        }
    }
}

/// An amount that can be a part or a whole.
pub fn level(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Count | FigureKind::Measure | FigureKind::Money)
        && !figure.change.as_ref().is_some_and(|change| change.role != ChangeRole::To)
        && !figure.each
}

/// 其中男生700人，女生600人: each part has its word, and all of them are there.
fn labelled(
    passage: &Passage,
    figures: std::ops::Range<usize>,
    partition: &Partition,
    done: &mut FxHashSet<usize>,
    out: &mut Out,
) {
    let label = |figure: usize| label(passage, figure, partition);
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut wholes = Vec::new();
    for figure in figures.take(4 * MOST).filter(|&figure| level(&passage.figures[figure])) {
        match label(figure) {
            Some(part) => parts.push((part, figure)),
            None => wholes.push(figure),
        }
    }
    let Some(first) = parts.first().map(|part| part.1) else { return };
    let alike = |&(_, figure): &(usize, usize)| comparable(&passage.figures[figure], &passage.figures[first]);
    parts.retain(alike);
    let mut named: Vec<usize> = parts.iter().map(|part| part.0).collect();
    named.sort_unstable();
    let complete = named.iter().copied().eq(0..partition.parts.len());
    let several = named.len() > 1 && named.windows(2).all(|two| two[0] != two[1]);
    if !several || partition.all && !complete {
        return;
    }
    let parts: Vec<usize> = parts.into_iter().map(|part| part.1).collect();
    let last = parts[parts.len() - 1];
    let whole = wholes.into_iter().filter(|&whole| comparable(&passage.figures[whole], &passage.figures[first])).find(
        |&whole| {
            let before = whole < parts[0] && parts[0] - whole <= 2 && opens(passage, whole, parts[0], partition);
            let behind = whole == last + 1 && totals(passage, whole);
            before || behind
        },
    );
    if let Some(whole) = whole {
        done.extend(&parts);
        add_up(passage, whole, &parts, partition.all, out);
    }
}

/// Whether a figure before the parts is what they are parts of.
fn opens(passage: &Passage, whole: usize, part: usize, partition: &Partition) -> bool {
    let gap = passage.between(whole, part);
    let lead = passage.before(whole, 12);
    let named = partition.whole.is_some_and(|word| lead.contains(word));
    gap.contains("其中") || gap.contains('(') || named || TOTAL.iter().any(|word| lead.contains(word))
}

fn totals(passage: &Passage, whole: usize) -> bool {
    let gap = passage.between(whole - 1, whole);
    gap.chars().count() <= 16 && TOTAL.iter().any(|word| gap.contains(word))
}

/// Which part of a partition a figure is, by the nearest of its words.
pub fn label(passage: &Passage, figure: usize, partition: &Partition) -> Option<usize> {
    const NEAR: usize = 14;
    let floor = figure.checked_sub(1).map_or(0, |before| passage.range(before).end);
    let range = passage.range(figure);
    let sentence = passage.sentence_at(range.start);
    let start = floor.max(sentence.start).max(range.start.saturating_sub(NEAR)).min(range.start);
    let mut before = passage.text(start..range.start);
    if let Some(whole) = partition.whole {
        before = before.replace(whole, "");
    }
    let near = partition.parts.iter().enumerate().filter_map(|(part, word)| Some((before.rfind(word)?, part)));
    let behind = item(&passage.figures[figure]).filter(|_| !before.contains("男女"));
    let behind = || {
        let item = behind?;
        partition.parts.iter().position(|word| item.starts_with(word))
    };
    near.max().map(|(_, part)| part).or_else(behind)
}

/// 分别新增10家、20家、30家，共计70家; 共60家，其中小学10所、初中5所.
fn listed(passage: &Passage, first: usize, end: usize, done: &mut FxHashSet<usize>, out: &mut Out) {
    if done.contains(&first) || !level(&passage.figures[first]) {
        return;
    }
    let lead = match first
        .checked_sub(1)
        .filter(|&before| passage.figures[before].sentence == passage.figures[first].sentence)
    {
        Some(before) => passage.between(before, first),
        None => passage.before(first, 16),
    };
    let respectively = lead.contains("分别");
    let among = lead.contains("其中");
    if !respectively && !among {
        return;
    }
    let mut parts = vec![first];
    for next in first + 1..end.min(first + MOST) {
        let (before, figure) = (&passage.figures[next - 1], &passage.figures[next]);
        if !level(figure) || !comparable(before, figure) || !bare(passage, next - 1, next) {
            break;
        }
        parts.push(next);
    }
    if parts.len() < 2 {
        return;
    }
    let last = parts[parts.len() - 1];
    let behind =
        Some(last + 1).filter(|&whole| whole < end && comparable(&passage.figures[whole], &passage.figures[first]));
    let behind = behind.filter(|&whole| respectively && level(&passage.figures[whole]) && totals(passage, whole));
    let before = first
        .checked_sub(1)
        .filter(|&whole| among && passage.figures[whole].sentence == passage.figures[first].sentence);
    let before = before.filter(|&whole| {
        level(&passage.figures[whole]) && comparable(&passage.figures[whole], &passage.figures[first])
    });
    // Persons are this and that at a time: parts of persons overlap unless 分别 or a partition tells them apart.
    let persons = matches!(crate::check::story::unit(&passage.figures[first]), "人" | "名" | "位");
    if let Some(whole) = behind {
        done.extend(&parts);
        add_up(passage, whole, &parts, true, out);
    } else if let Some(whole) = before.filter(|_| respectively || !persons) {
        done.extend(&parts);
        add_up(passage, whole, &parts, false, out);
    }
}

/// Whether nothing but things and marks of a list stands between two figures.
fn bare(passage: &Passage, first: usize, second: usize) -> bool {
    let mut gap = passage.between(first, second);
    for figure in [first, second] {
        if let Some(item) = item(&passage.figures[figure]) {
            gap = gap.replacen(item, "", 1);
        }
    }
    let marks = |c: char| matches!(c, '、' | ',' | '和' | '及' | '与' | '为' | '有' | '以' | ' ');
    let short = gap.starts_with(['、', ',']) && gap.chars().count() <= SHORT && !gap.contains("其中");
    let total = TOTAL.iter().any(|word| gap.contains(word));
    short && !total || gap.chars().all(marks)
}

/// Holds the sum of the parts against the whole. `all`: there are no other parts.
fn add_up(passage: &Passage, whole: usize, parts: &[usize], all: bool, out: &mut Out) {
    let figures: Vec<&Figure> = parts.iter().map(|&part| &passage.figures[part]).collect();
    let whole = &passage.figures[whole];
    let sum = figures.iter().try_fold(Interval::point(0.0), |sum, figure| Some(sum.plus(Interval::of(figure)?)));
    let value: Option<f64> = figures.iter().map(|figure| figure.value).sum();
    let (Some(sum), Some(value), Some(said)) = (sum, value, Interval::of(whole)) else { return };
    // That one part alone is too much is another rule's finding.
    if figures.iter().any(|part| Interval::of(part).is_some_and(|part| part.above(said))) && part_exceeds_whole::RULE.on
    {
        return;
    }
    let rounded = whole.written.scale > 0 || whole.written.decimals > 0 || whole.kind == FigureKind::Measure;
    let allowed = said.widened(if rounded { last_digit(whole) } else { 0.0 });
    let about = || About::figures(figures.iter().copied().chain([whole]));
    let terms: Vec<String> = figures.iter().map(|figure| figure.value.map_or_else(String::new, number)).collect();
    let total = number(value);
    let arithmetic = |sign: &str| Some(format!("{} = {total} {sign} {}", terms.join(" + "), amount(whole)));
    if sum.meets(allowed) {
        let message = say(
            format!("各部分之和{total}与“{}”一致", whole.text),
            format!("the parts add up to {total}, as {} says", whole.text),
        );
        out.agree(
            about(),
            arithmetic("≈").map(|text| if said.low == value { text.replace('≈', "=") } else { text }),
            message,
        );
    } else if all || sum.above(allowed) {
        let message = say(
            format!("各部分之和是{total}，不是“{}”", whole.text),
            format!("the parts add up to {total}, not {}", whole.text),
        );
        out.find(Severity::Error, about(), arithmetic("≠"), message);
    }
}
