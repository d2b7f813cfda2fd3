//! `approximator-clash`: approximators of one number that contradict each other: 近百余人, 超过300人左右, 约50人以上.
//! `data/check-approximators.tsv` holds the pairs. 近 of a length of time means recent (近三年多) and is left alone.

use super::Rule;
use crate::check::lexicon::CLASHES;
use crate::check::report::{About, Out, say};
use crate::check::story::Story;
use crate::model::{FigureKind, Severity};

/// The rule.
pub const RULE: Rule = Rule { id: "approximator-clash", on: true, run };

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            let (range, core) = (passage.range(number), passage.draft(number).core.clone());
            let core_end = core.end;
            let before = passage.text(range.start.min(core.start)..core.start);
            let lead = if before.is_empty() { passage.before(number, 3) } else { before };
            let behind = passage.text(core.end..range.end) + &passage.after(number, 2);
            let inside: Vec<char> = passage.chars()[core].to_vec();
            let inner = |word: &str| {
                let ch = word.chars().next().unwrap_or_default();
                word.chars().count() == 1 && (1..inside.len()).any(|at| inside[at] == ch && numeral(inside[at - 1]))
            };
            let recent = figure.kind == FigureKind::Duration && lead.ends_with('近');
            for [first, second] in CLASHES.iter() {
                let Some(a) = first.iter().find(|word| lead.ends_with(*word)) else { continue };
                let opens = lead.strip_suffix(a).is_some_and(|rest| !rest.ends_with(['不', '最', '附', '远']));
                let Some(b) = second.iter().find(|word| behind.starts_with(*word) || inner(word)) else { continue };
                // What the figure itself does not hold may open the next phrase (以上人员).
                let held = passage.text(core_end..range.end.max(core_end)).starts_with(*b);
                let phrase =
                    held || behind.chars().nth(2).is_none_or(|c| !c.is_alphanumeric() || c == '的') || inner(b);
                if recent || !opens || !phrase {
                    continue;
                }
                let message = say(
                    format!("“{a}”与“{b}”矛盾：{}", figure.text),
                    format!("{a} and {b} contradict each other: {}", figure.text),
                );
                out.find(Severity::Warning, About::figures([figure]), None, message);
                break;
            }
        }
    }
}

fn numeral(c: char) -> bool {
    c.is_ascii_digit() || "十百千万亿零〇一二两三四五六七八九".contains(c)
}
