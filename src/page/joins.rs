//! Which line breaks are layout, not text: the lines of one paragraph are found and put together.
//!
//! No rule alone decides. Where the page was wrapped at a fixed width, a line that is full goes on in the next one.
//! Elsewhere each line is a paragraph unless several things say that it was cut: it does not end a sentence, it is
//! running text, a word, a number or a quotation spans the break. A wrong join is worse than a missed one.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::Role;
use crate::page::corrections::Break;
use crate::page::cues::{Cues, Place};
use crate::page::lines::Lines;
use crate::page::roles::{is_complete, lead, role_of};
use crate::page::shape::{
    PAIRS, Tally, closes, ends_in_prose, ends_sentence, is_comma, is_han, is_stop, may_be_heading, opener_of, opening,
};
use crate::page::width::{Fill, Wrapping};
use crate::sorting::sort_by_key;
use crate::words::Segmenter;

/// A break that is removed.
///
/// Rules: `full-line` (the page is wrapped and the line is full), `no-line-start` and `no-line-end` (punctuation that may
/// not stand there), `number` (inside a figure), `open-quotation` (a quotation or bracket closes behind the break),
/// `comma` (the line ends with one), `echo` (the words across the break stand elsewhere on the page in one piece),
/// `word` (a dictionary word spans it), `latin-word` (a Latin word does), `unfinished` (running text without the end of
/// a sentence goes on), and `asked` (the reader says so).
pub struct Removed {
    /// The line before the break.
    pub line: usize,
    /// The rule.
    pub rule: &'static str,
    /// Whether a space stays, between two Latin words.
    pub space: bool,
}

/// Lines that make one block: the first, one behind the last, and the breaks between them.
pub struct Run {
    /// The first line.
    pub first: usize,
    /// One behind the last line.
    pub end: usize,
    /// Breaks removed, one between each two lines.
    pub removed: Vec<Removed>,
}

impl Run {
    /// A line, as long as nothing joins it.
    fn new(line: usize) -> Self {
        Run { first: line, end: line + 1, removed: Vec::new() }
    }
}

/// Puts the lines of each block together. `asked` says of the break before a line what the reader wants of it.
pub fn runs(lines: &Lines, segmenter: &Segmenter, asked: &FxHashMap<usize, Break>) -> Vec<Run> {
    if lines.lines.len() < 2 {
        // There is nothing to join.
        return (0..lines.lines.len()).map(Run::new).collect();
    }
    let base = base_indent(lines);
    let page = Page {
        lines,
        segmenter,
        wrapping: Wrapping::new(lines),
        roles: (0..lines.lines.len()).map(|line| role_of(lines.line(line))).collect(),
        spacing: usual_spacing(lines),
        base,
        indented: paragraphs_are_indented(lines, base),
        trailing: lines.lines.iter().filter(|l| l.trailing > 0).count() * 10 > lines.lines.len(),
        echoes: echoes(lines),
        marked: 0,
    };
    let page = Page { marked: page.marked_paragraphs(), ..page };
    let mut runs: Vec<Run> = Vec::new();
    let mut tally = Tally::default();
    for line in 0..lines.lines.len() {
        let rule = match asked.get(&line) {
            Some(Break::Goes) => Some("asked"),
            Some(Break::Stays) => None,
            None => runs.last().and_then(|run| page.joins(run, &tally, line)),
        };
        match (rule, runs.last_mut()) {
            (Some(rule), Some(run)) => {
                let space = keeps_space(lines.line(line - 1), lines.line(line));
                run.removed.push(Removed { line: line - 1, rule, space });
                run.end = line + 1;
            }
            _ => {
                runs.push(Run::new(line));
                tally = Tally::default();
            }
        }
        tally.read(lines.line(line));
    }
    runs
}

struct Page<'a> {
    lines: &'a Lines<'a>,
    segmenter: &'a Segmenter,
    wrapping: Wrapping,
    /// What each line says of itself.
    roles: Vec<Option<Role>>,
    /// Empty lines that most lines have before them.
    spacing: u32,
    /// Cells of white space that all lines have before them.
    base: u32,
    /// Whether paragraphs begin with an indent.
    indented: bool,
    /// Whether spaces at the ends of lines are usual here, and mean nothing.
    trailing: bool,
    /// Four characters across a break that stand elsewhere on the page without one.
    echoes: FxHashSet<[char; 4]>,
    /// How many of a hundred paragraphs begin with an indent or behind an empty line.
    marked: usize,
}

impl Page<'_> {
    /// Whether a sentence that ends with its full line ends its paragraph too. Where neither indents nor empty lines
    /// show that, paragraphs are as long as newspapers make them; where some do, only longer ones end without.
    fn ends_paragraph(&self, tally: &Tally, this: &[char]) -> bool {
        const USUAL: usize = 80;
        const MOSTLY: usize = 60;
        self.marked < MOSTLY
            && tally.len >= USUAL + USUAL * self.marked / 25
            && Cues::get().begins(Place::InsideStart, this).is_none()
    }

    /// How many of a hundred paragraphs, of those behind one that ends short of the width, begin with an indent or
    /// behind an empty line.
    fn marked_paragraphs(&self) -> usize {
        let (mut marked, mut all) = (0, 0);
        for line in 1..self.lines.lines.len() {
            let short = || self.wrapping.fill(self.lines, line - 1) == Fill::Short;
            if ends_sentence(self.lines.line(line - 1)) && short() {
                marked += usize::from(self.is_marked(line));
                all += 1;
            }
        }
        marked * 100 / all.max(1)
    }

    /// Whether an indent or an empty line stands before a line.
    fn is_marked(&self, line: usize) -> bool {
        let layout = &self.lines.lines[line];
        layout.blanks > self.spacing || layout.indent >= self.base + 2
    }

    /// The rule that joins a line to the block before it, if one does.
    fn joins(&self, run: &Run, tally: &Tally, line: usize) -> Option<&'static str> {
        let (before, this) = (self.lines.line(line - 1), self.lines.line(line));
        let layout = &self.lines.lines[line];
        if layout.inner || before.contains(&'\t') {
            return None;
        }
        let gap = layout.blanks.saturating_sub(self.spacing);
        if gap > 2 {
            return None;
        }
        let ended = ends_sentence(before);
        if let Some(rule) = self.by_punctuation(tally, before, this, ended) {
            return Some(rule);
        }
        let fill = if gap == 0 { self.wrapping.fill(self.lines, line - 1) } else { Fill::Unwrapped };
        let one = run.end - run.first == 1;
        if one && self.is_complete(line - 1) {
            let hangs = layout.indent <= self.base || layout.indent < self.lines.lines[line - 1].indent;
            let whole = hangs && matches!(fill, Fill::Full | Fill::Nearly) && self.same_line(line);
            return whole.then_some("full-line");
        }
        let indented = layout.indent >= self.base + 2;
        if indented {
            return None;
        }
        match fill {
            Fill::Full if ended && self.wrapping.fill(self.lines, line) == Fill::Indented => None,
            Fill::Full => self.goes_on(run, tally, line).then_some("full-line"),
            Fill::Nearly if !ended => self.goes_on(run, tally, line).then_some("full-line"),
            Fill::Nearly => None,
            Fill::Indented if one && !ended && self.wrapping.fill(self.lines, line) != Fill::Indented => {
                self.goes_on(run, tally, line).then_some("full-line")
            }
            Fill::Indented => None,
            Fill::Short if !tally.is_prose() => None,
            fill => self.cut(run, tally, line, fill == Fill::Short, gap > 0),
        }
    }

    /// Punctuation that may not begin or end a line.
    fn by_punctuation(&self, tally: &Tally, before: &[char], this: &[char], ended: bool) -> Option<&'static str> {
        let (last, first) = (before[before.len() - 1], this[0]);
        if matches!(first, '。' | ',' | '、' | ';' | ':') || (matches!(first, '!' | '?') && !ended) {
            return Some("no-line-start");
        }
        if let Some(pair) = opener_of(first)
            && (tally.is_open(pair, usize::MAX) && !(ended && pair > 2))
        {
            return Some("no-line-start");
        }
        if first == '%' && last.is_ascii_digit() {
            return Some("number");
        }
        (opening(last).is_some() && before.len() > 1).then_some("no-line-end")
    }

    /// A full line goes on in the next, unless what stands there is complete in itself.
    fn goes_on(&self, run: &Run, tally: &Tally, line: usize) -> bool {
        let (before, this) = (self.lines.line(line - 1), self.lines.line(line));
        let ended = ends_sentence(before);
        let one = run.end - run.first == 1;
        if this.len() <= 2 && this.iter().all(|&c| is_han(c)) {
            return !ended;
        }
        // Spaces between words of one line may end it; those of a byline behind its report do.
        let spaced = self.lines.lines[line - 1].trailing >= 2 && !self.trailing;
        if self.roles[line].is_some() {
            return tally.is_prose() && (!ended || spaced);
        }
        let introduced = ended || before.ends_with(&[':']);
        if (introduced && (has_speaker(this) || begins_item(this)))
            || (ended && (self.is_single(line) || self.ends_paragraph(tally, this)))
        {
            return false;
        }
        // Wide spaces between two statements are a heading's, however full its line is.
        let heading = one && may_be_heading(before) && before.windows(2).any(|w| w == [' ', ' ']);
        if heading && flows(this) {
            return false;
        }
        // The first line of a page is its title; that it is full is chance unless a word goes on.
        let title = run.first == 0 && one && tally.commas == 0 && !may_be_heading(this) && lead(before) == 0;
        !title
            || (0..PAIRS.len()).any(|pair| tally.is_open(pair, usize::MAX))
            || Cues::get().ends(Place::LineEnd, before).is_some()
            || self.word_spans(before, this, false)
            || self.echoes.contains(&across(before, this).unwrap_or_default())
    }

    /// A line that was ended on purpose without ending a sentence: a heading, not the end of a paragraph.
    fn is_single(&self, line: usize) -> bool {
        let this = self.lines.line(line);
        let behind = |line: usize| line + 1 < self.lines.lines.len() && self.is_marked(line + 1);
        let short = |line| behind(line) || matches!(self.wrapping.fill(self.lines, line), Fill::Short);
        let heading = |chars: &[char]| may_be_heading(chars) && !ends_sentence(chars);
        if short(line) {
            return heading(this);
        }
        // One that is too long for its line.
        let next = line + 1 < self.lines.lines.len() && self.lines.lines[line + 1].blanks <= self.spacing;
        next && short(line + 1) && !ends_sentence(this) && heading(&[this, self.lines.line(line + 1)].concat())
    }

    /// Whether a line is complete as it is; a caption is running text that may go on.
    fn is_complete(&self, line: usize) -> bool {
        self.roles[line].is_some_and(|role| role != Role::Caption)
    }

    /// A byline or credit that is too long for the column: with the next line it is still one.
    fn same_line(&self, line: usize) -> bool {
        const SHORT: usize = 16;
        let (before, this) = (self.lines.line(line - 1), self.lines.line(line));
        this.len() <= SHORT
            && self.roles[line].is_none()
            && !flows(this)
            && (is_complete(&[before, this].concat()) || is_complete(&[before, &[' '], this].concat()))
    }

    /// A line that was cut, on a page whose lines are paragraphs.
    ///
    /// `short` says that there was room for more, `apart` that more space than usual stands before the line.
    fn cut(&self, run: &Run, tally: &Tally, line: usize, short: bool, apart: bool) -> Option<&'static str> {
        const LONG: usize = 60;
        let (before, this) = (self.lines.line(line - 1), self.lines.line(line));
        let doubtful = short || (apart && !tally.is_prose());
        if ends_sentence(before) || self.roles[line].is_some() {
            return None;
        }
        let (last, first) = (before[before.len() - 1], this[0]);
        let flows = flows(this);
        let opened = run.end - run.first == 1 && Cues::get().begins(Place::Opener, before).is_some();
        let prose = tally.is_prose() || self.is_body(run.first) || (flows && (opened || has_dated_bracket(before)));
        if !prose && !flows {
            return None;
        }
        if begins_item(this) {
            return None;
        }
        if number_spans(before, this) && (prose || tally.len > 8) {
            return Some("number");
        }
        // The items of a list end with semicolons; a paragraph has whole sentences before them.
        if last == ':'
            || (last == ';' && tally.stops == 0)
            || matches!(first, '●' | '■' | '◆' | '►' | '▶' | '□' | '◎' | '·' | '•')
        {
            return None;
        }
        if closes_here(tally, this) {
            return Some("open-quotation");
        }
        // 今天 before （6月11日）在: a bracket with a date or an amount and text behind it begins no paragraph.
        let noted = first == '(' && this.get(1).is_some_and(char::is_ascii_digit);
        if noted && this.iter().take(20).position(|&c| c == ')').is_some_and(|close| close + 1 < this.len()) {
            return Some("unfinished");
        }
        if is_comma(last) && !short {
            return Some("comma");
        }
        if across(before, this).is_some_and(|four| self.echoes.contains(&four)) {
            return Some("echo");
        }
        if doubtful {
            return None;
        }
        if spelled_on(before, this) {
            return Some("latin-word");
        }
        if self.word_spans(before, this, prose || tally.commas > 0) {
            return Some("word");
        }
        // Of lines that all do without a full stop, each is a statement of its own.
        let ends = ends_sentence(this) || this.len() > LONG || !is_han(first);
        let bound = Cues::get().ends(Place::LineEnd, before).is_some() || matches!(last, '/' | '~' | '-');
        (flows && (prose && ends || bound || self.needs_more(this))).then_some("unfinished")
    }

    /// Whether the line's first word needs another before it, as no first word of a paragraph does.
    fn needs_more(&self, this: &[char]) -> bool {
        const WINDOW: usize = 6;
        let head: String = this.iter().take(WINDOW).take_while(|&&c| is_han(c)).collect();
        let tokens = self.segmenter.tag(&head, false);
        let first: Vec<char> = tokens.first().map(|t| head[t.bytes.clone()].chars().collect()).unwrap_or_default();
        Cues::get().matches(Place::LineStart, &first)
    }

    /// On a page that indents its paragraphs, an indented line is running text.
    fn is_body(&self, line: usize) -> bool {
        self.indented && self.lines.lines[line].indent >= self.base + 2
    }

    /// Whether a word of the dictionary stands across the break. One of two characters may come about by chance: the
    /// sides must not have a use for them, neither side unless what stands before is `running` text.
    fn word_spans(&self, before: &[char], this: &[char], running: bool) -> bool {
        const WINDOW: usize = 8;
        let head: Vec<char> = before.iter().rev().take(WINDOW).take_while(|&&c| is_han(c)).copied().collect();
        let head: String = head.into_iter().rev().collect();
        let tail: String = this.iter().take(WINDOW).take_while(|&&c| is_han(c)).collect();
        if head.is_empty() || tail.is_empty() {
            return false;
        }
        let whole = format!("{head}{tail}");
        let tokens = self.segmenter.tag(&whole, false);
        let Some(word) = tokens.iter().find(|t| t.bytes.start < head.len() && t.bytes.end > head.len()) else {
            return false;
        };
        let chars = whole[word.bytes.clone()].chars().count();
        if chars >= 3 {
            return true;
        }
        let alone = |text: &str, last: bool| {
            let tokens = self.segmenter.tag(text, false);
            let token = if last { tokens.last() } else { tokens.first() };
            token.is_some_and(|t| t.bytes.len() <= 4)
        };
        let (head, tail) = (alone(&head, true), alone(&tail, false));
        head && tail || (running && (head || tail))
    }
}

/// A line that goes on as running text does: with punctuation inside, or to the end of a sentence.
fn flows(chars: &[char]) -> bool {
    ends_sentence(chars) || chars.iter().take(400).any(|&c| is_comma(c) || matches!(c, '。' | ';')) || chars.len() > 36
}

/// 今天（6月11日）: broadcasts name the day in a report, and never in a title.
fn has_dated_bracket(chars: &[char]) -> bool {
    let day = |at: usize| {
        let note = &chars[at + 1..chars.len().min(at + 8)];
        let close = note.iter().position(|&c| c == ')');
        close.is_some_and(|close| {
            note[..close].contains(&'月')
                && note[..close].ends_with(&['日'])
                && note[..close].iter().all(|&c| c.is_ascii_digit() || matches!(c, '月' | '日'))
        })
    };
    (1..chars.len()).any(|at| chars[at] == '(' && matches!(chars[at - 1], '天' | '晚' | '日' | '晨' | '午') && day(at))
}

/// 7月 before 21日, 今年 before 5月: a date in two. 近 before 1万: a number without what it is near.
fn date_spans(before: &[char], this: &[char]) -> bool {
    let digits = this.iter().take(6).take_while(|c| c.is_ascii_digit()).count();
    let [.., number, unit] = before else { return false };
    let year = number.is_ascii_digit() || matches!(number, '今' | '去' | '明');
    match (unit, this.get(digits)) {
        _ if digits == 0 => false,
        ('月', Some('日')) => number.is_ascii_digit(),
        ('年', Some('月')) => year,
        ('近' | '约' | '逾' | '超' | '仅' | '共' | '达', _) => !is_list_marker(this),
        _ => false,
    }
}

/// Digits on both sides, or a number before its unit or scale.
fn number_spans(before: &[char], this: &[char]) -> bool {
    if date_spans(before, this) {
        return true;
    }
    let last = before[before.len() - 1];
    let inside = |c: char| matches!(c, '.' | ',');
    let digits_before =
        last.is_ascii_digit() || (inside(last) && before.len() > 1 && before[before.len() - 2].is_ascii_digit());
    if !digits_before {
        return false;
    }
    let second = this.get(1).is_some_and(char::is_ascii_digit);
    match this[0] {
        c if c.is_ascii_digit() => !is_list_marker(this),
        '.' => second,
        _ => last.is_ascii_digit() && Cues::get().begins(Place::Counter, this).is_some(),
    }
}

/// A Latin word that is cut, in the midst of Chinese: letters before the break, a small letter behind it.
fn spelled_on(before: &[char], this: &[char]) -> bool {
    before[before.len() - 1].is_ascii_alphabetic() && this[0].is_ascii_lowercase() && !ends_in_prose(before)
}

/// Begins as the items of a list do: 1., （二）, 三是, 其四.
fn begins_item(chars: &[char]) -> bool {
    let numeral = |c: &char| "一二三四五六七八九十".contains(*c);
    match chars {
        ['第' | '其', n, ',', ..] | [n, '是' | '、', ..] => numeral(n),
        // （7月19日） is none.
        ['(', n, ..] => (numeral(n) || n.is_ascii_digit()) && chars.iter().take(5).any(|&c| c == ')'),
        _ => is_list_marker(chars),
    }
}

/// Begins with the name of a speaker and a colon, as the lines of an interview do.
fn has_speaker(chars: &[char]) -> bool {
    const LONGEST: usize = 12;
    let name = chars.iter().take(LONGEST).take_while(|&&c| is_han(c) || matches!(c, '(' | ')')).count();
    name >= 2 && chars.get(name) == Some(&':') && chars.get(name + 1).is_some_and(|&c| opening(c).is_none())
}

/// `1.`, `2、`, `3)` before something that is no digit.
pub fn is_list_marker(chars: &[char]) -> bool {
    let digits = chars.iter().take(3).take_while(|c| c.is_ascii_digit()).count();
    digits > 0
        && chars.get(digits).is_some_and(|c| matches!(c, '.' | '、' | ')'))
        && !chars.get(digits + 1).is_some_and(char::is_ascii_digit)
}

/// A quotation or bracket that is open before the break closes soon behind it.
fn closes_here(tally: &Tally, this: &[char]) -> bool {
    const OPEN: usize = 60;
    const SOON: usize = 40;
    (0..PAIRS.len()).filter(|&pair| tally.is_open(pair, OPEN)).any(|pair| {
        let (open, close) = PAIRS[pair];
        let next = this.iter().take(SOON).find(|&&c| c == open || c == close);
        next == Some(&close)
    })
}

/// The two characters on either side of a break, where all are Chinese.
fn across(before: &[char], this: &[char]) -> Option<[char; 4]> {
    match (before, this) {
        ([.., a, b], [c, d, ..]) if [a, b, c, d].iter().all(|c| is_han(**c)) => Some([*a, *b, *c, *d]),
        _ => None,
    }
}

/// What stands across the page's breaks and elsewhere in one piece: a name or a phrase that the page repeats.
fn echoes(lines: &Lines) -> FxHashSet<[char; 4]> {
    let wanted: FxHashSet<[char; 4]> =
        (1..lines.lines.len()).filter_map(|line| across(lines.line(line - 1), lines.line(line))).collect();
    let mut found = FxHashSet::default();
    if wanted.is_empty() {
        return found;
    }
    for line in 0..lines.lines.len() {
        for four in lines.line(line).windows(4) {
            let four = [four[0], four[1], four[2], four[3]];
            if wanted.contains(&four) {
                found.insert(four);
            }
        }
    }
    found
}

/// A break between two Latin words is a space; between anything else it is nothing.
fn keeps_space(before: &[char], this: &[char]) -> bool {
    let (last, first) = (before[before.len() - 1], this[0]);
    if last == '-' {
        return false;
    }
    if ends_in_prose(before) && first.is_ascii() {
        return !closes(first) && !is_comma(first) && !is_stop(first);
    }
    last.is_ascii_alphabetic() && first.is_ascii_alphabetic() && !spelled_on(before, this)
}

/// The least number of empty lines before a line that is usual on the page.
fn usual_spacing(lines: &Lines) -> u32 {
    let mut counts = [0usize; 4];
    for line in lines.lines.iter().skip(1).filter(|line| !line.inner) {
        counts[(line.blanks as usize).min(3)] += 1;
    }
    let all: usize = counts.iter().sum();
    (0..3).find(|&blanks| counts[blanks] * 5 > all).unwrap_or(0) as u32
}

/// The indent of the least indented lines, the odd one among many apart.
fn base_indent(lines: &Lines) -> u32 {
    let mut indents: Vec<u32> = lines.lines.iter().filter(|l| !l.inner).map(|l| l.indent).collect();
    sort_by_key(&mut indents, |indent| *indent);
    indents.get(indents.len() / 50).copied().unwrap_or(0)
}

fn paragraphs_are_indented(lines: &Lines, base: u32) -> bool {
    let ended: Vec<&_> =
        lines.lines.iter().filter(|l| l.range.len() > 30 && ends_sentence(&lines.chars[l.range.clone()])).collect();
    let indented = ended.iter().filter(|l| l.indent >= base + 2).count();
    indented > 0 && indented * 2 >= ended.len()
}
