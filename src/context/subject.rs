//! Whose figure it is: the name in subject position, carried on until another takes over.
//!
//! A name takes over where it is the first phrase of its clause (behind times, adverbs and phrases of place) and does
//! not merely tell the figure (国家统计局表示). One that stands behind 其中, or belongs to one figure, holds only while the
//! clauses go on about it (其中东湖园区完成3亿元，占二成).

use std::ops::Range;

use super::item::{self, Item};
use super::lexicon::Sort;
use super::names::{self, Name, Names, Pointers};
use super::phrase::{self, Verbs};
use super::tokens::{Class, Clause, Tokens};
use super::{Meaning, Place};
use crate::figure::Draft;
use crate::model::{FigureKind, Order, Provenance, Role};

/// How many tokens may stand between the start of a clause and its subject, and between a subject and its verb.
const WITHIN: usize = 16;

/// Who the text is about, and where that was said.
#[derive(Debug, Clone)]
struct Topic {
    place: Place,
    sentence: u32,
    clause: usize,
    block: usize,
    section: usize,
    /// How far it holds.
    holds: Holds,
}

/// How far a topic holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// 全国, a person's name, a word in quotation marks, a list of names.
    Sentence,
    /// 赵先生.
    Paragraph,
    /// A place or an organisation.
    On,
}

/// Fills in the subjects of an article's figures.
pub fn fill<'a>(rows: &'a [Tokens<'a>], names: &'a Names, items: &[Vec<Option<Item>>], meanings: &mut [Vec<Meaning>]) {
    let mut state = State {
        rows,
        names,
        pointers: Pointers::default(),
        title: None,
        topic: None,
        person: None,
        part: None,
        among: None,
        rival: None,
        bracket: None,
        section: 0,
    };
    let Some(last) = rows.iter().rposition(|tokens| !tokens.figures.is_empty()) else { return };
    for (block, tokens) in rows[..=last].iter().enumerate() {
        let role = tokens.draft.block.role;
        if role == Role::Heading {
            state.section += 1;
            state.topic = state.title.clone();
        }
        // Behind the last figure nothing matters any more.
        let clauses = match tokens.figures.last() {
            Some(&figure) if block == last => tokens.list[figure].clause as usize + 1,
            _ => tokens.clauses.len(),
        };
        for number in 0..clauses {
            state.enter(tokens, block, number);
            for at in tokens.clauses[number].tokens.clone() {
                if let Class::Figure(figure) = tokens.class(at) {
                    let figure = figure as usize;
                    let found = state.of(tokens, block, number, figure, items[block][figure].as_ref());
                    // What somebody says is about whom they name, not about whom the report went on about.
                    let said = meanings[block][figure].speaker.is_some();
                    let carried = |from| matches!(from, Provenance::Section | Provenance::Article);
                    meanings[block][figure].subject = found.filter(|(_, from)| !(said && carried(*from)));
                }
            }
        }
        if role == Role::Title {
            if let Some(place) = names.title() {
                let section = state.section;
                state.topic = Some(Topic {
                    place: place.clone(),
                    sentence: 0,
                    clause: 0,
                    block: place.block,
                    section,
                    holds: Holds::On,
                });
            }
            state.title = state.topic.clone();
        }
    }
}

struct State<'a> {
    rows: &'a [Tokens<'a>],
    names: &'a Names,
    pointers: Pointers,
    title: Option<Topic>,
    /// Whom the text is about.
    topic: Option<Topic>,
    /// The last person in subject position: whom 他 and 她 stand for.
    person: Option<Topic>,
    /// A part of it that a few clauses are about.
    part: Option<Topic>,
    /// Block and sentence that tell of parts: 其中，甲市3家；乙市2家.
    among: Option<(usize, u32)>,
    /// Block and clause in which somebody else was named: what was said before holds no longer behind it.
    rival: Option<(usize, usize)>,
    /// Block and token where the last bracket closes: whom it names holds in it alone.
    bracket: Option<(usize, usize)>,
    section: usize,
}

impl State<'_> {
    /// Reads a clause for who it is about.
    fn enter(&mut self, tokens: &Tokens, block: usize, number: usize) {
        let clause = &tokens.clauses[number];
        let inside = self.bracket.is_some_and(|(of, end)| of == block && clause.tokens.start < end);
        // 公司收到江城公司的通知: 公司 stands for nobody named behind it.
        let subject = self.subject(tokens, clause);
        let resolved = subject.as_ref().and_then(|name| self.resolve(tokens, block, name));
        self.note(tokens, block, number);
        // 。其中，市本级完成9亿元，节约资金3亿元: a sentence that begins so is all about the part.
        let ends = |part: &Topic| {
            part.block != block
                || part.sentence != clause.sentence
                || part.holds != Holds::Sentence && names_its_own(tokens, clause)
        };
        if self.part.as_ref().is_some_and(ends) {
            self.part = None;
        }
        // 发布人:江城晚报, 来源:江城网: who published it is not whom it is about.
        let role = tokens.draft.block.role;
        let states = role.states_figures() && role != Role::Dateline;
        let Some(name) = subject.filter(|_| !inside && states) else {
            // 王芳今年30岁。她种了50亩地
            let head = clause
                .tokens
                .clone()
                .find(|&at| !matches!(tokens.class(at), Class::Time(_) | Class::Conjunction | Class::Mark(_)));
            let goes_on = head.is_some_and(|at| matches!(tokens.text(at), "他" | "她"));
            let near = |person: &&Topic| block - person.block <= 2 && person.section == self.section;
            if let Some(person) = self.person.as_ref().filter(near).filter(|_| goes_on && !inside) {
                let (sentence, section) = (clause.sentence, self.section);
                let topic = Topic { sentence, clause: number, block, section, ..person.clone() };
                self.person = Some(topic.clone());
                (self.topic, self.part) = (Some(topic), None);
            }
            return;
        };
        let Some(place) = resolved else { return };
        let text = tokens.slice(name.tokens.clone());
        let holds = match name.sort {
            Sort::Person if names::honoured(text) => Holds::Paragraph,
            Sort::Person => Holds::Sentence,
            // “放管服”改革
            _ if name.tokens.start > 0 && tokens.class(name.tokens.start - 1) == Class::Open('“') => Holds::Sentence,
            _ if matches!(text, "全国" | "全球") => Holds::Paragraph,
            _ if is_branch(tokens.text(name.tokens.end - 1)) => Holds::Sentence,
            _ if text.contains('、') || text.starts_with("上述") || text.ends_with("本级") => Holds::Sentence,
            _ => Holds::On,
        };
        let topic = Topic { place, sentence: clause.sentence, clause: number, block, section: self.section, holds };
        if name.sort == Sort::Person {
            self.person = Some(topic.clone());
        }
        // 该项目 may point at it.
        if matches!(tokens.text(name.tokens.end - 1), "项目" | "工程") {
            self.pointers.add(self.names, tokens, block, &name);
        }
        let listed = self.among == Some((block, clause.sentence));
        if listed || among(tokens, clause, number) {
            self.among = Some((block, clause.sentence));
            // 其中 leads the clause, or stands alone before it.
            let lead = number - usize::from(!tokens.text(clause.tokens.start).starts_with("其中") && number > 0);
            let first = lead.checked_sub(1).is_none_or(|before| tokens.clauses[before].sentence != clause.sentence);
            let holds = if first { Holds::Sentence } else { topic.holds };
            self.part = Some(Topic { holds, ..topic });
        } else {
            // 甲县新修3条；乙县新修2条: one of a list, which the next sentence does not go on about.
            let before = self.topic.as_ref().filter(|before| before.block == block);
            let one = before.is_some_and(|before| before.sentence == topic.sentence && before.place != topic.place);
            let parted = clause.tokens.start > 0 && tokens.class(clause.tokens.start - 1) == Class::Mark(';');
            let topic = if one && parted { Topic { holds: Holds::Sentence, ..topic } } else { topic };
            (self.topic, self.part) = (Some(topic), None);
        }
    }

    /// Takes note of all names of a clause.
    fn note(&mut self, tokens: &Tokens, block: usize, number: usize) {
        let clause = &tokens.clauses[number];
        let mut at = clause.tokens.start;
        while at < clause.tokens.end {
            let close = tokens.partner[at] as usize;
            if tokens.class(at) == Class::Open('(') && close > at {
                self.bracket = Some((block, close));
            }
            match self.names.at(tokens, at) {
                Some(name) => {
                    if self.rivals(tokens, block, clause, &name) {
                        self.rival = Some((block, number));
                    }
                    at = name.tokens.end;
                    self.pointers.add(self.names, tokens, block, &name);
                }
                None => {
                    // 王先生……他……: a pronoun goes on about a person, and leaves a place or a body.
                    let lasting = self.topic.as_ref().is_some_and(|topic| topic.holds == Holds::On);
                    // jieba takes many nouns for persons: one without a family name is one where it acts.
                    let acts = matches!(tokens.class(at + 1), Class::Verb | Class::Adverb | Class::Copula);
                    let named = tokens.class(at) == Class::Person && (acts || names::surnamed(tokens.text(at)));
                    let person = named || lasting && is_pronoun(tokens.text(at));
                    let acts = person || at == clause.tokens.start && brings(tokens, at, clause);
                    if acts && heads(tokens, at, clause) || actor(tokens, at, clause) {
                        self.rival = Some((block, number));
                    }
                    at += 1;
                }
            }
        }
    }

    /// Whether a name is another than the one carried on.
    fn rivals(&self, tokens: &Tokens, block: usize, clause: &Clause, name: &Name) -> bool {
        let Some(topic) = self.topic.as_ref().filter(|_| heads(tokens, name.tokens.start, clause)) else {
            return false;
        };
        // 公司在江城、海宁两地招工: where it acts.
        if name.tokens.start > 0 && tokens.is(name.tokens.start - 1, "在") && name.tokens.end < clause.tokens.end {
            return false;
        }
        let topic = self.text(&topic.place);
        // 扬州…全市: the level of a place that is named without one.
        if name.points
            && name.sort == Sort::Place
            && !names::leveled(topic)
            && self.resolve(tokens, block, name).is_none()
        {
            return false;
        }
        // 高新区工会 in a text on 鄂尔多斯高新区 is a part of it.
        let part = similar(topic, tokens.text(name.tokens.start));
        !part && self.resolve(tokens, block, name).is_none_or(|place| !similar(topic, self.text(&place)))
    }

    fn text(&self, place: &Place) -> &str {
        self.rows[place.block].draft.block.reading.slice(place.range.clone())
    }

    fn resolve(&self, tokens: &Tokens, block: usize, name: &Name) -> Option<Place> {
        let found = self.pointers.resolve(self.names, tokens, block, name);
        // 学校 stands for 江城学校, and for no body of another kind.
        let kind = tokens.slice(name.tokens.clone()).trim_start_matches(['该', '本', '我']);
        let alike = !name.points || name.sort != Sort::Body || kind.ends_with("公司");
        let found = found.filter(|place| alike || self.text(place).ends_with(kind));
        // 公司 in a report on one firm, whose title names it without 公司.
        let firm = name.points && name.sort == Sort::Body && tokens.slice(name.tokens.clone()).ends_with("公司");
        found.or_else(|| self.title.as_ref().filter(|_| firm).map(|title| title.place.clone()))
    }

    /// The subject of a figure.
    fn of(
        &mut self,
        tokens: &Tokens,
        block: usize,
        clause: usize,
        figure: usize,
        item: Option<&Item>,
    ) -> Option<(Place, Provenance)> {
        if let Some(place) = self.behind(tokens, block, figure, item) {
            return Some((place, Provenance::Clause));
        }
        if let Some(place) = item.and_then(|item| self.resolve(tokens, block, item.owner.as_ref()?)) {
            let sentence = tokens.clauses[clause].sentence;
            self.part =
                Some(Topic { place: place.clone(), sentence, clause, block, section: self.section, holds: Holds::On });
            return Some((place, Provenance::Clause));
        }
        if let Some(place) = self.having(tokens, block, tokens.figures[figure]) {
            return Some((place, Provenance::Clause));
        }
        if let Some(place) = self.aged(tokens, block, clause, figure) {
            return Some((place, Provenance::Sentence));
        }
        let topic = self.part.as_ref().or(self.topic.as_ref())?;
        // Places and organisations have no age.
        if topic.holds == Holds::On && is_age(&tokens.draft.figures[figure]) && item.is_none() {
            return None;
        }
        let from = if topic.section != self.section {
            Provenance::Article
        } else if topic.block != block {
            Provenance::Section
        } else if topic.sentence != tokens.clauses[clause].sentence {
            Provenance::Paragraph
        } else if topic.clause != clause {
            Provenance::Sentence
        } else {
            Provenance::Clause
        };
        // 第五届大会 names an event: it belongs to whom its own clause names.
        let draft = &tokens.draft.figures[figure];
        let rank = draft.unit.as_ref().is_some_and(|unit| &*unit.canonical == "位");
        let event = draft.kind == FigureKind::Ordinal;
        let itself = topic.place.block == block && topic.place.range.contains(&tokens.draft.figures[figure].core.start);
        // 江海班列开行500列: what is counted is the name itself.
        let counted = |item: &Item| tokens.chars(item.tokens.clone()) == topic.place.range;
        let itself = itself || topic.place.block == block && item.is_some_and(counted);
        let rivalled = self.rival.is_some_and(|rival| rival.0 == block && rival > (topic.block, topic.clause));
        let near = match from {
            Provenance::Clause => true,
            Provenance::Sentence => (!event || rank) && !rivalled,
            Provenance::Paragraph => !event && topic.holds != Holds::Sentence && !rivalled,
            _ => !event && topic.holds == Holds::On && !rivalled,
        };
        (near && !itself).then(|| (topic.place.clone(), from))
    }

    /// 德国就有30家、法国有20家: the name right before 有.
    fn having(&self, tokens: &Tokens, block: usize, at: usize) -> Option<Place> {
        let has = at.checked_sub(1).filter(|&has| matches!(tokens.text(has), "有" | "拥有" | "设有" | "设" | "为"))?;
        let mut end = has;
        while end > 0 && tokens.class(end - 1) == Class::Adverb {
            end -= 1;
        }
        let name = self.names.ending_at(tokens, end)?;
        let listed = name.tokens.start > 0 && tokens.class(name.tokens.start - 1) == Class::Mark('、');
        listed.then(|| self.resolve(tokens, block, &name)).flatten()
    }

    /// 石桥村的李明，35岁: the person that ends the clause before.
    fn aged(&self, tokens: &Tokens, block: usize, clause: usize, figure: usize) -> Option<Place> {
        let start = tokens.clauses[clause].tokens.start;
        let opens = (start..tokens.figures[figure]).all(|at| matches!(tokens.class(at), Class::Time(_)));
        let before =
            &tokens.clauses[clause.checked_sub(1).filter(|_| opens && is_age(&tokens.draft.figures[figure]))?];
        let last = before.tokens.end - 1;
        let person = tokens.class(last) == Class::Person || !tokens.list[last].known;
        let named = person && names::surnamed(tokens.text(last)) && before.sentence == tokens.clauses[clause].sentence;
        named.then(|| Place { block, range: tokens.chars(last..last + 1) })
    }

    /// What the amount belongs to, named behind it: 投资9亿元的滨江综合体项目, 41岁的赵先生.
    fn behind(&self, tokens: &Tokens, block: usize, figure: usize, item: Option<&Item>) -> Option<Place> {
        let at = tokens.figures[figure];
        let draft = &tokens.draft.figures[figure];
        let amount = matches!(draft.kind, FigureKind::Money | FigureKind::Measure)
            && item.is_some_and(|item| item.order == Order::Before && !item.carried);
        let age = is_age(draft);
        if !(amount || age) || tokens.class(at + 1) != Class::De {
            return None;
        }
        let owner = item::persons(tokens, phrase::after(tokens, at, Verbs::None)?);
        let head = owner.end - 1;
        let unknown = !tokens.list[head].known;
        // 19岁的江城姑娘肖雨: the name is enough.
        if age && owner.len() > 2 && unknown && names::surnamed(tokens.text(head)) {
            return Some(Place { block, range: tokens.chars(head..head + 1) });
        }
        let names = match age {
            true => tokens.class(head) == Class::Person || unknown && owner.len() <= 2,
            false => owner.clone().any(|at| {
                matches!(tokens.class(at), Class::Place | Class::Organisation | Class::Person) || !tokens.list[at].known
            }),
        };
        names.then(|| Place { block, range: tokens.chars(owner) })
    }

    /// The name in subject position of a clause.
    fn subject(&self, tokens: &Tokens, clause: &Clause) -> Option<Name> {
        let limit = clause.tokens.end.min(clause.tokens.start + WITHIN);
        let mut at = clause.tokens.start;
        while at < limit {
            match tokens.class(at) {
                // 沪杭班列(江城—海宁): a bracket names no subject.
                Class::Open('(') if apart(tokens, at) => at = tokens.partner[at] as usize + 1,
                Class::Open('“') if at == clause.tokens.start && quoted(tokens, at, clause) => {
                    return Some(Name {
                        tokens: at + 1..tokens.partner[at] as usize,
                        sort: Sort::Event,
                        points: false,
                    });
                }
                // 上述地区
                _ if tokens.is(at, "上述") && matches!(tokens.text_at(at + 1), "地区" | "区域" | "省份" | "城市") =>
                {
                    return Some(Name::plain(at..at + 2));
                }
                // 上述3省
                _ if tokens.is(at, "上述")
                    && matches!(tokens.class(at + 1), Class::Figure(_))
                    && matches!(
                        tokens.text_at(at + 2),
                        "省" | "省份" | "市" | "县" | "区" | "国" | "国家" | "地区"
                    ) =>
                {
                    return Some(Name::plain(at..at + 3));
                }
                Class::Pronoun if matches!(tokens.class(at + 1), Class::Place) && tokens.is(at, "我") => at += 1,
                // 与宏达公司合作，…: the other one.
                Class::Preposition | Class::Conjunction if prepositional(tokens, at, clause) => {
                    let start = at + 1;
                    let place = (tokens.is(at, "在") && start < limit).then(|| self.names.at(tokens, start)).flatten();
                    at = start;
                    while at < limit && in_phrase(tokens.class(at)) {
                        at += 1;
                    }
                    if at < limit && tokens.class(at) == Class::Locative {
                        at += 1;
                    }
                    if let Some(name) = self.described(tokens, &Name::plain(start..start), clause) {
                        return Some(name);
                    }
                    // 以广西为例
                    if tokens.is(start - 1, "以")
                        && let Some(name) = (start < limit).then(|| self.names.at(tokens, start)).flatten()
                        && tokens.text_at(name.tokens.end).starts_with('为')
                        && (tokens.is(name.tokens.end, "为例") || tokens.is(name.tokens.end + 1, "例"))
                    {
                        return Some(name);
                    }
                    // 在扬州，…: the place is all the clause says.
                    let whole = |name: &Name| name.sort != Sort::Event && name.tokens.end == clause.tokens.end;
                    if let Some(name) = place.filter(whole) {
                        return Some(name);
                    }
                }
                // 第五届省运会…
                Class::Figure(number) => {
                    let series = tokens.draft.figures[number as usize].kind == FigureKind::Ordinal;
                    let event = series.then(|| phrase::after(tokens, at, Verbs::None)).flatten()?;
                    let end = event.clone().find(|&at| names::is_event(tokens, at))?;
                    return Some(Name { tokens: at..end + 1, sort: Sort::Event, points: false });
                }
                Class::Verb => return self.described(tokens, &Name::plain(at..at + 1), clause),
                class if class.names() || class.modifies() || class == Class::Pronoun => {
                    let Some(name) = self.names.at(tokens, at) else {
                        return project(tokens, at, clause).or_else(|| firms(tokens, at, clause));
                    };
                    if let Some(name) = self.described(tokens, &name, clause) {
                        return Some(name);
                    }
                    let end = name.tokens.end;
                    // 东北距县城40公里: a direction.
                    if tokens.is(end, "距") {
                        return None;
                    }
                    if name.sort == Sort::Person && end == clause.tokens.end || tells(tokens, end, clause) {
                        return None;
                    }
                    // 赴丰和、江城县，海宁等地: the end of a list that began before.
                    if tokens.is(end, "等地") || tokens.is(end, "等") && tokens.is(end + 1, "地") {
                        return None;
                    }
                    // 这里属江城镇，云州南大门: what stands beside a place is no clause about it.
                    let beside = clause.tokens.start > 0
                        && tokens.class(clause.tokens.start - 1) == Class::Mark(',')
                        && end < clause.tokens.end
                        && (end..clause.tokens.end)
                            .all(|at| tokens.class(at).names() && tokens.class(at) != Class::Nominal);
                    let project = matches!(tokens.text(clause.tokens.end - 1), "项目" | "工程");
                    if beside && !project && name.sort == Sort::Place && at == clause.tokens.start {
                        return None;
                    }
                    return match tokens.class(end) {
                        Class::Mark('、') => listed(tokens, at, clause).map(Name::plain),
                        _ => Some(name),
                    };
                }
                Class::Stop | Class::Copula => return None,
                _ => at += 1,
            }
        }
        None
    }

    /// 李师傅所在的炼油厂, 作为老牌企业的宏达公司: the name behind a description, where the clause goes on from it.
    fn described(&self, tokens: &Tokens, from: &Name, clause: &Clause) -> Option<Name> {
        let limit = clause.tokens.end.min(from.tokens.end + WITHIN);
        let mut verb = tokens.class(from.tokens.start) == Class::Verb || from.tokens.is_empty();
        for at in from.tokens.end..limit {
            match tokens.class(at) {
                Class::De if verb => {
                    let name = (at + 1 < limit).then(|| self.names.at(tokens, at + 1)).flatten()?;
                    let next = name.tokens.end;
                    let goes_on = next == clause.tokens.end
                        || matches!(
                            tokens.class(next),
                            Class::Verb | Class::Adverb | Class::Copula | Class::Time(_) | Class::Pronoun
                        )
                        || tokens.is(next, "日均");
                    return (goes_on && !name.points && !tells(tokens, next, clause)).then_some(name);
                }
                Class::De | Class::Figure(_) | Class::Copula => return None,
                Class::Verb => verb = true,
                _ => verb |= tokens.is(at, "所在"),
            }
        }
        None
    }
}

/// 泰谷康养项目总投资…: a project whose name begins with a word that jieba does not know, where its clause goes on from it.
fn project(tokens: &Tokens, at: usize, clause: &Clause) -> Option<Name> {
    let limit = clause.tokens.end.min(at + WITHIN);
    // 泰谷/康养/项目, 鸿/盛达/项目
    if !(at..limit.min(at + 2)).any(|at| !tokens.list[at].known && tokens.list[at].range.len() > 1) {
        return None;
    }
    let noun = |at: &usize| tokens.class(*at).names() || tokens.class(*at).modifies();
    let end = (at..limit).take_while(noun).find(|&at| matches!(tokens.text(at), "项目" | "工程"))? + 1;
    let goes_on = end == clause.tokens.end
        || matches!(
            tokens.class(end),
            Class::Verb | Class::Adverb | Class::Copula | Class::Time(_) | Class::Preposition
        )
        || (end..limit).take_while(noun).any(|at| item::measured(tokens, &(at..at + 1)));
    (end - at > 1 && goes_on).then(|| Name::plain(at..end))
}

/// 国有控股企业实现利润3亿元, 铁路发送旅客9万人次: firms of a kind or a branch, where they bring something about.
fn firms(tokens: &Tokens, at: usize, clause: &Clause) -> Option<Name> {
    let limit = clause.tokens.end.min(at + WITHIN);
    let part = |at: &usize| {
        let class = tokens.class(*at);
        class.names() || class.modifies() || class == Class::Void || tokens.is(*at, "控股")
    };
    let end = (at..limit).take_while(part).find(|&at| is_branch(tokens.text(at)))? + 1;
    let verb = (end..limit).find(|&at| tokens.class(at) != Class::Adverb && !tokens.is(at, "预计"))?;
    let brings = matches!(tokens.text(verb), "实现" | "完成" | "发送" | "运送");
    (brings && tokens.slice(at..end) != "企业").then(|| Name::plain(at..end))
}

/// 工业企业, 民航.
fn is_branch(text: &str) -> bool {
    text.ends_with("企业") || matches!(text, "铁路" | "公路" | "民航" | "水路")
}

/// Whether a token leads a phrase that is no subject: a preposition, or 与 and its like at the head of a clause.
fn prepositional(tokens: &Tokens, at: usize, clause: &Clause) -> bool {
    tokens.class(at) == Class::Preposition
        || at == clause.tokens.start && matches!(tokens.text(at), "与" | "和" | "同" | "跟")
}

/// Whether a figure is somebody's age.
fn is_age(figure: &Draft) -> bool {
    figure.unit.as_ref().is_some_and(|unit| matches!(&*unit.canonical, "岁" | "周岁"))
}

/// 某某学校新增学位200个: nouns at the head of a clause that no table knows for a name, and what they bring about.
fn brings(tokens: &Tokens, at: usize, clause: &Clause) -> bool {
    let nouns = (at..clause.tokens.end).take_while(|&at| tokens.class(at).names()).count();
    nouns > 0 && tokens.class(at + nouns) == Class::Act && at + nouns < clause.tokens.end
}

/// 做餐饮生意的林老板每天…, 合作社有…: a person or a body without a name that does something.
fn actor(tokens: &Tokens, at: usize, clause: &Clause) -> bool {
    let acts = |at| match tokens.class(at) {
        Class::Verb | Class::Adverb | Class::Preposition | Class::Time(_) | Class::Pronoun => true,
        Class::De => matches!(tokens.class(at + 1), Class::Figure(_)),
        _ => tokens.is(at, "有") || tokens.is(at + 1, "了"),
    };
    let plain = |at: usize| !matches!(tokens.class(at), Class::Figure(_) | Class::Copula);
    tokens.said(at).actor
        && at + 1 < clause.tokens.end
        && acts(at + 1)
        && at - clause.tokens.start <= WITHIN
        && (clause.tokens.start..at).all(plain)
}

/// Whether a token begins the first phrase of its clause, behind times, adverbs and 在.
fn heads(tokens: &Tokens, at: usize, clause: &Clause) -> bool {
    let light = |at: usize| {
        matches!(tokens.class(at), Class::Time(_) | Class::Adverb | Class::Conjunction | Class::Mark(_) | Class::Stop)
            || matches!(tokens.text(at), "在" | "部分")
    };
    at - clause.tokens.start <= WITHIN && (clause.tokens.start..at).all(light)
}

/// Whether one name may be a short form of the other: its characters stand there in order (以军, 以色列军队).
pub fn similar(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let mut rest = long.chars();
    short.chars().all(|ch| rest.any(|other| other == ch))
}

/// Whether a bracket holds no figure of its own.
fn apart(tokens: &Tokens, open: usize) -> bool {
    let close = tokens.partner[open] as usize;
    close > open && close - open <= WITHIN && !(open..close).any(|at| matches!(tokens.class(at), Class::Figure(_)))
}

/// “省运会”赛程设8个大项: a short name in quotation marks before a noun or verb.
fn quoted(tokens: &Tokens, open: usize, clause: &Clause) -> bool {
    const SHORT: usize = 8;
    let close = tokens.partner[open] as usize;
    let name = close > open + 1 && close < clause.tokens.end && tokens.chars(open + 1..close).len() <= SHORT;
    let next = tokens.class(close + 1);
    name && close + 1 < clause.tokens.end
        && next.names()
        && !tokens.slice(open + 1..close).contains(|ch: char| ch.is_ascii_digit())
        && (open + 1..close).all(|at| !matches!(tokens.class(at), Class::Mark(_) | Class::Pronoun | Class::Figure(_)))
}

/// 湖南、湖北、江西将迎来降雨, 湖南、湖北2省: the whole list, where the clause goes on from it.
fn listed(tokens: &Tokens, start: usize, clause: &Clause) -> Option<Range<usize>> {
    let part = |at: &usize| {
        tokens.class(*at).names()
            || tokens.class(*at) == Class::Mark('、')
            || matches!(tokens.text(*at), "和" | "与" | "及")
    };
    let end = (start..clause.tokens.end.min(start + 2 * WITHIN)).take_while(part).last()? + 1;
    // 山西、河南等省受旱, 山西、河南等6省
    let among =
        tokens.is(end, "等") && (tokens.class(end + 1).names() || matches!(tokens.class(end + 1), Class::Figure(_)));
    (among || matches!(tokens.class(end), Class::Verb | Class::Adverb | Class::Copula | Class::Figure(_)))
        .then_some(start..end)
}

/// Whether a clause begins with a thing of its own, so that it no longer goes on about a part.
fn names_its_own(tokens: &Tokens, clause: &Clause) -> bool {
    let first = clause.tokens.clone().find(|&at| {
        !matches!(
            tokens.class(at),
            Class::Adverb | Class::Particle | Class::Conjunction | Class::Modifier | Class::Mark(_)
        )
    });
    first.is_some_and(|at| {
        let text = tokens.text(at);
        tokens.class(at).names()
            && tokens.class(at) != Class::Nominal
            && !text.starts_with('占')
            && !text.ends_with('幅')
    })
}

/// Whether a clause tells of a part: it begins with 其中, or 其中 is the clause before.
fn among(tokens: &Tokens, clause: &Clause, number: usize) -> bool {
    let begins = |clause: &Clause| tokens.text(clause.tokens.start).starts_with("其中");
    let before = number.checked_sub(1).map(|before| &tokens.clauses[before]);
    begins(clause) || before.is_some_and(|before| before.tokens.len() == 1 && begins(before))
}

/// Words that stand for persons.
fn is_pronoun(text: &str) -> bool {
    matches!(text, "他" | "她" | "他们" | "她们" | "我" | "他俩")
}

fn in_phrase(class: Class) -> bool {
    class.names()
        || class.modifies()
        || matches!(class, Class::De | Class::Pronoun | Class::Time(_) | Class::Conjunction | Class::Mark('、'))
}

/// Whether what follows a name makes it the teller of a figure: a person's function, or a verb of telling.
fn tells(tokens: &Tokens, at: usize, clause: &Clause) -> bool {
    let limit = clause.tokens.end.min(at + WITHIN);
    let role = (at..limit.min(at + 4)).take_while(|&at| tokens.class(at).names() || tokens.class(at).modifies());
    if role.into_iter().any(|at| tokens.said(at).role) {
        return true;
    }
    let verb = (at..limit).find(|&at| tokens.class(at) == Class::Verb || tokens.said(at).tells);
    verb.is_some_and(|verb| {
        let text = tokens.text(verb);
        let told = match text {
            "宣布" | "发布" | "印发" => {
                (verb + 1..limit).any(|at| matches!(tokens.text(at), "数据" | "统计" | "报告" | "公报" | "消息"))
            }
            // 公司预计实现利润3亿元: who forecasts what they will do owns it.
            "预计" => !matches!(tokens.class(verb + 1), Class::Verb | Class::Act),
            _ => true,
        };
        tokens.said(verb).tells && told
    })
}
