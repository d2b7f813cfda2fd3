//! The façade: takes a text through every stage and puts the result together.

use std::borrow::Cow;
use std::ops::Range;

use crate::check::{self, Checks};
use crate::compare;
use crate::context::{self, BlockDraft};
use crate::figure::{self, Scene};
use crate::model::{Analysis, Comparison, Role, Word};
use crate::page;
use crate::page::Corrections;
use crate::present;
use crate::reading::Reading;
use crate::sentence;
use crate::source::{Source, utf16_units};
use crate::time::{self, Date};
use crate::words::{DictionaryError, Line, Mode, Segmenter, Token, keep_whole};

/// What [`Analyzer::analyze`] should do besides the usual.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Date of publication (year, month, day): resolves 1月8日, 去年, 今年上半年.
    pub date: Option<Date>,
    /// Also return the numerals that are no figures.
    pub rejected: bool,
    /// Also return the words.
    pub words: bool,
    /// Which checks run.
    pub checks: Checks,
    /// What a reader says of the layout: it beats all evidence.
    pub corrections: Corrections,
}

/// What [`Analyzer::segment`] should do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SegmentOptions {
    /// How finely to cut.
    pub mode: Mode,
    /// Whether jieba's hidden Markov model guesses words the dictionary lacks.
    pub hmm: bool,
    /// Whether a figure stays one word; in the default mode only, since the others list overlapping words.
    pub figures: bool,
}

impl Default for SegmentOptions {
    fn default() -> Self {
        SegmentOptions { mode: Mode::Default, hmm: true, figures: true }
    }
}

/// Reads texts. Holds the dictionary; every method leaves it as it was but [`Analyzer::add_word`].
pub struct Analyzer {
    pub(crate) segmenter: Segmenter,
}

impl Analyzer {
    /// Takes a dictionary: packed by [`pack_dictionary`](crate::pack_dictionary), which is open in a few milliseconds,
    /// or in jieba's text form.
    ///
    /// # Errors
    ///
    /// When the bytes are neither, or a packed dictionary is cut short, damaged or of another version.
    pub fn new(dictionary: impl Into<Cow<'static, [u8]>>) -> Result<Self, DictionaryError> {
        Ok(Analyzer { segmenter: Segmenter::new(dictionary)? })
    }

    /// Adds a word to the dictionary; without frequency it gets the one that makes it come out whole.
    pub fn add_word(&mut self, word: &str, frequency: Option<usize>, tag: Option<&str>) {
        self.segmenter.add_word(word, frequency, tag);
    }

    /// Page structure, sentences, figures with their meaning, times, findings.
    pub fn analyze(&self, text: &str, options: &Options) -> Analysis {
        self.analyze_source(&Source::new(text), options)
    }

    /// The same of a text whose offsets are known.
    pub(crate) fn analyze_source(&self, source: &Source, options: &Options) -> Analysis {
        let articles = page::rebuild(source, &self.segmenter, &options.corrections);
        let mut analysis = Analysis {
            rejected: options.rejected.then(Vec::new),
            words: options.words.then(Vec::new),
            ..Analysis::default()
        };
        let mut report = check::Report::default();
        for (article, items) in articles.iter().enumerate() {
            let (drafts, rejected): (Vec<_>, Vec<_>) = items.blocks.iter().map(|block| self.read(block)).unzip();
            let published = options.date.or_else(|| drafts.iter().find_map(dateline));
            let meanings = context::interpret(&drafts);
            let item = present::Item { drafts: &drafts, number: article, published };
            present::blocks(&mut analysis, item, meanings, rejected);
            report.add(check::article(&analysis, item, &options.checks));
        }
        (analysis.findings, analysis.coverage) = report.finish();
        analysis.articles = articles.into_iter().map(present::article).collect();
        analysis
    }

    /// Holds the figures of a claim (a summary, a rewrite, a model's answer) against its source. The options hold for
    /// both texts, but for the corrections, which are of the source.
    pub fn compare(&self, source: &str, claim: &str, options: &Options) -> Comparison {
        self.compare_sources(&Source::new(source), &Source::new(claim), options)
    }

    /// The same of texts whose offsets are known.
    pub(crate) fn compare_sources(&self, source: &Source, claim: &Source, options: &Options) -> Comparison {
        let of_claim = Options { corrections: Corrections::default(), ..options.clone() };
        compare::compare(
            compare::Side { text: source.text(), analysis: self.analyze_source(source, options) },
            compare::Side { text: claim.text(), analysis: self.analyze_source(claim, &of_claim) },
        )
    }

    /// Everything that is recognised in one block.
    pub(crate) fn read<'a>(&'a self, block: &'a page::Block) -> (BlockDraft<'a>, Vec<figure::Rejected>) {
        let reading = &block.reading;
        let line = Line::new(reading, self.segmenter.tag(reading.text(), true));
        let times = time::scan(reading.chars());
        let ranges: Vec<Range<usize>> = times.iter().map(|t| t.range.clone()).collect();
        let found = if block.role.states_figures() {
            figure::scan(&Scene::new(reading, &line, &ranges))
        } else {
            figure::Found::default()
        };
        let sentences = sentence::split(reading.chars());
        (BlockDraft { block, line, sentences, times, figures: found.figures }, found.rejected)
    }

    /// jieba's words with tags; a figure is never cut unless the options say so.
    pub fn segment(&self, text: &str, options: SegmentOptions) -> Vec<Word> {
        let source = Source::new(text);
        let word = |bytes: Range<usize>, tag: &str| Word {
            text: text[bytes.clone()].to_owned(),
            start: source.utf16(bytes.start),
            end: source.utf16(bytes.end),
            tag: tag.to_owned(),
        };
        self.tokens(text, options).into_iter().map(|t| word(t.bytes, t.tag)).collect()
    }

    /// The end offset of every word, nothing else.
    pub fn boundaries(&self, text: &str, options: SegmentOptions) -> Vec<u32> {
        if options.figures && options.mode == Mode::Default {
            let source = Source::new(text);
            return self.tokens(text, options).into_iter().map(|t| source.utf16(t.bytes.end)).collect();
        }
        // The fast road: neither tags nor tokens, and offsets are counted on from the word before.
        let mut ends = Vec::with_capacity(text.len() / 4);
        let (mut byte, mut units) = (0, 0);
        self.segmenter.each_word(text, options.mode, options.hmm, |word| {
            // Only the modes that give a word's parts go back, and never beyond the word.
            match word.end >= byte {
                true => units += utf16_units(&text[byte..word.end]),
                false => units -= utf16_units(&text[word.end..byte]),
            }
            byte = word.end;
            ends.push(units);
        });
        ends
    }

    /// The figures of a text in bytes, line by line: a word never spans a line end, so no page is rebuilt for this.
    fn figures_by_line(&self, text: &str) -> Vec<(Range<usize>, &'static str)> {
        let mut figures = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive(['\n', '\r']) {
            let source = Source::new(line);
            let reading = Reading::new(&source, 0..line.len());
            let words = Line::new(&reading, self.segmenter.tag(line, true));
            let times: Vec<Range<usize>> = time::scan(reading.chars()).into_iter().map(|t| t.range).collect();
            let found = figure::scan(&Scene::new(&reading, &words, &times)).figures;
            figures.extend(found.into_iter().map(|figure| {
                let bytes = reading.byte(figure.range.start)..reading.byte(figure.range.end);
                (at + bytes.start..at + bytes.end, "m")
            }));
            at += line.len();
        }
        figures
    }

    /// jieba's words in bytes of the text, as [`Analyzer::segment`] gives them.
    pub(crate) fn tokens<'a>(&'a self, text: &'a str, options: SegmentOptions) -> Vec<Token<'a>> {
        match options.mode {
            Mode::Default if options.figures => {
                keep_whole(self.segmenter.tag(text, options.hmm), &self.figures_by_line(text))
            }
            Mode::Default => self.segmenter.tag(text, options.hmm),
            mode => {
                let cut = self.segmenter.cut(text, mode, options.hmm);
                cut.into_iter().map(|bytes| Token { bytes, tag: "x" }).collect()
            }
        }
    }
}

/// The day of publication that a dateline states in full: 发布时间:2024-05-01.
fn dateline(draft: &BlockDraft) -> Option<Date> {
    if draft.block.role != Role::Dateline {
        return None;
    }
    draft.times.iter().find_map(|time| {
        let mut parts = time.value.as_deref()?.get(..10)?.splitn(3, '-');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    })
}
