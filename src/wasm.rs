//! The only file that knows JavaScript: plain objects out, plain values in.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{Analyzer, Mode, Options, SegmentOptions};

/// The engine behind the npm package; `pkg/` wraps it in the documented interface.
#[wasm_bindgen]
pub struct Engine {
    analyzer: Analyzer,
}

#[wasm_bindgen]
impl Engine {
    /// Takes the dictionary's bytes, inflated: packed, or in jieba's text form.
    #[wasm_bindgen(constructor)]
    pub fn new(dictionary: Box<[u8]>) -> Result<Engine, JsError> {
        Ok(Engine { analyzer: Analyzer::new(dictionary)? })
    }

    /// Adds a word to the dictionary.
    #[wasm_bindgen(js_name = addWord)]
    pub fn add_word(&mut self, word: &str, frequency: Option<u32>, tag: Option<String>) {
        self.analyzer.add_word(word, frequency.map(|f| f as usize), tag.as_deref());
    }

    /// An `Analysis` as a plain object. `date` is year, month and day, or nothing.
    pub fn analyze(&self, text: &str, date: Option<Vec<i32>>, rejected: bool, words: bool) -> Result<JsValue, JsError> {
        let date = date.and_then(|d| match d[..] {
            [year, month, day] => Some((year, month as u32, day as u32)),
            _ => None,
        });
        plain(&self.analyzer.analyze(text, &Options { date, rejected, words }))
    }

    /// Words as plain objects.
    pub fn segment(&self, text: &str, mode: &str, hmm: bool, figures: bool) -> Result<JsValue, JsError> {
        plain(&self.analyzer.segment(text, SegmentOptions { mode: mode_of(mode), hmm, figures }))
    }

    /// End offsets of words.
    pub fn boundaries(&self, text: &str, mode: &str, hmm: bool, figures: bool) -> js_sys::Uint32Array {
        let ends = self.analyzer.boundaries(text, SegmentOptions { mode: mode_of(mode), hmm, figures });
        js_sys::Uint32Array::from(&ends[..])
    }
}

fn mode_of(mode: &str) -> Mode {
    match mode {
        "search" => Mode::Search,
        "all" => Mode::All,
        _ => Mode::Default,
    }
}

/// Plain objects, with `null` for what is not there: they survive `structuredClone` and leak nothing.
fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|e| JsError::new(&e.to_string()))
}
