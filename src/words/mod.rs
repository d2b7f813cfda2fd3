//! Words: the adapter to jieba-rs, which is the engine, the dictionary, of which each text pulls in what it needs,
//! and the re-alignment of words to figures.

use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use jieba_rs::{Jieba, TokenizeMode};

mod align;
mod chars;
#[cfg(test)]
mod equality;
mod lazy;
mod line;
mod pack;
mod packed;
mod phrases;
mod tags;
#[cfg(test)]
mod tests;

pub use align::keep_whole;
pub use line::Line;
pub use pack::pack_dictionary;

use lazy::Lazy;
use packed::Packed;
use phrases::Phrases;
use tags::Tags;

/// Bytes that jieba cuts at once. It makes an object of every word, so this bounds the memory for them; and at this
/// size they fit jieba's first allocation and the processor's cache.
const PIECE: usize = 16 << 10;

/// Tag of words that nobody has tagged.
const UNTAGGED: &str = "x";

/// A word: byte range of the text and jieba's part-of-speech tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Bytes of the text; characters, where words of a reading are meant.
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

/// What is wrong with a dictionary, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryError(pub String);

impl std::fmt::Display for DictionaryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DictionaryError {}

/// Cuts text into words. Can be shared between threads; a text that needs new words of the dictionary waits until
/// no other text is being cut.
pub struct Segmenter {
    engine: RwLock<Lazy>,
    phrases: Phrases,
    /// Every tag that can come up: tokens borrow from here, since those in the engine are under its lock.
    tags: Tags,
    /// Tags that the user gave to words of the dictionary: jieba keeps the first tag of a word.
    retagged: FxHashMap<Box<str>, Box<str>>,
}

impl Segmenter {
    /// Takes a dictionary: packed by [`pack_dictionary`], or in jieba's text form (a line a word, its frequency, its
    /// tag), which is read at once and as a whole.
    ///
    /// # Errors
    ///
    /// When the bytes are neither, or a packed dictionary is cut short, damaged or of another version.
    pub fn new(dictionary: impl Into<Cow<'static, [u8]>>) -> Result<Self, DictionaryError> {
        let dictionary = dictionary.into();
        let mut segmenter = if Packed::recognises(&dictionary) {
            let packed = Packed::open(dictionary)?;
            let tags = packed.tags().collect();
            Segmenter::with(Lazy::new(packed), tags)
        } else {
            let (jieba, tags) = read_text(&dictionary)?;
            Segmenter::with(Lazy::whole(jieba), tags)
        };
        // What jieba calls words outside the dictionary.
        for tag in [UNTAGGED, "m", "eng"] {
            segmenter.tags.add(tag);
        }
        Ok(segmenter)
    }

    fn with(engine: Lazy, tags: Tags) -> Self {
        Segmenter { engine: RwLock::new(engine), phrases: Phrases::default(), tags, retagged: FxHashMap::default() }
    }

    /// Adds a word; without frequency it gets the one that makes it come out whole.
    ///
    /// Characters other than ideographs, ASCII letters, digits and `+#&._%-` are in no word of jieba's, and in the
    /// mode `All` only ideographs are. A word with others always comes out whole, the longest first, whatever its
    /// frequency, unless it begins or ends amid a run of letters and digits; in the modes `Search` and `All` its
    /// parts come before it.
    pub fn add_word(&mut self, word: &str, frequency: Option<usize>, tag: Option<&str>) {
        let given = tag.filter(|t| !t.is_empty());
        let tag = given.unwrap_or(UNTAGGED);
        self.tags.add(tag);
        self.phrases.add(word, tag);
        let engine = self.engine.get_mut().unwrap_or_else(PoisonError::into_inner);
        engine.pull(word);
        if given.is_some() && engine.jieba.has_word(word) {
            self.retagged.insert(word.into(), tag.into());
        }
        engine.jieba.add_word(word, frequency, Some(tag));
    }

    /// Words with tags, jieba's own.
    pub fn tag<'a>(&'a self, text: &'a str, hmm: bool) -> Vec<Token<'a>> {
        let mut tokens = Vec::new();
        for (stretch, phrase) in self.phrases.part(text, Mode::Default) {
            if let Some(tag) = phrase {
                tokens.push(Token { bytes: stretch, tag });
                continue;
            }
            let mut base = stretch.start;
            for piece in chars::pieces(&text[stretch], PIECE) {
                let engine = self.engine_for(piece);
                tokens.extend(
                    engine.jieba.tag(piece, hmm).into_iter().map(|t| Token {
                        bytes: base + t.byte_start..base + t.byte_end,
                        tag: self.tag_of(t.word, t.tag),
                    }),
                );
                base += piece.len();
            }
        }
        tokens
    }

    /// Words of any mode, as byte ranges.
    pub fn cut(&self, text: &str, mode: Mode, hmm: bool) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        self.each_word(text, mode, hmm, |word| words.push(word));
        words
    }

    /// Hands over the words of any mode, as byte ranges, without keeping them.
    pub fn each_word(&self, text: &str, mode: Mode, hmm: bool, mut take: impl FnMut(Range<usize>)) {
        for (stretch, phrase) in self.phrases.part(text, mode) {
            match phrase {
                None => self.each_seen(text, stretch, mode, hmm, &mut take),
                Some(_) => {
                    if mode != Mode::Default {
                        self.each_seen(text, stretch.clone(), mode, hmm, &mut |part| {
                            if part != stretch && text[part.clone()].contains(chars::in_block) {
                                take(part);
                            }
                        });
                    }
                    take(stretch);
                }
            }
        }
    }

    /// The words that jieba sees in a stretch of the text.
    fn each_seen(&self, text: &str, stretch: Range<usize>, mode: Mode, hmm: bool, take: &mut impl FnMut(Range<usize>)) {
        let mut base = stretch.start;
        for piece in chars::pieces(&text[stretch], PIECE) {
            let engine = self.engine_for(piece);
            let words = match mode {
                Mode::Default => engine.jieba.cut(piece, hmm),
                Mode::Search => engine.jieba.tokenize(piece, TokenizeMode::Search, hmm),
                Mode::All => engine.jieba.cut_all(piece),
            };
            drop(engine);
            words.into_iter().for_each(|t| take(base + t.byte_start..base + t.byte_end));
            base += piece.len();
        }
    }

    /// The engine, with all words that this text could contain.
    fn engine_for(&self, text: &str) -> RwLockReadGuard<'_, Lazy> {
        // A panic amid a cut leaves the engine as it was, and one amid a pull with words that are right.
        let engine = self.engine.read().unwrap_or_else(PoisonError::into_inner);
        let Some(at) = engine.first_unseen(text) else { return engine };
        drop(engine);
        self.engine.write().unwrap_or_else(PoisonError::into_inner).pull(&text[at..]);
        self.engine.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn tag_of(&self, word: &str, tag: &str) -> &str {
        if !self.retagged.is_empty()
            && let Some(tag) = self.retagged.get(word)
        {
            return tag;
        }
        self.tags.find(tag).unwrap_or(UNTAGGED)
    }
}

/// Reads a dictionary in text form: jieba with all its words, and their tags.
fn read_text(dictionary: &[u8]) -> Result<(Jieba, Tags), DictionaryError> {
    if dictionary.starts_with(&[0x1f, 0x8b]) {
        return Err(DictionaryError("the dictionary is still compressed: inflate it (gzip) first".into()));
    }
    let text = std::str::from_utf8(dictionary).map_err(|_| {
        DictionaryError(
            "this is no dictionary: neither packed by pack_dictionary nor UTF-8 text in jieba's form".into(),
        )
    })?;
    let jieba = Jieba::with_dict(&mut text.as_bytes()).map_err(|e| {
        DictionaryError(format!("this is no dictionary in jieba's form (word, frequency, tag on each line): {e}"))
    })?;
    let field = |n: usize| text.lines().filter_map(move |line| line.split_whitespace().nth(n));
    if field(1).all(|frequency| frequency == "0") {
        return Err(DictionaryError(
            "this is no dictionary, or an empty one: no line has a frequency. Load it again, or install or deploy it anew".into(),
        ));
    }
    let tags: FxHashSet<&str> = field(2).collect();
    Ok((jieba, tags.into_iter().collect()))
}
