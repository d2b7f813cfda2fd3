//! The characters of a block and the small readings that all time grammar is made of.

use crate::numeral::digits::{digit, small, starts_number};

/// A small integer of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: u32,
    /// How many digits it is written with; 0 where 十 stands in it.
    pub digits: usize,
    /// Whether it is written with ASCII digits.
    pub ascii: bool,
    /// The place behind it.
    pub end: usize,
}

/// Looks at a block's (folded) characters. Every reading takes a place and gives the place behind what it read; none
/// looks further than a bounded number of characters.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The characters.
    pub chars: &'a [char],
}

/// Words between the two ends of a range, longest first.
const CONNECTORS: [&str; 16] = [
    "开始一直到",
    "开始到",
    "开始至",
    "一直到",
    "持续到",
    "延续到",
    "起至",
    "起到",
    "——",
    "—",
    "–",
    "-",
    "~",
    "至",
    "到",
    "―",
];

/// Behind 至: the second character of 至今 is the first of 至今年.
const AFTER_TODAY: [char; 10] = ['年', '天', '日', '晚', '晨', '早', '夜', '后', '夏', '春'];

impl<'a> Reader<'a> {
    /// The character at a place; NUL behind the end.
    pub fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\0')
    }

    /// The character before a place; NUL at the start.
    pub fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |i| self.at(i))
    }

    /// The place behind a literal that stands here.
    pub fn word(&self, at: usize, literal: &str) -> Option<usize> {
        let mut end = at;
        for ch in literal.chars() {
            if self.at(end) != ch {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The place behind the first of the literals that stands here.
    pub fn any(&self, at: usize, literals: &[&str]) -> Option<usize> {
        literals.iter().find_map(|literal| self.word(at, literal))
    }

    /// Whether the text before a place ends with a literal.
    pub fn ends_with(&self, at: usize, literal: &str) -> bool {
        at.checked_sub(literal.chars().count()).is_some_and(|start| self.word(start, literal) == Some(at))
    }

    /// The place behind one or two spaces, as tables and reports put them around digits: 5 月.
    pub fn gap(&self, at: usize) -> usize {
        at + self.chars[at.min(self.chars.len())..].iter().take(2).take_while(|&&c| c == ' ').count()
    }

    /// A small integer.
    pub fn number(&self, at: usize) -> Option<Number> {
        if !starts_number(self.at(at)) {
            return None;
        }
        let (value, digits, end) = small(self.chars, at)?;
        Some(Number { value, digits, ascii: self.at(at).is_ascii_digit(), end })
    }

    /// A number, or two with a connector between them: 1-5, 七至九, 7、8, 七八. With one number both are the same.
    pub fn numbers(&self, at: usize) -> Option<(Number, Number)> {
        let first = self.number(at)?;
        if !first.ascii && first.digits == 2 {
            let (tens, ones) = (first.value / 10, first.value % 10);
            return (ones == tens + 1)
                .then_some((Number { value: tens, digits: 1, ..first }, Number { value: ones, digits: 1, ..first }));
        }
        let gap = self.gap(first.end);
        if let Some(next) = self.connector(gap)
            && let Some(last) = self.number(next)
            && last.ascii == first.ascii
        {
            return Some((first, last));
        }
        // 7、8月, 一、二、三季度: each the next one.
        let mut last = first;
        for _ in 0..4 {
            if !matches!(self.at(last.end), '、' | '和') {
                break;
            }
            match self.number(last.end + 1) {
                Some(next) if next.value == last.value + 1 && next.ascii == first.ascii => last = next,
                _ => break,
            }
        }
        Some((first, last))
    }

    /// The place behind a word that connects the ends of a range, and behind the spaces around it.
    pub fn connector(&self, at: usize) -> Option<usize> {
        let start = self.gap(at);
        // Nearly always something else stands here.
        starts_connector(self.at(start)).then(|| self.any(start, &CONNECTORS))?.map(|end| self.gap(end))
    }

    /// The place behind 至今, where it is not the start of 至今年.
    pub fn until_now(&self, at: usize) -> Option<usize> {
        self.any(at, &["至今", "迄今"]).filter(|&end| !AFTER_TODAY.contains(&self.at(end)))
    }

    /// Whether a numeral may begin here: not inside a longer one, a decimal, or a code of letters and digits.
    pub fn fresh(&self, at: usize) -> bool {
        let before = self.before(at);
        if !self.at(at).is_ascii_digit() {
            // 指数七年来: 数 before a digit ends a word.
            let word = before == '数' && digit(self.at(at)).is_some();
            return !(is_numeral(before) && !word || before == '第');
        }
        if before.is_ascii_digit() || is_numeral(before) || before == '第' {
            return false;
        }
        let digits = (at..at + 5).take_while(|&i| self.at(i).is_ascii_digit()).count();
        // 1.2023年 is an item of a list; 1.2月 and 12,000年 are no times.
        if digits == 4 && matches!(self.at(self.gap(at + 4)), '年' | '-' | '/') {
            return true;
        }
        match before {
            '.' => false,
            ',' => digits != 3 || !self.before(at - 1).is_ascii_digit(),
            '/' | ':' => !self.before(at - 1).is_ascii_digit(),
            _ => true,
        }
    }

    /// Whether a Chinese or ASCII numeral stands here.
    pub fn numeral(&self, at: usize) -> bool {
        is_numeral(self.at(at))
    }
}

/// Whether a character begins one of the [`CONNECTORS`].
pub fn starts_connector(ch: char) -> bool {
    matches!(ch, '开' | '一' | '持' | '延' | '起' | '—' | '–' | '-' | '~' | '至' | '到' | '―')
}

/// Digits, position and scale words, and the vague numerals.
pub fn is_numeral(ch: char) -> bool {
    digit(ch).is_some() || matches!(ch, '十' | '廿' | '卅' | '百' | '千' | '万' | '亿' | '几' | '数' | '半')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_connector_is_seen_by_its_first_character() {
        for connector in CONNECTORS {
            let chars: Vec<char> = connector.chars().chain(['五']).collect();
            assert_eq!(Reader { chars: &chars }.connector(0), Some(chars.len() - 1), "{connector}");
        }
    }

    #[test]
    fn reads_pairs_of_numbers() {
        let read = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            Reader { chars: &chars }.numbers(0).map(|(a, b)| (a.value, b.value, b.end))
        };
        assert_eq!(read("1-5月"), Some((1, 5, 3)));
        assert_eq!(read("1 — 10月"), Some((1, 10, 6)));
        assert_eq!(read("七八月"), Some((7, 8, 2)));
        assert_eq!(read("7、8月"), Some((7, 8, 3)));
        assert_eq!(read("一、二、三季度"), Some((1, 3, 5)));
        assert_eq!(read("7、9月"), Some((7, 7, 1)));
        assert_eq!(read("十一至十二月"), Some((11, 12, 5)));
    }
}
