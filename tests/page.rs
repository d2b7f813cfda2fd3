//! Whole pages: layout, roles, items. Each page of `pages/` stands beside what is expected of it.

mod common;

use common::render;

#[test]
fn pages_come_out_as_expected() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let mut pages: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for page in pages.iter().filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        let expected = std::fs::read_to_string(page.with_extension("expected")).unwrap();
        let found = render(&std::fs::read_to_string(page).unwrap());
        seen += 1;
        if found != expected {
            let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
            let (found, expected) = (lines(&found), lines(&expected));
            let missed = expected.iter().filter(|line| !found.contains(line)).map(|line| format!("- {line}"));
            let invented = found.iter().filter(|line| !expected.contains(line)).map(|line| format!("+ {line}"));
            let name = page.file_name().unwrap().to_string_lossy().into_owned();
            wrong.push([name].into_iter().chain(missed).chain(invented).collect::<Vec<_>>().join("\n"));
        }
    }
    assert!(seen >= 8, "only {seen} pages in {folder}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}
