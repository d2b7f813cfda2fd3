//! The corpus of figures: every sentence under `tests/corpus/figures` says which figures it states and which of its
//! numerals are none.
//!
//! `全县[近百家|count < 100 家]企业` is a figure with kind, bound (none when exact), value (`5..10` for a range, `vague`
//! for several) and unit; `{一带一路|name}` is a numeral rejected for that reason. A figure that is not marked is a
//! failure. Lines that begin with `#` are comments. Below a line `## known failures` every sentence must still fail:
//! one that passes has been put right and moves up.

#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use tishu::model::Figure;
use tishu::{Analyzer, Options};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    let dictionary = std::fs::read("data/dictionary/dict.txt").expect("the dictionary is part of the repository");
    Analyzer::new(dictionary).expect("the dictionary can be read")
});

/// A marked stretch of a sentence, in UTF-16 offsets: the text and what is said of it.
type Mark = (u32, u32, String);

/// A sentence without its markup, its figures and its rejected numerals.
fn parse(line: &str) -> (String, Vec<Mark>, Vec<Mark>) {
    let (mut text, mut figures, mut rejected) = (String::new(), Vec::new(), Vec::new());
    let mut rest = line;
    while let Some(open) = rest.find(['[', '{']) {
        let (shut, marks) = if rest[open..].starts_with('[') { (']', &mut figures) } else { ('}', &mut rejected) };
        let close = rest[open..].find(shut).unwrap_or_else(|| panic!("a mark is not closed: {line}")) + open;
        let (inside, says) =
            rest[open + 1..close].rsplit_once('|').unwrap_or_else(|| panic!("a mark says nothing: {line}"));
        text.push_str(&rest[..open]);
        let start = text.encode_utf16().count() as u32;
        text.push_str(inside);
        marks.push((start, text.encode_utf16().count() as u32, says.to_owned()));
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, figures, rejected)
}

fn name(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        other => panic!("{other:?} is no name"),
    }
}

/// What a figure says, in the words of the markup.
fn says(figure: &Figure) -> String {
    let mut out = name(figure.kind);
    let bound = name(figure.bound);
    if bound != "=" {
        write!(out, " {bound}").unwrap();
    }
    match (&figure.decimal, figure.value, figure.min, figure.max) {
        (Some(decimal), ..) => write!(out, " {decimal}").unwrap(),
        (None, Some(value), ..) => write!(out, " {}", (value * 1e4).round() / 1e4).unwrap(),
        (None, None, Some(min), Some(max)) => write!(out, " {min}..{max}").unwrap(),
        _ => {}
    }
    if let Some(unit) = &figure.unit {
        write!(out, " {}", unit.text).unwrap();
    }
    out
}

/// What is wrong with the reading of a sentence, if anything is.
fn failure(line: &str) -> Option<String> {
    let (text, figures, rejected) = parse(line);
    let analysis = ANALYZER.analyze(&text, &Options { rejected: true, ..Options::default() });
    let got: Vec<Mark> = analysis.figures.iter().map(|f| (f.start, f.end, says(f))).collect();
    let refused: Vec<_> =
        analysis.rejected.unwrap_or_default().into_iter().map(|r| (r.start, r.end, name(r.reason))).collect();
    // A rejected stretch may be longer or shorter than the mark; it must touch it and have its reason.
    let held = |(start, end, reason): &Mark| refused.iter().any(|r| r.0 < *end && r.1 > *start && r.2 == *reason);
    if got == figures && rejected.iter().all(held) {
        return None;
    }
    let mut marked = String::new();
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |from: u32, to: u32| String::from_utf16_lossy(&units[from as usize..to as usize]);
    let mut at = 0;
    let mut all: Vec<_> = got.iter().map(|m| (m, '[', ']')).chain(refused.iter().map(|m| (m, '{', '}'))).collect();
    all.sort();
    for ((start, end, says), open, shut) in all {
        write!(marked, "{}{open}{}|{says}{shut}", slice(at.min(*start), *start), slice(*start, *end)).unwrap();
        at = *end;
    }
    marked.push_str(&slice(at, units.len() as u32));
    Some(format!("want {line}\n  got {marked}"))
}

fn check(file: &Path) -> (usize, Vec<String>) {
    let corpus = std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let (mut sentences, mut problems, mut known) = (0, Vec::new(), false);
    for line in corpus.lines() {
        known |= line == "## known failures";
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        sentences += 1;
        match failure(line) {
            Some(problem) if !known => problems.push(problem),
            None if known => problems.push(format!("known to fail, but passes: {line}")),
            _ => {}
        }
    }
    (sentences, problems)
}

#[test]
fn every_sentence_of_the_corpus() {
    let mut files: Vec<_> =
        std::fs::read_dir("tests/corpus/figures").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut sentences, mut failures) = (0, String::new());
    for file in &files {
        let (read, problems) = check(file);
        sentences += read;
        for problem in problems {
            writeln!(failures, "{}: {problem}", file.display()).unwrap();
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
    assert!(sentences >= 300, "the corpus has shrunk to {sentences} sentences");
}
