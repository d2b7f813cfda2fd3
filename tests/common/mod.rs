//! What the tests of whole texts share: the dictionary, read once, and readable forms of a result.
#![allow(dead_code)] // each test binary uses a part

pub mod column;

use std::sync::LazyLock;

use tishu::model::{Analysis, ArticleKind, Block, Phrase, Role};
use tishu::{Analyzer, Options};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    let dictionary = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/dictionary/dict.txt")).unwrap();
    Analyzer::new(dictionary).unwrap()
});

pub fn analyzer() -> &'static Analyzer {
    &ANALYZER
}

pub fn analyze(text: &str) -> Analysis {
    analyzer().analyze(text, &Options::default())
}

/// All blocks in order.
pub fn blocks(text: &str) -> Vec<Block> {
    analyze(text).articles.into_iter().flat_map(|article| article.blocks).collect()
}

pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Subtitle => "subtitle",
        Role::Byline => "byline",
        Role::Dateline => "dateline",
        Role::Heading => "heading",
        Role::Paragraph => "paragraph",
        Role::Caption => "caption",
        Role::Credit => "credit",
        Role::Footer => "footer",
    }
}

/// One line an item (`# kind | title | authors`) and one line a block (role, tab, text).
pub fn render(text: &str) -> String {
    let mut out = String::new();
    let line = |phrase: &Phrase| phrase.text.clone();
    for article in analyze(text).articles {
        let kind = if article.kind == ArticleKind::Photo { "photo" } else { "article" };
        let title = article.title.as_ref().map(line).unwrap_or_default();
        let authors: Vec<String> = article.authors.iter().map(line).collect();
        let head = format!("# {kind} | {title} | {}", authors.join(" "));
        out.push_str(head.replace("|  |", "| |").trim_end());
        out.push('\n');
        for block in article.blocks {
            out.push_str(&format!("{}\t{}\n", role_name(block.role), block.text));
        }
    }
    out
}
