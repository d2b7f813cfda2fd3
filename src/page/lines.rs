//! The lines of the text as given: what is printed on each, how far it is indented, what stands between them.

use std::ops::Range;

use crate::fold::{Ideographs, fold};
use crate::page::width::{IDEOGRAPH, NARROW, Widths, widths_of};
use crate::reading::{Parts, is_even};
use crate::source::Source;

/// An indent inside a line begins a paragraph only with this many characters or more behind it.
const LONG: usize = 8;

/// Characters that break a line. A carriage return and the line feed behind it are one break.
fn breaks_line(ch: char) -> bool {
    matches!(ch, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Counts as white space and is dropped wherever it stands: the zero width space and the byte order mark.
fn is_invisible(ch: char) -> bool {
    matches!(ch, '\u{200b}' | '\u{feff}')
}

/// A line with something on it.
pub struct Line {
    /// Its characters, outer white space apart: indices into [`Lines::chars`].
    pub range: Range<usize>,
    /// Cells of white space before it, a cell being half the width of a Chinese character.
    pub indent: u32,
    /// Width of its characters and the spaces inside.
    pub widths: Widths,
    /// Cells of white space behind it.
    pub trailing: u32,
    /// Empty lines between the line before and this one.
    pub blanks: u32,
    /// Whether nothing was dropped between its characters.
    pub gapless: bool,
    /// Not a line of its own in the text as given: the paragraph indent inside a line begins it.
    pub inner: bool,
    /// Whether nothing on it is outside the basic plane, nor white space that does not read as it is written.
    even: bool,
    /// Whether a wide space stands behind its first character, so that an indent may.
    wide_spaces: bool,
}

impl Line {
    /// A line that begins at a character, nothing on it yet.
    fn empty(start: usize, blanks: u32) -> Self {
        Line {
            range: start..start,
            indent: 0,
            widths: Widths::default(),
            trailing: 0,
            blanks,
            gapless: true,
            inner: false,
            even: true,
            wide_spaces: false,
        }
    }
}

/// All lines of a text.
pub struct Lines<'a> {
    text: &'a str,
    /// Folded characters of all lines, without line breaks and outer white space.
    pub chars: Vec<char>,
    /// Byte offset, in the text as given, of each of them.
    bytes: Vec<u32>,
    /// Lines in order.
    pub lines: Vec<Line>,
}

impl<'a> Lines<'a> {
    /// Reads the text once.
    pub fn new(source: &Source<'a>) -> Self {
        let text = source.text();
        let size = source.units() as usize;
        let mut all =
            Lines { text, chars: Vec::with_capacity(size), bytes: Vec::with_capacity(size), lines: Vec::new() };
        let ideographs = Ideographs::get();
        let mut line = Line::empty(0, 0);
        let mut returned = false;
        // Characters that are no more than printed, as most are: they are told of together.
        let (mut wide, mut narrow) = (0, 0);
        let mut rest = text.as_bytes();
        loop {
            let at = text.len() - rest.len();
            // Before all else, since it is most of the text.
            if let Some((folded, behind)) = ideographs.fold(rest) {
                all.push(at, folded);
                wide += 1;
                rest = behind;
                continue;
            }
            let Some(ch) = text[at..].chars().next() else { break };
            rest = &rest[ch.len_utf8()..];
            match ch {
                '!'..='~' => {
                    all.push(at, ch);
                    narrow += 1;
                    continue;
                }
                '、' | '。' | '\u{ff01}'..='\u{ff5e}' => {
                    all.push(at, fold(ch));
                    wide += 1;
                    continue;
                }
                _ => {}
            }
            if wide + narrow > 0 {
                all.printed(&mut line, IDEOGRAPH.times(wide) + NARROW.times(narrow));
                (wide, narrow, returned) = (0, 0, false);
            }
            let again = ch == '\n' && std::mem::take(&mut returned);
            if again {
                continue;
            }
            returned = ch == '\r';
            if breaks_line(ch) {
                line = all.finish(line);
            } else {
                all.take(&mut line, at, ch);
            }
        }
        if wide + narrow > 0 {
            all.printed(&mut line, IDEOGRAPH.times(wide) + NARROW.times(narrow));
        }
        all.finish(line);
        all
    }

    fn push(&mut self, at: usize, folded: char) {
        self.chars.push(folded);
        self.bytes.push(at as u32);
    }

    fn take(&mut self, line: &mut Line, at: usize, ch: char) {
        if is_invisible(ch) {
            line.gapless = false;
            return;
        }
        if ch.is_whitespace() {
            if line.range.start == self.chars.len() {
                line.indent += blank_cells(ch);
            } else {
                self.push(at, ' ');
                line.trailing += blank_cells(ch);
                line.wide_spaces |= ch == '\u{3000}';
                line.even &= ch != '\t';
            }
            return;
        }
        self.push(at, fold(ch));
        line.even &= ch <= '\u{ffff}';
        self.printed(line, widths_of(ch));
    }

    /// Takes note of characters that are no white space, the last of those so far.
    fn printed(&self, line: &mut Line, widths: Widths) {
        line.widths = line.widths + widths;
        if line.trailing > 0 {
            line.widths = line.widths + Widths::blank(line.trailing);
            line.trailing = 0;
        }
        line.range.end = self.chars.len();
    }

    /// Keeps the line if anything is on it; gives the line behind it.
    fn finish(&mut self, line: Line) -> Line {
        self.chars.truncate(line.range.end);
        self.bytes.truncate(line.range.end);
        let blanks = if line.range.is_empty() { line.blanks + 1 } else { 0 };
        if !line.range.is_empty() {
            self.split_at_indents(line);
        }
        Line::empty(self.chars.len(), blanks)
    }

    /// A text that lost its line breaks keeps its paragraph indents: two wide spaces behind the end of a sentence.
    fn split_at_indents(&mut self, whole: Line) {
        let end = whole.range.end;
        let mut start = whole.range.start;
        let mut at = start + 1;
        let mut line = Line { widths: Widths::default(), trailing: 0, ..whole };
        while whole.wide_spaces && at + LONG < end {
            let indented = self.chars[at] == ' ' && self.raw(at) == '\u{3000}' && self.raw(at + 1) == '\u{3000}';
            if !indented || !may_end_paragraph(&self.chars[start..at], end - at) {
                at += 1;
                continue;
            }
            line.range = start..at;
            line.widths = self.measure(start..at);
            while self.chars[at] == ' ' {
                at += 1;
            }
            start = at;
            self.lines.push(line);
            let Line { gapless, even, .. } = whole;
            line = Line { indent: 4, gapless, even, inner: true, ..Line::empty(start, 0) };
        }
        line.range = start..end;
        line.widths = if line.inner { self.measure(start..end) } else { whole.widths };
        line.trailing = whole.trailing;
        self.lines.push(line);
    }

    fn measure(&self, range: Range<usize>) -> Widths {
        range.map(|at| widths_of(self.raw(at))).fold(Widths::default(), |sum, w| sum + w)
    }

    /// A character as written.
    pub fn raw(&self, at: usize) -> char {
        self.text[self.bytes[at] as usize..].chars().next().unwrap_or(' ')
    }

    /// The folded characters of a line.
    pub fn line(&self, line: usize) -> &[char] {
        &self.chars[self.lines[line].range.clone()]
    }

    fn bytes_of(&self, at: usize) -> Range<usize> {
        let start = self.bytes[at] as usize;
        start..start + utf8_length(self.text.as_bytes()[start])
    }

    /// Byte offset behind the last character of a line: where the break behind it begins.
    pub fn end_of(&self, line: usize) -> usize {
        self.bytes_of(self.lines[line].range.end - 1).end
    }

    /// Byte offset of the first character of a line: where the break before it ends.
    pub fn start_of(&self, line: usize) -> usize {
        self.bytes[self.lines[line].range.start] as usize
    }

    /// Adds the characters of a line to a reading, without what is dropped between them.
    pub fn add_to(&self, line: usize, source: &Source, parts: &mut Parts) {
        let Line { range: Range { mut start, end }, gapless, even, .. } = self.lines[line];
        while start < end {
            let parted = |at: &usize| self.bytes_of(at - 1).end != self.bytes[*at] as usize;
            let stop = if gapless { None } else { (start + 1..end).find(parted) }.unwrap_or(end);
            let piece = self.bytes[start] as usize..self.bytes_of(stop - 1).end;
            if even || is_even(&self.text[piece.clone()]) {
                parts.push_folded(source, piece, &self.chars[start..stop], &self.bytes[start..stop]);
            } else {
                parts.push(source, piece);
            }
            start = stop;
        }
    }

    /// An empty reading with room for some lines.
    pub fn parts(&self, lines: Range<usize>) -> Parts {
        let (first, last) = (&self.lines[lines.start].range, &self.lines[lines.end - 1].range);
        Parts::new(self.end_of(lines.end - 1) - self.start_of(lines.start), last.end - first.start)
    }

    /// The first character of the break behind a line that reads as a space.
    pub fn space_behind(&self, line: usize) -> Range<usize> {
        let from = self.end_of(line);
        let mut rest = self.text[from..].char_indices();
        let space = rest.find(|(_, ch)| ch.is_whitespace() && *ch != '\u{3000}');
        space.map_or(from..from, |(at, ch)| from + at..from + at + ch.len_utf8())
    }
}

/// How many bytes a character takes that begins with this one.
fn utf8_length(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

fn blank_cells(ch: char) -> u32 {
    match ch {
        '\u{3000}' | '\u{2003}' => 2,
        '\t' => 4,
        _ => 1,
    }
}

/// Before an indent inside a line: the end of a sentence, or nothing but a short line such as a title, and a long
/// text behind it.
fn may_end_paragraph(chars: &[char], behind: usize) -> bool {
    const TITLE: usize = 30;
    const TEXT: usize = 60;
    match chars.last() {
        Some('。' | '!' | '?' | '”' | ')' | '…') => true,
        _ => {
            let short = chars.len() <= TITLE && behind >= TEXT;
            short && !chars.iter().any(|c| matches!(c, '。' | ',' | '、' | ';' | ' '))
        }
    }
}
