//! The only file that knows JavaScript: plain values in, tapes out, of which `pkg/lib/tape.js` makes plain objects.

use serde::Deserialize;
use wasm_bindgen::prelude::*;

use crate::source::Source;
use crate::tape::Tape;
use crate::{Analyzer, Checks, Corrections, Mode, Options, SegmentOptions};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Turns a panic into a JavaScript exception that says what happened; without it callers see "unreachable executed".
/// The instance is of no use afterwards, `pkg/` replaces it.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}

/// The engine behind the npm package; `pkg/` wraps it in the documented interface.
#[wasm_bindgen]
pub struct Engine {
    analyzer: Analyzer,
    tape: Tape,
}

#[wasm_bindgen]
impl Engine {
    /// Takes the dictionary's bytes, inflated: packed, or in jieba's text form. Fails when they are neither.
    #[wasm_bindgen(constructor)]
    pub fn new(dictionary: Vec<u8>) -> Result<Engine, JsError> {
        Ok(Engine { analyzer: Analyzer::new(dictionary)?, tape: Tape::default() })
    }

    /// Adds a word to the dictionary.
    #[wasm_bindgen(js_name = addWord)]
    pub fn add_word(&mut self, word: &str, frequency: Option<u32>, tag: Option<String>) {
        self.analyzer.add_word(word, frequency.map(|f| f as usize), tag.as_deref());
    }

    /// The address of an `Analysis` on a tape, which the next call overwrites; with the checked options of
    /// `pkg/lib/options.js`, if there are any.
    pub fn analyze(&mut self, text: &str, options: JsValue) -> Result<u32, JsError> {
        let source = Source::new(text);
        let analysis = self.analyzer.analyze_source(&source, &options_of(options)?);
        self.tape.write_analysis(&analysis, &source);
        Ok(self.tape.address())
    }

    /// The address of a `Comparison` on a tape, with the options of `analyze`.
    pub fn compare(&mut self, source: &str, claim: &str, options: JsValue) -> Result<u32, JsError> {
        let (source, claim) = (Source::new(source), Source::new(claim));
        let comparison = self.analyzer.compare_sources(&source, &claim, &options_of(options)?);
        self.tape.write_comparison(&comparison, &source, &claim);
        Ok(self.tape.address())
    }

    /// Why these are not all names of checks; nothing where they are.
    #[wasm_bindgen(js_name = unknownCheck)]
    pub fn unknown_check(&self, names: Vec<String>) -> Option<String> {
        let mut checks = Checks::default();
        names.iter().find_map(|name| checks.set(name, true).err()).map(|error| error.to_string())
    }

    /// The address of words on a tape. `mode` is default, search or all.
    pub fn segment(&mut self, text: &str, mode: &str, hmm: bool, figures: bool) -> Result<u32, JsError> {
        let options = SegmentOptions { mode: mode_of(mode)?, hmm, figures };
        self.tape.write_words(&self.analyzer.tokens(text, options), &Source::new(text));
        Ok(self.tape.address())
    }

    /// End offsets of words.
    pub fn boundaries(&self, text: &str, mode: &str, hmm: bool, figures: bool) -> Result<js_sys::Uint32Array, JsError> {
        let ends = self.analyzer.boundaries(text, SegmentOptions { mode: mode_of(mode)?, hmm, figures });
        Ok(js_sys::Uint32Array::from(&ends[..]))
    }
}

/// Options as the package's code has checked them.
#[derive(Deserialize)]
struct Given {
    /// Year, month and day.
    date: Option<Vec<u32>>,
    rejected: bool,
    words: bool,
    /// Names of checks, and whether they run.
    checks: Vec<(String, bool)>,
    corrections: Option<Corrections>,
}

fn options_of(given: JsValue) -> Result<Options, JsError> {
    if given.is_undefined() {
        return Ok(Options::default());
    }
    let given: Given = serde_wasm_bindgen::from_value(given)?;
    let mut checks = Checks::default();
    given.checks.iter().try_for_each(|(name, on)| checks.set(name, *on))?;
    Ok(Options {
        date: given.date.map(|date| date_of(&date)).transpose()?,
        rejected: given.rejected,
        words: given.words,
        checks,
        corrections: given.corrections.unwrap_or_default(),
    })
}

fn date_of(date: &[u32]) -> Result<(i32, u32, u32), JsError> {
    match *date {
        [year, month @ 1..=12, day @ 1..=31] => Ok((year as i32, month, day)),
        _ => Err(JsError::new("a date is a year, a month and a day")),
    }
}

fn mode_of(mode: &str) -> Result<Mode, JsError> {
    match mode {
        "default" => Ok(Mode::Default),
        "search" => Ok(Mode::Search),
        "all" => Ok(Mode::All),
        _ => Err(JsError::new("a mode is default, search or all")),
    }
}
