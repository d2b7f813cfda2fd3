//! How wide lines are, and whether the page was wrapped at a fixed width.

use std::ops::Add;

use crate::page::lines::Lines;
use crate::page::shape::{closes, ends_sentence, is_comma};

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

    /// In cells, quotation marks narrow.
    pub fn cells(self) -> u32 {
        self.0[0]
    }
}

impl Add for Widths {
    type Output = Widths;
    fn add(self, other: Widths) -> Widths {
        Widths(std::array::from_fn(|way| self.0[way].saturating_add(other.0[way])))
    }
}

/// The widths of a character, after Unicode's East Asian Width, in outline.
pub fn widths_of(ch: char) -> Widths {
    match ch as u32 {
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
        _ => Widths([1, 1, 1]),
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
        let best = (0..WAYS).map(|way| (way, peaks(lines, way))).max_by_key(|(way, peaks)| {
            let filled: usize = peaks.iter().map(|(_, count)| count).sum();
            (filled, WAYS - way)
        });
        let (way, peaks) = best.unwrap_or_default();
        let mut local = vec![None; lines.lines.len()];
        if !peaks.is_empty() {
            for (at, slot) in local.iter_mut().enumerate() {
                *slot = width_around(lines, way, &peaks, at);
            }
        }
        Wrapping { way, local }
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
        let first = widths_of(lines.raw(next.range.start)).0[self.way];
        if own + first > width || (trailing > 0 && own + trailing + first > width && own + trailing <= width) {
            return Fill::Full;
        }
        if own + first_unit(lines, line + 1, self.way) > width { Fill::Nearly } else { Fill::Short }
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

/// The widths that lines heap up at, with the number of lines each explains; most lines first.
fn peaks(lines: &Lines, way: usize) -> Vec<(u32, usize)> {
    let slack = if way == WAYS - 1 { 0 } else { 1 };
    let narrowest = if way == WAYS - 1 { NARROWEST / 2 } else { NARROWEST };
    let mut by_width: Vec<Vec<u32>> = vec![Vec::new(); WIDEST as usize + 3];
    for line in 0..lines.lines.len() {
        let width = total(lines, line, way);
        if width <= WIDEST && width >= narrowest {
            by_width[width as usize].push(line as u32);
        }
    }
    let hanging = |width: usize, excess: u32| {
        let over = by_width.get(width + excess as usize).into_iter().flatten().copied();
        over.filter(move |&line| hang(lines, line as usize, way) >= excess)
    };
    let members = |width: u32| -> Vec<u32> {
        let width = width as usize;
        let mut found: Vec<u32> = by_width[width].clone();
        if slack == 1 {
            found.extend(&by_width[width - 1]);
            found.extend(hanging(width, 2));
        }
        found.extend(hanging(width, 1));
        found
    };
    let mut counted: Vec<(u32, usize)> = (narrowest.max(1)..=WIDEST).map(|w| (w, members(w).len())).collect();
    counted.sort_by_key(|&(width, count)| (std::cmp::Reverse(count), width));
    let mut peaks: Vec<(u32, usize)> = Vec::new();
    for (width, count) in counted.into_iter().take(4 * COLUMNS) {
        let near = peaks.iter().any(|(peak, _)| peak.abs_diff(width) <= 3);
        if !near && peaks.len() < COLUMNS && is_column(lines, &members(width)) {
            peaks.push((width, count));
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

/// The width that most lines around a line were wrapped at: a third of them is full, and hardly any is wider.
fn width_around(lines: &Lines, way: usize, peaks: &[(u32, usize)], at: usize) -> Option<u32> {
    let from = at.saturating_sub(AROUND);
    let to = (at + AROUND + 1).min(lines.lines.len());
    let votes = |peak: u32| {
        let (mut full, mut over) = (0, 0);
        for line in from..to {
            let own = total(lines, line, way);
            if own > peak + hang(lines, line, way) {
                over += 1;
            } else if own + 1 >= peak {
                full += 1;
            }
        }
        if full >= 2 && full * 3 >= to - from && over * 4 <= full { full } else { 0 }
    };
    let best = peaks.iter().map(|&(peak, _)| (votes(peak), peak)).max();
    best.filter(|&(count, _)| count > 0).map(|(_, peak)| peak)
}
