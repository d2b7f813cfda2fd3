//! `decrease-by-times`: something fell by once or more of itself: 成本下降2倍. Nothing falls by more than all of itself;
//! what is meant is mostly 降到原来的三分之一 or 减少三分之二.

use super::Rule;
use crate::check::report::{About, Out, say};
use crate::check::story::Story;
use crate::model::{ChangeRole, Direction, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "decrease-by-times", on: true, run };

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            let Some(change) = &figure.change else { continue };
            let falls = change.role == ChangeRole::By && change.direction == Direction::Down;
            let times = figure.value.or(figure.min).is_some_and(|value| value >= 1.0);
            if figure.kind != FigureKind::Multiple || !falls || !times || change.base.is_some() {
                continue;
            }
            // 降低到1倍 is no decrease by, and 下降为2倍 states a level.
            if matches!(passage.before(number, 2).last(), Some('到' | '至' | '为' | '达')) {
                continue;
            }
            let message = say(
                format!("“{}{}”：减少不能用倍数表示，减少1倍即为零", change.cue.text, figure.text),
                format!("{}{}: nothing falls by once itself or more; that would be zero", change.cue.text, figure.text),
            );
            out.find(Severity::Warning, About::figures([figure]), None, message);
        }
    }
}
