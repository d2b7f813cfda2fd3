//! `mean-total`: an amount for each, how many there are, and the total do not go together: 投入100万元，惠及50户，户均3万元.
//!
//! Checked only where one sentence holds exactly one total and one count that fit, and the mean is rounded.

use super::Rule;
use crate::check::chars::Chars;
use crate::check::interval::{Interval, last_digit};
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story, unit};
use crate::check::words::{amount, number};
use crate::model::{Bound, ChangeRole, Figure, FigureKind, Severity, Status};

/// The rule.
pub const RULE: Rule = Rule { id: "mean-total", on: true, run };

/// Words for a mean, with 均 or 每, and the units of what it is for each of.
const MEANS: [(&[&str], &[&str]); 8] = [
    (&["户均", "每户", "平均每户"], &["户"]),
    (&["人均", "每人", "平均每人"], &["人", "名", "位"]),
    (&["日均", "平均每天", "每天平均"], &["天", "日"]),
    (&["月均", "平均每月"], &["月"]),
    (&["年均", "平均每年"], &["年"]),
    (&["亩均", "每亩", "平均每亩"], &["亩"]),
    (&["平均每家", "每家平均", "每家"], &["家"]),
    (&["平均每个", "每个平均", "平均每台", "平均每件", "平均每场", "场均"], &["个", "台", "件", "场"]),
];

/// One mean with its total and count.
pub struct Mean<'a> {
    /// The figures: the mean, the count, the total.
    pub figures: [&'a Figure; 3],
    /// The total that mean and count make.
    pub product: Interval,
    /// The total as stated.
    pub total: Interval,
}

/// The mean a figure states, where its sentence tells total and count.
pub fn mean<'a>(passage: &Passage<'a>, number: usize) -> Option<Mean<'a>> {
    let figure = &passage.figures[number];
    let amounts = matches!(figure.kind, FigureKind::Money | FigureKind::Measure | FigureKind::Count);
    let plain = figure.change.as_ref().is_none_or(|change| change.role == ChangeRole::To);
    (amounts && plain && figure.status == Status::Actual).then_some(())?;
    let lead = match number.checked_sub(1).filter(|&before| passage.figures[before].sentence == figure.sentence) {
        Some(before) => passage.between(before, number),
        None => return None,
    };
    let lead = lead.clause(&[',', ';', '、']);
    lead.iter().any(|c| matches!(c, '均' | '每')).then_some(())?;
    let (_, counted) = MEANS.iter().find(|(words, _)| lead.has_any(words))?;
    let sentence = passage.sentence_at(passage.range(number).start);
    let (mut totals, mut counts) = (Vec::new(), Vec::new());
    for other in passage.figures_in(&sentence).take(24).filter(|&other| other != number) {
        let candidate = &passage.figures[other];
        let level = candidate.change.as_ref().is_none_or(|change| change.role == ChangeRole::To);
        if !level || candidate.each || candidate.share.is_some() || candidate.status != Status::Actual {
            continue;
        }
        if counted.contains(&unit(candidate)) && candidate.kind != FigureKind::Ordinal {
            counts.push(candidate);
        } else if candidate.kind == figure.kind && unit(candidate) == unit(figure) {
            totals.push(candidate);
        }
    }
    let ([count], [total]) = (&counts[..], &totals[..]) else { return None };
    // The total stands before the mean; 每人 of 100元 a head is no mean of what follows.
    let (sum, each) = (total.value?, figure.value?);
    (total.start < figure.start && (sum > each || sum * 100.0 < each)).then_some(())?;
    let said = Interval::of(figure)?.widened(last_digit(figure) / 2.0);
    (said.low >= 0.0).then_some(())?;
    let product = Interval::of(count)?.times(said);
    Some(Mean { figures: [figure, count, total], product, total: Interval::of(total)? })
}

/// Whether the product misses the total by a power of ten: a slip of 万 or 亿.
pub fn slipped(mean: &Mean) -> bool {
    [1e-8, 1e-4, 1e4, 1e8].iter().any(|&factor| mean.product.scaled(factor).meets(mean.total))
}

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for figure in 0..passage.figures.len() {
            let Some(mean) = mean(passage, figure) else { continue };
            let [each, count, total] = mean.figures;
            let exact = mean.figures.iter().all(|figure| figure.bound == Bound::Exact);
            let (Some(value), Some(times)) = (each.value, count.value) else { continue };
            let product = number(value * times);
            let about = About::figures(mean.figures);
            let sum = format!("{} × {} = {product}", amount(each), number(times));
            if mean.product.meets(mean.total) {
                let message = say(
                    format!("{}乘以{}与“{}”一致", each.text, count.text, total.text),
                    format!("{} times {} agrees with {}", each.text, count.text, total.text),
                );
                out.agree(about, Some(sum), message);
            } else if exact && !slipped(&mean) {
                let message = say(
                    format!("{}乘以{}是{product}，不是“{}”", each.text, count.text, total.text),
                    format!("{} times {} is {product}, not {}", each.text, count.text, total.text),
                );
                out.find(Severity::Error, about, Some(format!("{sum} ≠ {}", amount(total))), message);
            }
        }
    }
}
