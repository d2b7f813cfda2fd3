//! Words: the adapter to jieba-rs, which is the engine, and the re-alignment of its words to figures.

use std::ops::Range;

use jieba_rs::{Jieba, TokenizeMode};

mod align;
mod line;

pub use align::keep_whole;
pub use line::{Line, LineWord};

/// A word: byte range of the text and jieba's part-of-speech tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Bytes of the text.
    pub bytes: Range<usize>,
    /// jieba's tag (n, v, m, …); `x` for what the dictionary does not know.
    pub tag: &'a str,
}

/// How finely to cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Each character in one word.
    #[default]
    Default,
    /// Long words once more in their parts, as search engines want it.
    Search,
    /// Every word of the dictionary that occurs.
    All,
}

/// What is wrong with a dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryError(pub String);

impl std::fmt::Display for DictionaryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DictionaryError {}

/// Cuts text into words.
pub struct Segmenter {
    jieba: Jieba,
}

impl Segmenter {
    /// Takes a dictionary in jieba's text form: a line a word, its frequency, its tag.
    pub fn new(dictionary: &[u8]) -> Result<Self, DictionaryError> {
        let jieba = Jieba::with_dict(&mut &*dictionary).map_err(|e| DictionaryError(e.to_string()))?;
        if !jieba.has_word("中国") {
            return Err(DictionaryError("the dictionary lacks its commonest words; it is cut short or none".into()));
        }
        Ok(Segmenter { jieba })
    }

    /// Adds a word; without frequency it gets the one that makes it come out whole.
    pub fn add_word(&mut self, word: &str, frequency: Option<usize>, tag: Option<&str>) {
        self.jieba.add_word(word, frequency, tag);
    }

    /// Words with tags, jieba's own.
    pub fn tag<'a>(&'a self, text: &'a str, hmm: bool) -> Vec<Token<'a>> {
        self.jieba.tag(text, hmm).into_iter().map(|t| Token { bytes: t.byte_start..t.byte_end, tag: t.tag }).collect()
    }

    /// Words of any mode, as byte ranges.
    pub fn cut(&self, text: &str, mode: Mode, hmm: bool) -> Vec<Range<usize>> {
        let tokens = match mode {
            Mode::Default => self.jieba.cut(text, hmm),
            Mode::Search => self.jieba.tokenize(text, TokenizeMode::Search, hmm),
            Mode::All => self.jieba.cut_all(text),
        };
        tokens.into_iter().map(|t| t.byte_start..t.byte_end).collect()
    }
}
