//! `decrease-over-100`: something fell by more than 100%: 库存下降146%. What can be negative may (profits turn into
//! losses); `data/check-signed.tsv` lists it.

use super::Rule;
use crate::check::chars::Chars;
use crate::check::interval::Interval;
use crate::check::lexicon::SIGNED;
use crate::check::report::{About, Out, say};
use crate::check::story::{Story, item};
use crate::model::{ChangeRole, Direction, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "decrease-over-100", on: true, run };

/// How many characters before a figure tell what it is of.
const FAR: usize = 60;

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            let Some(change) = &figure.change else { continue };
            let falls = change.role == ChangeRole::By && change.direction == Direction::Down;
            if figure.kind != FigureKind::Percent || !falls {
                continue;
            }
            if Interval::of(figure).is_none_or(|said| said.low <= 100.0) {
                continue;
            }
            let named = |item: &str| SIGNED.iter().any(|word| item.contains(word));
            if passage.before(number, FAR).has_any(&SIGNED) || item(figure).is_some_and(named) {
                continue;
            }
            let message = say(
                format!("“{}{}”：降幅不可能超过100%", change.cue.text, figure.text),
                format!("{}{}: a decrease cannot exceed 100%", change.cue.text, figure.text),
            );
            out.find(Severity::Error, About::figures([figure]), Some(format!("{} > 100%", figure.text)), message);
        }
    }
}
