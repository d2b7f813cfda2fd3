//! `approximator-clash`: approximators of one number that contradict each other: 近百余人, 超过300人左右, 约50人以上.
//! `data/check-approximators.tsv` holds the pairs. 近 of a length of time means recent (近三年多) and is left alone.

use super::Rule;
use crate::check::chars::Chars;
use crate::check::lexicon::CLASHES;
use crate::check::report::{About, Out, say};
use crate::check::story::Story;
use crate::model::{FigureKind, Severity};
use crate::numeral::digits;

/// The rule.
pub const RULE: Rule = Rule { id: "approximator-clash", on: true, run };

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            let (range, core) = (passage.range(number), passage.draft(number).core.clone());
            let before = passage.text(range.start.min(core.start)..core.start);
            let lead = if before.is_empty() { passage.before(number, 3) } else { before };
            let Some(clashes) = lead.last().and_then(|last| CLASHES.get(last)) else { continue };
            let held = passage.text(core.end..range.end.max(core.end));
            let behind = passage.text(core.end..core.end + held.len() + passage.after(number, 2).len());
            let inside = passage.text(core);
            let inner = |word: &str| inside.windows(2).any(|two| numeral(two[0]) && two[1..].is(word));
            let recent = figure.kind == FigureKind::Duration && lead.ends_with(&['近']);
            for (a, behind_it) in clashes.iter().filter(|(word, _)| lead.closes(word)) {
                let rest = &lead[..lead.len() - a.chars().count()];
                let opens = !matches!(rest.last(), Some('不' | '最' | '附' | '远'));
                let Some(b) = behind_it.iter().find(|word| behind.opens(word) || inner(word)) else { continue };
                // What the figure itself does not hold may open the next phrase (以上人员).
                let phrase =
                    held.opens(b) || behind.get(2).is_none_or(|c| !c.is_alphanumeric() || *c == '的') || inner(b);
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
    digits::digit(c).is_some() || digits::position(c).is_some() || digits::scale(c).is_some()
}
