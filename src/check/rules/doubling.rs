//! `doubling`: 翻一番 is twice as much, 翻两番 four times: 由50亿元增加到100亿元，翻了两番 does not hold, nor does
//! 增长2倍，翻两番. 翻番 is said loosely, so that only a ratio well away from it is flagged.

use super::Rule;
use crate::check::interval::Interval;
use crate::check::report::{About, Out, say};
use crate::check::story::Story;
use crate::check::words::digits;
use crate::model::{ChangeRole, Direction, Figure, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "doubling", on: true, run };

/// How far below and above the exact ratio 翻番 is still said.
const LOOSE: (f64, f64) = (0.93, 1.45);

fn run(story: &Story, out: &mut Out) {
    for pair in story.pairs() {
        for &figure in pair.restated.iter().filter(|figure| figure.rule == "doubling") {
            let ratio = Interval::of(pair.end()).and_then(|to| to.over(pair.from.interval));
            let (Some(ratio), Some(new)) = (ratio, pair.end().value) else { continue };
            hold(figure, ratio, new / pair.from.value, pair.about(Some(figure)), out);
        }
    }
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate().skip(1) {
            let before = &passage.figures[number - 1];
            let times = before.kind == FigureKind::Multiple && before.rule != "doubling" && grows(before);
            let gap = passage.between(number - 1, number);
            if figure.rule != "doubling"
                || !times
                || !gap.iter().all(|c| matches!(c, ',' | '即' | '也' | '就' | '是' | '('))
            {
                continue;
            }
            let (Some(grown), Some(value)) = (Interval::of(before), before.value) else { continue };
            hold(figure, grown.plus(Interval::point(1.0)), value + 1.0, About::figures([before, figure]), out);
        }
    }
}

fn grows(figure: &Figure) -> bool {
    figure.change.as_ref().is_some_and(|change| change.role == ChangeRole::By && change.direction == Direction::Up)
}

fn hold(figure: &Figure, ratio: Interval, value: f64, about: About, out: &mut Out) {
    let Some(times) = figure.value else { return };
    let sum = Some(format!("2^{} = {}", digits(times.log2()), digits(times)));
    let said = Interval::new(times * LOOSE.0, times * LOOSE.1);
    let (is, times) = (digits(value), digits(times));
    if ratio.meets(said) {
        let message = say(
            format!("“{}”即原来的{times}倍，与前后数字一致", figure.text),
            format!("{} means {times} times as much, which agrees", figure.text),
        );
        return out.agree(about, sum, message);
    }
    let message = say(
        format!("“{}”即原来的{times}倍，而前后数字是{is}倍", figure.text),
        format!("{} means {times} times as much; the figures give {is} times", figure.text),
    );
    out.find(Severity::Error, about, sum, message);
}
