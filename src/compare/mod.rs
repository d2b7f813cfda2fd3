//! A claim (a summary, a rewrite, a model's answer) held against its source: figure by figure, by meaning and not by
//! string search.
//!
//! [`profile`] makes of a figure what can be compared: its [`amount`] in base units, its thing, its surroundings.
//! [`candidates`] finds the figures of the source that may be the same fact, a bounded number for each figure of the
//! claim; [`likeness`] says how much a candidate is alike and in what it differs; [`derive`] looks for sums, differences
//! and percentages where no figure of the source says the same. The work is n log n in the number of figures.

use crate::model::{Analysis, Comparison, Difference, Match, Verdict};

mod amount;
mod candidates;
mod derive;
mod lexicon;
mod likeness;
mod note;
mod profile;
#[cfg(test)]
mod tests;
mod when;

use candidates::Index;
use derive::Derived;
use likeness::{Likeness, Value};
use profile::{Profile, profiles};

/// From this likeness on a figure of another value is the same fact told otherwise.
const SAME_FACT: f64 = 4.5;

/// A text with its analysis.
pub struct Side<'a> {
    /// The text as given.
    pub text: &'a str,
    /// Its analysis.
    pub analysis: Analysis,
}

/// Holds every figure of the claim against the source.
pub fn compare(source: Side, claim: Side) -> Comparison {
    let matches = {
        let sources = profiles(&source);
        let index = Index::new(&sources);
        let derived = std::cell::OnceCell::new();
        let claims = profiles(&claim);
        let one = |claim| held(claim, &sources, &index, || derived.get_or_init(|| Derived::new(&sources)));
        claims.iter().map(one).collect()
    };
    Comparison { matches, claim: claim.analysis, source: source.analysis }
}

fn held<'d>(claim: &Profile, sources: &[Profile], index: &Index, derived: impl FnOnce() -> &'d Derived) -> Match {
    let mut all: Vec<(usize, Likeness)> = Vec::new();
    for number in index.of(claim) {
        let Some(alike) = likeness::of(claim, &sources[number]) else { continue };
        let perfect = alike.is_perfect();
        all.push((number, alike));
        if perfect {
            break;
        }
    }
    // Of equally like figures the first counts.
    let best = |equal: bool| {
        let fits = all.iter().filter(|(_, alike)| alike.value.is_same() == equal);
        fits.fold(None, |best: Option<&(usize, Likeness)>, next| match best {
            Some(best) if best.1.score >= next.1.score => Some(best),
            _ => Some(next),
        })
    };
    let (same, other) = (best(true), best(false));
    if let Some((number, alike)) = same
        && alike.differences.is_empty()
    {
        let verdict = match alike.value {
            Value::Converted | Value::Implied => Verdict::Derivable,
            _ => Verdict::Same,
        };
        return found(claim, &sources[*number], verdict, Vec::new(), alike.value);
    }
    // A figure that is not in the source as it stands may follow from it.
    if let Some(derivation) = derived().explain(claim, sources) {
        return Match {
            claim: claim.figure.id.clone(),
            source: derivation.sources.first().map(|&number| sources[number].figure.id.clone()),
            sources: derivation.sources.iter().map(|&number| sources[number].figure.id.clone()).collect(),
            verdict: Verdict::Derivable,
            differences: Vec::new(),
            note: note::derived(&derivation.arithmetic),
        };
    }
    let same = same.filter(|(_, alike)| !alike.is_chance());
    let other = other.filter(|(_, alike)| alike.score >= SAME_FACT && !alike.differences.contains(&Difference::Item));
    let chosen = match (same, other) {
        (Some(same), Some(other)) if other.1.score > same.1.score => Some(other),
        (Some(same), _) => Some(same),
        (None, other) => other,
    };
    match chosen {
        Some((number, alike)) => {
            let mut differences = alike.differences.clone();
            if !alike.value.is_same() {
                differences.insert(0, Difference::Value);
            }
            found(claim, &sources[*number], Verdict::Different, differences, alike.value)
        }
        None => Match {
            claim: claim.figure.id.clone(),
            source: None,
            sources: Vec::new(),
            verdict: Verdict::Unsupported,
            differences: Vec::new(),
            note: note::unsupported(claim.figure),
        },
    }
}

fn found(claim: &Profile, source: &Profile, verdict: Verdict, differences: Vec<Difference>, value: Value) -> Match {
    Match {
        claim: claim.figure.id.clone(),
        source: Some(source.figure.id.clone()),
        sources: vec![source.figure.id.clone()],
        verdict,
        note: note::held(claim.figure, source.figure, &differences, value),
        differences,
    }
}
