//! `unit-drift` (info): one value with two units that are easily taken for each other: 耗时5个工作日 and then 将5天缩减至1天.
//! `data/check-drift.tsv` holds the units.

use rustc_hash::FxHashMap;

use super::Rule;
use crate::check::lexicon::{DRIFTING, DRIFTS};
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story, common_end, common_start, item, same_head, unit};
use crate::model::{Bound, Figure, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "unit-drift", on: true, run };

/// How many paragraphs apart two values may stand.
const NEAR: u32 = 3;

fn run(story: &Story, out: &mut Out) {
    let mut seen: FxHashMap<(&str, u64), Place> = FxHashMap::default();
    let places =
        story.passages.iter().flat_map(|passage| (0..passage.figures.len()).map(move |number| (passage, number)));
    for place in places {
        let (passage, number) = place;
        let figure = &passage.figures[number];
        let Some(value) = figure.value.filter(|_| figure.bound == Bound::Exact && plain(figure)) else { continue };
        if !DRIFTING.contains(unit(figure)) {
            continue;
        }
        for [one, other, zh, en] in DRIFTS.iter() {
            let partner = if unit(figure) == *one { other } else { one };
            if unit(figure) != *one && unit(figure) != *other {
                continue;
            }
            let before = seen.get(&(*partner, value.to_bits()));
            if let Some((passage, before)) = before.filter(|before| alike(**before, place)) {
                let before = &passage.figures[*before];
                let message = say(
                    format!("“{}”与“{}”单位不同：{zh}", before.text, figure.text),
                    format!("{} and {} differ in unit: {en}", before.text, figure.text),
                );
                out.find(Severity::Info, About::figures([before, figure]), None, message);
                break;
            }
        }
        seen.insert((unit(figure), value.to_bits()), place);
    }
}

fn plain(figure: &Figure) -> bool {
    !figure.each
        && matches!(figure.kind, FigureKind::Duration | FigureKind::Count | FigureKind::Money | FigureKind::Measure)
}

/// A figure by its number in a passage.
type Place<'a> = (&'a Passage<'a>, usize);

/// Whether two figures may state one fact.
fn alike((passage, a): Place, (other, b): Place) -> bool {
    let near = other.figures[b].block - passage.figures[a].block <= NEAR;
    let around = common_end(passage.left(a), other.left(b)).max(common_start(passage.right(a), other.right(b)));
    near && match (item(&passage.figures[a]), item(&other.figures[b])) {
        (Some(x), Some(y)) => same_head(x, y) || around >= 2,
        // A length of time seldom has a thing.
        _ => passage.figures[a].kind == FigureKind::Duration || around >= 2,
    }
}
