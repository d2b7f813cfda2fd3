//! Verdicts in words.

use super::likeness::Value;
use crate::model::{Difference, Figure, Message};

fn say(zh: String, en: String) -> Message {
    Message { zh, en }
}

/// A figure held against one of the source.
pub fn held(claim: &Figure, source: &Figure, differences: &[Difference], value: Value) -> Message {
    let (a, b) = (&claim.text, &source.text);
    if differences.is_empty() {
        return match value {
            Value::Converted => say(format!("由原文“{b}”换算得出"), format!("converted from {b} in the source")),
            Value::Implied => say(format!("原文“{b}”包含“{a}”"), format!("{b} in the source implies {a}")),
            Value::Rounded => say(format!("原文“{b}”的约数"), format!("{b} in the source, rounded")),
            _ => say(format!("与原文“{b}”一致"), format!("the source says {b}")),
        };
    }
    let words: Vec<(&str, &str)> = differences.iter().map(|difference| name(*difference)).collect();
    let zh: Vec<&str> = words.iter().map(|word| word.0).collect();
    let en: Vec<&str> = words.iter().map(|word| word.1).collect();
    say(format!("原文是“{b}”：{}不同", zh.join("、")), format!("the source says {b}: different {}", en.join(", ")))
}

fn name(difference: Difference) -> (&'static str, &'static str) {
    match difference {
        Difference::Value => ("数值", "value"),
        Difference::Unit => ("单位", "unit"),
        Difference::Bound => ("约数（余、近、约等）", "bound"),
        Difference::Item => ("所指事物", "thing"),
        Difference::Subject => ("主体", "subject"),
        Difference::Time => ("时间", "time"),
        Difference::Change => ("变化", "change"),
        Difference::Status => ("状态（实际、计划等）", "status"),
    }
}

/// A figure that follows from others.
pub fn derived(arithmetic: &str) -> Message {
    say(format!("由原文推算：{arithmetic}"), format!("follows from the source: {arithmetic}"))
}

/// A figure the source does not speak of.
pub fn unsupported(claim: &Figure) -> Message {
    say(format!("原文没有“{}”", claim.text), format!("the source does not state {}", claim.text))
}
