//! Change: 增长5%, 增至8亿元, 由5天缩短到1天; and what it is measured against: 同比, 比上年末.

use std::ops::Range;

use super::lexicon::{Turn, said};
use super::tokens::{Class, Tokens};
use crate::model::{BaseType, ChangeRole, Direction, FigureKind};

/// How many tokens a cue and a base may stand before their figure.
const WITHIN: usize = 16;
/// How many tokens a clause may have that only says how the next one looks at things: 从环比看.
const SEEN: usize = 4;
/// How many tokens may stand between the two ends of a change.
const PAIR_WITHIN: usize = 24;

/// A change a figure states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// By, to or from.
    pub role: ChangeRole,
    /// Up or down.
    pub direction: Direction,
    /// The tokens that say so.
    pub cue: Range<usize>,
    /// What it is measured against.
    pub base: Option<Base>,
    /// The figure at the other end, by its number in the block.
    pub partner: Option<usize>,
    /// Where the words before the change end: the place to look for what changed.
    pub left: usize,
    /// Whether the change is named by a noun that needs the thing named before (降幅达到3%).
    pub noun: bool,
}

/// The tokens of a comparison, and its sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// From 比 to the end of what is compared with.
    pub tokens: Range<usize>,
    /// What sort.
    pub kind: BaseType,
}

/// The changes of all figures of a block.
pub fn of(tokens: &Tokens) -> Vec<Option<Change>> {
    let mut changes: Vec<Option<Change>> = Vec::with_capacity(tokens.figures.len());
    for number in 0..tokens.figures.len() {
        let change = read(tokens, number, &changes);
        changes.push(change);
        link(tokens, number, &mut changes);
    }
    changes
}

fn read(tokens: &Tokens, number: usize, earlier: &[Option<Change>]) -> Option<Change> {
    let at = tokens.figures[number];
    let figure = &tokens.draft.figures[number];
    // 升至7周以来最高点: how long ago it was as high is no change.
    if figure.kind == FigureKind::Duration && matches!(tokens.text_at(at + 1), "以来" | "来") {
        return None;
    }
    if figure.rule == "doubling" {
        let base = base(tokens, at);
        let left = base.as_ref().map_or(at, |base| base.tokens.start);
        let (role, direction) = (ChangeRole::By, Direction::Up);
        return Some(Change { role, direction, cue: at..at + 1, base, partner: None, left, noun: false });
    }
    if let Some(change) = listed(tokens, number, earlier) {
        return Some(change);
    }
    cued(tokens, at)
        .or_else(|| object(tokens, number))
        .or_else(|| than(tokens, at))
        .or_else(|| only_base(tokens, number, earlier))
        .or_else(|| named_behind(tokens, at))
}

/// 分别增长5%、6%; 增加13吨或9%: the change of the figure before holds for this one too.
fn listed(tokens: &Tokens, number: usize, earlier: &[Option<Change>]) -> Option<Change> {
    let at = tokens.figures[number];
    let before = *tokens.figures.get(number.checked_sub(1)?)?;
    let gap = at - before;
    let joins =
        |i: usize| matches!(tokens.class(i), Class::Mark('、')) || matches!(tokens.text(i), "和" | "或" | "与" | "及");
    if gap != 2 || !joins(before + 1) || tokens.class(before) == tokens.class(at) {
        return None;
    }
    earlier[number - 1].clone()
}

/// A cue right before the figure: 增长5%, 增长到5%, 增至5%, 增幅达5%.
fn cued(tokens: &Tokens, figure: usize) -> Option<Change> {
    let floor = tokens.clause(figure).tokens.start.max(figure.saturating_sub(WITHIN));
    let mut at = skip_fillers(tokens, figure, floor)?;
    let end = at + 1;
    let to = matches!(tokens.text(at), "到" | "至" | "为" | "成");
    if to {
        at = skip_adverbs(tokens, at, floor)?;
    }
    let (turn, direction) = match cue_at(tokens, at) {
        Some(found) => found,
        // 提高2024年每股收益至3元: the verb stands before what it raises.
        None if to && matches!(tokens.text(end - 1), "到" | "至") => {
            let verb = (floor..at).rev().find(|&i| {
                matches!(cue_at(tokens, i), Some((Turn::Verb | Turn::ToOnly, _))) && tokens.class(i + 1) != Class::De
            })?;
            let direction = cue_at(tokens, verb)?.1?;
            let left = base(tokens, verb).map_or(end - 1, |_| end - 1);
            let role = ChangeRole::To;
            return Some(Change { role, direction, cue: verb..verb + 1, base: None, partner: None, left, noun: false });
        }
        // 降幅达到3%: the noun stands before a copula.
        None if tokens.class(at) == Class::Copula => {
            let noun = skip_adverbs(tokens, at, floor)?;
            match cue_at(tokens, noun)? {
                (Turn::Noun, direction) => {
                    at = noun;
                    (Turn::Noun, direction)
                }
                // 增长达30%以上
                (Turn::Verb, direction) if matches!(tokens.text(end - 1), "达" | "达到" | "超过") => {
                    at = noun;
                    (Turn::Verb, direction)
                }
                _ => return None,
            }
        }
        None => return None,
    };
    let base = base(tokens, at);
    // 与去年相比，游客减少5万人次: a base that is a clause of its own does not end the words before the change.
    let left = base.as_ref().map_or(at, |base| base.tokens.start).min(at);
    let left = if left < tokens.clause(at).tokens.start { at } else { left };
    let role = match turn {
        Turn::Verb if to => ChangeRole::To,
        Turn::ToOnly if to => ChangeRole::To,
        Turn::To => ChangeRole::To,
        Turn::Verb => ChangeRole::By,
        // The noun alone in its clause, behind the clause that names what grew, or behind a base.
        Turn::Noun if !to && (base.is_some() || at == floor) => ChangeRole::By,
        Turn::Bare if !to && base.as_ref().is_some_and(|base| base.kind == BaseType::Versus) => ChangeRole::By,
        _ => return None,
    };
    let noun = turn == Turn::Noun;
    Some(Change { role, direction: direction?, cue: at..end, base, partner: None, left, noun })
}

/// 降低能耗5%, 提升毛利率和净利率分别3个和2个百分点: the verb, what it changes, and by how much. Of an amount that is no
/// rate the noun may be all that is stated (增加就业500人).
fn object(tokens: &Tokens, number: usize) -> Option<Change> {
    const NOUNS: usize = 6;
    let at = tokens.figures[number];
    let kind = tokens.draft.figures[number].kind;
    if !matches!(kind, FigureKind::Percent | FigureKind::PercentagePoint) {
        return None;
    }
    let floor = tokens.clause(at).tokens.start.max(at.saturating_sub(NOUNS));
    let mut end = at;
    while end > floor && (tokens.class(end - 1) == Class::Adverb || tokens.is(end - 1, "分别")) {
        end -= 1;
    }
    let noun = |at: usize| {
        let class = tokens.class(at);
        class.names() || class.modifies() || matches!(class, Class::Conjunction | Class::Mark('、'))
    };
    let verb = (floor..end).rev().find(|&i| !noun(i) || matches!(cue_at(tokens, i), Some((Turn::Verb, _))))?;
    match cue_at(tokens, verb)? {
        (Turn::Verb, Some(direction)) if verb + 1 < end && tokens.class(end - 1).names() => {
            let (role, left) = (ChangeRole::By, end);
            Some(Change { role, direction, cue: verb..verb + 1, base: None, partner: None, left, noun: true })
        }
        _ => None,
    }
}

/// 高于全国平均水平2个百分点: what stands between cue and figure is the base.
fn than(tokens: &Tokens, figure: usize) -> Option<Change> {
    let floor = tokens.clause(figure).tokens.start.max(figure.saturating_sub(WITHIN));
    let cue = (floor..figure).rev().find(|&at| matches!(tokens.said(at).change, Some((Turn::Than, _))))?;
    let direction = cue_at(tokens, cue)?.1?;
    // 低于去年5月21万人和8月18万人的数据: the value it is held against, no difference.
    let part = |at: &usize| {
        matches!(tokens.class(*at), Class::Figure(_) | Class::Time(_) | Class::Conjunction | Class::Mark('、'))
    };
    let end = (figure..figure + WITHIN).find(|at| !part(at))?;
    let held = ["数据", "水平", "数字", "预期", "目标", "数值", "纪录", "规模"];
    if tokens.class(end) == Class::De && held.contains(&tokens.text_at(end + 1)) {
        return None;
    }
    let named = cue + 1 < figure
        && (cue + 1..figure).all(|at| {
            let class = tokens.class(at);
            class.names() || class.modifies() || matches!(class, Class::De | Class::Time(_) | Class::Pronoun)
        });
    if !named && cue + 1 < figure {
        return None;
    }
    let base = match named {
        true => Some(Base { tokens: cue..figure, kind: BaseType::Versus }),
        false => Some(base(tokens, cue)?),
    };
    let left = base.as_ref().map_or(cue, |base| base.tokens.start.min(cue));
    Some(Change { role: ChangeRole::By, direction, cue: cue..cue + 1, base, partner: None, left, noun: false })
}

/// 同比18%: the direction is that of the change before.
fn only_base(tokens: &Tokens, number: usize, earlier: &[Option<Change>]) -> Option<Change> {
    let at = tokens.figures[number];
    let base = base(tokens, at).filter(|base| base.tokens.end == at && base.kind != BaseType::Versus)?;
    let before = number.checked_sub(1).and_then(|i| earlier[i].as_ref().map(|change| (change, tokens.figures[i])));
    let direction = before
        .filter(|(_, figure)| tokens.sentence(*figure) == tokens.sentence(at))
        .map_or(Direction::Up, |(change, _)| change.direction);
    let (cue, left) = (base.tokens.clone(), base.tokens.start);
    Some(Change { role: ChangeRole::By, direction, cue, base: Some(base), partner: None, left, noun: false })
}

/// 实现15%的增长.
fn named_behind(tokens: &Tokens, figure: usize) -> Option<Change> {
    if tokens.class(figure + 1) != Class::De {
        return None;
    }
    let mut at = (figure + 2..figure + 4).find(|&at| !tokens.class(at).modifies())?;
    // 以30%的速度增长
    if at + 1 < tokens.list.len() && matches!(tokens.text(at), "速度" | "幅度" | "增速" | "比例") {
        at += 1;
    }
    let noun = tokens.clause(figure).tokens.contains(&at)
        && !tokens.class(at + 1).names()
        && !matches!(tokens.class(at + 1), Class::Figure(_));
    match cue_at_within(tokens, at)? {
        (Turn::Verb | Turn::Noun, Some(direction)) if noun => {
            let base = base(tokens, figure);
            let (role, left) = (ChangeRole::By, base.as_ref().map_or(figure, |base| base.tokens.start));
            Some(Change { role, direction, cue: at..at + 1, base, partner: None, left, noun: true })
        }
        _ => None,
    }
}

/// Walks back over what may stand between a cue and its figure: 了, 约, 每桶, 今年的.
fn skip_fillers(tokens: &Tokens, figure: usize, floor: usize) -> Option<usize> {
    let mut at = figure;
    loop {
        at = at.checked_sub(1).filter(|at| *at >= floor)?;
        match tokens.class(at) {
            Class::Particle => {}
            Class::Adverb if cue_at(tokens, at).is_none() => {}
            Class::De if at > floor && matches!(tokens.class(at - 1), Class::Time(_)) => at -= 1,
            Class::Mark(' ') => {}
            // 每桶, 每平方米
            _ if tokens.text(at).starts_with('每') => {}
            _ if at > floor && tokens.is(at - 1, "每") => at -= 1,
            _ => return Some(at),
        }
    }
}

fn skip_adverbs(tokens: &Tokens, at: usize, floor: usize) -> Option<usize> {
    let mut at = at;
    loop {
        at = at.checked_sub(1).filter(|at| *at >= floor)?;
        if cue_at(tokens, at).is_some() || !matches!(tokens.class(at), Class::Adverb | Class::Particle) {
            return Some(at);
        }
    }
}

/// The word of change a token is; of a word jieba does not know as one, its end (明显增加).
fn cue_at(tokens: &Tokens, at: usize) -> Option<(Turn, Option<Direction>)> {
    if let Some(found) = tokens.said(at).change {
        return Some(found);
    }
    let text = tokens.text(at);
    if tokens.list[at].range.len() != 4
        || !matches!(tokens.class(at), Class::Noun | Class::Person | Class::Idiom | Class::Verb)
    {
        return None;
    }
    let tail = text.char_indices().nth(2).map(|(at, _)| &text[at..])?;
    said(tail).change.filter(|(turn, _)| *turn == Turn::Verb)
}

fn cue_at_within(tokens: &Tokens, at: usize) -> Option<(Turn, Option<Direction>)> {
    (at < tokens.list.len()).then(|| cue_at(tokens, at)).flatten()
}

/// The comparison before a token: in its clause, or as the whole of the clause before (与去年同期相比, …).
pub fn base(tokens: &Tokens, end: usize) -> Option<Base> {
    let number = tokens.list.get(end.min(tokens.list.len() - 1))?.clause as usize;
    let floor = tokens.clauses[number].tokens.start.max(end.saturating_sub(WITHIN));
    for at in (floor..end).rev() {
        match tokens.class(at) {
            Class::Figure(_) => return None,
            _ => {
                if let Some(base) = base_at(tokens, at, end) {
                    return Some(base);
                }
            }
        }
    }
    let before = &tokens.clauses[number.checked_sub(1)?];
    let whole = before.sentence == tokens.clauses[number].sentence
        && before.tokens.len() <= WITHIN
        && tokens.text(before.tokens.end - 1).ends_with("相比");
    // 从环比看，…
    let seen = before.sentence == tokens.clauses[number].sentence && before.tokens.len() <= SEEN;
    let seen = seen && tokens.text(before.tokens.end - 1).ends_with('看');
    if let Some(at) = before.tokens.clone().find(|&at| seen && matches!(tokens.text(at), "同比" | "环比")) {
        return base_at(tokens, at, at + 1);
    }
    let opens = whole.then(|| before.tokens.clone().find(|&at| compares(tokens, at)))??;
    Some(Base { tokens: opens..before.tokens.end, kind: BaseType::Versus })
}

fn compares(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.text(at), "比" | "较" | "与" | "同" | "和" | "跟" | "相比" | "比起" | "相较" | "较之")
}

fn base_at(tokens: &Tokens, at: usize, end: usize) -> Option<Base> {
    let text = tokens.text(at);
    let plain = match text {
        _ if text.starts_with("同比") => Some(BaseType::Yoy),
        _ if text.starts_with("环比") => Some(BaseType::Mom),
        _ => None,
    };
    if let Some(kind) = plain {
        // 环比一季度, 旬环比
        let time = matches!(tokens.class(at + 1), Class::Time(_)) && at + 1 < end;
        let step = at > 0 && matches!(tokens.text(at - 1), "旬" | "周" | "月" | "季" | "年");
        return Some(Base { tokens: at - usize::from(step)..at + 1 + usize::from(time), kind });
    }
    match text {
        "比" | "较" | "比起" | "相较" | "较之" => {
            let stop = (at + 1..end).find(|&i| ends_base(tokens, i)).unwrap_or(end);
            // “白鹭比”: the end of a quoted name.
            (stop > at + 1 && !matches!(tokens.class(at + 1), Class::Close(_)))
                .then(|| Base { tokens: at..stop, kind: versus(tokens, at..stop) })
        }
        "与" | "同" | "和" | "跟" => {
            let stop = (at + 1..end).find(|&i| tokens.text(i).ends_with("相比") || tokens.is(i, "比"))?;
            Some(Base { tokens: at..stop + 1, kind: BaseType::Versus })
        }
        "在" => {
            let stop = (at + 1..end).find(|&i| tokens.text(i).starts_with("基础"))?;
            let upper = tokens.is(stop + 1, "上") && stop + 1 < end;
            Some(Base { tokens: at..stop + 1 + usize::from(upper), kind: BaseType::Versus })
        }
        _ => None,
    }
}

/// 较2020年以来 counts from a point in time.
fn versus(tokens: &Tokens, range: Range<usize>) -> BaseType {
    if tokens.slice(range).ends_with("以来") { BaseType::Since } else { BaseType::Versus }
}

fn ends_base(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.class(at), Class::Adverb | Class::Verb | Class::Copula | Class::Particle | Class::Figure(_))
        || cue_at(tokens, at).is_some()
        || tokens.text(at).starts_with('每')
}

/// Finds the other end of a change: 由5天缩减至1天, 从50万吨，降至20万吨, 从3家到5家.
fn link(tokens: &Tokens, number: usize, changes: &mut [Option<Change>]) {
    let Some(other) = number.checked_sub(1) else { return };
    let (at, from) = (tokens.figures[number], tokens.figures[other]);
    let figures = &tokens.draft.figures;
    let unit = |i: usize| figures[i].unit.as_ref().map(|unit| &unit.canonical);
    let same = unit(number) == unit(other) || unit(other).is_none();
    if !same || at - from > PAIR_WITHIN || tokens.sentence(at) != tokens.sentence(from) {
        return;
    }
    let (direction, to_cue) = match &changes[number] {
        Some(change) if change.role == ChangeRole::To => (change.direction, change.cue.clone()),
        Some(_) => return,
        None => match turned(tokens, number, other) {
            Some(found) => found,
            None => return,
        },
    };
    let Some(cue) = opened(tokens, from) else { return };
    // A change between the two that is no cue of this one belongs to another figure.
    if changes[other].as_ref().is_some_and(|change| change.role != ChangeRole::From) {
        return;
    }
    let left = cue.unwrap_or(from);
    let change = |role, partner, left, cue| {
        Some(Change { role, direction, cue, base: None, partner: Some(partner), left, noun: false })
    };
    let base = changes[number].as_ref().and_then(|change| change.base.clone());
    changes[other] = change(ChangeRole::From, number, left, to_cue.clone());
    changes[number] = change(ChangeRole::To, other, left, to_cue);
    if let Some(to) = &mut changes[number] {
        to.base = base;
    }
}

/// 从3家到5家, 由3天变为1天: the direction follows the values.
fn turned(tokens: &Tokens, number: usize, other: usize) -> Option<(Direction, Range<usize>)> {
    let (at, from) = (tokens.figures[number], tokens.figures[other]);
    let cue = skip_fillers(tokens, at, from + 1)?;
    let turn = matches!(tokens.said(cue).change, Some((Turn::Between, _)))
        || tokens.is(cue, "为") && cue > from + 1 && tokens.is(cue - 1, "调整");
    // 从3家到5家 needs its 从; what stands between is nothing but the cue and the time of the other end.
    let near = (from + 1..cue).all(|i| {
        matches!(
            tokens.class(i),
            Class::Time(_) | Class::De | Class::Adverb | Class::Mark(',') | Class::Nominal | Class::Verb
        ) || matches!(tokens.class(i), Class::Open('(') | Class::Close(')'))
            || tokens.is(i, "含")
    });
    if !turn || !near || opened(tokens, from)?.is_none() {
        return None;
    }
    let value = |i: usize| tokens.draft.figures[i].amount.value();
    let (old, new) = (value(other)?, value(number)?);
    let direction = if new > old { Direction::Up } else { Direction::Down };
    (new != old).then_some((direction, cue..cue + 1))
}

/// The word that opens the first end of a change: `Some(Some(_))` 由, 从, 将; `Some(None)` where the figure and the cue
/// stand side by side (5天缩减至1天); `None` where it is no end.
fn opened(tokens: &Tokens, figure: usize) -> Option<Option<usize>> {
    let floor = tokens.clause(figure).tokens.start.max(figure.saturating_sub(8));
    for at in (floor..figure).rev() {
        // 从2015年发展果蔬200亩: since when, not from where.
        let since = matches!(tokens.class(at + 1), Class::Time(_))
            && !matches!(tokens.class(at + 2), Class::De | Class::Figure(_) | Class::Adverb);
        if matches!(tokens.text(at), "由" | "从" | "将" | "把" | "自") {
            return (!since).then_some(Some(at));
        }
        if matches!(tokens.class(at), Class::Verb | Class::Copula | Class::Figure(_)) {
            break;
        }
    }
    let cue = figure + 1;
    (cue < tokens.list.len() && matches!(cue_at(tokens, cue), Some((Turn::Verb | Turn::To | Turn::ToOnly, _))))
        .then_some(None)
}
