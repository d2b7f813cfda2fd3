//! jieba's character classes, which it keeps to itself, and the places where a text can be parted without any
//! change to its words.

/// CJK unified ideographs, all blocks that jieba knows.
pub fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{2A6DF}'
        | '\u{2A700}'..='\u{2B73F}'
        | '\u{2B740}'..='\u{2B81F}'
        | '\u{2B820}'..='\u{2CEAF}'
        | '\u{2CEB0}'..='\u{2EBEF}'
        | '\u{2F800}'..='\u{2FA1F}')
}

/// The characters that words can consist of in the default and the search mode (`is_han_default` of jieba-rs 0.11).
/// Any other character is a word by itself there, whatever the dictionary says.
pub fn in_block(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || "+#&._%-".contains(c) } else { is_ideograph(c) }
}

/// Parts a text into pieces of about `size` bytes (0: as short as can be) whose words, put together, are the words
/// of the whole in every mode: after a character that is a word by itself, which a line feed is only before an
/// ideograph, since the mode `all` keeps line feeds and ASCII together. A text without such a place stays whole.
pub fn pieces(text: &str, size: usize) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let from = rest.ceil_char_boundary(size.min(rest.len()));
        let mut chars = rest[from..].char_indices().peekable();
        let mut end = rest.len();
        while let Some((at, c)) = chars.next() {
            let stands_alone = match c {
                '\r' => false,
                '\n' => chars.peek().is_none_or(|&(_, next)| is_ideograph(next)),
                _ => !in_block(c),
            };
            if stands_alone {
                end = from + at + c.len_utf8();
                break;
            }
        }
        let piece;
        (piece, rest) = rest.split_at(end);
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jieba_rs::Jieba;

    #[test]
    fn agrees_with_jieba_on_what_a_word_can_consist_of() {
        let mut jieba = Jieba::empty();
        for c in (1..=0x3_0000).filter_map(char::from_u32).filter(|c| !('\u{A000}'..'\u{F000}').contains(c)) {
            let word = ['一', c].iter().collect::<String>();
            jieba.add_word(&word, Some(1000), None);
            let cut_whole = |words: Vec<jieba_rs::Token>| words.iter().any(|t| t.word == word);
            assert_eq!(in_block(c), cut_whole(jieba.cut(&word, false)), "{c:?} in the default mode");
            assert_eq!(is_ideograph(c), cut_whole(jieba.cut_all(&word)), "{c:?} in the mode all");
        }
    }

    #[test]
    fn pieces_are_the_text() {
        for text in ["", "\n", "甲\r\n乙\n丙，丁", "甲乙丙", "，，，", "a\nb\n甲😀乙"] {
            for size in 0..text.len() + 2 {
                assert_eq!(pieces(text, size).collect::<String>(), text);
            }
        }
        assert_eq!(pieces("甲\r\n乙\na，b", 0).collect::<Vec<_>>(), ["甲\r\n", "乙\na，", "b"]);
    }
}
