//! `parts-whole`: parts that do not add up to their whole: 共1200人，其中男生700人，女生600人; 三个区分别新增10家、20家、30家，
//! 共计70家.
//!
//! Parts are known not to overlap by `data/check-partitions.tsv`, by 分别, or because they stand in one bare list behind
//! 其中; the last may leave parts out, so that only too much is wrong.

use std::ops::Range;

use super::Rule;
use crate::check::chars::Chars;
use crate::check::interval::{Interval, last_digit};
use crate::check::partition::{Label, Partition, partitions_of};
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story, comparable, is_level, is_of_persons, item};
use crate::check::words::{amount, number};
use crate::model::{Figure, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "parts-whole", on: true, run };

/// Words before a figure that make it a sum of what stands before.
const TOTAL: [&str; 7] = ["共计", "合计", "总计", "总共", "累计", "共", "总数"];
/// How many parts are looked at.
const MOST: usize = 12;
/// The longest name of a part, with the mark before it.
const SHORT: usize = 6;

fn run(story: &Story, out: &mut Out) {
    for passage in story.passages.iter().filter(|passage| passage.figures.len() > 2) {
        let mut done = vec![false; passage.figures.len()];
        for sentence in passage.sentences() {
            let figures = passage.figures_in(sentence);
            if figures.len() < 3 {
                continue;
            }
            labelled(passage, figures.clone(), &mut done, out);
            for first in figures.clone() {
                listed(passage, first, figures.end, &mut done, out);
            }
        }
    }
}

/// 其中男生700人，女生600人: each part has its word, and all of them are there.
fn labelled(passage: &Passage, figures: Range<usize>, done: &mut [bool], out: &mut Out) {
    let levels = figures.take(4 * MOST).filter(|&figure| is_level(&passage.figures[figure]));
    let labels: Vec<Label> = levels.map(|figure| Label::of(passage, figure)).collect();
    for partition in partitions_of(&labels) {
        let mut parts = partition.parts_of(&labels);
        let Some((_, first)) = parts.first().copied() else { continue };
        let alike = |figure: usize| comparable(&passage.figures[figure], &passage.figures[first]);
        let levels = labels.iter().map(|label| label.figure);
        let wholes: Vec<usize> =
            levels.filter(|whole| alike(*whole) && parts.iter().all(|part| part.1 != *whole)).collect();
        parts.retain(|part| alike(part.1));
        if !partition.fits(&parts) {
            continue;
        }
        let parts: Vec<usize> = parts.into_iter().map(|part| part.1).collect();
        let last = parts[parts.len() - 1];
        let whole = wholes.into_iter().find(|&whole| {
            let before = whole < first && first - whole <= 2 && opens(passage, whole, first, partition);
            before || whole == last + 1 && totals(passage, whole)
        });
        if let Some(whole) = whole {
            add_up(passage, whole, &parts, partition.all, done, out);
        }
    }
}

/// Whether a figure before the parts is what they are parts of.
fn opens(passage: &Passage, whole: usize, part: usize, partition: &Partition) -> bool {
    let gap = passage.between(whole, part);
    let lead = passage.before(whole, 12);
    let named = partition.whole.is_some_and(|word| lead.has(word));
    gap.has("其中") || gap.contains(&'(') || named || lead.has_any(&TOTAL)
}

fn totals(passage: &Passage, whole: usize) -> bool {
    let gap = passage.between(whole - 1, whole);
    gap.len() <= 16 && gap.has_any(&TOTAL)
}

/// 分别新增10家、20家、30家，共计70家; 共60家，其中小学10所、初中5所.
fn listed(passage: &Passage, first: usize, end: usize, done: &mut [bool], out: &mut Out) {
    let (figures, start) = (passage.figures, &passage.figures[first]);
    if done[first] || !is_level(start) {
        return;
    }
    let goes_on = |next: usize| is_level(&figures[next]) && comparable(&figures[next - 1], &figures[next]);
    if first + 1 >= end || !goes_on(first + 1) {
        return;
    }
    let before = first.checked_sub(1).filter(|&before| figures[before].sentence == start.sentence);
    let lead = before.map_or_else(|| passage.before(first, 16), |before| passage.between(before, first));
    let respectively = lead.has("分别");
    let among = lead.has("其中");
    if !respectively && !among {
        return;
    }
    let mut parts = vec![first];
    for next in first + 1..end.min(first + MOST) {
        if !goes_on(next) || !bare(passage, next - 1, next) {
            break;
        }
        parts.push(next);
    }
    if parts.len() < 2 {
        return;
    }
    let last = parts[parts.len() - 1];
    let like = |whole: usize| is_level(&figures[whole]) && comparable(&figures[whole], start);
    let behind = Some(last + 1).filter(|&whole| respectively && whole < end && like(whole) && totals(passage, whole));
    // Persons are this and that at a time: parts of persons overlap unless 分别 or a partition tells them apart.
    let before = before.filter(|&whole| among && like(whole) && (respectively || !is_of_persons(start)));
    if let Some(whole) = behind.or(before) {
        add_up(passage, whole, &parts, behind.is_some(), done, out);
    }
}

/// Whether nothing but things and marks of a list stands between two figures.
fn bare(passage: &Passage, first: usize, second: usize) -> bool {
    let mut gap = passage.between(first, second).string();
    for figure in [first, second] {
        if let Some(item) = item(&passage.figures[figure]) {
            gap = gap.replacen(item, "", 1);
        }
    }
    let gap: Vec<char> = gap.chars().collect();
    let listed = matches!(gap.first(), Some('、' | ',')) && gap.len() <= SHORT;
    let marks = |c: &char| matches!(c, '、' | ',' | '和' | '及' | '与' | '为' | '有' | '以' | ' ');
    listed && !gap.has("其中") && !gap.has_any(&TOTAL) || gap.iter().all(marks)
}

/// Holds the sum of the parts against the whole. `all`: there are no other parts. `done`: the parts looked at.
fn add_up(passage: &Passage, whole: usize, parts: &[usize], all: bool, done: &mut [bool], out: &mut Out) {
    parts.iter().for_each(|&part| done[part] = true);
    let figures: Vec<&Figure> = parts.iter().map(|&part| &passage.figures[part]).collect();
    let whole = &passage.figures[whole];
    let sum = figures.iter().try_fold(Interval::point(0.0), |sum, figure| Some(sum.plus(Interval::of(figure)?)));
    let value: Option<f64> = figures.iter().map(|figure| figure.value).sum();
    let (Some(sum), Some(value), Some(said)) = (sum, value, Interval::of(whole)) else { return };
    // That one part alone is too much is another rule's finding.
    if figures.iter().any(|part| Interval::of(part).is_some_and(|part| part.above(said))) {
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
