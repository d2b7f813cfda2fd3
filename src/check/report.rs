//! What the rules say: findings, and what agreed.

use rustc_hash::FxHashSet;

use crate::model::{Agreement, Coverage, Figure, Finding, Message, RuleCoverage, Severity, Span};
use crate::sorting::sort_by_key;

/// What one rule says of one article.
pub struct Out {
    rule: &'static str,
    findings: Vec<Finding>,
    agreements: Vec<Agreement>,
    checked: u32,
}

/// What a finding is about: its figures, and all places.
#[derive(Debug, Clone, Default)]
pub struct About {
    figures: Vec<String>,
    spans: Vec<Span>,
}

impl About {
    /// Some figures.
    pub fn figures<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        let mut about = About::default();
        for figure in figures {
            about.figures.push(figure.id.clone());
            about.spans.push(Span { start: figure.start, end: figure.end });
        }
        about
    }

    /// And another place.
    pub fn and(mut self, span: Span) -> Self {
        self.spans.push(span);
        self
    }

    fn sorted(mut self) -> Self {
        sort_by_key(&mut self.spans, |span| *span);
        self.spans.dedup();
        self
    }
}

/// A message in both languages.
pub fn say(zh: String, en: String) -> Message {
    Message { zh, en }
}

impl Out {
    /// Takes what a rule says.
    pub fn new(rule: &'static str) -> Self {
        Out { rule, findings: Vec::new(), agreements: Vec::new(), checked: 0 }
    }

    /// Something does not add up, or is worth saying.
    pub fn find(&mut self, severity: Severity, about: About, arithmetic: Option<String>, message: Message) {
        let About { figures, spans } = about.sorted();
        self.checked += u32::from(severity != Severity::Info);
        self.findings.push(Finding { rule: self.rule, severity, message, arithmetic, figures, spans });
    }

    /// Figures were held against each other and agree.
    pub fn agree(&mut self, about: About, arithmetic: Option<String>, message: Message) {
        let About { figures, spans } = about.sorted();
        self.checked += 1;
        self.agreements.push(Agreement { rule: self.rule, message, arithmetic, figures, spans });
    }
}

/// What all rules say of all articles.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    coverage: Coverage,
}

impl Report {
    /// Adds what a rule says.
    pub fn take(&mut self, out: Out) {
        if out.findings.is_empty() && out.agreements.is_empty() {
            return;
        }
        let agreed = out.agreements.len() as u32;
        self.count(RuleCoverage { rule: out.rule, checked: out.checked, agreed });
        self.findings.extend(out.findings);
        self.coverage.agreements.extend(out.agreements);
    }

    fn count(&mut self, row: RuleCoverage) {
        if row.checked == 0 {
            return;
        }
        match self.coverage.rules.iter_mut().find(|known| known.rule == row.rule) {
            Some(known) => {
                known.checked += row.checked;
                known.agreed += row.agreed;
            }
            None => self.coverage.rules.push(row),
        }
    }

    /// Adds what was said of the next article.
    pub fn add(&mut self, other: Report) {
        other.coverage.rules.into_iter().for_each(|row| self.count(row));
        self.findings.extend(other.findings);
        self.coverage.agreements.extend(other.coverage.agreements);
    }

    /// Findings and agreements in reading order, and what was covered.
    pub fn finish(mut self) -> (Vec<Finding>, Coverage) {
        sort_by_key(&mut self.findings, |finding| finding.spans.first().copied());
        sort_by_key(&mut self.coverage.agreements, |agreement| agreement.spans.first().copied());
        let held = self.findings.iter().filter(|finding| finding.severity != Severity::Info).flat_map(|f| &f.figures);
        let figures: FxHashSet<&String> =
            held.chain(self.coverage.agreements.iter().flat_map(|a| &a.figures)).collect();
        self.coverage.figures = figures.len() as u32;
        (self.findings, self.coverage)
    }
}
