//! `percent-vs-points`: a difference between two percentages is a number of percentage points, not of per cent
//! (失业率由5%降至4%，下降1%), and a change between two amounts is no number of points (由80吨增至100吨，增长25个百分点).

use super::Rule;
use crate::check::interval::{Interval, last_digit};
use crate::check::pairs::Pair;
use crate::check::report::{Out, say};
use crate::check::story::Story;
use crate::check::words::digits;
use crate::model::{FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "percent-vs-points", on: true, run };

/// Whether a percentage that restates a change between two percentages is really their difference in points.
pub fn in_points(pair: &Pair, said: Interval) -> bool {
    let (Some(to), Some(new)) = (Interval::of(pair.end()), pair.end().value) else { return false };
    let points = to.minus(pair.from.interval).size();
    let relative = (new / pair.from.value - 1.0).abs() * 100.0;
    points.meets(said) && !Interval::point(relative).widened(last_digit(pair.end())).meets(said)
}

fn run(story: &Story, out: &mut Out) {
    {
        for pair in story.pairs() {
            let end = pair.end();
            for &figure in &pair.restated {
                let Some(said) = Interval::of(figure) else { continue };
                if end.kind == FigureKind::Percent && figure.kind == FigureKind::Percent && in_points(pair, said) {
                    let points = digits(said.low.midpoint(said.high));
                    let message = say(
                        format!("{}与{}相差{points}个百分点，不是{}", pair.from.text, end.text, figure.text),
                        format!(
                            "{} and {} differ by {points} percentage points, not by {}",
                            pair.from.text, end.text, figure.text
                        ),
                    );
                    let sum =
                        end.value.map(|new| format!("|{} − {}| = {points}", digits(new), digits(pair.from.value)));
                    out.find(Severity::Warning, pair.about(Some(figure)), sum, message);
                }
                let amounts = matches!(
                    end.kind,
                    FigureKind::Count | FigureKind::Measure | FigureKind::Money | FigureKind::Duration
                );
                if amounts && figure.kind == FigureKind::PercentagePoint {
                    let message = say(
                        format!("{}到{}不是百分数之间的变化，应说百分之几，不说百分点", pair.from.text, end.text),
                        format!(
                            "{} to {} is no change between percentages: per cent, not points",
                            pair.from.text, end.text
                        ),
                    );
                    out.find(Severity::Warning, pair.about(Some(figure)), None, message);
                }
            }
        }
    }
}
