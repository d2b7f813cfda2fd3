//! `unit-drift` (info): one value with two units that are easily taken for each other: 耗时5个工作日 and then 将5天缩减至1天.
//! `data/check-drift.tsv` holds the units.

use std::collections::HashMap;

use super::Rule;
use crate::check::lexicon::DRIFTS;
use crate::check::report::{About, Out, say};
use crate::check::story::{Story, item, same_head, unit};
use crate::model::{Bound, Figure, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "unit-drift", on: true, run };

/// How many paragraphs apart two values may stand.
const NEAR: u32 = 3;

fn run(story: &Story, out: &mut Out) {
    let mut seen: HashMap<(&str, u64), Vec<&Figure>> = HashMap::new();
    for figure in story.passages.iter().flat_map(|passage| passage.figures) {
        let Some(value) = figure.value.filter(|_| figure.bound == Bound::Exact && plain(figure)) else { continue };
        for [one, other, zh, en] in DRIFTS.iter() {
            let partner = if unit(figure) == *one { other } else { one };
            if unit(figure) != *one && unit(figure) != *other {
                continue;
            }
            let before = seen.get(&(*partner, value.to_bits())).and_then(|all| all.last());
            if let Some(before) = before.filter(|before| alike(before, figure)) {
                let message = say(
                    format!("“{}”与“{}”单位不同：{zh}", before.text, figure.text),
                    format!("{} and {} differ in unit: {en}", before.text, figure.text),
                );
                out.find(Severity::Info, About::figures([*before, figure]), None, message);
                break;
            }
        }
        seen.entry((unit(figure), value.to_bits())).or_default().push(figure);
    }
}

fn plain(figure: &Figure) -> bool {
    !figure.each
        && matches!(figure.kind, FigureKind::Duration | FigureKind::Count | FigureKind::Money | FigureKind::Measure)
}

/// Whether two figures may state one fact.
fn alike(a: &Figure, b: &Figure) -> bool {
    let near = b.block - a.block <= NEAR;
    match (item(a), item(b)) {
        (Some(x), Some(y)) => near && same_head(x, y),
        // A length of time seldom has a thing.
        _ => near && a.kind == FigureKind::Duration,
    }
}
