//! The table of sources and claims, and that the work stays n log n.

use std::fmt::Write as _;
use std::time::Instant;

use crate::model::{Comparison, Difference, Verdict};
use crate::{Analyzer, Options};

const TABLE: &str = include_str!("../../tests/corpus/compare.txt");

fn analyzer() -> Analyzer {
    let dictionary = concat!(env!("CARGO_MANIFEST_DIR"), "/data/dictionary/dict.txt");
    Analyzer::new(std::fs::read(dictionary).expect("the dictionary is in the repository")).expect("it is one")
}

/// The claim without its marks, and the marks with their places in UTF-16 code units.
fn parse(line: &str) -> (String, Vec<(u32, String)>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), line);
    while let Some((before, after)) = rest.split_once("[[") {
        let (mark, after) = after.split_once("]]").expect("a mark is closed");
        let (figure, verdict) = mark.split_once('|').expect("a mark has a verdict");
        text.push_str(before);
        marks.push((text.encode_utf16().count() as u32, verdict.to_owned()));
        text.push_str(figure);
        rest = after;
    }
    text.push_str(rest);
    (text, marks)
}

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn verdict(verdict: Verdict, differences: &[Difference]) -> String {
    let differences: Vec<String> = differences.iter().map(name).collect();
    format!("{} {}", name(verdict), differences.join(" ")).trim_end().to_owned()
}

fn compare(analyzer: &Analyzer, source: &str, claim: &str) -> Comparison {
    let (date, source) = match source.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
        Some((date, text)) => {
            let parts: Vec<i32> = date.split('-').map(|part| part.parse().expect("a date")).collect();
            (Some((parts[0], parts[1] as u32, parts[2] as u32)), text)
        }
        None => (None, source),
    };
    analyzer.compare(&source.replace('⏎', "\n"), claim, &Options { date, ..Options::default() })
}

#[test]
fn table() {
    let analyzer = analyzer();
    let (mut wrong, mut pairs, mut known, mut failures) = (String::new(), 0, false, 0);
    for line in TABLE.lines() {
        known |= line == "## known failures";
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        pairs += 1;
        let (source, claim) = line.split_once(" ⇒ ").expect("a source and a claim");
        let (text, marks) = parse(claim);
        let comparison = compare(&analyzer, source, &text);
        let got: Vec<(u32, String)> = comparison
            .matches
            .iter()
            .zip(&comparison.claim.figures)
            .map(|(one, figure)| (figure.start, verdict(one.verdict, &one.differences)))
            .collect();
        if known {
            failures += 1;
            assert!(got != marks, "known to fail, but passes: {line}");
        } else if got != marks {
            let notes: Vec<&str> = comparison.matches.iter().map(|one| one.note.zh.as_str()).collect();
            writeln!(wrong, "{line}\n    {got:?} {notes:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(pairs >= 60 && failures * 20 <= pairs, "{pairs} pairs, {failures} known failures");
}

/// A text of so many figures, no two sentences alike; of every third the claim tells another value.
fn long(figures: usize, told: bool) -> String {
    const THINGS: [&str; 8] = ["学校", "公园", "水渠", "路灯", "粮库", "书屋", "桥梁", "球场"];
    (0..figures)
        .map(|n| {
            let value = 10 + n * 7 % 9973 + usize::from(told && n % 3 == 0);
            format!(
                "{}第{}村新建{}{value}座。{}",
                ["甲县", "乙县", "丙县"][n % 3],
                n % 400 + 1,
                THINGS[n % 8],
                if n % 5 == 0 { "\n" } else { "" }
            )
        })
        .collect()
}

/// Four times the figures take about four times as long; a square would take sixteen. The fastest of three runs counts,
/// since another process may have run meanwhile.
#[test]
fn the_work_grows_with_the_figures() {
    let analyzer = analyzer();
    let analyze = |text: &str| analyzer.analyze(text, &Options::default());
    let time = |figures: usize| {
        let (source, claim) = (long(figures, false), long(figures, true));
        let run = |_| {
            let (source_analysis, claim_analysis) = (analyze(&source), analyze(&claim));
            let start = Instant::now();
            let side = |text, analysis| super::Side { text, analysis };
            let comparison = super::compare(side(&source, source_analysis), side(&claim, claim_analysis));
            assert!(comparison.matches.len() >= figures);
            start.elapsed().as_secs_f64()
        };
        (0..3).map(run).fold(f64::INFINITY, f64::min)
    };
    let (small, large) = (time(400), time(1600));
    assert!(large < small * 10.0, "{small} s for 400 figures, {large} s for 1600");
}
