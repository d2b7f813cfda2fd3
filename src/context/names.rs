//! Names: places, organisations, events and persons in the tokens of a block, and what short forms stand for.

use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

use super::Place;
use super::lexicon::{NAMES, PROVINCES, SURNAMES, Sort};
use super::tokens::{Class, Tokens};
use crate::lookup::Sieve;
use crate::model::Role;

/// How many tokens a name may have.
const WITHIN: usize = 12;

/// A name in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Of what.
    pub sort: Sort,
    /// Whether it stands for a name given elsewhere (全市, 该公司).
    pub points: bool,
}

impl Name {
    /// A stretch that is a name by its place in a list.
    pub fn plain(tokens: Range<usize>) -> Self {
        Name { tokens, sort: Sort::Body, points: false }
    }
}

/// Words that name, with the full name of short forms.
#[derive(Default)]
struct Known {
    words: FxHashMap<String, Option<Place>>,
    /// The characters they begin with, and with which they end: most stretches of a text are none of them.
    heads: Sieve,
    tails: Sieve,
}

impl Known {
    /// Adds a word, unless it is there, and hands back what it is short for.
    fn add(&mut self, word: &str) -> &mut Option<Place> {
        word.chars().take(1).for_each(|head| self.heads.add(head));
        word.chars().last().into_iter().for_each(|tail| self.tails.add(tail));
        self.words.entry(word.to_owned()).or_insert(None)
    }

    /// Whether a word may end as this text does.
    fn has_tail(&self, text: &str) -> bool {
        text.chars().next_back().is_some_and(|tail| self.tails.passes(tail))
    }
}

/// The names of an article that are known before its figures are read.
#[derive(Default)]
pub struct Names {
    /// Words that name in this article, with the full name of those that are short forms (临泽: 临泽县; 云药).
    known: Known,
    /// Names of firms that jieba cuts and the article repeats (蓝鲸重工).
    firms: FxHashSet<String>,
    /// The name that a title gives before a colon (云岭钢铁：…), and its place.
    title: Option<(String, Place)>,
}

impl Names {
    /// Reads an article for its names: short forms that are introduced, places without their 市, and the word a title
    /// begins with.
    pub fn of(rows: &[Tokens]) -> Self {
        let mut names = Names { firms: firms(rows), ..Names::default() };
        for firm in &names.firms {
            names.known.add(firm);
        }
        for (block, tokens) in rows.iter().enumerate() {
            if tokens.draft.block.role == Role::Title
                && matches!(tokens.class(0), Class::Person | Class::Noun)
                && (tokens.class(0) == Class::Person || !tokens.list[0].known)
                && (acts(tokens.class(1))
                    || matches!(tokens.class(1), Class::Mark(_) | Class::Figure(_) | Class::Nominal))
            {
                names.known.add(tokens.text(0));
            }
            if tokens.draft.block.role == Role::Title && names.title.is_none() {
                names.title = names.headed(tokens).or_else(|| reported(tokens)).map(|range| {
                    let text = tokens.slice(range.clone()).to_owned();
                    (text, Place { block, range: tokens.chars(range) })
                });
            }
            for at in 0..tokens.list.len() {
                let place = |range: Range<usize>| Place { block, range: tokens.chars(range) };
                match tokens.class(at) {
                    Class::Place => {
                        names.note_tail(tokens, at);
                        let text = tokens.text(at);
                        if let Some(short) =
                            text.strip_suffix(['省', '市', '县', '区']).filter(|s| s.chars().count() > 1)
                        {
                            let full = names.known.add(short);
                            full.get_or_insert_with(|| place(at..at + 1));
                        }
                    }
                    Class::Organisation => {
                        let text = tokens.text(at);
                        let short = ["公司", "集团"].iter().find_map(|end| text.strip_suffix(end));
                        if let Some(short) = short.filter(|s| s.chars().count() > 1) {
                            names.known.add(short);
                        }
                    }
                    Class::Open('(') => {
                        if let Some(short) = short_form(tokens, at)
                            && let Some(full) = names.ending_at(tokens, at)
                        {
                            *names.known.add(tokens.slice(short)) = Some(place(full.tokens));
                        }
                    }
                    _ => {}
                }
            }
        }
        names
    }

    /// 枫林街道锦绣社区 goes on as 锦绣社区: the last part of a long name names alone, though its words are common ones.
    fn note_tail(&mut self, tokens: &Tokens, at: usize) {
        let Some(name) = self.at(tokens, at).filter(|name| name.sort == Sort::Place && name.tokens.len() > 2) else {
            return;
        };
        let tail = name.tokens.end - 2..name.tokens.end;
        if tokens.class(tail.start) == Class::Noun && tokens.chars(tail.clone()).len() >= 4 {
            self.known.add(tokens.slice(tail));
        }
    }

    /// The name that ends before a bracket.
    pub fn ending_at(&self, tokens: &Tokens, end: usize) -> Option<Name> {
        let floor = tokens.clause(end.checked_sub(1)?).tokens.start.max(end.saturating_sub(WITHIN));
        (floor..end).find_map(|start| self.at(tokens, start).filter(|name| name.tokens.end == end))
    }

    /// The name that begins at a token: the longest run of nouns from there that ends as names end and holds
    /// something that names.
    pub fn at(&self, tokens: &Tokens, start: usize) -> Option<Name> {
        if !self.may_begin(tokens, start) {
            return None;
        }
        let limit = tokens.clause(start).tokens.end.min(start + WITHIN);
        if tokens.masked
            && let Some(person) = masked(tokens, start, limit)
        {
            return Some(Name { tokens: person..person + 1, sort: Sort::Person, points: false });
        }
        let mut found = None;
        let mut acts = false;
        for at in start..limit {
            let class = tokens.class(at);
            let text = tokens.text(at);
            if at == start {
                let first = text.chars().next().unwrap_or('\0');
                if let Some((sort, points)) = may_point(first).then(|| deictic(text)).flatten() {
                    found = Some(Name { tokens: at..at + 1, sort, points });
                    if points {
                        break;
                    }
                    continue;
                }
                let known = self.known.heads.passes(first);
                if let Some(name) = known.then(|| self.short(tokens, start, limit)).flatten() {
                    found = Some(name);
                    continue;
                }
                let office = is_level(first).then(|| office(tokens, at, limit)).flatten();
                if let Some(end) = office.or_else(|| line(tokens, at, limit)) {
                    found = Some(Name { tokens: at..end, sort: Sort::Body, points: false });
                    continue;
                }
                // What names stands first: 联系北京公司 is no name.
                if !namer(tokens, at) && !heads_level(tokens, at) {
                    let points = class.names() && tokens.said(at).body;
                    return points.then(|| Name { tokens: at..at + 1, sort: Sort::Body, points });
                }
            }
            let inside =
                class.names() || class.modifies() && (class != Class::Numeral || at > start || text.ends_with('届'));
            // 江城市本级: of the place itself.
            if text == "本级"
                && found.as_ref().is_some_and(|name: &Name| name.sort == Sort::Place && name.tokens.end == at)
            {
                return Some(Name { tokens: start..at + 1, sort: Sort::Place, points: false });
            }
            // 市级优秀团队: a level makes a class of things of what follows, and no name of the place before it.
            if text.ends_with('级') && at > start {
                return found.filter(|name: &Name| name.tokens.end < at);
            }
            if !inside || class == Class::Act && at > start {
                break;
            }
            let sort = match class {
                // 浙江省杭州市, 云湖新区, but not 杭州民警七赴上海.
                Class::Place if at == start || matches!(tokens.class(at - 1), Class::Place | Class::Organisation) => {
                    Some(Sort::Place)
                }
                Class::Organisation => Some(Sort::Body),
                Class::Person if honoured(text) => Some(Sort::Person),
                _ => named(tokens, at, start),
            };
            // 全国/城市 and 镇政府/利用/社区 are no longer names, 市场/监督/管理局 is one.
            acts |= class == Class::Nominal && found.as_ref().is_some_and(|name: &Name| name.sort == Sort::Body);
            let common = at == start + 1 && deictic(tokens.text(start)).is_some() && tokens.list[at].known;
            let sort = sort.filter(|&sort| sort != Sort::Place || class == Class::Place || !(acts || common));
            if let Some(sort) = sort {
                found = Some(Name { tokens: start..at + 1, sort, points: false });
            } else if at == start && matches!(text, "公司" | "集团") {
                found = Some(Name { tokens: at..at + 1, sort: Sort::Body, points: true });
            }
        }
        found
    }

    /// Whether a name can begin at a token. Most are neither nouns nor unknown to jieba, and begin as nothing does that
    /// names.
    fn may_begin(&self, tokens: &Tokens, at: usize) -> bool {
        let token = &tokens.list[at];
        let begins = |first: char| may_point(first) || self.known.heads.passes(first);
        token.class.names() || !token.known || tokens.masked || token.text.chars().next().is_some_and(begins)
    }

    /// The tokens before the colon of a title, where they are a few nouns: 山东聊城：…
    fn headed(&self, tokens: &Tokens) -> Option<Range<usize>> {
        const SHORT: usize = 5;
        let first = tokens.clauses.first()?.tokens.clone();
        let colon = tokens.class(first.end) == Class::Mark(':');
        let nouns = first.clone().all(|at| tokens.class(at).names() || tokens.class(at).modifies());
        let office = ["局", "部", "委", "院", "央行", "记者", "专家", "总理", "媒", "媒体"];
        let told = office.iter().any(|end| tokens.text(first.end - 1).ends_with(end));
        // 泰州加大力度：… names 泰州.
        let place = tokens.class(first.start) == Class::Place;
        let name = place.then(|| self.at(tokens, first.start)).flatten().map_or(first.clone(), |name| name.tokens);
        (colon && nouns && !told && first.len() <= SHORT && !first.is_empty()).then_some(name)
    }

    /// A short form or a word that names in this article, of one token or two.
    fn short(&self, tokens: &Tokens, start: usize, limit: usize) -> Option<Name> {
        let end = (start + 1..=limit.min(start + 3)).rev().find(|&end| {
            self.known.has_tail(tokens.text(end - 1))
                && tokens.chars(start..end).len() <= 12
                && self.known.words.contains_key(tokens.slice(start..end))
        })?;
        let sort = match tokens.class(start) {
            Class::Place => Sort::Place,
            _ => Sort::Body,
        };
        Some(Name { tokens: start..end, sort, points: false })
    }

    /// The full name of a short form.
    pub fn full(&self, text: &str) -> Option<&Place> {
        self.known.words.get(text).and_then(Option::as_ref).or_else(|| self.shortened(text))
    }

    /// What a title names before a colon.
    pub fn title(&self) -> Option<&Place> {
        self.title.as_ref().map(|(_, place)| place)
    }

    /// 云钢 for 云岭钢铁: the characters of the short form stand in the title's name in order, the first as the first.
    fn shortened(&self, text: &str) -> Option<&Place> {
        let (full, place) = self.title.as_ref()?;
        let mut rest = full.chars();
        let begins = text.chars().next() == full.chars().next() && text.chars().nth(1).is_some();
        (begins && text != full && text.chars().all(|ch| rest.any(|other| other == ch))).then_some(place)
    }
}

/// 蓝鲸重工 机械行业, 蓝鲸重工 年报点评: the firm that stands alone before what sort of report it is.
fn reported(tokens: &Tokens) -> Option<Range<usize>> {
    let firm = tokens.clauses.first()?.tokens.clone();
    let kind = tokens.clauses.get(1)?.tokens.clone();
    let gap = tokens.class(firm.end) == Class::Mark(' ');
    let plain = |at: usize| !matches!(tokens.class(at), Class::Figure(_) | Class::Time(_) | Class::Mark(_) | Class::De);
    let short = (3..=6).contains(&tokens.chars(firm.clone()).len()) && firm.clone().all(plain);
    let report = |at: usize| {
        ["行业", "年报", "季报", "中报", "快报", "预告", "点评"].iter().any(|end| tokens.text(at).ends_with(end))
    };
    (gap && short && !kind.is_empty() && report(kind.end - 1)).then_some(firm)
}

/// Two words of which the second ends names of firms, where an article says them again.
fn firms(rows: &[Tokens]) -> FxHashSet<String> {
    let mut seen = FxHashSet::default();
    let mut again = FxHashSet::default();
    for tokens in rows {
        for at in 1..tokens.list.len() {
            let joined = || tokens.list[at - 1].range.end == tokens.list[at].range.start;
            if tokens.said(at).firm && tokens.class(at - 1).names() && joined() {
                let name = tokens.slice(at - 1..at + 1);
                if tokens.chars(at - 1..at + 1).len() >= 4 && !seen.insert(name) {
                    again.insert(name.to_owned());
                }
            }
        }
    }
    again
}

/// 嫌疑人王某, 江城市民刘某: the person behind a few nouns that say who it is.
fn masked(tokens: &Tokens, start: usize, limit: usize) -> Option<usize> {
    const WITHIN: usize = 4;
    let person = |at: usize| tokens.class(at) == Class::Person || !tokens.list[at].known && tokens.class(at).names();
    // 被告人李明
    if tokens.said(start).accused && start + 1 < limit && person(start + 1) {
        return Some(start + 1);
    }
    let mut nouns = (start..limit.min(start + WITHIN)).take_while(|&at| tokens.class(at).names());
    nouns.find(|&at| tokens.class(at) == Class::Person && tokens.text(at).contains('某'))
}

/// 赵先生, 张女士.
pub fn honoured(text: &str) -> bool {
    ["先生", "女士", "大爷", "大妈", "大娘", "阿姨", "老人"]
        .iter()
        .any(|end| text.len() > end.len() && text.ends_with(end))
}

/// Whether a word ends as names of events do.
pub fn is_event(tokens: &Tokens, at: usize) -> bool {
    NAMES.of(tokens.text(at)).is_some_and(|(_, &(sort, own))| sort == Sort::Event && (!own || !tokens.list[at].known))
}

/// What a word's ending says it is the name of.
fn named(tokens: &Tokens, at: usize, start: usize) -> Option<Sort> {
    let token = &tokens.list[at];
    let person = at == start && !token.known && (2..=3).contains(&token.range.len());
    if person && surnamed(tokens.text(at)) && acts(tokens.class(at + 1)) {
        return Some(Sort::Person);
    }
    if token.class == Class::Nominal {
        return None;
    }
    let (_, &(sort, own)) = NAMES.of(tokens.text(at))?;
    let whole = token.range.len() > 1 || at > start;
    (whole && sort != Sort::Common && (!own || !token.known && token.range.len() <= 3)).then_some(sort)
}

/// Whether a word begins with a common family name.
pub fn surnamed(text: &str) -> bool {
    text.char_indices().nth(1).is_some_and(|(end, _)| SURNAMES.contains(&text[..end]))
}

/// What follows a person who does something.
fn acts(class: Class) -> bool {
    matches!(class, Class::Verb | Class::Adverb | Class::Copula | Class::Time(_))
}

/// Whether a word names by itself.
fn namer(tokens: &Tokens, at: usize) -> bool {
    let token = &tokens.list[at];
    let unknown =
        !token.known && (token.range.len() > 1 || tokens.list.get(at + 1).is_some_and(|next| next.range.len() == 1));
    matches!(token.class, Class::Place | Class::Organisation | Class::Person) || unknown
}

/// 市图书馆, 县公安局, 县人民医院: an office of the level that the text is about, and where it ends.
fn office(tokens: &Tokens, at: usize, limit: usize) -> Option<usize> {
    const WITHIN: usize = 2;
    let text = tokens.text(at);
    let level = text.chars().next().filter(|ch| matches!(ch, '省' | '市' | '县' | '区' | '镇'))?;
    if !tokens.class(at).names() {
        return None;
    }
    let rest = &text[level.len_utf8()..];
    if !rest.is_empty() {
        return (body(rest) == rest.len()).then_some(at + 1);
    }
    let joined = |next: &usize| {
        tokens.class(*next).names() && tokens.list[*next].range.start == tokens.list[*next - 1].range.end
    };
    let own = |next: &usize| tokens.class(*next) == Class::Organisation && !tokens.text(*next).ends_with("政府");
    let end =
        (at + 1..limit.min(at + 1 + WITHIN)).take_while(joined).find(|next| own(next) || body(tokens.text(*next)) > 0);
    end.map(|end| end + 1)
}

/// How long the ending is that makes a word the name of a body; 市政府 acts for the place, 市中心 is a part of it.
fn body(text: &str) -> usize {
    match NAMES.of(text) {
        Some((ending, &(Sort::Body, false))) if !matches!(ending, "政府" | "中心" | "部门") && ending.len() > 3 => {
            ending.len()
        }
        _ => 0,
    }
}

/// 江海班列, 杭绍高速, 东湖机场, 岚柴集团: a train service, a road, an airport or a firm by the word right before it, and where it ends.
fn line(tokens: &Tokens, at: usize, limit: usize) -> Option<usize> {
    let next = at + 1;
    let token = &tokens.list[at];
    let word = matches!(token.class, Class::Noun | Class::Place) && (2..=3).contains(&token.range.len());
    if !word || next >= limit || !tokens.said(next).owned || token.range.end != tokens.list[next].range.start {
        return None;
    }
    let names = match tokens.text(next) {
        "班列" | "高铁" | "机场" => true,
        "集团" | "集团股份" => token.class == Class::Noun,
        "高速" | "高速公路" => !token.known,
        // 岚柴动力
        _ => !token.known && tokens.said(next).firm,
    };
    names.then_some(next + 1)
}

/// 海潮市: a noun right before the word for a level of government names a place. 区, 乡 and 村 stand behind common nouns as
/// well (工业区, 示范村).
fn heads_level(tokens: &Tokens, at: usize) -> bool {
    let (token, Some(next)) = (&tokens.list[at], tokens.list.get(at + 1)) else { return false };
    token.class == Class::Noun
        && (2..=3).contains(&token.range.len())
        && next.range.len() == 1
        && next.range.start == token.range.end
        && matches!(next.text, "省" | "市" | "县" | "镇" | "州")
}

/// What [`deictic`] words begin with.
fn may_point(first: char) -> bool {
    is_level(first) || matches!(first, '我' | '全' | '中' | '该' | '本')
}

/// What regions end with, by their level.
fn is_level(ch: char) -> bool {
    matches!(ch, '省' | '市' | '县' | '区' | '镇' | '乡' | '村' | '州')
}

/// 我国, 全国 and 市本级 are names; 全市, 该县, 本公司 stand for one.
fn deictic(text: &str) -> Option<(Sort, bool)> {
    let first = text.chars().next().filter(|&first| may_point(first))?;
    if matches!(text, "我国" | "全国" | "全球" | "中国" | "省本级" | "市本级" | "县本级" | "区本级")
    {
        return Some((Sort::Place, false));
    }
    if matches!(text, "该公司" | "本公司" | "我公司" | "该项目" | "该工程") {
        return Some((Sort::Body, true));
    }
    let mut chars = text.chars().skip(1);
    let second = chars.next()?;
    let place = matches!(
        second,
        '省' | '市' | '县' | '区' | '镇' | '乡' | '村' | '州' | '盟' | '旗' | '校' | '院' | '厂' | '行' | '社'
    );
    let pointing = matches!(first, '全' | '该' | '我' | '本') && place;
    // 县里组织…: where a level stands for the place it is the level of.
    let inside = second == '里' && is_level(first);
    let points = chars.next().is_none() && (pointing || inside);
    points.then_some((Sort::Place, true))
}

/// Whether a name ends with a level (扬州市, 高新区) or with what bodies end with.
pub fn leveled(text: &str) -> bool {
    NAMES.of(text).is_some() && !text.ends_with('州')
}

/// 全国, 全市: a place by its level, no thing.
pub fn points_at_place(text: &str) -> bool {
    deictic(text).is_some_and(|(sort, _)| sort == Sort::Place)
}

/// What the words that point stand for, as a text goes on.
#[derive(Default)]
pub struct Pointers {
    /// The last name with each ending character.
    last: FxHashMap<char, Place>,
    /// The last firm whose name does not end so (蓝鲸重工).
    firm: Option<Place>,
}

impl Pointers {
    /// Takes note of a name, and of the place it begins with (泰州市政府采购办: 泰州市).
    pub fn add(&mut self, names: &Names, tokens: &Tokens, block: usize, name: &Name) {
        if name.points {
            return;
        }
        if names.firms.contains(tokens.slice(name.tokens.clone())) {
            self.firm = Some(Place { block, range: tokens.chars(name.tokens.clone()) });
        }
        // 湖南…全省: a province that is named without its level.
        if let Some(level) = level(tokens.text(name.tokens.start)) {
            let start = name.tokens.start;
            self.last.insert(level, Place { block, range: tokens.chars(start..start + 1) });
        }
        let places = name.tokens.clone().take_while(|&at| tokens.class(at) == Class::Place).last();
        for end in places.map(|at| at + 1).into_iter().chain([name.tokens.end]) {
            let tokens_of = name.tokens.start..end;
            if let Some(last) = tokens.slice(tokens_of.clone()).chars().last() {
                self.last.insert(last, Place { block, range: tokens.chars(tokens_of) });
            }
        }
    }

    /// What a name stands for: itself, its full form, or nothing known.
    pub fn resolve(&self, names: &Names, tokens: &Tokens, block: usize, name: &Name) -> Option<Place> {
        let text = tokens.slice(name.tokens.clone());
        if name.points {
            let last = self.last.get(&text.trim_end_matches('里').chars().last()?);
            let firm = || self.firm.as_ref().filter(|_| name.sort == Sort::Body && text.ends_with("公司"));
            return last.or_else(firm).cloned();
        }
        let own = Place { block, range: tokens.chars(name.tokens.clone()) };
        Some(names.full(text).cloned().unwrap_or(own))
    }
}

/// The level of a region that is mostly named without it.
fn level(text: &str) -> Option<char> {
    PROVINCES.get(text).copied()
}

/// (以下简称“云药”): the tokens of the short form.
fn short_form(tokens: &Tokens, open: usize) -> Option<Range<usize>> {
    let close = tokens.partner[open] as usize;
    let said = (open + 1..close.min(open + 5)).find(|&at| tokens.text(at).ends_with("简称"))?;
    let inside = |at: &usize| !matches!(tokens.class(*at), Class::Open(_) | Class::Close(_) | Class::Mark(_));
    let start = (said + 1..close).find(inside)?;
    let end = (start..close).take_while(inside).last()? + 1;
    Some(start..end)
}
