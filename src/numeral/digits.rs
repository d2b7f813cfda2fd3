//! Single numeral characters, folded: what digits and position words are worth.

/// The digit a character stands for: 0–9, 〇零一二…九, 两 and 幺. Financial forms are [`financial`].
pub fn digit(ch: char) -> Option<u8> {
    Some(match ch {
        '0'..='9' => ch as u8 - b'0',
        '零' | '〇' | '○' => 0,
        '一' | '幺' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The ordinary form of a financial (capital) numeral, which cheques and contracts use: 壹 is 一, 拾 is 十.
pub fn financial(ch: char) -> Option<char> {
    Some(match ch {
        '壹' | '弌' => '一',
        '贰' | '貳' | '弍' => '二',
        '叁' | '參' | '叄' | '弎' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' | '陸' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        _ => return None,
    })
}

/// The power of ten of a position word inside a section of four digits: 十, 百, 千.
pub fn position(ch: char) -> Option<u32> {
    Some(match ch {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        _ => return None,
    })
}

/// The power of ten of a scale word: 万, 亿, 兆 (10¹², as in GB/T 15835's sense of 万亿).
pub fn scale(ch: char) -> Option<u32> {
    Some(match ch {
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Whether a number of the calendar, as [`small`] reads it, begins with a character.
#[inline]
pub fn starts_number(ch: char) -> bool {
    ch.is_ascii_digit() || !ch.is_ascii() && (digit(ch).is_some() || matches!(ch, '十' | '廿' | '卅'))
}

/// Reads an integer below 10,000 for the calendar: ASCII digits (at most four), a string of Chinese digits
/// (二〇二五), or a number below a hundred (十二, 三十一, 廿三). Returns the value, how many digits a plain string
/// had (0 where position words stand), and the index behind it.
pub fn small(chars: &[char], at: usize) -> Option<(u32, usize, usize)> {
    let first = *chars.get(at).filter(|&&ch| starts_number(ch))?;
    let ascii = first.is_ascii();
    let alike = |ch: char| match ascii {
        true => ch.to_digit(10),
        false => digit(ch).filter(|_| !ch.is_ascii()).map(u32::from),
    };
    let (mut value, mut plain) = (0, 0);
    for digit in chars[at..].iter().take(5).map_while(|&ch| alike(ch)) {
        value = value * 10 + digit;
        plain += 1;
    }
    match plain {
        5.. => None,
        2..=4 => Some((value, plain, at + plain)),
        1 if ascii || !matches!(chars.get(at + 1), Some('十')) => Some((value, 1, at + 1)),
        _ => {
            let (tens, ten) = match chars.get(at)? {
                '十' => (1, at),
                '廿' => (2, at),
                '卅' => (3, at),
                _ if plain == 1 => (value, at + 1),
                _ => return None,
            };
            let ones = chars.get(ten + 1).filter(|c| !c.is_ascii()).and_then(|&c| digit(c)).filter(|&d| d > 0);
            Some((tens * 10 + u32::from(ones.unwrap_or(0)), 0, ten + 1 + usize::from(ones.is_some())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_integers() {
        let read = |s: &str| small(&s.chars().collect::<Vec<_>>(), 0);
        for (text, value, digits, end) in [
            ("2025年", 2025, 4, 4),
            ("二〇二五年", 2025, 4, 4),
            ("7月", 7, 1, 1),
            ("十月", 10, 0, 1),
            ("十二月", 12, 0, 2),
            ("三十一日", 31, 0, 3),
            ("二十日", 20, 0, 2),
            ("廿三", 23, 0, 2),
            ("三月", 3, 1, 1),
        ] {
            assert_eq!(read(text), Some((value, digits, end)), "{text}");
        }
        assert_eq!(read("20251月"), None);
        assert_eq!(read("月"), None);
    }
}
