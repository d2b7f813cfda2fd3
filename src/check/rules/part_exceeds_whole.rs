//! `part-exceeds-whole`: what 其中 picks out is more than what it is picked from: 共120人，其中党员150人.

use super::Rule;
use crate::check::chars::Chars;
use crate::check::interval::Interval;
use crate::check::report::{About, Out, say};
use crate::check::story::{Passage, Story, comparable, is_level};
use crate::check::words::amount;
use crate::model::Severity;

/// The rule.
pub const RULE: Rule = Rule { id: "part-exceeds-whole", on: true, run };

fn run(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, part) in passage.figures.iter().enumerate() {
            let Some(whole) = whole(passage, number).map(|whole| &passage.figures[whole]) else { continue };
            if !is_level(whole) || !is_level(part) || !comparable(whole, part) {
                continue;
            }
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

/// What a figure behind 其中 is a part of. In a list of parts (其中甲1家、乙8家) it is the whole of the first.
fn whole(passage: &Passage, part: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let mut at = part;
    for _ in 0..LONGEST {
        let share = passage.figures[at].share.as_ref()?;
        let before =
            passage.figures[..at].iter().rev().take(LONGEST).position(|whole| whole.start == share.of.start)?;
        at -= before + 1;
        if passage.figures[at].share.is_none() {
            return passage.between(at, part).has("其中").then_some(at);
        }
    }
    None
}
