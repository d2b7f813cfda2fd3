//! What JavaScript gets to see, in a real browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{JSON, JsString, Reflect, Uint8Array, Uint32Array};
use tishu::wasm::Engine;
use tishu::{Analyzer, Mode, SegmentOptions};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "😀去年，全区新建厂房12座，𠮷庆街道办了3.5万件事。";

fn dictionary() -> Vec<u8> {
    include_bytes!("../data/dictionary/dict.txt").to_vec()
}

fn engine() -> Engine {
    Engine::new(dictionary()).expect("the dictionary is sound")
}

/// Options as `pkg/lib/options.js` hands them over, from their JSON.
fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// The tape at an address, as JavaScript reads it: its first words, and the strings.
fn tape(address: u32) -> (Vec<u32>, String) {
    let buffer = Reflect::get(&wasm_bindgen::memory(), &"buffer".into()).unwrap();
    let words = Uint32Array::new(&buffer).subarray(address / 4, address / 4 + 8).to_vec();
    let text = Uint8Array::new(&buffer).subarray(words[0], words[0] + words[1]).to_vec();
    (words, String::from_utf8(text).expect("strings are UTF-8"))
}

#[wasm_bindgen_test]
fn results_lie_on_a_tape_with_and_without_options() {
    let mut engine = engine();
    let (plain, text) = tape(engine.analyze(TEXT, JsValue::UNDEFINED).unwrap());
    assert_eq!(plain[2], 1, "one article");
    assert!(
        text.contains("12") && text.contains("3.5") && !text.contains("厂房"),
        "{text}: what the text itself says is not copied"
    );
    let asked = options(r#"{"rejected": true, "words": true, "checks": []}"#);
    let (_, tags) = tape(engine.analyze(TEXT, asked).unwrap());
    assert!(tags.contains("nsv") || tags.contains('v'), "{tags}");
    let (words, text) = tape(engine.segment("新建12座", "default", true, true).unwrap());
    assert_eq!((&words[2..6], text.as_str()), (&[2, 0, 2, 0][..], ""));
}

#[wasm_bindgen_test]
fn offsets_count_as_javascript_does() {
    let text = JsString::from(TEXT);
    let analyzer = Analyzer::new(dictionary()).unwrap();
    let mut at = 0;
    for word in analyzer.segment(TEXT, SegmentOptions { figures: false, ..SegmentOptions::default() }) {
        assert_eq!(word.start, at);
        assert_eq!(String::from(text.slice(at, word.end)), word.text);
        at = word.end;
    }
    assert_eq!(at, text.length());
}

#[wasm_bindgen_test]
fn boundaries_are_the_ends_of_the_words() {
    let (engine, analyzer) = (engine(), Analyzer::new(dictionary()).unwrap());
    for (name, mode) in [("default", Mode::Default), ("search", Mode::Search), ("all", Mode::All)] {
        let words = analyzer.segment(TEXT, SegmentOptions { mode, hmm: true, figures: true });
        let ends: Vec<u32> = words.into_iter().map(|word| word.end).collect();
        assert_eq!(engine.boundaries(TEXT, name, true, true).unwrap().to_vec(), ends, "{name}");
    }
}

#[wasm_bindgen_test]
fn what_is_wrong_comes_back_as_an_error() {
    assert!(Engine::new(Vec::new()).is_err());
    assert!(Engine::new(vec![0xff; 64]).is_err());
    let mut engine = engine();
    assert!(engine.segment(TEXT, "fast", true, true).is_err());
    assert!(engine.boundaries(TEXT, "", true, true).is_err());
    let mut fails = |json: &str| engine.analyze(TEXT, options(json)).is_err();
    assert!(!fails(r#"{"date": [2024, 12, 1], "rejected": false, "words": false, "checks": []}"#));
    assert!(fails(r#"{"rejected": false, "words": false, "checks": [["no-such-rule", true]]}"#));
    assert!(fails(r#"{"date": [2024, 13, 1], "rejected": false, "words": false, "checks": []}"#));
    assert!(fails(r#"{"date": [2024], "rejected": false, "words": false, "checks": []}"#));
}
