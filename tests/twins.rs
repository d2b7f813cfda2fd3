//! A page states the same figures however it is set: beside each page of `news/` stand its twins, hard-wrapped at several
//! widths or broken into columns.

mod common;

use std::collections::BTreeSet;

use common::analyze;
use common::column::{Setting, set};

/// The pages, by name: paragraphs in order.
fn pages() -> Vec<(String, Vec<String>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/news");
    let mut pages: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let paragraphs = |text: String| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let name = |path: &std::path::Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    pages.iter().map(|path| (name(path), paragraphs(std::fs::read_to_string(path).unwrap()))).collect()
}

/// The figures of a text, their places counted in characters that are no white space.
fn figures(text: &str) -> BTreeSet<String> {
    let mut inked = vec![0];
    for unit in text.encode_utf16() {
        let blank = char::from_u32(u32::from(unit)).is_some_and(char::is_whitespace);
        inked.push(inked[inked.len() - 1] + usize::from(!blank));
    }
    let figure = |f: &tishu::model::Figure| {
        let place = (inked[f.start as usize], inked[f.end as usize]);
        let unit = f.unit.as_ref().map(|unit| (&unit.text, &unit.canonical, &unit.per));
        let amount = (&f.decimal, f.min, f.max);
        format!("{place:?} {} {:?} {amount:?} {unit:?} {:?}", f.text.replace(' ', ""), f.kind, f.bound)
    };
    analyze(text).figures.iter().map(figure).collect()
}

/// Figures kept, figures in all, over the pages and the twins made of each.
fn kept(twins: impl Fn(&[String]) -> Vec<String>) -> (usize, usize) {
    let (mut same, mut all) = (0, 0);
    for (name, paragraphs) in pages() {
        let wanted = figures(&paragraphs.join("\n\n"));
        assert!(wanted.len() >= 20, "{name} has only {} figures", wanted.len());
        for twin in twins(&paragraphs) {
            let found = figures(&twin);
            all += wanted.len();
            same += wanted.intersection(&found).count();
            for lost in wanted.difference(&found) {
                eprintln!("{name} lost {lost}");
            }
            for new in found.difference(&wanted) {
                eprintln!("{name} new {new}");
            }
        }
    }
    (same, all)
}

fn wrapped(indent: &'static str, blank: bool) -> impl Fn(&[String]) -> Vec<String> {
    move |paragraphs| {
        let mut twins = Vec::new();
        for width in [24, 30, 36, 42, 50, 64, 80] {
            for hanging in [false, true] {
                let setting = Setting { width, indent, blank, newline: "\n", hanging };
                twins.push(set(paragraphs.iter().map(String::as_str), setting));
            }
        }
        twins
    }
}

/// Every paragraph is one line, but at the foot of a column, wherever that is, it goes on behind an empty line.
fn in_columns(paragraphs: &[String]) -> Vec<String> {
    let mut twins = Vec::new();
    for column in [97, 131, 173, 229, 311] {
        let mut twin = String::new();
        let mut left: usize = column;
        for paragraph in paragraphs {
            let chars: Vec<char> = paragraph.chars().collect();
            for (at, &ch) in chars.iter().enumerate() {
                twin.push(ch);
                left = left.saturating_sub(1);
                // A typesetter begins no column with a comma, and breaks no Latin word.
                let next = chars.get(at + 1);
                let may_break = next.is_some_and(|&c| c.is_alphanumeric() && !(ch.is_ascii() && c.is_ascii()));
                if left == 0 && may_break && !"“（《".contains(ch) && chars.len() > 40 {
                    twin.push_str("\n\n");
                    left = column;
                }
            }
            twin.push_str("\n\n");
        }
        twins.push(twin);
    }
    twins
}

fn assert_kept((same, all): (usize, usize)) {
    let share = same as f64 / all as f64;
    eprintln!("{same} of {all}: {share:.4}");
    assert!(all >= 1000 && share >= 0.99, "{same} of {all} figures unchanged: {share:.4}");
}

#[test]
fn figures_are_the_same_in_an_indented_column() {
    assert_kept(kept(wrapped("　　", false)));
}

#[test]
fn figures_are_the_same_in_a_column_with_spaces_before_paragraphs() {
    assert_kept(kept(wrapped("    ", false)));
}

#[test]
fn figures_are_the_same_in_a_column_with_empty_lines() {
    assert_kept(kept(wrapped("", true)));
}

#[test]
fn figures_are_the_same_where_nothing_but_the_width_tells() {
    assert_kept(kept(wrapped("", false)));
}

#[test]
fn figures_are_the_same_where_columns_break_paragraphs() {
    assert_kept(kept(in_columns));
}
