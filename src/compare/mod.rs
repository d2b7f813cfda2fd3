//! A claim (a summary, a rewrite, a model's answer) held against its source: figure by figure, by meaning and not by
//! string search.

use std::collections::HashMap;

use crate::check::number;
use crate::model::{Analysis, Comparison, Difference, Figure, Match, Message, Verdict};

/// Holds every figure of the claim against the source.
pub fn compare(source: Analysis, claim: Analysis) -> Comparison {
    let mut by_value: HashMap<u64, Vec<&Figure>> = HashMap::new();
    for figure in &source.figures {
        if let Some(value) = figure.value {
            by_value.entry(value.to_bits()).or_default().push(figure);
        }
    }
    let matches = claim.figures.iter().map(|figure| held(figure, &by_value)).collect();
    Comparison { matches, claim, source }
}

fn held(claim: &Figure, by_value: &HashMap<u64, Vec<&Figure>>) -> Match {
    let same = claim.value.and_then(|value| by_value.get(&value.to_bits())).and_then(|same| same.first());
    let Some(source) = same else {
        let text = &claim.text;
        return Match {
            claim: claim.id.clone(),
            source: None,
            sources: Vec::new(),
            verdict: Verdict::Unsupported,
            differences: Vec::new(),
            note: Message { zh: format!("原文没有“{text}”"), en: format!("The source does not state {text}") },
        };
    };
    let differences: Vec<Difference> = (source.bound != claim.bound).then_some(Difference::Bound).into_iter().collect();
    let value = claim.value.map(number).unwrap_or_default();
    Match {
        claim: claim.id.clone(),
        source: Some(source.id.clone()),
        sources: vec![source.id.clone()],
        verdict: if differences.is_empty() { Verdict::Same } else { Verdict::Different },
        differences,
        note: Message {
            zh: format!("原文：“{}”（{value}）", source.text),
            en: format!("Source: {} ({value})", source.text),
        },
    }
}
