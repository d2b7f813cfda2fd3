//! A page is the same page at any column width: its paragraphs come back from hard-wrapped lines.

mod common;

use common::blocks;
use common::column::{Setting, set};

/// Roles and texts of the pages in `pages/`, as expected there.
fn pages() -> Vec<Vec<(String, String)>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let mut pages = Vec::new();
    for name in ["river", "column", "columns", "titles", "web"] {
        let expected = std::fs::read_to_string(format!("{folder}/{name}.expected")).unwrap();
        let blocks = expected.lines().filter_map(|line| line.split_once('\t'));
        pages.push(blocks.map(|(role, text)| (role.to_owned(), text.to_owned())).collect());
    }
    pages
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// How many blocks of running text come back unchanged, of how many.
fn recovered(setting: Setting) -> (usize, usize) {
    let (mut same, mut all) = (0, 0);
    for page in pages() {
        let found: Vec<String> = blocks(&set(page.iter().map(|(_, p)| p.as_str()), setting))
            .iter()
            .map(|block| squeeze(&block.text))
            .collect();
        for (_, paragraph) in page.iter().filter(|(role, _)| role == "paragraph") {
            all += 1;
            let wanted = squeeze(paragraph);
            if found.contains(&wanted) {
                same += 1;
            } else {
                eprintln!("{} {:?} {}: {paragraph}", setting.width, setting.indent, setting.blank);
            }
        }
    }
    (same, all)
}

fn at_all_widths(indent: &'static str, blank: bool) -> f64 {
    let (mut same, mut all) = (0, 0);
    for width in [24, 28, 34, 40, 46, 60, 76, 100] {
        for hanging in [false, true] {
            let newline = if width % 4 == 0 { "\n" } else { "\r\n" };
            let (s, a) = recovered(Setting { width, indent, blank, newline, hanging });
            same += s;
            all += a;
        }
    }
    same as f64 / all as f64
}

#[test]
fn paragraphs_come_back_from_indented_columns() {
    let share = at_all_widths("　　", false);
    assert!(share >= 0.99, "{share}");
}

#[test]
fn paragraphs_come_back_from_columns_with_empty_lines() {
    let share = at_all_widths("", true);
    assert!(share >= 0.99, "{share}");
}

#[test]
fn most_paragraphs_come_back_where_nothing_but_the_width_tells() {
    // A last line that happens to be full cannot be told from a line within a paragraph.
    let share = at_all_widths("", false);
    assert!(share >= 0.9, "{share}");
}

#[test]
fn a_page_without_wrapping_stays_as_it_is() {
    for (indent, blank) in [("", false), ("", true), ("　　", false)] {
        let setting = Setting { width: usize::MAX, indent, blank, newline: "\n", hanging: false };
        let (same, all) = recovered(setting);
        assert_eq!(same, all, "{indent:?} {blank}");
    }
}
