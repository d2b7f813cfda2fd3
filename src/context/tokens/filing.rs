//! jieba's words as tokens: each with its class, cut where jieba joins what the grammar needs apart.

use std::ops::Range;

use super::{Class, Token};
use crate::context::BlockDraft;
use crate::context::lexicon::{MEASURES, SURNAMES, Turn, said, said_at};
use crate::lookup::Slot;

/// Files a word, or the rest of one that a figure cuts.
pub fn push_word<'a>(draft: &'a BlockDraft, range: Range<usize>, tag: &str, whole: bool, list: &mut Vec<Token<'a>>) {
    let text = draft.block.reading.slice(range.clone());
    let slot = Slot::of(text);
    let here = said_at(slot, text);
    let word = |class| Token { range: range.clone(), text, slot, said: here, class, clause: 0, known: true };
    if let Some(class) = here.class {
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
    let change = || matches!(said(slice(half..range.end)).change, Some((Turn::Verb, _)));
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
        if said(slice(range.start..half)).class == Some(Class::Verb) && measured() {
            list.push(Token::new(draft, range.start..half, Class::Verb));
            return list.push(Token::new(draft, half..range.end, Class::Noun));
        }
    }
    // jieba takes 表示 for a noun, and 表示满意, 保持稳定.
    let class = match Class::of_tag(tag, first) {
        Class::Noun if here.tells => Class::Verb,
        Class::Noun if range.len() == 4 => {
            let first_half = said(slice(range.start..half));
            let verb = first_half.tells || matches!(first_half.class, Some(Class::Verb | Class::Copula));
            if verb { Class::Verb } else { Class::Noun }
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
            let class = said(slice(at.clone())).class;
            class.filter(|c| {
                matches!(c, Class::Adverb | Class::Copula | Class::Preposition | Class::Pronoun | Class::Particle)
            })
        };
        let verb = said(slice(head.clone())).class == Some(Class::Verb);
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
