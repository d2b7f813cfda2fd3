//! A result as a tape: its numbers in a row, and the characters of its strings in another. `pkg/lib/tape.js` reads both where
//! they lie, and makes plain objects several times as fast as they could be made property by property from in here.
//!
//! The tape holds values alone, each type by a method of [`Writer`]; a function of its name reads it there, in the same
//! order, and a test of the package holds the two to the crate's own JSON. Words of 32 bits:
//!
//! | value | words |
//! |---|---|
//! | the tape | address and length of the strings' UTF-8, then the value's words |
//! | number | one for a whole number, two for a double |
//! | bool | 0 or 1 |
//! | enum | the number of the variant |
//! | list | its length, then its elements |
//! | what may be missing | 0, or 1 and the value |
//! | string | its UTF-16 length |
//! | string that comes again and again | 0 and a string; from then on its number, counted from 1 |
//! | text at offsets | the offsets; 0 where it is what stands there in the text as given, else 1 and a string |

use rustc_hash::FxHashMap;

use crate::model::{
    Agreement, Analysis, Article, Block, Change, Comparison, Figure, Finding, Item, Match, Message, Phrase, Rejected,
    RuleCoverage, Span, Subject, Time, TimeRef, Unit, Word,
};
use crate::source::{Source, utf16_units};
use crate::words::Token;

/// Words for the address and the length of the strings.
const HEAD: usize = 2;
/// Words and bytes that are kept for the next result; those of a longer one are given back.
const KEPT: usize = 1 << 18;
/// How many strings are kept that come again and again; a user's own tags may be any number.
const SHARED: usize = 1 << 12;
/// Marks a string that is not kept.
const OWN: u32 = 1 << 31;

/// Numbers and strings of a result.
#[derive(Default)]
pub struct Tape {
    words: Vec<u32>,
    text: String,
    shared: FxHashMap<Box<str>, u32>,
}

impl Tape {
    /// Puts an analysis on the tape, in place of the result before.
    pub fn write_analysis(&mut self, analysis: &Analysis, source: &Source) {
        self.begin();
        Writer { tape: self, source }.analysis(analysis);
        self.end();
    }

    /// Puts a comparison on the tape.
    pub fn write_comparison(&mut self, comparison: &Comparison, source: &Source, claim: &Source) {
        self.begin();
        let mut writer = Writer { tape: self, source };
        writer.list(&comparison.matches, Writer::matched);
        Writer { tape: writer.tape, source: claim }.analysis(&comparison.claim);
        Writer { tape: writer.tape, source }.analysis(&comparison.source);
        self.end();
    }

    /// Puts words on the tape: tokens of the text as given.
    pub fn write_words(&mut self, tokens: &[Token], source: &Source) {
        self.begin();
        let mut writer = Writer { tape: self, source };
        writer.list(tokens, |writer, token| {
            let (start, end) = (source.utf16(token.bytes.start), source.utf16(token.bytes.end));
            writer.numbers(&[start, end, 0]);
            writer.shared(token.tag);
        });
        self.end();
    }

    fn begin(&mut self) {
        self.words.clear();
        self.words.shrink_to(KEPT);
        self.text.clear();
        self.text.shrink_to(KEPT);
        self.words.resize(HEAD, 0);
    }

    fn end(&mut self) {
        self.words[..HEAD].copy_from_slice(&[self.text.as_ptr() as usize as u32, self.text.len() as u32]);
    }

    /// Where the tape begins in memory.
    pub fn address(&self) -> u32 {
        self.words.as_ptr() as usize as u32
    }
}

/// Writes values whose offsets count in one text.
struct Writer<'t> {
    tape: &'t mut Tape,
    source: &'t Source<'t>,
}

impl Writer<'_> {
    fn number(&mut self, number: u32) {
        self.tape.words.push(number);
    }

    fn numbers(&mut self, numbers: &[u32]) {
        self.tape.words.extend_from_slice(numbers);
    }

    fn double(&mut self, double: &f64) {
        let bits = double.to_bits();
        self.numbers(&[bits as u32, (bits >> 32) as u32]);
    }

    fn string(&mut self, string: &str) {
        self.tape.text.push_str(string);
        self.number(utf16_units(string));
    }

    fn shared(&mut self, string: &str) {
        if let Some(&number) = self.tape.shared.get(string) {
            return self.number(number);
        }
        let number = self.tape.shared.len() as u32 + 1;
        if number as usize > SHARED {
            self.tape.text.push_str(string);
            return self.number(OWN | utf16_units(string));
        }
        self.tape.shared.insert(string.into(), number);
        self.number(0);
        self.string(string);
    }

    /// A text with its offsets.
    fn placed(&mut self, text: &str, start: u32, end: u32) {
        self.numbers(&[start, end]);
        // What was dropped between two pieces lies inside the offsets, and of what is kept only white space may be altered.
        let whole = utf16_units(text) == end - start;
        let as_given = || self.source.text().as_bytes()[self.source.byte(start)..].starts_with(text.as_bytes());
        if whole && (!text.contains(' ') || as_given()) {
            self.number(0);
        } else {
            self.number(1);
            self.string(text);
        }
    }

    fn maybe<T>(&mut self, value: &Option<T>, mut write: impl FnMut(&mut Self, &T)) {
        self.number(u32::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }

    fn list<T>(&mut self, list: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(list.len() as u32);
        list.iter().for_each(|element| write(self, element));
    }

    fn strings(&mut self, list: &[String]) {
        self.list(list, |writer, string| writer.string(string));
    }

    fn spans(&mut self, spans: &[Span]) {
        self.list(spans, |writer, span| writer.numbers(&[span.start, span.end]));
    }

    fn phrase(&mut self, phrase: &Phrase) {
        self.placed(&phrase.text, phrase.start, phrase.end);
        self.spans(&phrase.spans);
    }

    fn message(&mut self, message: &Message) {
        self.string(&message.zh);
        self.string(&message.en);
    }

    fn analysis(&mut self, analysis: &Analysis) {
        self.list(&analysis.articles, Self::article);
        self.spans(&analysis.sentences);
        self.list(&analysis.figures, Self::figure);
        self.list(&analysis.times, Self::time);
        self.list(&analysis.findings, Self::finding);
        self.number(analysis.coverage.figures);
        self.list(&analysis.coverage.rules, Self::rule_coverage);
        self.list(&analysis.coverage.agreements, Self::agreement);
        self.maybe(&analysis.rejected, |writer, rejected| writer.list(rejected, Self::rejected));
        self.maybe(&analysis.words, |writer, words| writer.list(words, Self::word));
    }

    fn article(&mut self, article: &Article) {
        self.number(article.kind as u32);
        self.maybe(&article.title, Self::phrase);
        self.list(&article.authors, Self::phrase);
        self.list(&article.blocks, Self::block);
        self.numbers(&[article.start, article.end]);
    }

    fn block(&mut self, block: &Block) {
        self.number(block.role as u32);
        self.placed(&block.text, block.start, block.end);
        self.list(&block.joins, |writer, join| {
            writer.number(join.at);
            writer.shared(join.rule);
        });
    }

    fn figure(&mut self, figure: &Figure) {
        self.string(&figure.id);
        self.number(figure.kind as u32);
        self.placed(&figure.text, figure.start, figure.end);
        self.maybe(&figure.value, Self::double);
        self.maybe(&figure.decimal, |writer, decimal| writer.string(decimal));
        self.maybe(&figure.min, Self::double);
        self.maybe(&figure.max, Self::double);
        self.numbers(&[figure.min_inclusive.into(), figure.max_inclusive.into(), figure.bound as u32]);
        self.string(&figure.written.mantissa);
        self.numbers(&[figure.written.scale, figure.written.decimals]);
        self.maybe(&figure.unit, Self::unit);
        self.maybe(&figure.item, Self::item);
        self.maybe(&figure.subject, Self::subject);
        self.maybe(&figure.time, Self::time_ref);
        self.maybe(&figure.change, Self::change);
        self.maybe(&figure.share, |writer, share| writer.phrase(&share.of));
        self.numbers(&[figure.each.into(), figure.status as u32]);
        self.maybe(&figure.speaker, Self::phrase);
        self.maybe(&figure.group, |writer, group| writer.string(group));
        self.numbers(&[figure.article, figure.block, figure.sentence]);
        self.shared(figure.rule);
    }

    fn unit(&mut self, unit: &Unit) {
        self.shared(&unit.text);
        self.shared(&unit.canonical);
        self.number(unit.class as u32);
        self.maybe(&unit.code, |writer, code| writer.shared(code));
        self.maybe(&unit.per, |writer, per| writer.shared(per));
    }

    fn item(&mut self, item: &Item) {
        self.phrase(&item.phrase);
        self.number(item.order as u32);
    }

    fn subject(&mut self, subject: &Subject) {
        self.phrase(&subject.phrase);
        self.number(subject.from as u32);
    }

    fn time_ref(&mut self, time: &TimeRef) {
        self.phrase(&time.phrase);
        self.string(&time.id);
        self.number(time.from as u32);
    }

    fn change(&mut self, change: &Change) {
        self.numbers(&[change.role as u32, change.direction as u32]);
        self.phrase(&change.cue);
        self.maybe(&change.base, |writer, base| {
            writer.string(&base.text);
            writer.number(base.kind as u32);
        });
        self.maybe(&change.partner, |writer, partner| writer.string(partner));
    }

    fn time(&mut self, time: &Time) {
        self.string(&time.id);
        self.placed(&time.text, time.start, time.end);
        self.maybe(&time.value, |writer, value| writer.string(value));
        self.maybe(&time.resolved, |writer, resolved| writer.string(resolved));
    }

    fn finding(&mut self, finding: &Finding) {
        self.shared(finding.rule);
        self.number(finding.severity as u32);
        self.message(&finding.message);
        self.maybe(&finding.arithmetic, |writer, arithmetic| writer.string(arithmetic));
        self.strings(&finding.figures);
        self.spans(&finding.spans);
    }

    fn rule_coverage(&mut self, coverage: &RuleCoverage) {
        self.shared(coverage.rule);
        self.numbers(&[coverage.checked, coverage.agreed]);
    }

    fn agreement(&mut self, agreement: &Agreement) {
        self.shared(agreement.rule);
        self.message(&agreement.message);
        self.maybe(&agreement.arithmetic, |writer, arithmetic| writer.string(arithmetic));
        self.strings(&agreement.figures);
        self.spans(&agreement.spans);
    }

    fn rejected(&mut self, rejected: &Rejected) {
        self.placed(&rejected.text, rejected.start, rejected.end);
        self.number(rejected.reason as u32);
    }

    fn word(&mut self, word: &Word) {
        self.placed(&word.text, word.start, word.end);
        self.shared(&word.tag);
    }

    fn matched(&mut self, matched: &Match) {
        self.string(&matched.claim);
        self.maybe(&matched.source, |writer, source| writer.string(source));
        self.strings(&matched.sources);
        self.number(matched.verdict as u32);
        self.list(&matched.differences, |writer, difference| writer.number(*difference as u32));
        self.message(&matched.note);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(bytes: std::ops::Range<usize>, tag: &str) -> Token<'_> {
        Token { bytes, tag }
    }

    fn words_of(tape: &mut Tape, text: &str, tokens: &[Token]) -> (Vec<u32>, String) {
        tape.write_words(tokens, &Source::new(text));
        assert_eq!(tape.words[1] as usize, tape.text.len());
        (tape.words[HEAD..].to_vec(), tape.text.clone())
    }

    #[test]
    fn what_comes_again_is_a_number() {
        let mut tape = Tape::default();
        let tokens = [token(0..7, "ns"), token(7..10, "x"), token(10..13, "ns")];
        let first = words_of(&mut tape, "𠮷庆，市", &tokens);
        assert_eq!(first, (vec![3, 0, 3, 0, 0, 2, 3, 4, 0, 0, 1, 4, 5, 0, 1], "nsx".to_owned()));
        let again = words_of(&mut tape, "市，市", &[token(0..3, "ns"), token(3..6, "x")]);
        assert_eq!(again, (vec![2, 0, 1, 0, 1, 1, 2, 0, 2], String::new()));
    }

    #[test]
    fn no_more_is_kept_than_a_few_thousand() {
        let mut tape = Tape::default();
        for number in 0..SHARED {
            let tag = format!("u{number}");
            words_of(&mut tape, "市", &[token(0..3, &tag)]);
        }
        let own = words_of(&mut tape, "市", &[token(0..3, "new")]);
        assert_eq!(own, (vec![1, 0, 1, 0, OWN | 3], "new".to_owned()));
        assert_eq!(words_of(&mut tape, "市", &[token(0..3, "u0")]).0, [1, 0, 1, 0, 1]);
    }

    #[test]
    fn a_text_that_is_not_what_stands_there_is_written_out() {
        let source = Source::new("😀招\n聘会 x");
        let mut tape = Tape::default();
        let mut writer = Writer { tape: &mut tape, source: &source };
        writer.placed("招聘", 2, 5);
        writer.placed("聘会", 4, 6);
        writer.placed("会 x", 5, 8);
        assert_eq!(tape.words, [2, 5, 1, 2, 4, 6, 0, 5, 8, 0]);
        assert_eq!(tape.text, "招聘");
    }
}
