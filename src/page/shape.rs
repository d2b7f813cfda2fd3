//! What the characters of a line tell about it. All of it runs over folded characters: `，！（` are `,!(`.

/// Ends a sentence.
pub fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '!' | '?' | '…' | '｡')
}

/// A comma of either kind.
pub fn is_comma(ch: char) -> bool {
    matches!(ch, ',' | '、')
}

/// Closes a quotation or bracket.
pub fn closes(ch: char) -> bool {
    opener_of(ch).is_some()
}

/// Pairs of quotation marks and brackets, folded.
pub const PAIRS: [(char, char); 9] = [
    ('“', '”'),
    ('‘', '’'),
    ('(', ')'),
    ('《', '》'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('〈', '〉'),
    ('[', ']'),
];

/// The index in [`PAIRS`] of an opening mark.
pub fn opening(ch: char) -> Option<usize> {
    PAIRS.iter().position(|&(open, _)| open == ch)
}

/// The index in [`PAIRS`] of a closing mark.
pub fn opener_of(ch: char) -> Option<usize> {
    PAIRS.iter().position(|&(_, close)| close == ch)
}

/// Chinese characters, as far as words are made of them.
pub fn is_han(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// Whether the characters end with the end of a sentence, closing marks and a byline behind it included.
pub fn ends_sentence(chars: &[char]) -> bool {
    let closing = chars.iter().rev().take(6).take_while(|&&c| closes(c) || matches!(c, '"' | '\'')).count();
    match chars[..chars.len() - closing].last() {
        Some(&ch) if is_stop(ch) => true,
        Some('.') => ends_latin(&chars[..chars.len() - closing]),
        _ => false,
    }
}

/// A full stop behind a Latin word that has another Latin word before it.
fn ends_latin(chars: &[char]) -> bool {
    let tail = &chars[chars.len().saturating_sub(24)..];
    let letters = tail.iter().filter(|c| c.is_ascii_alphabetic()).count();
    tail.contains(&' ') && letters * 3 >= tail.len() * 2
}

/// English prose near the end of the characters: its breaks are spaces.
pub fn ends_in_prose(chars: &[char]) -> bool {
    let tail = &chars[chars.len().saturating_sub(16)..];
    let latin = tail.iter().filter(|c| c.is_ascii()).count();
    tail.contains(&' ') && latin == tail.len() && tail.iter().any(char::is_ascii_alphabetic)
}

/// What is known of the text from a block's beginning up to some line of it.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Characters.
    pub len: usize,
    /// Ends of sentences.
    pub stops: usize,
    /// Commas.
    pub commas: usize,
    /// Commas of enumerations (、); titles have them too.
    pub listed: usize,
    /// Semicolons.
    pub semicolons: usize,
    /// Begins with an adverbial set off by a comma, as sentences do and titles do not: 此外, 活动中, 7月1日.
    pub adverbial: bool,
    /// For each of [`PAIRS`], where the last one that is not yet closed opened.
    open: [Option<usize>; PAIRS.len()],
}

impl Tally {
    /// Reads on.
    pub fn read(&mut self, chars: &[char]) {
        for (at, &ch) in chars.iter().enumerate() {
            match ch {
                '、' => self.listed += 1,
                ',' => {
                    if self.commas == 0 && self.len == at {
                        self.adverbial = is_adverbial(&chars[..at]);
                    }
                    self.commas += 1;
                }
                ';' => self.semicolons += 1,
                _ if is_stop(ch) => self.stops += 1,
                _ => {
                    if let Some(pair) = opening(ch) {
                        self.open[pair] = Some(self.len);
                    } else if let Some(pair) = opener_of(ch) {
                        self.open[pair] = None;
                    }
                }
            }
            self.len += 1;
        }
    }

    /// Whether a mark of the pair is open, and has been for no more than so many characters.
    pub fn is_open(&self, pair: usize, within: usize) -> bool {
        self.open[pair].is_some_and(|at| self.len - at <= within)
    }

    /// Running text, for its length or its punctuation.
    pub fn is_prose(&self) -> bool {
        /// Longer than titles are, with a comma and without.
        const LONG: (usize, usize) = (28, 36);
        let long = self.len > LONG.1 || (self.commas + self.listed > 0 && self.len > LONG.0);
        self.stops > 0 || self.semicolons > 0 || self.commas >= 2 || self.adverbial || long
    }
}

fn is_adverbial(clause: &[char]) -> bool {
    let preposed = matches!(clause.first(), Some('在' | '从' | '自' | '对' | '据' | '当' | '到' | '为'));
    match clause {
        [] => false,
        [..] if clause.len() <= 3 => clause.iter().all(|&c| is_han(c)),
        [.., '上' | '中' | '时' | '后' | '来' | '前' | '起' | '下' | '日' | '年' | '月' | '间' | '里'] => {
            clause.len() <= if preposed { 14 } else { 9 }
        }
        // 今天上午, 北京时间上午8时35分
        [first, .., '午' | '晚' | '晨' | '分' | '许' | '天'] => {
            let day = matches!(first, '今' | '昨' | '明' | '当' | '前' | '次' | '同');
            clause.len() <= 16 && (day || clause.iter().any(char::is_ascii_digit))
        }
        _ => false,
    }
}

/// A line that may stand alone without the end of a sentence: a title or a heading.
pub fn may_be_heading(chars: &[char]) -> bool {
    const LONGEST: usize = 36;
    if chars.len() > LONGEST || chars.len() < 2 {
        return false;
    }
    let inner = &chars[..chars.len() - 1];
    let last = chars[chars.len() - 1];
    let commas = inner.iter().filter(|&&c| c == ',').count();
    let words = chars.iter().filter(|&&c| is_han(c) || c.is_ascii_alphabetic()).count();
    !matches!(last, '。' | ',' | '、' | ';' | ':' | '｡')
        && !inner.iter().any(|&c| matches!(c, '。' | ';' | '｡'))
        && commas <= 1
        && words >= 2
}
