//! `part-exceeds-whole`: what 其中 picks out is more than what it is picked from: 共120人，其中党员150人.

use super::Rule;
use crate::check::interval::Interval;
use crate::check::report::{About, Out, say};
use crate::check::story::{Story, comparable};
use crate::check::words::amount;
use crate::model::{ChangeRole, Figure, FigureKind, Severity, Status};

/// The rule.
pub const RULE: Rule = Rule { id: "part-exceeds-whole", on: true, run };

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, part) in passage.figures.iter().enumerate() {
            let Some(share) = &part.share else { continue };
            let whole = passage.figures[..number].iter().rev().take(6).find(|whole| whole.start == share.of.start);
            let Some(whole) = whole.filter(|whole| level(whole) && level(part) && comparable(whole, part)) else {
                continue;
            };
            let (Some(large), Some(small)) = (Interval::of(whole), Interval::of(part)) else { continue };
            let about = || About::figures([whole, part]);
            if small.above(large) {
                let message = say(
                    format!("其中的“{}”多于总数“{}”", part.text, whole.text),
                    format!("the part {} exceeds the whole {}", part.text, whole.text),
                );
                let sum = Some(format!("{} > {}", amount(part), amount(whole)));
                out.find(Severity::Error, about(), sum, message);
            } else {
                let message = say(
                    format!("其中的“{}”不超过总数“{}”", part.text, whole.text),
                    format!("the part {} lies within the whole {}", part.text, whole.text),
                );
                out.agree(about(), Some(format!("{} ≤ {}", amount(part), amount(whole))), message);
            }
        }
    }
}

/// Whether a figure is an amount that has parts.
fn level(figure: &Figure) -> bool {
    let amount = matches!(figure.kind, FigureKind::Count | FigureKind::Measure | FigureKind::Money);
    let changes = figure.change.as_ref().is_some_and(|change| change.role == ChangeRole::By);
    amount && !changes && !figure.each && figure.status != Status::Negated
}
