//! The corpus of checks: a file for each rule under `tests/corpus/checks`.
//!
//! A line begins with what the rule must say of the sentence behind it, and ends there: `!` one error, warning or remark on
//! style; `i` one piece of information; `=` nothing, but the figures were compared and agree; `-` nothing at all. No other
//! rule may raise an error or a warning. `@2024-05-01` before the sentence is the day of publication, ⏎ ends a paragraph.
//! Below a line `## known failures` every sentence must still fail.

use std::fmt::Write as _;

use super::{Checks, rule_ids};
use crate::model::{Analysis, Severity};
use crate::{Analyzer, Options};

fn analyzer() -> Analyzer {
    let dictionary = concat!(env!("CARGO_MANIFEST_DIR"), "/data/dictionary/dict.txt");
    Analyzer::new(std::fs::read(dictionary).expect("the dictionary is in the repository")).expect("it is one")
}

fn read(analyzer: &Analyzer, line: &str) -> Analysis {
    let (date, text) = match line.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
        Some((date, text)) => {
            let mut parts = date.splitn(3, '-').map(|part| part.parse::<i32>().expect("a date"));
            let mut next = || parts.next().expect("a date");
            (Some((next(), next() as u32, next() as u32)), text)
        }
        None => (None, line),
    };
    analyzer.analyze(&text.replace('⏎', "\n"), &Options { date, checks: Checks::all(), ..Options::default() })
}

/// What is wrong with what was said of a sentence.
fn failure(analysis: &Analysis, rule: &str, mark: &str) -> Option<String> {
    let mut said = String::new();
    let grave = |severity: Severity| severity != Severity::Info;
    for finding in &analysis.findings {
        write!(said, " {} {:?} {};", finding.rule, finding.severity, finding.message.zh).unwrap();
    }
    let own: Vec<_> = analysis.findings.iter().filter(|finding| finding.rule == rule).collect();
    let others = analysis
        .findings
        .iter()
        .any(|finding| finding.rule != rule && matches!(finding.severity, Severity::Error | Severity::Warning));
    let agreed = analysis.coverage.agreements.iter().any(|agreement| agreement.rule == rule);
    let right = match mark {
        "!" => own.len() == 1 && grave(own[0].severity),
        "i" => own.len() == 1 && !grave(own[0].severity),
        "=" => own.is_empty() && agreed,
        "-" => own.is_empty() && !agreed,
        _ => panic!("no mark: {mark}"),
    };
    (!right || others).then(|| format!("agreed: {agreed};{said}"))
}

#[test]
fn corpus() {
    let analyzer = analyzer();
    let mut wrong = String::new();
    for rule in rule_ids() {
        let file = format!("{}/tests/corpus/checks/{rule}.txt", env!("CARGO_MANIFEST_DIR"));
        let corpus = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let (mut sentences, mut known) = (0, false);
        for line in corpus.lines() {
            known |= line == "## known failures";
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            sentences += 1;
            let (mark, text) = line.split_once(' ').expect("a mark and a sentence");
            let failed = failure(&read(&analyzer, text), rule, mark);
            match failed {
                Some(failed) if !known => writeln!(wrong, "{rule}: {line}\n    {failed}").unwrap(),
                None if known => writeln!(wrong, "{rule}: known to fail, but passes: {line}").unwrap(),
                _ => {}
            }
        }
        if sentences < 15 {
            writeln!(wrong, "{rule}: {sentences} sentences are too few").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn unknown_rules_are_named() {
    let error = Checks::default().set("parts-hole", false).unwrap_err().to_string();
    assert!(error.contains("parts-hole") && error.contains("parts-whole"), "{error}");
}
