//! The time a figure holds for: the expression that governs it in its clause, its sentence or its paragraph.

use super::change::Change;
use super::share;
use super::tokens::{Class, Tokens};
use crate::model::{FigureKind, Provenance};
use crate::time::Kind;

/// A quotation of so many tokens is speech, a shorter one may be a title.
const SPEECH: usize = 16;

/// A time that governs what follows.
#[derive(Debug, Clone, Copy)]
struct Governor {
    /// Its number in the block.
    time: usize,
    /// Its token.
    at: usize,
}

/// The time of every figure of a block: its number in the block, and how far off it stands.
pub fn of(tokens: &Tokens, changes: &[Option<Change>]) -> Vec<Option<(usize, Provenance)>> {
    let bases = bases(tokens, changes);
    let mut out = vec![None; tokens.figures.len()];
    let mut current: Option<Governor> = None;
    // What governs again behind a bracket.
    let mut outer: Vec<(usize, Option<Governor>)> = Vec::new();
    let mut passed: Option<usize> = None;
    // What governs again behind the sentence that tells of a part of it.
    let mut whole: Option<(u32, Governor)> = None;
    // The sentence that goes on about parts, and the time it holds for.
    let mut among: Option<(usize, u32)> = None;
    // Behind the last figure nothing is asked for.
    let end = tokens.figures.last().map_or(0, |last| last + 1);
    for (at, token) in tokens.list[..end].iter().enumerate() {
        let tells = matches!(token.class, Class::Time(_) | Class::Figure(_) | Class::Open('('));
        if !tells && whole.is_none() && outer.is_empty() {
            continue;
        }
        if let Some((_, governor)) = whole.take_if(|(sentence, _)| *sentence != tokens.sentence(at)) {
            current = Some(governor);
        }
        while outer.last().is_some_and(|(close, _)| *close <= at) {
            current = outer.pop().and_then(|(_, before)| before);
        }
        match token.class {
            // 今天(7月31日): the date in brackets says the day more exactly and governs on.
            Class::Open('(') if at > 0 && !matches!(tokens.class(at - 1), Class::Time(_)) => {
                let close = tokens.partner[at] as usize;
                if close > at {
                    outer.push((close, current));
                }
            }
            Class::Time(time) => {
                // 较去年同期和上个月: joined to one that does not govern.
                let joined =
                    passed.is_some_and(|passed| at == passed + 2 && tokens.class(at - 1) == Class::Conjunction);
                if bases[time as usize] || joined || !governs(tokens, at, current) {
                    passed = Some(at);
                } else {
                    // 一季度增长9%，其中3月增长8%。: the next sentence goes on about the quarter.
                    if share::parts(tokens, at) && current.is_some_and(|whole| !ends_day(tokens, whole.at)) {
                        whole = whole.or(current.map(|whole| (tokens.sentence(at), whole)));
                    }
                    current = Some(Governor { time: time as usize, at });
                }
            }
            Class::Figure(number) => {
                // 6月8日，发送旅客9万人。其中，甲站3万人: parts of what was counted then.
                let mut part = |time: &Governor| {
                    let sentence = tokens.sentence(at);
                    if tokens.sentence(time.at) + 1 == sentence && share::parts(tokens, at) {
                        among = Some((time.at, sentence));
                    }
                    among == Some((time.at, sentence))
                };
                let carried = current.filter(|time| carries(tokens, *time, at) || part(time));
                let found = local(tokens, at).or_else(|| follows(tokens, at)).or(carried);
                out[number as usize] = found.map(|found| (found.time, distance(tokens, found.at, at)));
            }
            _ => {}
        }
    }
    out
}

/// The times that are what something is compared with: 比2020年.
fn bases(tokens: &Tokens, changes: &[Option<Change>]) -> Vec<bool> {
    let mut out = vec![false; tokens.draft.times.len()];
    for base in changes.iter().flatten().filter_map(|change| change.base.as_ref()) {
        for at in base.tokens.clone() {
            if let Class::Time(time) = tokens.class(at) {
                out[time as usize] = true;
            }
        }
    }
    out
}

fn distance(tokens: &Tokens, time: usize, figure: usize) -> Provenance {
    if tokens.list[time].clause == tokens.list[figure].clause {
        Provenance::Clause
    } else if tokens.sentence(time) == tokens.sentence(figure) {
        Provenance::Sentence
    } else {
        Provenance::Paragraph
    }
}

/// Whether a time says when something holds. It does not as part of a title or name, as what something is compared
/// with, or inside a description (5月到期的债券, 举行的2024年省运会); and a word that only points (目前, 历年来) does not
/// take over from a time that its sentence names.
fn governs(tokens: &Tokens, at: usize, current: Option<Governor>) -> bool {
    let class = |at: Option<usize>| at.map_or(Class::Stop, |at| tokens.class(at));
    let before = at.checked_sub(1);
    let text = before.map_or("", |before| tokens.text(before));
    let compared = matches!(text, "比" | "较" | "与" | "同" | "相比" | "环比" | "同比" | "占" | "超过" | "的");
    // “去年8月，我们资助了5名学生”: speech is no title.
    let speech = |open: usize| (tokens.partner[open] as usize).saturating_sub(open) >= SPEECH;
    let titled = matches!(class(before), Class::Open(open) if open != '(') && !before.is_some_and(speech);
    let same = current.is_some_and(|current| tokens.sentence(current.at) == tokens.sentence(at));
    let inner = tokens.class(at + 1) == Class::Verb || same && class(before).names();
    // 创2010年以来新高: since when, said of the height.
    let record = matches!(text, "为" | "创" | "创下" | "创出" | "是") && tokens.is(at + 1, "以来");
    let described = inner && tokens.class(at + 2) == Class::De || matches!(class(before), Class::Figure(_));
    // 去年的65元 is the time of that figure alone.
    let alone = tokens.class(at + 1) == Class::De && matches!(tokens.class(at + 2), Class::Figure(_));
    let named = class(before).names() && tokens.class(at + 1).names() && tokens.class(at + 1) != Class::Nominal;
    // 乌方3日通报称，当天凌晨击落9架: when it was told gives way to what was told.
    let told = |current: Governor| tokens.said(tokens.clause(current.at).tokens.end - 1).tells;
    let points = points(tokens, at)
        && current.is_some_and(|current| tokens.sentence(current.at) == tokens.sentence(at) && !told(current));
    // 法国2024年奥运会 is a name; 公司2024年净利润 is not: the name needs a place or body before it.
    let event = named && matches!(class(before), Class::Place);
    !(fulfils(tokens, at)
        || compared
        || titled
        || record
        || described
        || alone
        || points
        || event && is_year(tokens, at))
}

/// 完成全年任务: a time that tells what goal is meant.
fn fulfils(tokens: &Tokens, at: usize) -> bool {
    at > 0 && tokens.is(at - 1, "完成")
}

fn points(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.class(at), Class::Time(time) if tokens.draft.times[time as usize].kind == Kind::Deictic)
        || matches!(tokens.text(at), "本年度" | "本年" | "当年")
}

fn is_year(tokens: &Tokens, at: usize) -> bool {
    tokens.text(at).ends_with('年') || tokens.text(at).ends_with("季度")
}

/// Whether a time still governs a figure: any in its own sentence; a period also in the sentences that follow, for a day
/// dates what happened, a period what was counted.
fn carries(tokens: &Tokens, time: Governor, figure: usize) -> bool {
    if tokens.sentence(time.at) == tokens.sentence(figure) {
        return true;
    }
    // 项目于2010年投产 says when that was, not what the next sentence is about.
    let leads = (tokens.clause(time.at).tokens.start..time.at).all(|at| {
        matches!(
            tokens.class(at),
            Class::Preposition | Class::Conjunction | Class::Adverb | Class::Void | Class::Mark(_)
        ) || tokens.class(at).names() && tokens.class(time.at + 1) != Class::Verb
    });
    // 截至6月9日 says as of when all of it is counted.
    let counted = time.at > 0 && matches!(tokens.text(time.at - 1), "截至" | "截止" | "截止到" | "截至到");
    leads && (counted || !ends_day(tokens, time.at)) && !points(tokens, time.at)
}

/// Whether a time is a day or a time of day.
fn ends_day(tokens: &Tokens, at: usize) -> bool {
    let text = tokens.text(at);
    ["日", "号", "天", "晚", "晨", "上午", "下午", "凌晨", "时", "分", "昨", "夜", "前"]
        .iter()
        .any(|end| text.ends_with(end))
}

/// 去年的65元: the time that belongs to one figure alone.
fn local(tokens: &Tokens, figure: usize) -> Option<Governor> {
    let at = figure.checked_sub(2)?;
    // 完成全年60万人目标的80%: when the goal is for, of that figure alone.
    if fulfils(tokens, at + 1)
        && let Class::Time(time) = tokens.class(at + 1)
    {
        return Some(Governor { time: time as usize, at: at + 1 });
    }
    let multiple = matches!(tokens.class(figure), Class::Figure(number) if tokens.draft.figures[number as usize].kind == FigureKind::Multiple);
    match tokens.class(at) {
        // 是去年同期的3倍: what it is compared with.
        Class::Time(time) if tokens.class(at + 1) == Class::De && !multiple => {
            Some(Governor { time: time as usize, at })
        }
        _ => None,
    }
}

/// 80名会员今年5月赴外地: the time right behind the figure's noun, before the verb; a date in brackets behind it says it
/// more exactly.
fn follows(tokens: &Tokens, figure: usize) -> Option<Governor> {
    const NOUNS: usize = 8;
    let clause = tokens.clause(figure).tokens.clone();
    let noun = |at: &usize| tokens.class(*at).names() || tokens.class(*at).modifies();
    let at = (figure + 1..clause.end.min(figure + 1 + NOUNS)).find(|at| !noun(at))?;
    let Class::Time(time) = tokens.class(at) else { return None };
    if at == figure + 1 || at + 1 >= clause.end || tokens.class(at + 1) == Class::De || tokens.class(at + 1).names() {
        return None;
    }
    match (tokens.class(at + 1), tokens.class(at + 2)) {
        (Class::Open('('), Class::Time(date)) => Some(Governor { time: date as usize, at: at + 2 }),
        _ => Some(Governor { time: time as usize, at }),
    }
}
