//! What JavaScript gets to see, in a real browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, JsString, Object, Reflect};
use tishu::wasm::Engine;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "😀去年，全区新建厂房12座，𠮷庆街道办了3.5万件事。";

fn engine() -> Engine {
    Engine::new(include_bytes!("../data/dictionary/dict.txt").to_vec()).expect("the dictionary is sound")
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

/// Options as `pkg/lib/options.js` hands them over, from their JSON.
fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// Every object of a result, at any depth, must be one that `structuredClone` and `JSON` keep whole.
fn assert_plain(value: &JsValue) {
    if let Some(list) = value.dyn_ref::<Array>() {
        list.iter().for_each(|entry| assert_plain(&entry));
    } else if value.is_object() {
        let prototype = Object::get_prototype_of(value);
        assert_eq!(get(&get(&prototype, "constructor"), "name"), "Object");
        Object::values(value.unchecked_ref()).iter().for_each(|entry| assert_plain(&entry));
    } else {
        let plain = value.is_string() || value.as_f64().is_some() || value.as_bool().is_some() || value.is_null();
        assert!(plain, "{value:?}");
    }
}

#[wasm_bindgen_test]
fn an_analysis_is_plain_objects_with_null_for_what_is_missing() {
    let analysis = engine().analyze(TEXT, options(r#"{"rejected": true, "words": true, "checks": {}}"#)).unwrap();
    assert_plain(&analysis);
    let json = String::from(JSON::stringify(&analysis).unwrap());
    for list in ["articles", "sentences", "figures", "times", "findings", "rejected", "words"] {
        assert!(json.contains(&format!("\"{list}\":[")), "{list} in {json}");
    }
}

#[wasm_bindgen_test]
fn offsets_count_as_javascript_does() {
    let text = JsString::from(TEXT);
    let words: Array = engine().segment(TEXT, "default", true, false).unwrap().unchecked_into();
    let mut at = 0;
    for word in words.iter() {
        let end = get(&word, "end").as_f64().unwrap() as u32;
        assert_eq!(get(&word, "start"), f64::from(at));
        assert_eq!(JsValue::from(text.slice(at, end)), get(&word, "text"));
        at = end;
    }
    assert_eq!(at, text.length());
}

#[wasm_bindgen_test]
fn boundaries_are_the_ends_of_the_words() {
    let engine = engine();
    for mode in ["default", "search", "all"] {
        let words: Array = engine.segment(TEXT, mode, true, true).unwrap().unchecked_into();
        let ends: Vec<u32> = words.iter().map(|word| get(&word, "end").as_f64().unwrap() as u32).collect();
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
