//! The text of a block as a reader sees it, with the way back to the text as given.

use std::ops::Range;

use crate::fold::fold;
use crate::model::{Phrase, Span, Spans};
use crate::source::Source;

/// A block's text, rejoined. Recognition runs over [`Reading::chars`]: folded, one entry a character, so that a
/// numeral broken by the layout is one run; every position leads back to the text as given.
pub struct Reading {
    text: String,
    chars: Vec<char>,
    bytes: Vec<u32>,
    utf16: Vec<u32>,
}

impl Reading {
    /// A stretch of the text as given (its bytes), as it stands.
    pub fn new(source: &Source, piece: Range<usize>) -> Self {
        let mut parts = Parts::new(piece.len(), piece.len() / 2);
        parts.push(source, piece);
        parts.finish()
    }

    /// The text as a reader sees it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, where nothing else is asked any more.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The folded characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many characters.
    #[allow(clippy::len_without_is_empty)] // a block is never empty
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// The text of a character range, as written (not folded).
    pub fn slice(&self, range: Range<usize>) -> &str {
        &self.text[self.bytes[range.start] as usize..self.bytes[range.end] as usize]
    }

    /// The byte offset, in [`Reading::text`], of a character.
    pub fn byte(&self, at: usize) -> usize {
        self.bytes[at] as usize
    }

    /// The byte offset, in [`Reading::text`], of every character.
    pub fn starts(&self) -> &[u32] {
        &self.bytes[..self.chars.len()]
    }

    /// UTF-16 offset, in the text as given, of a character.
    pub fn start_of(&self, at: usize) -> u32 {
        self.utf16[at]
    }

    /// UTF-16 offset, in the text as given, behind a character.
    pub fn end_of(&self, at: usize) -> u32 {
        self.utf16[at] + if self.bytes[at + 1] - self.bytes[at] == 4 { 2 } else { 1 }
    }

    /// The stretch of the text as given that a non-empty character range comes from.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span { start: self.start_of(range.start), end: self.end_of(range.end - 1) }
    }

    /// A non-empty character range as a phrase with its pieces in the text as given.
    pub fn phrase(&self, range: Range<usize>) -> Phrase {
        let Span { start, end } = self.span(range.clone());
        let text = self.slice(range.clone()).to_owned();
        // No more code units than characters: there is no gap.
        if (end - start) as usize == range.len() {
            return Phrase { text, start, end, spans: Spans::One(Span { start, end }) };
        }
        let mut spans: Vec<Span> = Vec::new();
        for at in range {
            let (from, to) = (self.start_of(at), self.end_of(at));
            match spans.last_mut() {
                Some(last) if last.end == from => last.end = to,
                _ => spans.push(Span { start: from, end: to }),
            }
        }
        // A character of two code units is no gap either.
        let spans = match spans[..] {
            [span] => Spans::One(span),
            _ => Spans::Several(spans),
        };
        Phrase { text, start, end, spans }
    }
}

/// A reading that is being put together of pieces of the text as given, in order.
pub struct Parts(Reading);

impl Parts {
    /// For a text of about so many bytes and characters.
    pub fn new(size: usize, chars: usize) -> Self {
        Parts(Reading {
            text: String::with_capacity(size),
            chars: Vec::with_capacity(chars),
            bytes: Vec::with_capacity(chars + 1),
            utf16: Vec::with_capacity(chars),
        })
    }

    /// Adds a piece, by its bytes in the text as given.
    pub fn push(&mut self, source: &Source, piece: Range<usize>) {
        let Reading { text, chars, bytes, utf16 } = &mut self.0;
        let mut at = source.utf16(piece.start);
        for ch in source.text()[piece].chars() {
            bytes.push(text.len() as u32);
            // A piece may be a layout break that stays as the space between two Latin words.
            let seen = if ch.is_ascii_whitespace() { ' ' } else { ch };
            text.push(seen);
            chars.push(fold(seen));
            utf16.push(at);
            at += ch.len_utf16() as u32;
        }
    }

    /// Adds a piece that [`is_even`], whose folded characters are known, and the byte of the text as given that each
    /// begins at.
    pub fn push_folded(&mut self, source: &Source, piece: Range<usize>, folded: &[char], starts: &[u32]) {
        let seen = &source.text()[piece.clone()];
        let Reading { text, chars, bytes, utf16 } = &mut self.0;
        let (from, to) = (piece.start as u32, text.len() as u32);
        bytes.extend(starts.iter().map(|start| start - from + to));
        // Nothing outside the basic plane: a character is a code unit.
        let at = source.utf16(piece.start);
        utf16.extend(at..at + folded.len() as u32);
        chars.extend_from_slice(folded);
        text.push_str(seen);
    }

    /// The reading.
    pub fn finish(mut self) -> Reading {
        self.0.bytes.push(self.0.text.len() as u32);
        self.0
    }
}

/// Whether nothing is outside the basic plane, nor white space that does not read as it is written.
pub fn is_even(text: &str) -> bool {
    text.bytes().all(|byte| byte < 0xf0 && (byte == b' ' || !byte.is_ascii_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_across_a_layout_break_has_two_pieces() {
        let text = "😀各类招聘\r\n\r\n会９０场次";
        let source = Source::new(text);
        let (head, tail) = text.split_once("\r\n\r\n").unwrap();
        let at = text.len() - tail.len();
        let mut parts = Parts::new(text.len(), text.len());
        parts.push(&source, 0..head.len());
        parts.push(&source, at..text.len());
        let reading = parts.finish();
        assert_eq!(reading.text(), "😀各类招聘会９０场次");
        let phrase = reading.phrase(3..6);
        assert_eq!(phrase.text, "招聘会");
        assert_eq!(*phrase.spans, [Span { start: 4, end: 6 }, Span { start: 10, end: 11 }]);
        assert_eq!(reading.phrase(0..3).spans, Spans::One(Span { start: 0, end: 4 }));
        assert_eq!(reading.chars()[6..8], ['9', '0']);
        assert_eq!(reading.span(6..10), Span { start: 11, end: 15 });
    }
}
