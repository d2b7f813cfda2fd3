//! The corpus of time expressions, what it must never lose, and the validity of every value.

use super::*;
use crate::fold::fold;

const CORPUS: &str = include_str!("../../tests/corpus/time.txt");
/// The day of publication the corpus resolves against, a Wednesday.
const PUBLISHED: Date = (2024, 5, 15);

struct Mark<'a> {
    range: Range<usize>,
    value: Option<&'a str>,
    resolved: Option<&'a str>,
}

/// The text of a corpus line, and its marks. A field left out is not looked at; a field left empty must be none.
fn unmark(line: &str) -> (Vec<char>, Vec<Mark<'_>>) {
    let (mut text, mut marks) = (Vec::new(), Vec::new());
    let mut rest = line;
    while let Some((plain, behind)) = rest.split_once("[[") {
        let (inside, behind) = behind.split_once("]]").expect("a mark that is closed");
        text.extend(plain.chars().map(fold));
        let mut fields = inside.split('|');
        let start = text.len();
        text.extend(fields.next().unwrap_or("").chars().map(fold));
        marks.push(Mark { range: start..text.len(), value: fields.next(), resolved: fields.next() });
        rest = behind;
    }
    text.extend(rest.chars().map(fold));
    (text, marks)
}

fn sentences() -> impl Iterator<Item = &'static str> {
    CORPUS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn corpus() {
    let mut wrong = Vec::new();
    for line in sentences() {
        let (text, marks) = unmark(line);
        let found = scan(&text);
        let spans: Vec<_> = found.iter().map(|m| m.range.clone()).collect();
        let shown: Vec<String> = spans.iter().map(|range| text[range.clone()].iter().collect()).collect();
        if spans != marks.iter().map(|m| m.range.clone()).collect::<Vec<_>>() {
            wrong.push(format!("{line}\n    found {shown:?}"));
            continue;
        }
        for ((one, mark), shown) in found.iter().zip(&marks).zip(shown) {
            let agrees = |field: Option<&str>, value: &Option<String>| {
                field.is_none_or(|field| field == value.as_deref().unwrap_or(""))
            };
            let resolved = resolve(&one.time, PUBLISHED);
            // A mark without any field says that the words have no value.
            if !agrees(Some(mark.value.unwrap_or("")), &one.value) || !agrees(mark.resolved, &resolved) {
                wrong.push(format!("{line}\n    {shown}: {:?}, resolved {resolved:?}", one.value));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
