//! Noun phrases: what follows a number, and what ends before it.
//!
//! A phrase is a run of nouns and of words that may stand before them; verbs, adverbs, prepositions and marks end it.
//! Behind a number, 的 first closes what only describes (刚刚投产的塔吊) and else ends the phrase (企业的上诉).

use std::ops::Range;

use super::names::surnamed;
use super::tokens::{Class, Tokens};

/// How many tokens a phrase may have, relative clause included.
const WITHIN: usize = 24;
/// How many tokens a quotation inside a phrase may have.
const QUOTED: usize = 10;

/// Nouns that only say of what sort the next noun is: 两个不同性质的问题.
const SORTS: [&str; 14] =
    ["领域", "行业", "性质", "类型", "规模", "级别", "水平", "籍", "类", "等级", "形式", "版本", "层次", "程度"];

/// Whether a verb may stand first behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verbs {
    /// It ends the phrase before it begins.
    None,
    /// As the verb of a relative clause: 20台刚刚投产的塔吊.
    Describe,
    /// Also as part of what is counted: 两次下调电价.
    Lead,
}

/// The noun phrase behind a token, in tokens.
pub fn after(tokens: &Tokens, at: usize, verbs: Verbs) -> Option<Range<usize>> {
    let mut limit = tokens.clause(at).tokens.end.min(at + 1 + WITHIN);
    let mut start = at + 1;
    // 8亿日元(约合4000万元)的订单
    if tokens.class(start) == Class::Open('(') && tokens.partner[start] as usize > start {
        let behind = tokens.partner[start] as usize + 1;
        if behind < tokens.list.len() && tokens.class(behind) == Class::De {
            start = behind;
            limit = tokens.clause(behind).tokens.end.min(behind + WITHIN);
        }
    }
    // 2023(第二届)全国大会
    if tokens.class(start) == Class::Close(')') && tokens.partner[start] as usize == at.wrapping_sub(1) {
        start += 1;
    }
    // 500吨级冷库
    if start < limit && (tokens.class(start) == Class::De || tokens.is(start, "级")) {
        start += 1;
    }
    let run = run(tokens, start, limit, verbs == Verbs::Lead);
    match run.head {
        // 三起涉及食品安全的案件: a verb that leads to 的 describes.
        Some(_) if tokens.class(start) == Class::Verb && tokens.class(run.stop) == Class::De => {
            relative(tokens, start, limit)
        }
        // 18家陶瓷、木器领域的企业
        Some(_) if let Some(start) = fields(tokens, run.stop, limit) => {
            let next = self::run(tokens, start, limit, false);
            next.head.map(|head| trim(tokens, start..head + 1))
        }
        Some(head) => {
            let sort = run.stop < limit
                && tokens.class(run.stop) == Class::De
                && SORTS.iter().any(|sort| tokens.text(head).ends_with(sort));
            if sort {
                let next = self::run(tokens, run.stop + 1, limit, false);
                return next.head.map(|head| trim(tokens, run.stop + 1..head + 1));
            }
            Some(trim(tokens, start..head + 1))
        }
        None if verbs != Verbs::None || matches!(tokens.class(run.stop), Class::De | Class::Time(_)) => {
            relative(tokens, start, limit)
        }
        None => None,
    }
}

/// Behind a list of fields or sorts (陶瓷、木器领域的), the place where the noun begins.
fn fields(tokens: &Tokens, stop: usize, limit: usize) -> Option<usize> {
    if tokens.class(stop) != Class::Mark('、') {
        return None;
    }
    let listed = |at: &usize| {
        let class = tokens.class(*at);
        class.names() || class.modifies() || matches!(class, Class::Mark('、') | Class::Conjunction)
    };
    let de = (stop..limit).find(|at| !listed(at))?;
    let sort = SORTS.iter().any(|sort| tokens.text(de - 1).ends_with(sort));
    (tokens.class(de) == Class::De && sort).then_some(de + 1)
}

/// The noun phrase behind a relative clause: behind the first 的 that has one.
fn relative(tokens: &Tokens, start: usize, limit: usize) -> Option<Range<usize>> {
    for at in start..limit {
        match tokens.class(at) {
            Class::Figure(_) => return None,
            Class::De => {
                let run = run(tokens, at + 1, limit, true);
                return run.head.map(|head| trim(tokens, at + 1..head + 1));
            }
            _ => {}
        }
    }
    None
}

struct Run {
    /// The last noun, where there is one.
    head: Option<usize>,
    /// The first token that is no part of the phrase.
    stop: usize,
}

/// Reads nouns and what may stand before them.
fn run(tokens: &Tokens, start: usize, limit: usize, verbs: bool) -> Run {
    let mut head = None;
    let mut at = start;
    while at < limit {
        let class = tokens.class(at);
        match class {
            // 3名教练李明: whom the noun before names is not counted.
            Class::Person
                if head.is_some()
                    && surnamed(tokens.text(at))
                    && !matches!(tokens.class(at + 1), Class::Noun | Class::Nominal) =>
            {
                break;
            }
            _ if class.names() => head = Some(at),
            // 多个历史时期: behind a number it is counted.
            Class::Void if matches!(tokens.text(at), "时期" | "情况" | "数据" | "消息") => head = Some(at),
            _ if class.modifies() => {
                if head.is_some() && !leads(tokens, at + 1, limit) {
                    break;
                }
            }
            Class::Verb if head.is_none() && verbs && leads(tokens, at + 1, limit) && at == start => {}
            Class::Open('“' | '‘' | '「') => {
                let close = tokens.partner[at] as usize;
                if close == at || close - at > QUOTED || close >= limit {
                    break;
                }
                let inner = (at + 1..close).any(|i| matches!(tokens.class(i), Class::Figure(_) | Class::Mark(_)));
                if inner {
                    break;
                }
                // A quoted word is a noun, whatever it is outside.
                head = Some(close);
                at = close;
            }
            Class::Open('(') => {
                let close = tokens.partner[at] as usize;
                let inside = close > at && close - at <= QUOTED && head.is_some();
                // 12个县(市、区)受灾
                let levels = |at: usize| {
                    tokens.list[at].range.len() == 1
                        || matches!(tokens.text(at), "自治区" | "直辖市" | "自治州" | "自治县")
                };
                if inside
                    && (at - 1..close).all(levels)
                    && tokens.text(at - 1).starts_with(['省', '县', '市', '区', '州'])
                {
                    head = Some(close);
                    at = close + 1;
                    break;
                }
                if !inside || !leads(tokens, close + 1, limit) {
                    break;
                }
                at = close;
            }
            Class::Conjunction if at > start && joins(tokens, at, limit) => {}
            // 地级及以上城市
            Class::Conjunction if head.is_some() && tokens.is(at + 1, "以上") && leads(tokens, at + 2, limit) => {
                at += 1
            }
            Class::Locative if head.is_some() && leads(tokens, at + 1, limit) && within_name(tokens, at) => {}
            _ => break,
        }
        at += 1;
    }
    // 20个项目进展顺利: a noun that is a verb, before what says how it is done.
    let done = head.filter(|&head| {
        let ends = tokens.class(at) == Class::Adverb && !tokens.clause(start).tokens.contains(&(at + 1));
        // 318个项目签约注册: before another verb.
        // 800平方米的展馆展示了新品
        let aspect = matches!(tokens.text_at(at), "了" | "着" | "过");
        let said = ends || aspect || matches!(tokens.class(at), Class::Modifier | Class::Idiom | Class::Verb);
        said && at == head + 1 && tokens.class(head) == Class::Nominal
    });
    if let Some(before) = done.and_then(|done| (start..done).rev().find(|&at| tokens.class(at).names())) {
        head = Some(before);
    }
    Run { head, stop: at }
}

/// Whether a noun, or a word that stands before one, begins here.
fn leads(tokens: &Tokens, at: usize, limit: usize) -> bool {
    at < limit && (tokens.class(at).names() || tokens.class(at).modifies() && leads(tokens, at + 1, limit.min(at + 4)))
}

/// Whether a conjunction joins two nouns into one phrase: not a number and its noun to another, nor to a noun that has
/// something of its own (3万元捐款和协会的2万元捐款).
fn joins(tokens: &Tokens, at: usize, limit: usize) -> bool {
    if !matches!(tokens.text(at), "和" | "与" | "及" | "以及" | "或" | "暨") || !leads(tokens, at + 1, limit) {
        return false;
    }
    // 3个项目与江城牵手
    let named = |at: usize| matches!(tokens.class(at), Class::Place | Class::Organisation);
    if tokens.is(at, "与") && named(at + 1) && !named(at - 1) {
        return false;
    }
    let stop = (at + 1..limit).find(|&at| !(tokens.class(at).names() || tokens.class(at).modifies())).unwrap_or(limit);
    !matches!(tokens.class(stop), Class::De | Class::Figure(_))
}

/// Words of place that may stand inside a name: 长江上游航道, 海上风电.
fn within_name(tokens: &Tokens, at: usize) -> bool {
    let short = at > 0 && tokens.list[at - 1].range.len() == 1 && tokens.class(at - 1).names();
    short || side(tokens.text(at))
}

fn side(text: &str) -> bool {
    matches!(
        text,
        "上游"
            | "中游"
            | "下游"
            | "东部"
            | "西部"
            | "南部"
            | "北部"
            | "中部"
            | "沿海"
            | "周边"
            | "境内"
            | "以上"
            | "以下"
    )
}

/// The noun phrase that ends right before a token, in tokens.
pub fn before(tokens: &Tokens, end: usize, joined: bool) -> Option<Range<usize>> {
    let floor = tokens.clause(end.checked_sub(1)?).tokens.start.max(end.saturating_sub(WITHIN));
    let mut last = end - 1;
    // A bracket between the noun and its number: 企业(集团)12家.
    if last > floor && tokens.class(last) == Class::Close(')') {
        let open = tokens.partner[last] as usize;
        if open > floor && last - open <= QUOTED {
            last = open - 1;
        }
    }
    let class = tokens.class(last);
    let quoted = matches!(class, Class::Close('”' | '’' | '」'));
    if last < floor || !(class.names() || quoted) {
        return None;
    }
    let mut start = end;
    let mut at = last;
    loop {
        let class = tokens.class(at);
        match class {
            Class::Act if at < last => {
                start = at;
                break;
            }
            _ if class.names() || class.modifies() => start = at,
            Class::Locative if start < end && within_name(tokens, at) => start = at,
            Class::Close(')' | '”' | '’' | '」') => {
                let open = tokens.partner[at] as usize;
                let near = open < at && open >= floor && at - open <= QUOTED;
                if !near || (open..at).any(|i| matches!(tokens.class(i), Class::Figure(_) | Class::Time(_))) {
                    break;
                }
                if class != Class::Close(')') || start < end {
                    start = open;
                }
                at = open;
            }
            Class::Conjunction if joined && start < end => {}
            Class::Mark('、') if joined && start < end => {}
            _ => break,
        }
        if at == floor {
            break;
        }
        at -= 1;
    }
    while start < last && matches!(tokens.class(start), Class::Mark(_) | Class::Conjunction) {
        start += 1;
    }
    // Numbers and set phrases do not begin a phrase of their own accord here: 六号 may, 首轮 may.
    (start < end).then(|| trim(tokens, start..last + 1))
}

/// A phrase without quotation marks that stand around all of it.
fn trim(tokens: &Tokens, range: Range<usize>) -> Range<usize> {
    let whole = range.len() > 2 && tokens.partner[range.start] as usize == range.end - 1;
    if whole && range.start != range.end - 1 { range.start + 1..range.end - 1 } else { range }
}
