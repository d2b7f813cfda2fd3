//! What the rules say: findings, and what agreed.

use rustc_hash::FxHashSet;

use crate::model::{Agreement, Coverage, Figure, Finding, Message, RuleCoverage, Severity, Span};
use crate::sorting::sort_by_key;

/// Takes what one rule says of one article.
pub struct Out<'a> {
    report: &'a mut Report,
    said: RuleCoverage,
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

impl<'a> Out<'a> {
    /// For a rule that says nothing so far.
    pub fn new(rule: &'static str, report: &'a mut Report) -> Self {
        Out { report, said: RuleCoverage { rule, checked: 0, agreed: 0 } }
    }

    /// Counts what was said.
    pub fn finish(self) {
        self.report.count(self.said);
    }

    /// Something does not add up, or is worth saying.
    pub fn find(&mut self, severity: Severity, about: About, arithmetic: Option<String>, message: Message) {
        let About { figures, spans } = about.sorted();
        self.said.checked += u32::from(severity != Severity::Info);
        self.report.findings.push(Finding { rule: self.said.rule, severity, message, arithmetic, figures, spans });
    }

    /// Figures were held against each other and agree.
    pub fn agree(&mut self, about: About, arithmetic: Option<String>, message: Message) {
        let About { figures, spans } = about.sorted();
        self.said.checked += 1;
        self.said.agreed += 1;
        let agreement = Agreement { rule: self.said.rule, message, arithmetic, figures, spans };
        self.report.coverage.agreements.push(agreement);
    }
}

/// What all rules say of all articles.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    coverage: Coverage,
}

impl Report {
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
