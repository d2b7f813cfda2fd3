//! Conditions on what stands around a unit. 家 counts firms, but in 三家庭 it begins another word; 度 is a
//! temperature behind 气温, electricity before 电.
//!
//! A row of the tables lists them, separated by spaces:
//!
//! | written | means |
//! |---|---|
//! | `!庭` | not the unit when followed by 庭 |
//! | `+庭院` | but still the unit when followed by 庭院; of several that fit the longest decides |
//! | `>电` | the unit only when followed by 电 … |
//! | `<气温` | … or when 气温 stands in front of the numeral; one of all `>` and `<` must hold |
//!
//! In all of them `$` stands for the end or whatever is no ideograph, `@` for any ideograph, `#` for a digit.

use crate::numeral::digits;
use crate::sorting::sort_by_key;

/// How far back a numeral is followed to see what stands in front of it: longer ones are rare, and time stays bound.
const NUMERAL: usize = 24;

/// The conditions of one row.
#[derive(Debug, Default)]
pub struct Context {
    /// What follows, by its first character and whole, and whether the unit holds then; longest first.
    blocks: Vec<(char, Vec<char>, bool)>,
    /// At least one must follow …
    followed: Vec<Vec<char>>,
    /// … or stand in front of the numeral.
    preceded: Vec<Vec<char>>,
}

impl Context {
    /// Reads the column of a table; none where an entry is none.
    pub fn parse(column: &str) -> Option<Self> {
        let mut context = Context::default();
        for entry in column.split_whitespace() {
            let mut chars = entry.chars();
            let mark = chars.next();
            let rest: Vec<char> = chars.collect();
            match mark {
                _ if rest.is_empty() => return None,
                Some('!') => context.blocks.push((rest[0], rest, false)),
                Some('+') => context.blocks.push((rest[0], rest, true)),
                Some('>') => context.followed.push(rest),
                Some('<') => context.preceded.push(rest),
                _ => return None,
            }
        }
        sort_by_key(&mut context.blocks, |(_, what, _)| std::cmp::Reverse(what.len()));
        Some(context)
    }

    /// Whether it names the places where the unit holds, rather than those where it does not.
    pub fn is_narrow(&self) -> bool {
        !(self.followed.is_empty() && self.preceded.is_empty())
    }

    /// Whether the unit that ends at `end`, behind a numeral that ends at `at`, is what the row says.
    pub fn holds(&self, chars: &[char], at: usize, end: usize) -> bool {
        let behind = &chars[end..];
        // Nearly all name an ideograph that is not there.
        let next = behind.first().copied().unwrap_or_default();
        let fits = |first: char| first == next || first.is_ascii();
        let block = self.blocks.iter().find(|(first, what, _)| fits(*first) && follows(behind, what));
        if block.is_some_and(|(.., holds)| !holds) {
            return false;
        }
        if !self.is_narrow() {
            return true;
        }
        self.followed.iter().any(|what| follows(behind, what))
            || (!self.preceded.is_empty() && {
                let front = &chars[..front_of_numeral(chars, at)];
                self.preceded.iter().any(|what| front.ends_with(what))
            })
    }
}

fn follows(behind: &[char], what: &[char]) -> bool {
    what.iter().enumerate().all(|(i, &w)| match (w, behind.get(i)) {
        ('$', next) => !next.is_some_and(|&c| is_ideograph(c)),
        ('@', Some(&next)) => is_ideograph(next),
        ('#', Some(&next)) => digits::digit(next).is_some() || next == '十',
        (w, Some(&next)) => w == next,
        (_, None) => false,
    })
}

/// Whether it is a Chinese character.
fn is_ideograph(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Where the numeral that ends at `at` begins, with the words of approximation and reaching that touch it (约, 达到).
fn front_of_numeral(chars: &[char], at: usize) -> usize {
    let stop = at.saturating_sub(NUMERAL);
    let back =
        |from: usize, of: fn(char) -> bool| (stop..from).rev().take_while(|&i| of(chars[i])).last().unwrap_or(from);
    let number = back(at, |c| {
        digits::digit(c).is_some()
            || digits::position(c).is_some()
            || digits::scale(c).is_some()
            || matches!(c, '.' | ',' | ' ' | '半' | '几' | '数' | '多' | '余' | '来')
    });
    back(number, |c| {
        matches!(c, '约' | '近' | '超' | '逾' | '过' | '达' | '到' | '至' | '为' | '是' | '仅' | '+' | '-' | '±' | ' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(column: &str, front: &str, behind: &str) -> bool {
        let chars: Vec<char> = format!("{front}度{behind}").chars().collect();
        let at = front.chars().count();
        Context::parse(column).unwrap().holds(&chars, at, at + 1)
    }

    #[test]
    fn each_mark() {
        for (column, front, behind, expected) in [
            ("", "5", "", true),
            ("!假", "5", "假", false),
            ("!假", "5", "夏", true),
            ("!假 +假日", "5", "假日", true),
            ("!假 +假日 !假日村", "5", "假日村", false),
            (">电", "5", "电", true),
            (">电", "5", "", false),
            (">电 <电量", "发电量达到1,200多万", "", true),
            (">电 <电量", "发电达到1200万", "", false),
            ("<气温", "气温约-5.5", "", true),
            (">$", "5", "", true),
            (">$", "5", "。", true),
            (">$", "5", "的", false),
            (">@", "5", "的", true),
            (">@", "5", "a", false),
            (">#", "5", "五", true),
            (">#", "5", "5", true),
            (">#", "5", "百", false),
        ] {
            assert_eq!(holds(column, front, behind), expected, "{column:?}: {front}度{behind}");
        }
    }

    #[test]
    fn what_is_no_condition_is_none() {
        assert!(Context::parse("庭").is_none());
        assert!(Context::parse("! 庭").is_none());
    }

    #[test]
    fn a_long_run_of_digits_is_not_followed_to_its_end() {
        let chars = vec!['1'; 1000];
        assert_eq!(front_of_numeral(&chars, 1000), 1000 - NUMERAL);
    }
}
