//! How wide lines are, and whether the page was wrapped at a fixed width.

use std::ops::{Add, Range};

use crate::page::lines::Lines;
use crate::page::shape::{closes, ends_sentence, is_comma, opening};
use crate::sorting::sort_by_key;

/// The width of a stretch of text in each of the ways a page may have been wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Widths([u32; 3]);

/// Ways to measure: half-width cells with quotation marks narrow, the same with quotation marks wide, characters.
const WAYS: usize = 3;

impl Widths {
    /// White space of so many cells.
    pub fn blank(cells: u32) -> Self {
        Widths([cells, cells, cells.div_ceil(2)])
    }

    /// The widths of so many characters.
    pub fn times(self, count: u32) -> Self {
        Widths(self.0.map(|width| width.saturating_mul(count)))
    }
}

impl Add for Widths {
    type Output = Widths;
    fn add(self, other: Widths) -> Widths {
        Widths(std::array::from_fn(|way| self.0[way].saturating_add(other.0[way])))
    }
}

/// The widths of an ideograph.
pub const IDEOGRAPH: Widths = Widths([2, 2, 1]);

/// The widths of an ASCII character.
pub const NARROW: Widths = Widths([1, 1, 1]);

/// The widths of a character, after Unicode's East Asian Width, in outline.
pub fn widths_of(ch: char) -> Widths {
    match ch as u32 {
        // Nearly all of the text.
        0x4e00..=0x9fff => IDEOGRAPH,
        0x20..=0x7e => NARROW,
        0x0300..=0x036f | 0x200b..=0x200f | 0xfe00..=0xfe0f => Widths([0, 0, 1]),
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1faff
        | 0x20000..=0x3fffd => Widths([2, 2, 1]),
        0xb7 | 0xd7 | 0x2010..=0x203b | 0x2160..=0x217f | 0x2190..=0x2199 | 0x2460..=0x24ff | 0x25a0..=0x266f => {
            Widths([1, 2, 1])
        }
        _ => NARROW,
    }
}

/// How a line stands to the width that the lines around it were wrapped at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// No such width.
    Unwrapped,
    /// The next line's first character would not have fitted.
    Full,
    /// The next line's first word, number or bracketed character would not have fitted.
    Nearly,
    /// It would not have fitted behind an indent of two characters: the first line of a paragraph that lost its indent.
    Indented,
    /// It would have: the line was ended on purpose.
    Short,
    /// Wider than the width.
    Over,
}

/// The widths a page was wrapped at: columns may differ.
pub struct Wrapping {
    way: usize,
    /// The width of the lines around each line.
    local: Vec<Option<u32>>,
    habits: Habits,
    /// Whether paragraphs began with an indent that is no longer there: their first lines are that much shorter.
    lost_indent: bool,
}

/// What the page keeps together at the beginning of a line.
#[derive(Debug, Clone, Copy, Default)]
struct Habits {
    /// An opening bracket and what it opens: no line ends with an opening bracket.
    brackets: bool,
    /// The digits of a number: none is broken.
    numbers: bool,
}

impl Habits {
    fn of(lines: &Lines) -> Self {
        let mut habits = Habits { brackets: true, numbers: true };
        for line in 1..lines.lines.len() {
            let (before, this) = (lines.line(line - 1), lines.line(line));
            let last = before[before.len() - 1];
            habits.brackets &= opening(last).is_none();
            habits.numbers &= !(last.is_ascii_digit() && this[0].is_ascii_digit());
        }
        habits
    }
}

/// Lines wider than this were not wrapped.
const WIDEST: u32 = 240;
/// Lines narrower than this are no column: a list or a poem.
const NARROWEST: u32 = 16;
/// Different widths on one page.
const COLUMNS: usize = 6;
/// Lines on either side that say what the width is here.
const AROUND: usize = 8;

impl Wrapping {
    /// Finds the widths that lines heap up at and that they break sentences at.
    pub fn new(lines: &Lines) -> Self {
        if lines.lines.len() < 2 {
            let local = vec![None; lines.lines.len()];
            return Wrapping { way: 0, local, habits: Habits::of(lines), lost_indent: false };
        }
        let measured = (0..WAYS).map(|way| {
            let full_at = full_at(lines, way);
            let peaks = peaks(lines, way, &full_at);
            (way, full_at, peaks)
        });
        let best = measured
            .max_by_key(|(way, _, peaks)| (peaks.iter().map(|peak| peak.1 * peak.1).sum::<usize>(), WAYS - way));
        let (way, full_at, peaks) = best.unwrap_or_default();
        let around = |at| if peaks.is_empty() { None } else { width_around(&full_at, &peaks, at) };
        let local = (0..lines.lines.len()).map(around).collect();
        let mut wrapping = Wrapping { way, local, habits: Habits::of(lines), lost_indent: false };
        wrapping.lost_indent = wrapping.has_lost_indents(lines);
        wrapping
    }

    /// The width of a paragraph indent.
    fn indent(&self) -> u32 {
        if self.way == WAYS - 1 { 2 } else { 4 }
    }

    /// Whether lines behind the end of a sentence are often shorter by an indent, and seldom by more.
    fn has_lost_indents(&self, lines: &Lines) -> bool {
        let indent = self.indent();
        let (mut by_indent, mut by_more) = (0, 0);
        for line in 1..lines.lines.len().saturating_sub(1) {
            let Some(width) = self.local[line] else { continue };
            let own = total(lines, line, self.way);
            if ends_sentence(lines.line(line)) || !ends_sentence(lines.line(line - 1)) || lines.lines[line].indent > 1 {
                continue;
            }
            if own + indent <= width && own + indent + first_unit(lines, line + 1, self.way) > width {
                by_indent += 1;
            } else if own + indent < width {
                by_more += 1;
            }
        }
        by_indent >= 2 && by_indent > 2 * by_more
    }

    /// How the line stands to the width of the lines around it, given the line behind it.
    pub fn fill(&self, lines: &Lines, line: usize) -> Fill {
        let Some(width) = self.local[line] else { return Fill::Unwrapped };
        let this = &lines.lines[line];
        let own = total(lines, line, self.way);
        if own > width + hang(lines, line, self.way) {
            return Fill::Over;
        }
        let trailing = Widths::blank(this.trailing.min(4)).0[self.way];
        let Some(next) = lines.lines.get(line + 1) else { return Fill::Short };
        let unit = first_unit(lines, line + 1, self.way);
        let first = match lines.chars[next.range.start] {
            ch if opening(ch).is_some() && self.habits.brackets => unit,
            ch if ch.is_ascii_digit() && self.habits.numbers => unit,
            _ => widths_of(lines.raw(next.range.start)).0[self.way],
        };
        if own + first > width || (trailing > 0 && own + trailing + first > width && own + trailing <= width) {
            return Fill::Full;
        }
        if own + unit > width {
            Fill::Nearly
        } else if self.lost_indent && own + self.indent() + unit > width {
            Fill::Indented
        } else {
            Fill::Short
        }
    }
}

fn total(lines: &Lines, line: usize, way: usize) -> u32 {
    let line = &lines.lines[line];
    (line.widths + Widths::blank(line.indent)).0[way]
}

/// How far the line's last characters may hang over the edge: punctuation that may not begin a line may.
fn hang(lines: &Lines, line: usize, way: usize) -> u32 {
    const MOST: usize = 3;
    let last = lines.lines[line].range.clone().rev().take(MOST);
    last.take_while(|&at| may_hang(lines.chars[at])).map(|at| widths_of(lines.raw(at)).0[way]).sum()
}

fn may_hang(ch: char) -> bool {
    is_comma(ch) || closes(ch) || matches!(ch, '。' | ';' | ':' | '!' | '?')
}

/// The width of what a typesetter keeps together at the beginning of a line: a Latin word or number, an opening
/// bracket and what it opens, punctuation that may not begin a line.
fn first_unit(lines: &Lines, line: usize, way: usize) -> u32 {
    const LONGEST: usize = 24;
    let range = lines.lines[line].range.clone();
    let chars = &lines.chars[range.clone()];
    let mut end = chars.iter().take_while(|c| matches!(c, '“' | '‘' | '(' | '《' | '「' | '『' | '[')).count().min(3);
    if chars.get(end).is_some_and(char::is_ascii_alphanumeric) {
        let word = chars[end..].iter().take(LONGEST);
        end += word.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-')).count();
    } else {
        end += 1;
    }
    end += chars[end.min(chars.len())..].iter().take(2).take_while(|c| may_hang(**c)).count();
    let end = range.start + end.min(chars.len());
    (range.start..end).map(|at| widths_of(lines.raw(at)).0[way]).sum()
}

/// The widths at which each line would be full: from its own, hanging punctuation apart, to just short of having room
/// for what begins the next line.
fn full_at(lines: &Lines, way: usize) -> Vec<Range<u32>> {
    let full = |line: usize| {
        let own = total(lines, line, way);
        let unit = if line + 1 < lines.lines.len() { first_unit(lines, line + 1, way).min(8) } else { 0 };
        own - hang(lines, line, way)..own + unit
    };
    (0..lines.lines.len()).map(full).collect()
}

/// The widths at which most lines are full, with how many are; the most first.
fn peaks(lines: &Lines, way: usize, full_at: &[Range<u32>]) -> Vec<(u32, usize)> {
    let narrowest = if way == WAYS - 1 { NARROWEST / 2 } else { NARROWEST };
    let mut steps = [0i64; WIDEST as usize + 2];
    for widths in full_at.iter().filter(|widths| widths.start <= WIDEST) {
        steps[widths.start as usize] += 1;
        steps[widths.end.min(WIDEST + 1) as usize] -= 1;
    }
    let mut count = 0;
    let mut counted: Vec<(u32, usize)> = Vec::new();
    for (width, step) in steps[..=WIDEST as usize].iter().enumerate() {
        count += step;
        if width as u32 >= narrowest && count > 1 {
            counted.push((width as u32, count as usize));
        }
    }
    sort_by_key(&mut counted, |&(width, count)| (std::cmp::Reverse(count), std::cmp::Reverse(width)));
    let mut peaks: Vec<(u32, usize)> = Vec::new();
    for (width, count) in counted.into_iter().take(8 * COLUMNS) {
        let near = peaks.iter().any(|(peak, _)| peak.abs_diff(width) <= 3);
        if peaks.len() < COLUMNS && !near {
            let members: Vec<u32> =
                (0..full_at.len() as u32).filter(|&l| full_at[l as usize].contains(&width)).collect();
            if is_column(lines, &members) {
                peaks.push((width, count));
            }
        }
    }
    peaks
}

/// A column breaks its sentences anywhere; a list or a run of short paragraphs ends every line on purpose.
fn is_column(lines: &Lines, members: &[u32]) -> bool {
    let ended = members.iter().filter(|&&line| ends_sentence(lines.line(line as usize))).count();
    let flowing = |line: &&u32| {
        let chars = lines.line(**line as usize);
        chars[..chars.len() - 1].iter().any(|&c| is_comma(c) || matches!(c, '。' | ';' | ':'))
    };
    let flowing = members.iter().filter(flowing).count();
    members.len() >= 2 && ended * 2 <= members.len() && flowing * 10 >= members.len() * 3
}

/// The width that most lines around a line were wrapped at: a good part of them is full, and hardly any is wider.
fn width_around(full_at: &[Range<u32>], peaks: &[(u32, usize)], at: usize) -> Option<u32> {
    let around = &full_at[at.saturating_sub(AROUND)..(at + AROUND + 1).min(full_at.len())];
    let votes = |peak: u32| {
        let full = around.iter().filter(|widths| widths.contains(&peak)).count();
        let over = around.iter().filter(|widths| widths.start > peak).count();
        let enough = full * 3 >= around.len() || (full > 2 && full * 5 >= around.len());
        if full >= 2 && enough && over * 4 <= full { full } else { 0 }
    };
    let best = peaks.iter().map(|&(peak, _)| (votes(peak), peak)).max();
    best.filter(|&(count, _)| count > 0).map(|(_, peak)| peak)
}
