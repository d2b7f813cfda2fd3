//! Analyses texts natively: JSON lines `{"id", "text"}` on standard input, `{"id", …analysis}` on standard output.
//! `cargo run --release --example analyze -- --rejected < pages.jsonl`

use std::io::{BufRead, Write};

use tishu::{Analyzer, Options};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let analyzer = Analyzer::new(std::fs::read("data/dictionary/dict.txt")?)?;
    let asked = |flag: &str| std::env::args().any(|arg| arg == flag);
    let options = Options { rejected: asked("--rejected"), words: asked("--words"), ..Options::default() };
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let document: serde_json::Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().ok_or("a line has no text")?;
        let mut analysis = serde_json::to_value(analyzer.analyze(text, &options))?;
        analysis["id"] = document["id"].clone();
        writeln!(out, "{analysis}")?;
    }
    Ok(())
}
