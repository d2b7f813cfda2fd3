//! What JavaScript gets to see, in a real browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{JSON, JsString};
use tishu::wasm::Engine;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "😀去年，全区新建厂房12座，𠮷庆街道办了3.5万件事。";

fn engine() -> Engine {
    Engine::new(include_bytes!("../data/dictionary/dict.txt").to_vec()).expect("the dictionary is sound")
}

/// Options as `pkg/lib/options.js` hands them over, from their JSON.
fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// A tape's numbers, and the characters of its strings.
fn parts(tape: &[u8]) -> (Vec<u32>, Vec<u16>) {
    let word = |at: usize| u32::from_le_bytes(tape[at * 4..at * 4 + 4].try_into().unwrap());
    let count = word(0) as usize;
    let text = std::str::from_utf8(&tape[(count + 1) * 4..]).expect("strings are UTF-8");
    ((1..=count).map(word).collect(), text.encode_utf16().collect())
}

/// The text, start and end of every word on a tape.
fn words(tape: &[u8]) -> Vec<(String, u32, u32)> {
    let (numbers, text) = parts(tape);
    let mut at = 0;
    let mut string = |length: u32| {
        at += length as usize;
        String::from_utf16(&text[at - length as usize..at]).unwrap()
    };
    let word = |word: &[u32]| {
        let read = (string(word[0]), word[1], word[2]);
        string(word[3]);
        read
    };
    assert_eq!(numbers.len() as u32, 1 + 4 * numbers[0]);
    numbers[1..].chunks(4).map(word).collect()
}

#[wasm_bindgen_test]
fn an_analysis_comes_on_a_tape_with_and_without_options() {
    let engine = engine();
    let asked = engine.analyze(TEXT, options(r#"{"rejected": true, "words": true, "checks": {}}"#)).unwrap();
    let plain = engine.analyze(TEXT, JsValue::UNDEFINED).unwrap();
    let (numbers, text) = parts(&plain);
    assert!(parts(&asked).0.len() > numbers.len());
    assert!(String::from_utf16(&text).unwrap().contains("厂房"));
    assert_eq!(numbers[numbers.len() - 2..], [0, 0], "neither rejected numerals nor words were asked for");
}

#[wasm_bindgen_test]
fn offsets_count_as_javascript_does() {
    let text = JsString::from(TEXT);
    let mut at = 0;
    for (word, start, end) in words(&engine().segment(TEXT, "default", true, false).unwrap()) {
        assert_eq!(start, at);
        assert_eq!(String::from(text.slice(start, end)), word);
        at = end;
    }
    assert_eq!(at, text.length());
}

#[wasm_bindgen_test]
fn boundaries_are_the_ends_of_the_words() {
    let engine = engine();
    for mode in ["default", "search", "all"] {
        let words = words(&engine.segment(TEXT, mode, true, true).unwrap());
        let ends: Vec<u32> = words.into_iter().map(|(_, _, end)| end).collect();
        assert_eq!(engine.boundaries(TEXT, mode, true, true).unwrap().to_vec(), ends, "{mode}");
    }
}

#[wasm_bindgen_test]
fn what_is_wrong_comes_back_as_an_error() {
    assert!(Engine::new(Vec::new()).is_err());
    assert!(Engine::new(vec![0xff; 64]).is_err());
    let engine = engine();
    assert!(engine.segment(TEXT, "fast", true, true).is_err());
    assert!(engine.boundaries(TEXT, "", true, true).is_err());
    let fails = |json: &str| engine.analyze(TEXT, options(json)).is_err();
    assert!(!fails(r#"{"date": [2024, 12, 1], "rejected": false, "words": false, "checks": {}}"#));
    assert!(fails(r#"{"rejected": false, "words": false, "checks": {"no-such-rule": true}}"#));
    assert!(fails(r#"{"date": [2024, 13, 1], "rejected": false, "words": false, "checks": {}}"#));
    assert!(fails(r#"{"date": [2024], "rejected": false, "words": false, "checks": {}}"#));
}
