//! Distribution: 各1名, 每桶85美元, 人均89元.

use super::tokens::{Class, Tokens};
use crate::model::FigureKind;

/// How many tokens 每 may stand before its figure.
const WITHIN: usize = 12;

/// Words that average or distribute wherever they stand before the figure in its clause.
pub const AVERAGES: [&str; 9] = ["人均", "户均", "日均", "月均", "年均", "周均", "平均", "亩均", "场均"];

/// Whether a figure holds for each of several.
pub fn of(tokens: &Tokens, number: usize) -> bool {
    let at = tokens.figures[number];
    let floor = tokens.clause(at).tokens.start.max(at.saturating_sub(WITHIN));
    for before in (floor..at).rev() {
        let text = tokens.text(before);
        match tokens.class(before) {
            // 每年5次、每次3天: an earlier figure has taken its own 每; 一天, 一年 only name the period.
            Class::Figure(_) if listed(tokens, before, at) => {}
            // 每500克3元: what 每 measures out.
            Class::Figure(_) if before > floor && tokens.is(before - 1, "每") => return true,
            Class::Figure(other) if !one(tokens, other as usize) => return false,
            // 一天可以加工200斤; 一年期 is a term.
            Class::Figure(_) if tokens.text(before + 1).starts_with('期') => return false,
            Class::Figure(other) if tokens.draft.figures[other as usize].kind == FigureKind::Duration => return true,
            // 亩均增收: two words to jieba.
            _ if text == "均"
                && before > floor
                && matches!(tokens.text(before - 1), "亩" | "户" | "人" | "日" | "月" | "年" | "周" | "场") =>
            {
                return true;
            }
            _ if matches!(text, "各" | "均") => {
                return before + 1 == at || text == "各" && verbs(tokens, before + 1, at);
            }
            _ if text.starts_with('每') => return true,
            _ if averages(text) && !level(tokens, before) => return true,
            _ => {}
        }
    }
    false
}

/// Whether a word begins with one of those that average, or is one.
fn averages(text: &str) -> bool {
    // Every word of the table is two characters of three bytes, the second 均.
    text.get(3..6) == Some("均") && AVERAGES.contains(&&text[..6])
}

/// 平均水平 is what something is compared with.
fn level(tokens: &Tokens, at: usize) -> bool {
    let ends = |at: usize| tokens.text(at).ends_with("水平") || tokens.text(at).ends_with("线");
    ends(at) || at + 1 < tokens.list.len() && ends(at + 1)
}

fn verbs(tokens: &Tokens, from: usize, to: usize) -> bool {
    (from..to).all(|at| {
        matches!(tokens.class(at), Class::Adverb | Class::Copula | Class::Verb | Class::Nominal | Class::Particle)
    })
}

/// 每斤3元、4元: between the two figures stand only figures and what lists them, so that all share their 每.
fn listed(tokens: &Tokens, from: usize, to: usize) -> bool {
    let joins =
        |at: usize| tokens.class(at) == Class::Mark('、') || matches!(tokens.text(at), "和" | "与" | "及" | "或");
    to - from <= WITHIN
        && (to - from).is_multiple_of(2)
        && (from..to).step_by(2).all(|at| matches!(tokens.class(at), Class::Figure(_)) && joins(at + 1))
}

/// 一天, 一圈: one of something, behind 每.
fn one(tokens: &Tokens, number: usize) -> bool {
    let figure = &tokens.draft.figures[number];
    figure.amount.value() == Some(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_averages_is_known_by_its_second_character() {
        for word in AVERAGES {
            assert!(word.len() == 6 && averages(word) && averages(&format!("{word}值")), "{word}");
        }
        assert!(!averages("均") && !averages("不均") && !averages("abc均"));
    }
}
