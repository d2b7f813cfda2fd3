//! The counted or measured thing.

use std::ops::Range;

use super::change::Change;
use super::each::AVERAGES;
use super::lexicon::{MEASURES, Sort, Turn};
use super::names::{self, Name, Names};
use super::phrase::{self, Verbs};
use super::share;
use super::tokens::{Class, Tokens};
use crate::figure::Draft;
use crate::model::{ChangeRole, FigureKind, Order, UnitClass};

/// How many tokens may stand between a thing and its value.
const WITHIN: usize = 12;

/// A thing in tokens, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The noun phrase.
    pub tokens: Range<usize>,
    /// Before the number or behind it.
    pub order: Order,
    /// Whether an earlier clause names it.
    pub carried: bool,
    /// The name before it: 福建省 before 服务贸易.
    pub owner: Option<Name>,
}

/// What a figure is about besides its words.
pub struct Facts<'a> {
    /// The names of the article.
    pub names: &'a Names,
    /// The change it states.
    pub change: Option<&'a Change>,
    /// The token 占 of its share.
    pub share: Option<usize>,
    /// The thing of the figure before, in the same sentence.
    pub last: Option<&'a Item>,
}

/// The thing a figure counts or measures.
pub fn of(tokens: &Tokens, number: usize, facts: &Facts) -> Option<Item> {
    let at = tokens.figures[number];
    let figure = &tokens.draft.figures[number];
    let person = figure.unit.as_ref().is_some_and(|unit| matches!(&*unit.canonical, "人" | "人次"));
    let direct = phrase::before(tokens, at, false);
    match figure.kind {
        FigureKind::Count | FigureKind::Ordinal => {
            let ordinal = figure.kind == FigureKind::Ordinal;
            if ordinal && tokens.class(at + 1) == Class::De {
                return None;
            }
            if person && tokens.class(at + 1) == Class::De {
                return None;
            }
            let touching = touches(tokens, direct.as_ref(), at);
            // 8省联动, 5银: the one character is all that is counted.
            let word = !matches!(tokens.class(at + 1), Class::Mark(_) | Class::Open(_) | Class::Close(_) | Class::De);
            if !ordinal
                && figure.unit.is_none()
                && word
                && tokens.list.get(at + 1).is_some_and(|next| next.range.len() == 1)
            {
                let single = tokens.class(at + 1).names().then_some(at + 1..at + 2);
                return single.map(|range| Item { tokens: range, order: Order::After, carried: false, owner: None });
            }
            if person
                && touching
                && let Some(before) = &direct
            {
                let mark = before.start.checked_sub(1).map(|mark| tokens.class(mark));
                // 老人和孙子两人
                if matches!(mark, Some(Class::Conjunction | Class::Mark('、'))) {
                    return None;
                }
                // 吸纳周边群众90多人务工
                if is_people(tokens, before.end - 1) {
                    return named_before(tokens, at, facts);
                }
            }
            let acts = figure.unit.as_ref().is_some_and(|unit| ACTS.contains(&&*unit.canonical));
            // 2家获评示范企业: what stands behind bodies and persons is mostly what they do.
            let bodies =
                figure.unit.as_ref().is_none_or(|unit| matches!(&*unit.canonical, "家" | "户" | "名" | "位" | "所"));
            // 7名涉案人员: a verb before a noun for people tells of what sort they are.
            let sort = person_like(figure)
                && tokens.class(at + 1) == Class::Verb
                && (at + 2..tokens.list.len())
                    .take_while(|&at| tokens.class(at).names())
                    .last()
                    .is_some_and(|last| is_people(tokens, last));
            let verbs = match () {
                _ if ordinal || touching => Verbs::None,
                _ if sort && !person => Verbs::Lead,
                _ if person => Verbs::None,
                _ if bodies => Verbs::Describe,
                _ => Verbs::Lead,
            };
            // 削减2.4万个岗位: what is right behind is what grew less; else the noun before did.
            let by = facts.change.is_some_and(|change| change.role == ChangeRole::By);
            let right_behind = tokens.class(at + 1).names() || tokens.class(at + 1).modifies();
            if (!by || right_behind)
                && let Some(range) = phrase::after(tokens, at, if by { Verbs::None } else { verbs })
                && !changes(tokens, &range)
                && !(touching && ends_as_verb(tokens, &range))
                && !(person && described(tokens, range.end))
            {
                // 70名家境困难的新生: of persons the noun for people behind 的.
                let described = person_like(figure)
                    && !is_people(tokens, range.end - 1)
                    && tokens.class(range.end - 1) == Class::Noun
                    && tokens.class(range.end) == Class::De;
                let behind = described.then(|| phrase::after(tokens, range.end, Verbs::None)).flatten();
                let range = behind.filter(|behind| is_people(tokens, behind.end - 1)).unwrap_or(range);
                let range = if ordinal { event(tokens, range) } else { range };
                let range = if person_like(figure) || people(tokens, &range) { persons(tokens, range) } else { range };
                let range = unserved(tokens, at, range);
                // 14户企业签约的项目: what bodies do to something else.
                let last = range.end - 1;
                let done = bodies
                    && figure.unit.is_some()
                    && range.len() > 1
                    && tokens.class(last) == Class::Nominal
                    && tokens.class(range.end) == Class::De;
                let range = range.start..range.end - usize::from(done);
                let Some(range) = counted(tokens, range) else {
                    // 3家产值超过5亿元: of the things of the figure before.
                    return carry(facts.last);
                };
                // 1000人以上团队24个: how large each is; what is counted is counted behind it.
                let sizes = figure.unit.as_ref().is_some_and(|unit| unit.canonical == "人")
                    && matches!(tokens.class(range.end), Class::Figure(_))
                    && !is_people(tokens, range.end - 1);
                if sizes {
                    return None;
                }
                return Some(Item { tokens: range, order: Order::After, carried: false, owner: None });
            }
            if let Some(range) = alone(tokens, at).filter(|_| ordinal && !person_like(figure) || acts) {
                return Some(Item { tokens: range, order: Order::After, carried: false, owner: None });
            }
            // 最大风力9级
            let level = figure.unit.as_ref().is_some_and(|unit| unit.canonical == "级");
            if level && let Some(item) = named_before(tokens, at, facts).filter(|item| !item.carried) {
                return Some(item);
            }
            if ordinal {
                // 第一批6个村
                let next = matches!(tokens.class(at + 1), Class::Figure(_));
                let range = next.then(|| phrase::after(tokens, at + 1, Verbs::None)).flatten()?;
                return Some(Item { tokens: range, order: Order::After, carried: false, owner: None });
            }
            // 景点天天有百多人来旅游: where they are.
            let place = |item: &Item| {
                person
                    && !item.carried
                    && tokens.is(at - 1, "有")
                    && !is_people(tokens, item.tokens.end - 1)
                    && !measured(tokens, &item.tokens)
            };
            continued(tokens, number, facts)
                .or_else(|| named_before(tokens, at, facts))
                .filter(|item| !place(item))
                .or_else(|| runs(tokens, number))
        }
        FigureKind::Measure | FigureKind::Money => {
            // 骗取受害人20万元: whose it was, not what.
            let people = |item: &Item| !item.carried && is_people(tokens, item.tokens.end - 1);
            let before = named_before(tokens, at, facts).filter(|item| !people(item) || measured(tokens, &item.tokens));
            let own = before.as_ref().is_none_or(|item| !item.carried);
            if let Some(item) = &before
                && (own || acted(tokens, facts).is_none())
                && (facts.change.is_some() && acted(tokens, facts).is_none() || measured(tokens, &item.tokens))
            {
                return before;
            }
            let acted = acted(tokens, facts);
            let described = acted.is_some() && tokens.class(at + 1) == Class::De;
            let behind = (!described).then(|| behind(tokens, next_of_list(tokens, at), false)).flatten();
            behind.or(acted).or(before).or_else(|| converted(tokens, at, facts))
        }
        FigureKind::Percent | FigureKind::PercentagePoint | FigureKind::Multiple | FigureKind::Ratio => {
            // 压减60%的办理时间
            let shortened = facts.change.is_some_and(|change| change.role == ChangeRole::By && !change.noun)
                && tokens.class(at + 1) == Class::De;
            if shortened && let Some(item) = behind(tokens, at, false) {
                return Some(item);
            }
            if facts.change.is_none()
                && let Some(item) = fulfilled(tokens, at)
            {
                // 投资9亿元，完成年度计划的64%: the part, where one is named.
                return carry(facts.last).or(Some(item));
            }
            // 九成以上居民, 50%股权
            let fraction = figure.kind == FigureKind::Ratio
                && tokens.draft.block.reading.slice(figure.range.clone()).contains("分之");
            let plain =
                facts.change.is_none() && facts.share.is_none() && (figure.kind == FigureKind::Percent || fraction);
            if plain
                && tokens.class(at + 1).names()
                && !crosses(tokens, at)
                && let Some(item) = behind(tokens, at, false)
            {
                return Some(item);
            }
            // 18倍PE
            let latin =
                |at: usize| at < tokens.list.len() && tokens.text(at).starts_with(|ch: char| ch.is_ascii_alphabetic());
            let multiple = figure.kind == FigureKind::Multiple && latin(at + 1);
            let before = acted(tokens, facts).or_else(|| named_before(tokens, at, facts));
            // 仍有60%的企业…: what is right behind is nearer than what an earlier clause names.
            let nearer = plain && before.as_ref().is_none_or(|item| item.carried);
            let behind = || behind(tokens, next_of_list(tokens, at), !multiple);
            if nearer { behind().or(before) } else { before.or_else(behind) }
        }
        FigureKind::Number => named_before(tokens, at, facts),
        // 十年后上升到50%
        FigureKind::Duration if matches!(tokens.text_at(at + 1), "后" | "之后" | "以后" | "前" | "之前") => {
            None
        }
        FigureKind::Duration => {
            let age = figure.unit.as_ref().is_some_and(|unit| matches!(&*unit.canonical, "岁" | "周岁"));
            let before = named_before(tokens, at, facts).filter(|item| {
                !item.carried && (facts.change.is_some() || lasts(tokens, at) || measured(tokens, &item.tokens))
            });
            // 60周年校庆, 进行3天集中培训
            let direct = figure.unit.as_ref().is_some_and(|unit| unit.canonical == "周年")
                || at > 0 && matches!(tokens.text(at - 1), "进行" | "开展" | "接受" | "参加" | "举办");
            // 工作30年的老教师: what people have done that long is not named behind.
            let persons = |item: &Item| {
                let head = item.tokens.end - 1;
                tokens.class(head) == Class::Person || is_people(tokens, head) || people(tokens, &item.tokens)
            };
            // 为9个月以来的新低
            let since = matches!(tokens.text_at(at + 1), "以来" | "来") && tokens.class(at + 2) == Class::De;
            let at = if since { at + 1 } else { at };
            before.or_else(|| (!age).then(|| behind(tokens, at, !direct)).flatten().filter(|item| !persons(item)))
        }
    }
}

/// What is counted, without the measure that its clause goes on to state: 9个项目总投资超2亿元 counts 项目.
fn counted(tokens: &Tokens, range: Range<usize>) -> Option<Range<usize>> {
    let states = matches!(tokens.class(range.end), Class::Copula | Class::Figure(_))
        || tokens.class(range.end) == Class::Adverb && tokens.class(range.end + 1) == Class::Copula;
    let last = range.end - 1;
    // 16种蔬菜价格下跌
    let turns = range.len() > 1 && tokens.class(range.end) == Class::Verb;
    if !(states || turns) || !measured(tokens, &(last..range.end)) {
        return Some(range);
    }
    let thing = |at: &usize| {
        tokens.class(*at).names() && tokens.class(*at) != Class::Nominal && !measured(tokens, &(*at..*at + 1))
    };
    let end = range.clone().rev().skip(1).find(thing)?;
    Some(range.start..end + 1)
}

/// Classifiers of persons.
pub fn person_like(figure: &Draft) -> bool {
    figure.unit.as_ref().is_some_and(|unit| matches!(&*unit.canonical, "名" | "位" | "人" | "员" | "人次"))
}

/// 两名学生绘制的图: behind persons, an act at the end is what they did.
pub fn persons(tokens: &Tokens, range: Range<usize>) -> Range<usize> {
    let noun = |at: &usize| tokens.class(*at).names() && tokens.class(*at) != Class::Nominal;
    let last = range.clone().rev().find(noun).map_or(range.end, |at| at + 1);
    range.start..last
}

/// 农户增产增收: nouns for people, with nothing but acts behind them.
fn people(tokens: &Tokens, range: &Range<usize>) -> bool {
    let acts = range.clone().rev().take_while(|&at| tokens.class(at) == Class::Nominal).count();
    acts > 0 && acts < range.len() && is_people(tokens, range.end - acts - 1)
}

/// Whether a token is a noun for people.
fn is_people(tokens: &Tokens, at: usize) -> bool {
    let text = tokens.text(at);
    text.ends_with(PEOPLE) || text.ends_with("人口")
}

/// 为60名社员培训: what is done for those behind a preposition is no part of what is counted.
fn unserved(tokens: &Tokens, at: usize, range: Range<usize>) -> Range<usize> {
    let ends = !tokens.clause(at).tokens.contains(&range.end);
    let act = ends && range.len() > 1 && tokens.class(range.end - 1) == Class::Nominal;
    let before = || (tokens.clause(at).tokens.start..at).rev();
    let for_them = || before().take(FOR).any(|at| matches!(tokens.text(at), "对" | "为" | "给" | "向"));
    let noun = |at: &usize| matches!(tokens.class(*at), Class::Noun);
    if !act || !for_them() || before().take(FOR).any(|at| tokens.class(at) == Class::Verb) {
        return range;
    }
    range.clone().rev().find(noun).map_or(range.clone(), |last| range.start..last + 1)
}

/// 2人伤势较重: what the noun behind persons is like.
fn described(tokens: &Tokens, at: usize) -> bool {
    let degree =
        matches!(tokens.class(at), Class::Adverb | Class::Preposition) && tokens.class(at + 1) == Class::Modifier;
    degree || tokens.class(at) == Class::Modifier
}

fn carry(last: Option<&Item>) -> Option<Item> {
    Some(Item { carried: true, owner: None, ..last?.clone() })
}

/// Whether a thing or a copula stands right before a value.
fn crosses(tokens: &Tokens, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(Class::Stop, |before| tokens.class(before));
    before == Class::Copula || before == Class::Noun && !names::points_at_place(tokens.text(at - 1))
}

/// What nouns for people end with, besides 人口.
const PEOPLE: [char; 11] = ['户', '民', '众', '者', '员', '生', '工', '师', '客', '人', '犯'];

/// How far before a figure the preposition may stand that says for whom something is done.
const FOR: usize = 5;

/// Classifiers of what is done: what they count may be a verb.
const ACTS: [&str; 7] = ["次", "番", "轮", "回", "场", "起", "项"];

/// 三次访问，: a verb that is all that follows.
fn alone(tokens: &Tokens, at: usize) -> Option<Range<usize>> {
    let verb = tokens.class(at + 1) == Class::Verb
        && tokens.list[at + 1].range.len() > 1
        && !changes(tokens, &(at + 1..at + 2));
    let ends = !tokens.clause(at).tokens.contains(&(at + 2)) || matches!(tokens.class(at + 2), Class::Preposition);
    (verb && ends).then_some(at + 1..at + 2)
}

/// 完成年度计划的64%: of what a part is done.
fn fulfilled(tokens: &Tokens, at: usize) -> Option<Item> {
    const NOUNS: usize = 8;
    let end = at.checked_sub(1).filter(|&de| tokens.class(de) == Class::De)?;
    let floor = tokens.clause(at).tokens.start.max(at.saturating_sub(NOUNS));
    let done = (floor..end).rev().find(|&at| matches!(tokens.text(at), "完成" | "达到" | "达" | "实现"))?;
    let range = phrase::before(tokens, end, false).filter(|range| range.start > done)?;
    tokens.is(done, "完成").then_some(Item { tokens: range, order: Order::Before, carried: false, owner: None })
}

/// 合作已十年, 试营业满一月: the noun before is what lasted.
fn lasts(tokens: &Tokens, at: usize) -> bool {
    at > 0 && matches!(tokens.text(at - 1), "已" | "满" | "已有" | "长达" | "达" | "已达" | "已满")
}

/// 6米、9米的货车: the last of a list has the noun behind it.
fn next_of_list(tokens: &Tokens, at: usize) -> usize {
    let joins = matches!(tokens.class(at + 1), Class::Mark('、') | Class::Conjunction)
        && matches!(tokens.class(at + 2), Class::Figure(_));
    if joins { at + 2 } else { at }
}

/// 8亿日元(约合人民币4000万元): the same amount in another currency.
fn converted(tokens: &Tokens, at: usize, facts: &Facts) -> Option<Item> {
    let floor = at.saturating_sub(4);
    let open = (floor..at).rev().find(|&at| tokens.class(at) == Class::Open('('))?;
    let same = open > 0 && matches!(tokens.class(open - 1), Class::Figure(_));
    carry(facts.last.filter(|_| same))
}

/// A noun that is a verb in fact: alone at the end of its clause (住建局、消防局三家审批).
fn ends_as_verb(tokens: &Tokens, range: &Range<usize>) -> bool {
    let ends = !tokens.clause(range.start).tokens.contains(&range.end);
    range.len() == 1 && tokens.class(range.start) == Class::Nominal && ends
}

/// 减产3万桶, 加价20%: an act that is itself what changes.
fn acted(tokens: &Tokens, facts: &Facts) -> Option<Item> {
    let cue = &facts.change?.cue;
    (tokens.class(cue.start) == Class::Nominal
        && cue.len() == 1
        && facts.change?.base.is_none()
        && tokens.class(cue.start + 1) != Class::De)
        .then(|| Item { tokens: cue.clone(), order: Order::Before, carried: false, owner: None })
}

/// 60个项目已开工50个: a verb, or a noun that is one, before a figure of the same unit goes on about the same things.
fn continued(tokens: &Tokens, number: usize, facts: &Facts) -> Option<Item> {
    let at = tokens.figures[number];
    let unit = |number: usize| tokens.draft.figures[number].unit.as_ref().map(|unit| &unit.canonical);
    let same = number > 0 && unit(number).is_some() && unit(number) == unit(number - 1);
    let before = at.checked_sub(1).map(|before| tokens.class(before));
    // 另有3人受伤 are others.
    let others = at >= 2 && (tokens.is(at - 1, "另有") || tokens.is(at - 2, "另"));
    // 出动60架飞机，击落了50架
    let done = at >= 2 && tokens.is(at - 1, "了") && tokens.class(at - 2) == Class::Verb;
    let acts = matches!(before, Some(Class::Verb | Class::Nominal)) && at >= 2 && !tokens.class(at - 2).names();
    let verb = (done || acts) && !others;
    carry(facts.last.filter(|_| same && verb))
}

/// The name of an event ends where names of events end (第六届全国运动会跳水比赛: the games), or with its clause.
fn event(tokens: &Tokens, range: Range<usize>) -> Range<usize> {
    if let Some(end) = range.clone().find(|&at| names::is_event(tokens, at)) {
        return range.start..end + 1;
    }
    let next = tokens.class(range.end + 1);
    let stops = matches!(next, Class::Mark(_) | Class::Close(_) | Class::Stop | Class::Numeral | Class::Figure(_));
    let last = stops && tokens.class(range.end) == Class::Verb;
    range.start..range.end + usize::from(last)
}

fn touches(tokens: &Tokens, direct: Option<&Range<usize>>, at: usize) -> bool {
    let noun = || tokens.class(at - 1) != Class::Person && !names::points_at_place(tokens.text(at - 1));
    direct.is_some_and(|range| range.end == at && noun())
}

/// Whether a noun is something measured: its end is in the table.
pub fn measured(tokens: &Tokens, range: &Range<usize>) -> bool {
    MEASURES.of(tokens.slice(range.clone())).is_some()
}

/// The thing behind an amount: 1万亿元国债, 300斤左右的大米; not a word of change (15%的增长).
fn behind(tokens: &Tokens, at: usize, only_de: bool) -> Option<Item> {
    if only_de && tokens.class(at + 1) != Class::De {
        return None;
    }
    let range = phrase::after(tokens, at, Verbs::None).filter(|range| !changes(tokens, range))?;
    let range = produced(tokens, at, range);
    // 按3元结算: the verb of the clause.
    if at > 0 && matches!(tokens.text(at - 1), "按" | "以") && ends_as_verb(tokens, &range) {
        return None;
    }
    Some(Item { tokens: range, order: Order::After, carried: false, owner: None })
}

/// 年产30万吨水泥生产线项目: what is produced, not what it is produced in.
fn produced(tokens: &Tokens, at: usize, range: Range<usize>) -> Range<usize> {
    let yields =
        at > 0 && matches!(tokens.text(at - 1), "年产" | "日产" | "月产" | "年产量" | "年加工" | "年处理" | "日处理");
    let works = |at: &usize| {
        matches!(tokens.text(*at), "生产线" | "项目" | "工程" | "基地" | "装置" | "生产" | "车间" | "工厂")
    };
    let end = range.clone().skip(1).find(works).filter(|_| yields);
    range.start..end.unwrap_or(range.end)
}

/// Whether a phrase ends with a word of change (第三个月上升, 15%的增长).
pub fn changes(tokens: &Tokens, range: &Range<usize>) -> bool {
    matches!(tokens.said(range.end - 1).change, Some((Turn::Verb | Turn::Noun, _)))
}

/// The thing before its value: touching (总投资3亿元), across a copula (差距达到25%), before a change (投资同比增长7%),
/// before 占; or, where the clause begins with what follows the thing, the one of the figure before.
fn named_before(tokens: &Tokens, figure: usize, facts: &Facts) -> Option<Item> {
    let end = match (facts.share, facts.change) {
        (Some(share), _) => share,
        (None, Some(change)) => change.left,
        (None, None) => figure,
    };
    let clause = tokens.clause(figure).tokens.clone();
    // 超出此前的预期(3元): a value alone in brackets.
    if figure > clause.start + 1
        && tokens.class(figure - 1) == Class::Open('(')
        && tokens.partner[figure - 1] as usize == figure + 1
        && facts.change.is_none()
        && facts.share.is_none()
    {
        let range = phrase::before(tokens, figure - 1, false)?;
        // 比全省平均水平(7%)高: whose value it is, not what.
        if tokens.text(range.end - 1).ends_with("水平") {
            return carry(facts.last);
        }
        return owned(tokens, range, figure - 1, facts);
    }
    if !clause.contains(&end) && end != clause.end {
        // The base is a clause of its own: 与去年相比，…
        return carried(tokens, figure, facts);
    }
    let floor = clause.start.max(figure.saturating_sub(WITHIN));
    let mut at = end;
    let mut crossed = end != figure;
    while at > floor {
        match tokens.class(at - 1) {
            Class::Copula => crossed = true,
            Class::Verb if facts.change.is_some_and(|change| change.noun) && tokens.is(at - 1, "实现") => {
                crossed = true
            }
            // 交通投资累计完成3亿元: of what is measured, 完成 says how much.
            Class::Verb
                if matches!(tokens.text(at - 1), "完成" | "实现")
                    && (floor..at - 1)
                        .rev()
                        .find(|&at| tokens.class(at) != Class::Adverb)
                        .is_some_and(|thing| measured(tokens, &(thing..thing + 1))) =>
            {
                crossed = true
            }
            Class::Particle
                if !crossed && tokens.class(at.saturating_sub(2)) != Class::Copula && !tokens.is(at - 1, "等") =>
            {
                break;
            }
            Class::Adverb | Class::Particle | Class::Pronoun | Class::Mark(' ') => {}
            // 其中3月增长8%
            Class::Void if at - 1 == clause.start && tokens.is(at - 1, "其中") && facts.change.is_some() => {}
            // 客流最高5万人次
            Class::Modifier if matches!(tokens.text(at - 1), "最高" | "最低" | "最大" | "最多" | "最长" | "最少") =>
                {}
            // 边境线长966公里
            _ if at == figure && extends(tokens, at) => crossed = true,
            // 在十年后上升到50%
            Class::Locative
                if at > floor + 1
                    && matches!(tokens.class(at - 2), Class::Figure(length) if is_length(tokens, length)) => {}
            Class::Figure(length) if is_length(tokens, length) && tokens.class(at) == Class::Locative => {}
            // 五年年均增长5%
            Class::Figure(length) if at - 1 == clause.start && is_length(tokens, length) && averaged(tokens, at) => {}
            Class::Verb if tokens.said(at - 1).status.is_some() => {}
            Class::Modifier if crossed => {}
            Class::Modifier if AVERAGES.contains(&tokens.text(at - 1)) => {}
            _ if tokens.text(at - 1).starts_with('每') => {}
            _ if at > floor + 1 && tokens.is(at - 2, "每") => at -= 1,
            // 在6月份达13亿元: the time between thing and value.
            Class::Time(_) if crossed || tokens.class(at) != Class::Stop => {}
            Class::Preposition
                if matches!(tokens.class(at), Class::Time(_))
                    || matches!(tokens.class(at), Class::Figure(length) if at < end && is_length(tokens, length))
                    || tokens.is(at - 1, "在") && at == end
                    || tokens.is(at - 1, "按")
                        && at == end
                        && at > floor + 1
                        && measured(tokens, &(at - 2..at - 1))
                    || tokens.is(at - 1, "于") && at > floor + 1 && tokens.class(at - 2) == Class::Copula => {}
            Class::De if at > floor + 1 && matches!(tokens.class(at - 2), Class::Time(_)) => {}
            // 客流连续3天突破2万人次
            Class::Figure(_) if at > floor + 1 && tokens.is(at - 2, "连续") => {}
            _ => break,
        }
        at -= 1;
    }
    if at <= floor {
        // Nothing but adverbs and copulas stand before: the thing is the one before.
        return topical(tokens, figure, facts).or_else(|| carried(tokens, figure, facts));
    }
    // 投资9亿元、同比增长8%
    if facts.change.is_some()
        && at > floor + 1
        && tokens.class(at - 1) == Class::Mark('、')
        && matches!(tokens.class(at - 2), Class::Figure(_))
    {
        return carried(tokens, figure, facts);
    }
    let distributed = at < figure && matches!(tokens.text(at), "各" | "均" | "分别" | "共");
    // 甲、乙等5家: the last of the list tells what sort they are, not whose.
    if at < figure && tokens.is(at, "等") {
        let last = phrase::before(tokens, at, false)?;
        // 嫌疑人李某、王某等5人: what they all are.
        if let Some(sort) = titled(tokens, at, floor) {
            return Some(Item { tokens: sort..sort + 1, order: Order::Before, carried: false, owner: None });
        }
        let listed = last.start > floor && matches!(tokens.class(last.start - 1), Class::Mark('、') | Class::De);
        if !listed || tokens.class(last.end - 1) == Class::Place {
            return None;
        }
        return Some(Item { tokens: last.end - 1..last.end, order: Order::Before, carried: false, owner: None });
    }
    if let Some(range) = phrase::before(tokens, at, distributed)
        && tokens.class(range.end - 1) != Class::Void
        && !counted_before(tokens, &range, figure)
    {
        return owned(tokens, range, figure, facts);
    }
    // 占全市的27%, 同比增长5% behind a clause of its own.
    (facts.share == Some(at) || crossed && at == clause.start).then(|| carried(tokens, figure, facts)).flatten()
}

/// The noun for people before a list of persons that ends here.
fn titled(tokens: &Tokens, end: usize, floor: usize) -> Option<usize> {
    let person = |at: usize| tokens.class(at) == Class::Person || tokens.text(at).ends_with('某');
    let part = |at: &usize| person(*at) || matches!(tokens.class(*at), Class::Mark('、') | Class::Conjunction);
    let start = (floor..end).rev().take_while(part).last().filter(|_| person(end - 1))?;
    let sort = start.checked_sub(1).filter(|&sort| sort >= floor && is_people(tokens, sort))?;
    Some(sort)
}

/// 班列开行60列: a noun before the verb that ends with the classifier.
fn runs(tokens: &Tokens, number: usize) -> Option<Item> {
    let at = tokens.figures[number];
    let unit = &tokens.draft.figures[number].unit.as_ref()?.canonical;
    let floor = tokens.clause(at).tokens.start.max(at.saturating_sub(WITHIN));
    let mut verb = at;
    while verb > floor && matches!(tokens.class(verb - 1), Class::Adverb | Class::Particle) {
        verb -= 1;
    }
    let verb = verb.checked_sub(1).filter(|&verb| verb > floor && tokens.class(verb) == Class::Verb)?;
    let noun = (floor..verb).rev().find(|&at| tokens.class(at) != Class::Adverb)?;
    let named = tokens.class(noun).names() && tokens.text(noun).ends_with(&**unit) && tokens.list[noun].range.len() > 1;
    let range = phrase::before(tokens, noun + 1, false).filter(|_| named)?;
    Some(Item { tokens: range, order: Order::Before, carried: false, owner: None })
}

/// 12个县30万人受灾: what another count has right before it is not counted again.
fn counted_before(tokens: &Tokens, range: &Range<usize>, figure: usize) -> bool {
    let Class::Figure(number) = tokens.class(figure) else { return false };
    let draft = |number: u32| &tokens.draft.figures[number as usize];
    let count = |number: u32| draft(number).kind == FigureKind::Count;
    let before = range.start.checked_sub(1).map(|before| tokens.class(before));
    let Some(Class::Figure(other)) = before else { return false };
    let sizes =
        draft(other).unit.as_ref().is_some_and(|unit| unit.canonical == "人") && !is_people(tokens, range.end - 1);
    count(number) && count(other) && !sizes && !measured(tokens, range)
}

/// Parts a phrase into the name it begins with and the thing; a name alone owns the thing of the figure before
/// (其中东湖园区5个).
fn owned(tokens: &Tokens, range: Range<usize>, figure: usize, facts: &Facts) -> Option<Item> {
    let order = Order::Before;
    let range = bare(tokens, range);
    let Some(name) = facts.names.at(tokens, range.start) else {
        return Some(Item { tokens: range, order, carried: false, owner: None });
    };
    let rest = name.tokens.end.min(range.end)..range.end;
    // 江城境内60人死亡
    if rest.len() == 1 && matches!(tokens.text(rest.start), "境内" | "境外" | "全境" | "各地" | "一带" | "等地")
    {
        return None;
    }
    // 发起全国联合行动5次: what is done to it owns nothing.
    let object = range.start > 0 && tokens.class(range.start - 1) == Class::Verb;
    if object && !name.points && !rest.is_empty() {
        return Some(Item { tokens: range, order, carried: false, owner: None });
    }
    if !rest.is_empty() && !matches!(tokens.text(rest.start), "级" | "籍" | "式" | "型") {
        let owner = (range.start == 0 || !tokens.is(range.start - 1, "占")).then_some(name);
        return Some(Item { tokens: rest, order, carried: false, owner });
    }
    let ends = range.end == figure || facts.change.is_some_and(|change| change.left == range.end);
    match facts.last.filter(|_| rest.is_empty() && ends) {
        Some(last) => Some(Item { carried: true, owner: Some(name), ..last.clone() }),
        // 江城900个: of something named further back.
        None if (name.sort == Sort::Place || share::parts(tokens, figure)) && range.end == figure => None,
        None => Some(Item { tokens: range, order, carried: false, owner: None }),
    }
}

/// A phrase without what is not of it: the object of a preposition (在开发区投资), 一家 before what it has.
fn bare(tokens: &Tokens, range: Range<usize>) -> Range<usize> {
    let before = range.start.checked_sub(1).map(|before| tokens.class(before));
    if range.len() > 1 && before == Some(Class::Preposition) && tokens.class(range.end - 1) == Class::Nominal {
        return range.end - 1..range.end;
    }
    // 服务群众3000人次: at the start of a clause, what leads to counted persons or things is the verb.
    let opens = tokens.clause(range.start).tokens.start == range.start && tokens.class(range.start) == Class::Nominal;
    if opens && range.len() == 2 && matches!(tokens.class(range.end), Class::Figure(_)) && !measured(tokens, &range) {
        return range.start + 1..range.end;
    }
    // 已发展社员85户: behind an adverb it is a verb.
    if range.len() > 1 && before == Some(Class::Adverb) && tokens.class(range.start) == Class::Nominal {
        let noun = |at: &usize| tokens.class(*at).names();
        let rest = (range.start + 1..range.end).find(noun).unwrap_or(range.end)..range.end;
        if !measured(tokens, &range) && rest.clone().any(|at| tokens.class(at) == Class::Noun) {
            return rest;
        }
    }
    let article =
        range.len() > 1 && tokens.class(range.start) == Class::Numeral && tokens.text(range.start).starts_with('一');
    range.start + usize::from(article)..range.end
}

/// 新区的租金，每平方米达到60元; 油价连续上涨，达到70元: the clause before is nothing but the thing, or the thing and what it does.
fn topical(tokens: &Tokens, figure: usize, facts: &Facts) -> Option<Item> {
    let clause = tokens.list[figure].clause as usize;
    let before = &tokens.clauses[clause.checked_sub(1)?];
    let Range { start, end } = before.tokens.clone();
    let figures = || (start..end).any(|at| matches!(tokens.class(at), Class::Figure(_)));
    if end - start > WITHIN || before.sentence != tokens.clauses[clause].sentence || figures() {
        return None;
    }
    let verb = (start..end).any(|at| matches!(tokens.class(at), Class::Verb | Class::Copula));
    let acts = |at: &usize| matches!(tokens.class(*at), Class::Verb | Class::Adverb | Class::Copula);
    let end = (start..end).find(acts).filter(|_| verb).unwrap_or(end);
    let plain = |at| {
        let class = tokens.class(at);
        class.names()
            || class.modifies()
            || matches!(class, Class::De | Class::Conjunction | Class::Adverb | Class::Locative | Class::Time(_))
    };
    if !(start..end).all(plain) {
        return None;
    }
    let thing = |end: usize| {
        let noun = (start..end).rev().find(|&at| tokens.class(at).names())?;
        phrase::before(tokens, noun + 1, false)
    };
    let range = thing(end)?;
    // 价格环比涨幅最大，…: the thing, not how it changed.
    let range = if changes(tokens, &range) { thing(range.start)? } else { range };
    measured(tokens, &range).then(|| owned(tokens, range, figure, facts)).flatten()
}

fn carried(tokens: &Tokens, figure: usize, facts: &Facts) -> Option<Item> {
    let follows = facts.change.is_some()
        || facts.share.is_some()
        || {
            let start = tokens.clause(figure).tokens.start;
            start < figure
                && matches!(tokens.class(start), Class::Copula | Class::Adverb)
                && (start..figure).any(|at| tokens.class(at) == Class::Copula || AVERAGES.contains(&tokens.text(at)))
        }
        || touches_bound(tokens, figure);
    let last = facts.last.filter(|_| follows)?;
    // 两间民房起火，另有3人受伤: persons are none of the things before.
    let Class::Figure(number) = tokens.class(figure) else { return None };
    let person = person_like(&tokens.draft.figures[number as usize]);
    (!person || is_people(tokens, last.tokens.end - 1) || measured(tokens, &last.tokens)).then(|| Item {
        carried: true,
        owner: None,
        ..last.clone()
    })
}

/// 河长300公里, 墙高3米: the dimension right before a measure.
fn extends(tokens: &Tokens, figure: usize) -> bool {
    let Class::Figure(number) = tokens.class(figure) else { return false };
    let measure = tokens.draft.figures[number as usize].kind == FigureKind::Measure;
    measure && matches!(tokens.text(figure - 1), "长" | "宽" | "高" | "深" | "厚" | "重")
}

fn is_length(tokens: &Tokens, number: u32) -> bool {
    tokens.draft.figures[number as usize].kind == FigureKind::Duration
}

/// Whether a word of average or sum begins here: 年均, 累计.
fn averaged(tokens: &Tokens, at: usize) -> bool {
    AVERAGES.contains(&tokens.text(at)) || tokens.is(at, "累计") || tokens.is(at, "间")
}

/// A clause that is nothing but 突破5000万: the word that bounds it is its verb.
fn touches_bound(tokens: &Tokens, figure: usize) -> bool {
    let Class::Figure(number) = tokens.class(figure) else { return false };
    let draft = &tokens.draft.figures[number as usize];
    // 今年有望突破5000万
    let light =
        |at: usize| matches!(tokens.class(at), Class::Time(_) | Class::Adverb) || tokens.said(at).status.is_some();
    let start = tokens.clause(figure).tokens.start;
    let opening = figure - start <= WITHIN && (start..figure).all(light);
    let money = draft.unit.as_ref().is_none_or(|unit| unit.class != UnitClass::Classifier);
    opening && money && draft.core.start >= draft.range.start + 2
}
