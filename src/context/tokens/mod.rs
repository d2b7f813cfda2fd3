//! A block as a row of tokens: jieba's words with figures and times put in whole, each with the class that the
//! grammar of phrases asks for, cut into clauses.

use std::ops::Range;

use super::BlockDraft;
use super::lexicon::{Said, said_at};
use crate::lookup::Slot;
use crate::page;

mod brackets;
mod class;
mod filing;
mod mend;

pub use class::Class;

use filing::push_word;

/// A word, a figure, a time or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Characters of the reading.
    pub range: Range<usize>,
    /// The same as written.
    pub text: &'a str,
    /// The place of the text in the tables of words.
    slot: Slot,
    /// What they say of it.
    said: &'static Said,
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
        let slot = Slot::of(text);
        Token { text, slot, said: said_at(slot, text), range, class, clause: 0, known: true }
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
        let (mut list, figures) = mend::mend(draft, list);
        skip_lead(draft, &mut list);
        let partner = brackets::partners(&list);
        let size = list.len();
        let named = |token: &Token| token.class == Class::Person && token.text.contains('某');
        let masked = list.iter().any(|token| named(token) || token.said.accused);
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

    /// What the tables say of a token.
    pub fn said(&self, at: usize) -> &'static Said {
        self.list[at].said
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
