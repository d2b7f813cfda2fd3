//! `shares-over-100`: a share of more than 100% (占全国的120%), and shares of one whole that add up to more: 男生占55%，
//! 女生占50%; 三个品种分别占40%、40%、30%.
//!
//! Some wholes are none (占GDP的120%, `data/check-beyond.tsv`), and attributes of persons overlap
//! (`data/check-attributes.tsv`).

use super::Rule;
use crate::check::chars::Chars;
use crate::check::interval::Interval;
use crate::check::lexicon::{ATTRIBUTES, BEYOND, MEASURED};
use crate::check::partition::{Label, partitions_of};
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story, item};
use crate::check::words::{amount, digits};
use crate::model::{Figure, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "shares-over-100", on: true, run };

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            single(passage, number, figure, out);
        }
        let sentences = if passage.figures.len() > 1 { passage.sentences() } else { &[] };
        for sentence in sentences {
            let figures: Vec<usize> =
                passage.figures_in(sentence).filter(|&figure| is_share(passage, figure)).take(32).collect();
            if figures.len() > 1 && !partitioned(passage, &figures, out) {
                listed(passage, &figures, out);
            }
        }
    }
}

/// A percentage that is a part of a whole and no change.
fn is_share(passage: &Passage, number: usize) -> bool {
    let figure = &passage.figures[number];
    figure.kind == FigureKind::Percent && figure.change.is_none() && figure.value.is_some_and(|value| value >= 0.0)
}

/// Whether 占 stands before the figure in its clause, and nothing that may be exceeded.
fn takes(passage: &Passage, number: usize) -> bool {
    let clause = passage.before(number, 20).clause(&[',', ';', ':']);
    let behind_last = number.checked_sub(1).map(|before| passage.between(before, number));
    let near = behind_last.filter(|gap| gap.len() < clause.len()).unwrap_or(clause);
    near.contains(&'占') && !near.has("占比提高") && !clause.has_any(&BEYOND)
}

fn single(passage: &Passage, number: usize, figure: &Figure, out: &mut Out) {
    if !is_share(passage, number) || !takes(passage, number) {
        return;
    }
    if Interval::of(figure).is_some_and(|said| said.low > 100.0) {
        let message = say(
            format!("“{}”：部分占总体的比例不可能超过100%", figure.text),
            format!("{}: a part cannot be more than 100% of its whole", figure.text),
        );
        out.find(Severity::Error, About::figures([figure]), Some(format!("{} > 100%", amount(figure))), message);
    }
}

/// 男生占55%，女生占50%: whether the shares are those of a partition.
fn partitioned(passage: &Passage, figures: &[usize], out: &mut Out) -> bool {
    let labels: Vec<Label> = figures.iter().map(|&figure| Label::of(passage, figure)).collect();
    for partition in partitions_of(&labels).filter(|partition| partition.all) {
        let parts = partition.parts_of(&labels);
        let shares = parts.iter().all(|&(_, figure)| {
            takes(passage, figure)
                || item(&passage.figures[figure]).is_some_and(|item| item.ends_with("比") || item.ends_with("重"))
        });
        if partition.fits(&parts) && shares {
            add_up(passage, &parts.iter().map(|part| part.1).collect::<Vec<_>>(), true, out);
            return true;
        }
    }
    false
}

/// 分别占40%、40%、30%; 煤炭占60%、石油占20%、天然气占30%.
fn listed(passage: &Passage, figures: &[usize], out: &mut Out) {
    let mut at = 0;
    while at < figures.len() {
        let first = figures[at];
        let mut run = vec![first];
        for &next in &figures[at + 1..] {
            if next != run[run.len() - 1] + 1 || !bare(passage, next - 1, next) {
                break;
            }
            run.push(next);
        }
        at += run.len();
        let lead = passage.before(first, 24);
        let between = passage.between(first, run[run.len() - 1]);
        let said = |words: &[&str]| lead.has_any(words) || between.has_any(words);
        let own = said(&["各自", "本地", "本市", "当地"]);
        let overlap = said(&ATTRIBUTES) || said(&BEYOND);
        let respectively = run.len() > 1 && names_parts(lead.clause(&[',', ';', ':']));
        let each_takes = run.len() > 2 && run.iter().all(|&figure| takes(passage, figure));
        if !own && !overlap && (respectively || each_takes) {
            add_up(passage, &run, false, out);
        }
    }
}

/// Whether a clause names before 分别占 what is shared out: 三个品种分别占, but not 产值和利润分别占, nor figures of a clause
/// before (成交30套/2500平方米，分别占).
fn names_parts(clause: &[char]) -> bool {
    let Some(at) = clause.rfind("分别占") else { return false };
    let mut parts = clause[..at].split(|c| matches!(c, '、' | '和' | '与' | '及'));
    at > 0 && !parts.any(|part| MEASURED.iter().any(|ending| part.closes(ending)))
}

fn bare(passage: &Passage, first: usize, second: usize) -> bool {
    let gap = passage.between(first, second);
    gap.len() <= 12 && matches!(gap.first(), Some('、' | ',' | '和' | '及' | ';')) && !gap.has("其中")
}

fn add_up(passage: &Passage, shares: &[usize], all: bool, out: &mut Out) {
    let figures: Vec<&Figure> = shares.iter().map(|&share| &passage.figures[share]).collect();
    let sum = figures.iter().try_fold(Interval::point(0.0), |sum, figure| Some(sum.plus(Interval::of(figure)?)));
    let value: Option<f64> = figures.iter().map(|figure| figure.value).sum();
    let (Some(sum), Some(value)) = (sum, value) else { return };
    let terms: Vec<String> = figures.iter().filter_map(|figure| figure.value.map(digits)).collect();
    let total = digits(value);
    let arithmetic = Some(format!("{} = {total}%", terms.join(" + ")));
    let about = About::figures(figures.iter().copied());
    if sum.low > 100.0 {
        let message =
            say(format!("各部分占比之和为{total}%，超过100%"), format!("the shares add up to {total}%, more than all"));
        out.find(Severity::Error, about, arithmetic, message);
    } else if all && sum.meets(Interval::point(100.0)) {
        let message = say(format!("各部分占比之和为{total}%"), format!("the shares add up to {total}%"));
        out.agree(about, arithmetic, message);
    }
}
