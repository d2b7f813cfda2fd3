//! Which rules run.

use std::fmt;

use super::rules::{RULES, Rule};

/// The rules that run: at first those that are not disputed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checks([bool; RULES.len()]);

impl Default for Checks {
    fn default() -> Self {
        Checks(std::array::from_fn(|i| RULES[i].on))
    }
}

impl Checks {
    /// Every rule, the disputed ones too.
    pub fn all() -> Self {
        Checks([true; RULES.len()])
    }

    /// Turns a rule on or off.
    ///
    /// # Errors
    ///
    /// When there is no rule of that name.
    pub fn set(&mut self, id: &str, on: bool) -> Result<(), UnknownRule> {
        let rule = RULES.iter().position(|rule| rule.id == id).ok_or_else(|| UnknownRule(id.to_owned()))?;
        self.0[rule] = on;
        Ok(())
    }

    pub(super) fn enabled(&self) -> impl Iterator<Item = &'static Rule> {
        RULES.iter().zip(self.0).filter_map(|(rule, on)| on.then_some(rule))
    }
}

/// The ids of all rules.
pub fn rule_ids() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.id)
}

/// No rule has this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule(pub String);

impl fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = rule_ids().collect();
        write!(f, "there is no check {:?}; the checks are {}", self.0, known.join(", "))
    }
}

impl std::error::Error for UnknownRule {}
