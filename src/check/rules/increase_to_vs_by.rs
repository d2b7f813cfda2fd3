//! `increase-to-vs-by`: 增加了 where 增加到 is meant, and the other way round. 由80家增加了100家，达到100家 says 180;
//! 由100家增加到20家 goes down.
//!
//! Ranks rise to smaller numbers, and what becomes faster takes less time: neither is looked at.

use super::{Rule, magnitude_slip};
use crate::check::chars::Chars;
use crate::check::interval::Interval;
use crate::check::pairs::Pair;
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story, item, unit};
use crate::check::words::{amount, number};
use crate::model::{Bound, ChangeRole, Direction, Figure, FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "increase-to-vs-by", on: true, run };

/// Things whose smaller number is the better one.
const RANKS: [&str; 6] = ["排名", "名次", "位次", "排位", "等级", "级别"];
/// Words of improvement that shorten a time.
const FASTER: [&str; 6] = ["提速", "提前", "加快", "提升", "优化", "提高"];

/// How many characters before a figure tell what it is of.
const FAR: usize = 60;

fn run(story: &Story, out: &mut Out) {
    for pair in story.pairs() {
        if is_contrary(pair) && !magnitude_slip::of_pair(pair) {
            let (end, cue) = (pair.end(), &pair.change.cue.text);
            let message = say(
                format!("“{cue}”与数字相反：{}到{}", pair.from.text, end.text),
                format!("{cue} goes the other way than {} to {}", pair.from.text, end.text),
            );
            let sign = if pair.direction() == Direction::Up { "<" } else { ">" };
            let sum = format!("{} {sign} {}", amount(end), number(pair.from.value));
            out.find(Severity::Error, pair.about(None), Some(sum), message);
        }
    }
    for passage in &story.passages {
        for number in 1..passage.figures.len() {
            by(passage, number, out);
        }
    }
}

/// Whether the words of a change say the opposite of its values.
pub fn is_contrary(pair: &Pair) -> bool {
    let end = pair.end();
    let (from, Some(to)) = (pair.from.interval, Interval::of(end)) else { return false };
    let wrong = match pair.direction() {
        Direction::Up => from.above(to),
        Direction::Down => to.above(from),
    };
    if !wrong {
        return false;
    }
    let plain = pair.figures().all(|figure| {
        figure.bound == Bound::Exact
            && !matches!(figure.kind, FigureKind::Ordinal | FigureKind::Ratio)
            && unit(figure) == unit(end)
    });
    let ranked = pair.passage.before(pair.to, FAR).has_any(&RANKS) || matches!(unit(end), "级" | "等" | "位" | "度");
    let faster = end.kind == FigureKind::Duration && FASTER.iter().any(|word| pair.change.cue.text.contains(word));
    plain && !ranked && !faster && from.low >= 0.0 && to.low >= 0.0
}

/// 由80家增加了100家: by how much, right behind the figure it begins with; and what stands behind as the result.
fn by(passage: &Passage, number: usize, out: &mut Out) {
    let (start, figure) = (&passage.figures[number - 1], &passage.figures[number]);
    let Some(change) = figure.change.as_ref().filter(|change| change.role == ChangeRole::By) else { return };
    let cue = change.cue.text.trim_end_matches('了');
    let gap = passage.between(number - 1, number);
    let adjacent = gap.strip_suffix(&['了']).unwrap_or(gap).is(cue);
    let opens = passage.before(number - 1, 10).clause(&[',']).iter().any(|c| matches!(c, '由' | '从'));
    let alike = start.kind == figure.kind && unit(start) == unit(figure) && figure.kind != FigureKind::Percent;
    if !adjacent || !opens || !alike || start.change.is_some() {
        return;
    }
    let (Some(from), Some(said)) = (Interval::of(start), Interval::of(figure)) else { return };
    let up = change.direction == Direction::Up;
    let expected = if up { from.plus(said) } else { from.minus(said) };
    if let Some((result, value)) = result(passage, number, figure) {
        let sign = if up { "+" } else { "−" };
        let sum = Some(format!("{} {sign} {} ≠ {}", amount(start), amount(figure), amount(result)));
        let about = || About::figures([start, figure, result]);
        if expected.meets(value) {
            let sum = sum.map(|sum| sum.replace('≠', "="));
            let message = say(
                format!("{}{}{}，得{}，一致", start.text, change.cue.text, figure.text, result.text),
                format!("{} {} {} makes {}", start.text, sign, figure.text, result.text),
            );
            return out.agree(about(), sum, message);
        }
        if said.meets(value) {
            let right = if up { "增加到" } else { "减少到" };
            let message = say(
                format!("“{}{}”应为“{right}{}”", change.cue.text, figure.text, figure.text),
                format!("{}{} should be {right}{}: to, not by", change.cue.text, figure.text, figure.text),
            );
            out.find(Severity::Error, about(), sum, message);
        }
        return;
    }
    // Nothing falls by more than there was, and what grows by more than it was is mostly what it grew to.
    if said.above(from) && start.bound == Bound::Exact {
        let severity = if up { Severity::Warning } else { Severity::Error };
        let message = say(
            format!("“由{}{}{}”：应为“{cue}到”？", start.text, change.cue.text, figure.text),
            format!("from {} {}{}: by, or to?", start.text, change.cue.text, figure.text),
        );
        let sum = Some(format!("{} > {}", amount(figure), amount(start)));
        out.find(severity, About::figures([start, figure]), sum, message);
    }
}

/// 达到100家: the level a change led to, right behind it.
fn result<'a>(passage: &Passage<'a>, number: usize, figure: &Figure) -> Option<(&'a Figure, Interval)> {
    let next = passage.figures.get(number + 1)?;
    let gap = passage.between(number, number + 1);
    let reaches = gap.len() <= 12 && gap.has_any(&["达", "至", "总数", "共", "增到"]);
    let alike = next.kind == figure.kind && unit(next) == unit(figure) && next.sentence == figure.sentence;
    let thing = item(next).is_none_or(|thing| thing.ends_with("总数")) || item(next) == item(figure);
    (reaches && alike && thing).then_some(())?;
    Some((next, Interval::of(next)?))
}
