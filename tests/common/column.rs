//! How a typesetter breaks paragraphs into lines.

/// How a page may be set.
#[derive(Clone, Copy)]
pub struct Setting {
    /// Half-width cells of a line.
    pub width: usize,
    /// What stands before each paragraph.
    pub indent: &'static str,
    /// Empty lines between paragraphs.
    pub blank: bool,
    /// Line break.
    pub newline: &'static str,
    /// Whether punctuation that may not begin a line hangs over the edge, or takes a character down with it.
    pub hanging: bool,
}

const NO_START: &str = "。，、；：！？”’）》」』】％%";
const NO_END: &str = "“‘（《「『【";

fn cells(ch: char) -> usize {
    if (ch as u32) < 0x2000 { 1 } else { 2 }
}

/// The lines of a paragraph in a column.
pub fn wrap(paragraph: &str, setting: Setting) -> Vec<String> {
    let text: Vec<char> = setting.indent.chars().chain(paragraph.chars()).collect();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut width = 0;
    let mut at = 0;
    while at < text.len() {
        width += cells(text[at]);
        if width <= setting.width || at == start {
            at += 1;
            continue;
        }
        let mut cut = at;
        if NO_START.contains(text[cut]) {
            while setting.hanging && cut < text.len() && NO_START.contains(text[cut]) {
                cut += 1;
            }
            while !setting.hanging && cut > start + 1 && NO_START.contains(text[cut]) {
                cut -= 1;
            }
        }
        while cut > start + 1 && NO_END.contains(text[cut - 1]) {
            cut -= 1;
        }
        lines.push(text[start..cut].iter().collect());
        (start, at, width) = (cut, cut, 0);
    }
    if start < text.len() {
        lines.push(text[start..].iter().collect());
    }
    lines
}

/// A page set in one column.
pub fn set<'a>(paragraphs: impl Iterator<Item = &'a str>, setting: Setting) -> String {
    let between = if setting.blank { setting.newline.repeat(2) } else { setting.newline.to_owned() };
    let set: Vec<String> = paragraphs.map(|p| wrap(p, setting).join(setting.newline)).collect();
    set.join(&between)
}
