//! Who says a figure that stands in quotation marks: “……，投资3亿元。”郑某说, or 郑某说：“……”.

use std::ops::Range;

use super::tokens::{Class, Tokens};

/// How many tokens may stand between a quotation and its verb of telling, and may make up the speaker.
const WITHIN: usize = 12;
/// A quotation of fewer tokens is a word in quotation marks, unless a colon stands before it.
const SPEECH: usize = 8;

/// The speaker of every figure of a block, in tokens.
pub fn of(tokens: &Tokens) -> Vec<Option<Range<usize>>> {
    let mut out = vec![None; tokens.figures.len()];
    let mut open = None;
    if out.is_empty() {
        return out;
    }
    for (at, token) in tokens.list.iter().enumerate() {
        match token.class {
            Class::Open('“') => open = Some(at),
            Class::Close('”') => {
                let Some(start) = open.take() else { continue };
                let told = start > 0 && tokens.class(start - 1) == Class::Mark(':');
                if !told && at - start < SPEECH {
                    continue;
                }
                let inside = tokens.figures.partition_point(|&figure| figure < start);
                let behind = tokens.figures.partition_point(|&figure| figure < at);
                if inside == behind {
                    continue;
                }
                let speaker = told.then(|| before(tokens, start - 1)).flatten().or_else(|| after(tokens, at));
                out[inside..behind].fill(speaker);
            }
            _ => {}
        }
    }
    out
}

/// 郑某说：“……”: the phrase before the verb of telling in the clause that the colon ends.
fn before(tokens: &Tokens, colon: usize) -> Option<Range<usize>> {
    let floor = colon.saturating_sub(WITHIN);
    let verb = (floor..colon).rev().take_while(|&at| !parts(tokens, at)).find(|&at| tokens.said(at).tells)?;
    let start = (floor..verb).rev().take_while(|&at| !parts(tokens, at)).last()?;
    speaker(tokens, start, verb)
}

/// “……。”郑某说: the phrase before the verb of telling behind the quotation.
fn after(tokens: &Tokens, close: usize) -> Option<Range<usize>> {
    let start = close + 1;
    let limit = tokens.list.len().min(start + WITHIN);
    let verb = (start..limit).take_while(|&at| !parts(tokens, at)).find(|&at| tokens.said(at).tells)?;
    speaker(tokens, start, verb)
}

fn parts(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.class(at), Class::Mark(mark) if mark != '、' && mark != ' ')
}

/// The nouns of a clause up to its first word of another sort.
fn speaker(tokens: &Tokens, start: usize, verb: usize) -> Option<Range<usize>> {
    let noun = |at: &usize| {
        let class = tokens.class(*at);
        class.names() || class.modifies() || matches!(class, Class::Mark('、' | '·'))
    };
    let first = (start..verb).find(noun)?;
    let end = (first..verb).take_while(noun).last()? + 1;
    tokens.class(end - 1).names().then_some(first..end)
}
