//! Status: 预计, 力争 (planned), 不得, 要求 (required), 如果 (hypothetical), 不再需要 (negated).

use super::lexicon::{Reach, said};
use super::tokens::{Class, Tokens};
use crate::model::Status;

/// How many tokens a negation may stand before its figure.
const NEAR: usize = 3;

/// How many tokens behind a year the word may stand that says it is done.
const FAR: usize = 24;

/// Verbs of completion.
const COMPLETED: [&str; 10] = ["达产", "达效", "投产", "建成", "竣工", "完工", "投用", "投运", "运营", "实施"];

/// Words that say a thing is done, whatever year stands before.
const DONE: [&str; 6] = ["已", "已经", "累计", "截至", "了", "曾"];

/// The status of every figure of a block.
pub fn of(tokens: &Tokens) -> Vec<Status> {
    let mut out = vec![Status::Actual; tokens.figures.len()];
    let (mut sentence, mut sentence_status) = (u32::MAX, None);
    let mut figures = tokens.figures.iter().peekable();
    for clause in &tokens.clauses {
        // Nothing behind the last figure of a sentence matters to any.
        while figures.next_if(|&&figure| figure < clause.tokens.start).is_some() {}
        if figures.peek().is_none_or(|&&figure| tokens.sentence(figure) != clause.sentence) {
            continue;
        }
        if clause.sentence != sentence {
            (sentence, sentence_status) = (clause.sentence, None);
        }
        let mut status: Option<Status> = None;
        let mut near: Option<usize> = None;
        let ends = tokens.list.len().min(clause.tokens.start + FAR);
        let done = || {
            let same = |at: &usize| tokens.sentence(*at) == clause.sentence;
            (clause.tokens.start..ends).take_while(same).any(|at| DONE.contains(&tokens.text(at)))
        };
        for at in clause.tokens.clone() {
            if let Class::Figure(number) = tokens.class(at) {
                // 完成60万人目标的80%
                if matches!(tokens.text_at(at + 1), "目标" | "目标任务") && tokens.class(at + 2) == Class::De {
                    out[number as usize] = Status::Planned;
                    continue;
                }
                let near = near.filter(|cue| at - cue <= NEAR).map(|_| Status::Negated);
                out[number as usize] = near.or(status).or(sentence_status).unwrap_or(Status::Actual);
                continue;
            }
            if tokens.text(at).ends_with('后') && completed(tokens, at) && !done() {
                sentence_status = Some(Status::Planned);
                continue;
            }
            let Some((found, reach)) = tokens.said(at).status.or_else(|| joined(tokens, at)) else { continue };
            // 要求他付款，他付了3次: asked of a person, no rule for what follows.
            let asked = found == Status::Required && matches!(tokens.class(at + 1), Class::Person | Class::Pronoun);
            let reach = if asked && reach == Reach::Sentence { Reach::Clause } else { reach };
            match reach {
                Reach::Clause if !attributive(tokens, at) => status = Some(found),
                Reach::Sentence if !attributive(tokens, at) => sentence_status = Some(found),
                Reach::Year
                    if matches!(tokens.class(at + 1), Class::Time(time) if is_year(tokens, time))
                        && !done()
                        && !spans(tokens, at) =>
                {
                    sentence_status = Some(found);
                }
                Reach::Future if is_future(tokens, at) => status = Some(found),
                Reach::Near => near = Some(at),
                _ => {}
            }
        }
    }
    out
}

/// 从首届的19个，到1978年的98个: the end of a span that 从 opens is no goal.
fn spans(tokens: &Tokens, at: usize) -> bool {
    let floor = at.saturating_sub(FAR);
    (floor..at).rev().take_while(|&i| tokens.sentence(i) == tokens.sentence(at)).any(|i| tokens.is(i, "从"))
}

/// 建成后可安置就业3000人: what a work will bring, once it stands; not what it has brought (建成后，已安置3000人).
fn completed(tokens: &Tokens, at: usize) -> bool {
    let behind = at > 0 && matches!(tokens.text(at), "后" | "之后" | "以后");
    behind && COMPLETED.iter().any(|verb| tokens.text(at - 1).ends_with(verb)) && {
        let end = tokens.list.len().min(at + FAR);
        let may =
            |at: usize| matches!(tokens.text(at), "可" | "能" | "将" | "预计" | "年产值" | "可实现" | "能够" | "可以");
        (at + 1..end).take_while(|&i| tokens.sentence(i) == tokens.sentence(at)).any(may)
    }
}

/// 不再 + 需要, 不 + 需要: a negation of two words.
fn joined(tokens: &Tokens, at: usize) -> Option<(Status, Reach)> {
    if !matches!(tokens.text(at), "需要" | "用" | "必" | "需") || at == 0 {
        return None;
    }
    matches!(tokens.text(at - 1), "不" | "不再" | "无").then(|| said("不需要").status).flatten()
}

/// 计划 and 要求 as nouns (行动计划, 隔离要求) plan and ask nothing themselves; a comma behind makes 预计 no noun.
fn attributive(tokens: &Tokens, at: usize) -> bool {
    let ends = !tokens.clause(at).tokens.contains(&(at + 1));
    // 比计划工期提前45天: the plan is what the fact is measured against.
    let against = at > 0 && matches!(tokens.text(at - 1), "比" | "较" | "超" | "超过" | "按" | "按照");
    // 招生计划60人
    let named = at > 0 && tokens.class(at - 1) == Class::Nominal;
    // 完成目标任务的61%
    let of = tokens.class(at + 1).names()
        && tokens.class(at + 2) == Class::De
        && matches!(tokens.class(at + 3), Class::Figure(_));
    let noun = ends || against || named || of || matches!(tokens.class(at + 1), Class::De | Class::Close(_));
    let noun = noun || tokens.is(at + 1, "区间");
    noun && matches!(tokens.text(at), "计划" | "规划" | "目标" | "预期" | "要求")
}

/// 2030年, 2025年底: a year that is named in full.
fn is_year(tokens: &Tokens, time: u32) -> bool {
    let range = tokens.draft.times[time as usize].range.clone();
    let chars = &tokens.draft.block.reading.chars()[range];
    chars.len() >= 5 && chars[..4].iter().all(char::is_ascii_digit) && chars[4] == '年'
}

/// 将 before a verb, an adverb or a preposition is a tense; before a noun or a number it marks an object.
fn is_future(tokens: &Tokens, at: usize) -> bool {
    match tokens.class(at + 1) {
        // 将在外地抓获的6人押回: an object with a relative clause before it.
        Class::Preposition => {
            let clause = &tokens.clause(at).tokens;
            let figure = clause.clone().find(|&i| i > at && matches!(tokens.class(i), Class::Figure(_)));
            let acts = |i: usize| clause.contains(&i) && matches!(tokens.class(i), Class::Verb | Class::Nominal);
            let object = |figure: usize| (at..figure).any(|i| tokens.class(i) == Class::De) && acts(figure + 1);
            !figure.is_some_and(object)
        }
        // 将服务费率从4%降低到2.5%: an object, and what becomes of it.
        Class::Nominal if tokens.class(at + 2).names() => {
            let end = tokens.clause(at).tokens.end.min(at + FAR);
            !(at + 3..end).any(|i| matches!(tokens.text(i), "从" | "由"))
        }
        Class::Verb | Class::Adverb | Class::Copula | Class::Nominal | Class::Time(_) => true,
        // 将新开6条: an unknown word is rather a verb.
        Class::Noun => !tokens.list[at + 1].known,
        Class::Figure(number) => {
            let figure = &tokens.draft.figures[number as usize];
            figure.core.start > figure.range.start
        }
        _ => false,
    }
}
