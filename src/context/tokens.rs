//! A block as a row of tokens: jieba's words with figures and times put in whole, each with the class that the
//! grammar of phrases asks for, cut into clauses.

use std::ops::Range;
use std::sync::LazyLock;

use super::BlockDraft;
use super::lexicon::{ACCUSED, CHANGES, MEASURES, SOURCES, SURNAMES, Turn, WORDS};
use crate::lookup::{Slot, Words};
use crate::page;

/// What a token is to a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A noun, or a word jieba does not know.
    Noun,
    /// A place name.
    Place,
    /// The name of an organisation.
    Organisation,
    /// What jieba takes for a person's name.
    Person,
    /// A verb that also names (投资, 活动).
    Nominal,
    /// A noun that is never what a figure counts (其中, 情况).
    Void,
    /// An adjective or another word that stands before nouns.
    Modifier,
    /// An act that stands before what it brings about (新增学位, 新建学校): a phrase may begin with it, nouns before it are
    /// who acts.
    Act,
    /// A set phrase of four characters.
    Idiom,
    /// A number that is no figure (六号, 首轮), or a classifier.
    Numeral,
    /// A verb.
    Verb,
    /// What stands between a thing and its value (达到, 为).
    Copula,
    /// An adverb or auxiliary.
    Adverb,
    /// A preposition.
    Preposition,
    /// 和, 与, 及, 或.
    Conjunction,
    /// 的.
    De,
    /// 了, 等 and other particles.
    Particle,
    /// A pronoun.
    Pronoun,
    /// 中, 上, 内.
    Locative,
    /// A figure: its number in the block.
    Figure(u32),
    /// A time expression: its number in the block.
    Time(u32),
    /// An opening bracket or quotation mark.
    Open(char),
    /// A closing one.
    Close(char),
    /// Any other mark.
    Mark(char),
    /// Anything else.
    Stop,
}

impl Class {
    /// Whether it can be the head of a noun phrase.
    pub fn names(self) -> bool {
        matches!(self, Class::Noun | Class::Place | Class::Organisation | Class::Person | Class::Nominal)
    }

    /// Whether it can stand before the head.
    pub fn modifies(self) -> bool {
        matches!(self, Class::Modifier | Class::Act | Class::Idiom | Class::Numeral)
    }

    /// What jieba's tag says of a word that begins with `first`.
    fn of_tag(tag: &str, first: char) -> Class {
        // By byte, since every word comes here.
        match tag.as_bytes() {
            [b'u', b'j'] => Class::De,
            [b'n', b's'] => Class::Place,
            [b'n', b't'] => Class::Organisation,
            [b'n', b'r'] | [b'n', b'r', b't'] | [b'n', b'r', b'f', b'g'] => Class::Person,
            [b'v', b'n'] => Class::Nominal,
            [b'a' | b'v', b'd'] | [b'd'] | [b'd', b'f' | b'g'] => Class::Adverb,
            [b'a', b'n'] | [b's' | b'k' | b'j' | b'l'] | [b'e', b'n', b'g'] | [b't' | b'z', b'g'] => Class::Noun,
            [b'i'] => Class::Idiom,
            [b'x'] if first.is_alphanumeric() => Class::Noun,
            [b'n', ..] => Class::Noun,
            [b'v', ..] => Class::Verb,
            // 夜间经济; 天天 counts nothing.
            [b'a' | b'b' | b'h' | b'z' | b't', ..] => Class::Modifier,
            [b'm' | b'q', ..] => Class::Numeral,
            [b'p', ..] => Class::Preposition,
            [b'c', ..] => Class::Conjunction,
            [b'u', ..] => Class::Particle,
            [b'r', ..] => Class::Pronoun,
            [b'f', ..] => Class::Locative,
            _ => Class::Stop,
        }
    }
}

/// A word, a figure, a time or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Characters of the reading.
    pub range: Range<usize>,
    /// The same as written.
    pub text: &'a str,
    /// The place of the text in the tables of words.
    slot: Slot,
    /// What it is to a phrase.
    pub class: Class,
    /// The number of its clause.
    pub clause: u32,
    /// Whether jieba knows the word.
    pub known: bool,
}

impl<'a> Token<'a> {
    /// The token that some characters of a block make.
    fn new(draft: &'a BlockDraft, range: Range<usize>, class: Class) -> Self {
        let text = draft.block.reading.slice(range.clone());
        Token { text, slot: Slot::of(text), range, class, clause: 0, known: true }
    }
}

/// A stretch between two marks that part sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its tokens, without the mark that ends it.
    pub tokens: Range<usize>,
    /// The number of its sentence.
    pub sentence: u32,
}

/// The tokens of a block.
pub struct Tokens<'a> {
    /// The block.
    pub draft: &'a BlockDraft<'a>,
    /// All tokens in order.
    pub list: Vec<Token<'a>>,
    /// The clauses in order.
    pub clauses: Vec<Clause>,
    /// The token of each figure.
    pub figures: Vec<usize>,
    /// Whether persons are named as reports of courts and police do (刘某, 被告人李明).
    pub masked: bool,
    /// The other bracket of each bracket that has one; its own number everywhere else.
    pub partner: Vec<u32>,
}

/// How far apart two brackets may stand, in tokens.
const BRACKETS_WITHIN: usize = 60;

impl<'a> Tokens<'a> {
    /// Puts a block's words, figures and times in one row.
    pub fn new(draft: &'a BlockDraft<'a>) -> Self {
        let mut list = Vec::with_capacity(draft.line.words().len());
        let (mut figure, mut time) = (0, 0);
        let start = |range: Option<&Range<usize>>| range.map_or(usize::MAX, |range| range.start);
        // Where the next figure or time begins, or the one that is not done with.
        let mut stop = 0;
        for word in draft.line.words() {
            if word.range.end <= stop {
                push_word(draft, word.range.clone(), word.tag, true, &mut list);
                continue;
            }
            let mut at = word.range.start;
            while at < word.range.end {
                while draft.figures.get(figure).is_some_and(|f| f.range.end <= at) {
                    figure += 1;
                }
                while draft.times.get(time).is_some_and(|t| t.range.end <= at) {
                    time += 1;
                }
                let next_figure = draft.figures.get(figure).map(|f| &f.range);
                let next_time = draft.times.get(time).map(|t| &t.range);
                stop = start(next_figure).min(start(next_time));
                let (range, class) = match (next_figure, next_time) {
                    (Some(f), _) if f.start <= at => (f, Class::Figure(figure as u32)),
                    (_, Some(t)) if t.start <= at => (t, Class::Time(time as u32)),
                    _ => {
                        let end = stop.min(word.range.end);
                        push_word(draft, at..end, word.tag, end - at == word.range.len(), &mut list);
                        at = end;
                        continue;
                    }
                };
                // A figure or time of several words is put in at its first.
                if list.last().is_none_or(|token: &Token| token.range != *range) {
                    list.push(Token::new(draft, range.clone(), class));
                }
                at = range.end;
            }
        }
        let (mut list, figures) = mend(draft, list);
        skip_lead(draft, &mut list);
        let partner = partners(&list);
        let size = list.len();
        let named = |token: &Token| token.class == Class::Person && token.text.contains('某');
        let masked = list.iter().any(|token| named(token) || ACCUSED.at(token.slot, token.text).is_some());
        let mut tokens = Tokens { draft, list, clauses: Vec::with_capacity(size / 8 + 1), figures, masked, partner };
        tokens.cut();
        tokens
    }

    /// Cuts the row into clauses at marks that part them, and at spaces between words.
    fn cut(&mut self) {
        let sentences = &self.draft.sentences;
        let (mut start, mut sentence) = (0, 0);
        let size = self.list.len();
        let mut clause = 0;
        for at in 0..=size {
            let ends = match self.list.get_mut(at) {
                Some(token) => {
                    token.clause = clause;
                    matches!(token.class, Class::Mark(_)) && self.parts(at)
                }
                None => true,
            };
            if !ends {
                continue;
            }
            if start < at {
                // A blank behind the stop before belongs to the sentence it leads.
                let blank = usize::from(at - start > 1 && self.list[start].class == Class::Mark(' '));
                let first = self.list[start + blank].range.start;
                while sentences.get(sentence + 1).is_some_and(|s| s.start <= first) {
                    sentence += 1;
                }
                self.clauses.push(Clause { tokens: start..at, sentence: sentence as u32 });
                clause += 1;
            }
            start = at + 1;
        }
        // A mark at the very end belongs to the clause it ends.
        let last = self.clauses.len().saturating_sub(1) as u32;
        for token in self.list.iter_mut().rev().take_while(|token| token.clause > last) {
            token.clause = last;
        }
    }

    fn parts(&self, at: usize) -> bool {
        match self.list[at].class {
            Class::Mark(' ') => {
                let wide = |i: Option<usize>| {
                    i.and_then(|i| self.list.get(i)).is_some_and(|t| {
                        !matches!(t.class, Class::Figure(_) | Class::Time(_))
                            && self.char(t.range.end - 1).is_alphanumeric()
                            && !self.char(t.range.end - 1).is_ascii()
                    })
                };
                wide(at.checked_sub(1)) && wide(Some(at + 1))
            }
            Class::Mark(mark) => matches!(mark, ',' | ';' | '。' | ':' | '!' | '?' | '…' | '—' | '|' | '►'),
            _ => false,
        }
    }

    fn char(&self, at: usize) -> char {
        self.draft.block.reading.chars()[at]
    }

    /// The characters of a token as written.
    pub fn text(&self, at: usize) -> &'a str {
        self.list[at].text
    }

    /// What a table says of a token.
    pub fn find<'t, T>(&self, table: &'t Words<T>, at: usize) -> Option<&'t T> {
        let token = &self.list[at];
        table.at(token.slot, token.text)
    }

    /// The characters of a token as written; nothing beyond the ends.
    pub fn text_at(&self, at: usize) -> &'a str {
        self.list.get(at).map_or("", |token| token.text)
    }

    /// The characters of a stretch of tokens as written.
    pub fn slice(&self, tokens: Range<usize>) -> &str {
        self.draft.block.reading.slice(self.chars(tokens))
    }

    /// The characters that a stretch of tokens covers.
    pub fn chars(&self, tokens: Range<usize>) -> Range<usize> {
        self.list[tokens.start].range.start..self.list[tokens.end - 1].range.end
    }

    /// A token's class; [`Class::Stop`] beyond the ends.
    pub fn class(&self, at: usize) -> Class {
        self.list.get(at).map_or(Class::Stop, |token| token.class)
    }

    /// The clause a token stands in.
    pub fn clause(&self, at: usize) -> &Clause {
        &self.clauses[self.list[at].clause as usize]
    }

    /// The sentence a token stands in.
    pub fn sentence(&self, at: usize) -> u32 {
        self.clause(at).sentence
    }

    /// Whether a token is this word.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.list.get(at).is_some_and(|token| token.text == word)
    }
}

/// The source of a report says who wrote it, where and when: neither whose its figures are nor when they hold.
fn skip_lead(draft: &BlockDraft, list: &mut [Token]) {
    let end = page::lead(draft.block.reading.chars());
    for token in list.iter_mut().take_while(|token| token.range.end <= end) {
        if !matches!(token.class, Class::Figure(_) | Class::Open(_) | Class::Close(_) | Class::Mark(_)) {
            token.class = Class::Stop;
        }
    }
}

/// The longest word of the table that is put together from two of jieba's.
const MENDED: usize = 5;

/// What a word does to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// 机械化/率, 助学/款: makes a measure of a noun or a verb.
    Measure,
    /// 出行/量: of a verb.
    MeasureOfAct,
    /// 死亡/人数: of a verb, but not of one of change.
    CountOfAct,
    /// 至, 了: makes a verb of an unknown word of several characters.
    Verb,
    /// 下来: of any unknown word.
    VerbAlways,
}

static BEHIND: LazyLock<Words<Behind>> = LazyLock::new(|| {
    let sorts: [(&str, Behind); 5] = [
        ("率 款", Behind::Measure),
        ("量 额 数 值", Behind::MeasureOfAct),
        ("人数 次数 起数 户数 件数 面积 金额", Behind::CountOfAct),
        ("至 到 了 着 过 于", Behind::Verb),
        ("下来 起来", Behind::VerbAlways),
    ];
    sorts.into_iter().flat_map(|(words, sort)| words.split(' ').map(move |word| (word, sort))).collect()
});

/// Puts words together that the table knows as one (占/比), and makes a verb of an unknown word that takes 至, 了 or 到.
fn mend<'a>(draft: &'a BlockDraft, list: Vec<Token<'a>>) -> (Vec<Token<'a>>, Vec<usize>) {
    let mut out: Vec<Token> = Vec::with_capacity(list.len());
    let mut figures = Vec::with_capacity(draft.figures.len());
    for token in list {
        match (token.class, out.last_mut()) {
            (Class::Figure(_), _) => figures.push(out.len()),
            // 价格比/去年同期: what is compared, and with what.
            (Class::Time(_), Some(last))
                if last.class == Class::Noun && last.range.len() > 2 && last.text.ends_with('比') =>
            {
                let split = last.range.end - 1;
                *last = Token { known: last.known, ..Token::new(draft, last.range.start..split, last.class) };
                out.push(Token::new(draft, split..split + 1, Class::Preposition));
            }
            (Class::Time(_) | Class::Mark(_) | Class::Open(_) | Class::Close(_), _) | (_, None) => {}
            (_, Some(last)) => {
                if last.range.end == token.range.start
                    && let Some((class, known)) = joined(draft, last, &token)
                {
                    *last = Token { known, ..Token::new(draft, last.range.start..token.range.end, class) };
                    continue;
                }
                // 直接经济损失
                if last.class == Class::Adverb && token.class == Class::Noun && last.text == "直接" {
                    last.class = Class::Modifier;
                }
                if !last.known
                    && last.class == Class::Noun
                    && match BEHIND.at(token.slot, token.text) {
                        Some(Behind::Verb) => last.range.len() > 1,
                        behind => behind == Some(&Behind::VerbAlways),
                    }
                {
                    last.class = Class::Verb;
                }
            }
        }
        out.push(token);
    }
    (out, figures)
}

/// What two words make that follow each other without a gap, if they are one: its class, and whether jieba knows it.
fn joined(draft: &BlockDraft, last: &Token, token: &Token) -> Option<(Class, bool)> {
    let (whole, text) = (last.range.start..token.range.end, token.text);
    let word = !matches!(last.class, Class::Figure(_) | Class::Time(_));
    if word
        && whole.len() <= MENDED
        && WORDS.passes(last.slot, token.slot)
        && let Some(&class) = WORDS.get(draft.block.reading.slice(whole))
    {
        return Some((class, last.known));
    }
    let act = matches!(last.class, Class::Verb | Class::Nominal);
    if last.range.len() > 1 && (act || last.class == Class::Noun) {
        let measures = match BEHIND.at(token.slot, text) {
            Some(Behind::Measure) => true,
            Some(Behind::MeasureOfAct) => act,
            Some(Behind::CountOfAct) => act && !CHANGES.contains(last.text),
            _ => false,
        };
        if measures {
            return Some((Class::Noun, last.known));
        }
    }
    // 王/某林: a name in two words.
    if token.range.len() <= 2 && text.starts_with('某') && SURNAMES.contains(last.text) {
        return Some((Class::Person, true));
    }
    // 王某/田: the rest of a name.
    let rest = token.range.len() == 1 && (token.class.names() || token.class.modifies());
    (last.class == Class::Person && rest && last.text.ends_with('某')).then_some((Class::Person, last.known))
}

/// Files a word, or the rest of one that a figure cuts.
fn push_word<'a>(draft: &'a BlockDraft, range: Range<usize>, tag: &str, whole: bool, list: &mut Vec<Token<'a>>) {
    let text = draft.block.reading.slice(range.clone());
    let slot = Slot::of(text);
    let word = |class| Token { range: range.clone(), text, slot, class, clause: 0, known: true };
    if let Some(&class) = WORDS.at(slot, text) {
        return list.push(word(class));
    }
    // 40亩地
    if text == "地"
        && last_before(list, &range)
            .is_some_and(|last| matches!(last.class, Class::Figure(_)) && last.text.ends_with('亩'))
    {
        return list.push(word(Class::Noun));
    }
    if (2..=3).contains(&range.len()) && masked(text) {
        return list.push(word(Class::Person));
    }
    let slice = |range: Range<usize>| draft.block.reading.slice(range);
    // 价格上涨 is one word to jieba.
    let half = range.start + 2;
    let change = || matches!(CHANGES.get(slice(half..range.end)), Some((Turn::Verb, _)));
    if whole && range.len() == 4 && tag != "x" && change() {
        push_word(draft, range.start..half, "n", true, list);
        return push_word(draft, half..range.end, "v", true, list);
    }
    let first = draft.block.reading.chars()[range.start];
    if tag == "x" || !whole {
        // The marks of Chinese are looked up last of all by the Unicode tables.
        if matches!(first, '。' | '、' | '“' | '”' | '《' | '》') || !first.is_alphanumeric() {
            return list.push(word(mark(first)));
        }
        return push_unknown(draft, range, tag, whole, list);
    }
    // 冻结资金
    if range.len() == 4 {
        let second = slice(half..range.end);
        let measured = || MEASURES.of(second).is_some_and(|(ending, _)| ending == second);
        if WORDS.get(slice(range.start..half)) == Some(&Class::Verb) && measured() {
            list.push(Token::new(draft, range.start..half, Class::Verb));
            return list.push(Token::new(draft, half..range.end, Class::Noun));
        }
    }
    // jieba takes 表示 for a noun, and 表示满意, 保持稳定.
    let verb = |text: &str| matches!(WORDS.get(text), Some(Class::Verb | Class::Copula));
    let class = match Class::of_tag(tag, first) {
        Class::Noun if SOURCES.at(slot, text).is_some() => Class::Verb,
        Class::Noun if range.len() == 4 => {
            let first_half = slice(range.start..half);
            if SOURCES.contains(first_half) || verb(first_half) { Class::Verb } else { Class::Noun }
        }
        class => class,
    };
    list.push(word(class));
}

/// The token that ends where a word begins.
fn last_before<'l, 'a>(list: &'l [Token<'a>], word: &Range<usize>) -> Option<&'l Token<'a>> {
    list.last().filter(|last| last.range.end == word.start)
}

/// Files a word that jieba does not know, cut where it begins or ends with a function word (已达, 共设, 额达).
fn push_unknown<'a>(draft: &'a BlockDraft, range: Range<usize>, tag: &str, whole: bool, list: &mut Vec<Token<'a>>) {
    let slice = |range: Range<usize>| draft.block.reading.slice(range);
    let token = |range, class, known| Token { known, ..Token::new(draft, range, class) };
    let (head, rest) = (range.start..range.start + 1, range.start + 1..range.end);
    let (front, tail) = (range.start..range.end - 1, range.end - 1..range.end);
    // 800人中, 3年内
    if range.len() == 1 && matches!(slice(head.clone()), "中" | "里" | "内" | "间" | "外") {
        return list.push(token(range, Class::Locative, true));
    }
    if range.len() > 1 && range.len() <= 4 {
        let function = |at: &Range<usize>| {
            let class = WORDS.get(slice(at.clone())).copied();
            class.filter(|c| {
                matches!(c, Class::Adverb | Class::Copula | Class::Preposition | Class::Pronoun | Class::Particle)
            })
        };
        let verb = WORDS.get(slice(head.clone())) == Some(&Class::Verb);
        if let Some(class) = function(&head).or(verb.then_some(Class::Verb)) {
            list.push(token(head, class, true));
            // 挣上, 卖出
            if verb && matches!(slice(rest.clone()), "上" | "下" | "出" | "起" | "回" | "完") {
                return list.push(token(rest, Class::Particle, true));
            }
            return push_word(draft, rest, tag, whole, list);
        }
        if let Some(class) = function(&tail) {
            push_word(draft, front, tag, whole, list);
            return list.push(token(tail, class, true));
        }
    }
    // 俄称, 外媒称
    if matches!(range.len(), 2 | 3) && slice(tail.clone()) == "称" {
        list.push(token(front, Class::Noun, false));
        return list.push(token(tail, Class::Verb, true));
    }
    // 沪/指涨, 创业板/指跌
    let moves = range.len() == 2 && matches!(slice(tail.clone()), "涨" | "跌");
    if moves && list.last().is_some_and(|last| last.class.names()) {
        list.push(token(head, Class::Noun, true));
        return list.push(token(tail, Class::Verb, true));
    }
    // 南浦/市以市: a word made up of the level of a place and what stands behind it.
    let level = || matches!(slice(head.clone()), "省" | "市" | "县" | "区" | "镇" | "乡" | "州");
    if range.len() > 1 && last_before(list, &range).is_some_and(|last| last.class == Class::Place) && level() {
        list.push(token(head, Class::Noun, true));
        return push_word(draft, rest, tag, whole, list);
    }
    list.push(token(range, Class::Noun, false));
}

/// 刘某, 王某某: how reports of courts and police name a person.
fn masked(text: &str) -> bool {
    // Every family name of the table is one character of three bytes.
    let Some((surname, rest)) = text.split_at_checked(3) else { return false };
    matches!(rest, "某" | "某某") && SURNAMES.contains(surname)
}

fn mark(ch: char) -> Class {
    match ch {
        '(' | '《' | '〈' | '“' | '‘' | '「' | '『' | '[' | '【' | '〔' => Class::Open(ch),
        ')' | '》' | '〉' | '”' | '’' | '」' | '』' | ']' | '】' | '〕' => Class::Close(ch),
        _ => Class::Mark(ch),
    }
}

fn closer(open: char) -> char {
    match open {
        '(' => ')',
        '《' => '》',
        '〈' => '〉',
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '[' => ']',
        '【' => '】',
        _ => '〕',
    }
}

/// Pairs brackets that stand near each other.
fn partners(list: &[Token]) -> Vec<u32> {
    let mut partner: Vec<u32> = (0..list.len() as u32).collect();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, token) in list.iter().enumerate() {
        match token.class {
            Class::Open(ch) => open.push((at, closer(ch))),
            Class::Close(ch) => {
                // What stands open too far back, or inside, has no partner.
                while let Some(&(from, close)) = open.last() {
                    if at - from > BRACKETS_WITHIN {
                        open.clear();
                        break;
                    }
                    if close == ch {
                        partner[from] = at as u32;
                        partner[at] = from as u32;
                        open.pop();
                        break;
                    }
                    let near = open.iter().rev().take_while(|(from, _)| at - from <= BRACKETS_WITHIN);
                    let nested = near.into_iter().any(|&(_, close)| close == ch);
                    if !nested {
                        break;
                    }
                    open.pop();
                }
            }
            _ => {}
        }
    }
    partner
}
