//! Sentence boundaries.

use std::ops::Range;

/// Splits the (folded) characters of a block into sentences, as character ranges without outer white space.
pub fn split(chars: &[char]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..chars.len() {
        let ends = matches!(chars[at], '。' | '!' | '?');
        let more = chars.get(at + 1).is_some_and(|c| matches!(c, '。' | '!' | '?' | '”' | '’' | '」' | '』' | ')'));
        if ends && !more {
            sentences.push(start..at + 1);
            start = at + 1;
        } else if matches!(chars[at], '”' | '’' | '」' | '』' | ')')
            && at > start
            && matches!(chars[at - 1], '。' | '!' | '?')
            && !more
        {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < chars.len() {
        sentences.push(start..chars.len());
    }
    sentences
}
