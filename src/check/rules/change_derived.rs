//! `change-derived` (info): what a change comes to in per cent, where the text gives only its two ends:
//! 由5天缩减至1天 is −80%; between two percentages the difference in points.

use super::Rule;
use crate::check::report::{Out, say};
use crate::check::story::Story;
use crate::check::words::{amount, digits, number};
use crate::model::{Bound, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "change-derived", on: true, run };

fn run(story: &Story, out: &mut Out) {
    {
        for pair in story.pairs() {
            let (old, end) = (pair.from.value, pair.end());
            let Some(new) = end.value else { continue };
            let exact = pair.figures().all(|figure| figure.bound == Bound::Exact && figure.unit.is_some());
            if !exact || old <= 0.0 || new < 0.0 || old == new || !pair.restated.is_empty() {
                continue;
            }
            let (from, to) = (&*pair.from.text, &*amount(end));
            let sign = if new < old { "−" } else { "+" };
            let (large, small) = if new > old { (new, old) } else { (old, new) };
            if matches!(end.kind, FigureKind::Percent) {
                let points = digits(large - small);
                let message = say(
                    [from, "到", to, "，相差", &points, "个百分点"].concat(),
                    [from, " to ", to, " is a difference of ", &points, " percentage points"].concat(),
                );
                let sum = [&digits(large), " − ", &digits(small), " = ", &points].concat();
                out.find(Severity::Info, pair.about(None), Some(sum), message);
                continue;
            }
            if !matches!(
                end.kind,
                FigureKind::Count | FigureKind::Measure | FigureKind::Money | FigureKind::Duration | FigureKind::Number
            ) {
                continue;
            }
            let percent = digits((large - small) / old * 100.0);
            let (zh, en) = if new < old { ("降幅", "a decrease") } else { ("增幅", "an increase") };
            let message = say(
                [from, "到", to, "，", zh, "为", &percent, "%（", sign, &percent, "%）"].concat(),
                [from, " to ", to, " is ", en, " of ", &percent, "% (", sign, &percent, "%)"].concat(),
            );
            let (opens, closes) = if new < old { ("1 − ", "") } else { ("", " − 1") };
            let sum = [opens, &number(new), "/", &number(old), closes, " = ", &percent, "%"].concat();
            out.find(Severity::Info, pair.about(None), Some(sum), message);
        }
    }
}
