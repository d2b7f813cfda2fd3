//! The walk over a block: every place where a numeral may begin, once.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::quantity::{self, Quantity};
use super::{Amount, Draft, Scene, approx, kind, plain, proportion, range, veto};
use crate::lookup::CharSet;
use crate::model::{Bound, RejectionReason, Unit};
use crate::numeral::{self, Form};
use crate::unit::Found;

/// Finds the figures of a block.
pub fn scan(scene: &Scene) -> super::Found {
    let chars = scene.chars();
    // One character in thirty begins a figure where there are many.
    let mut found = super::Found { figures: Vec::with_capacity(chars.len() / 32), rejected: Vec::new() };
    let begins = &*BEGINS;
    let mut times = scene.times.iter().peekable();
    let (mut at, mut done) = (0, 0);
    loop {
        while times.next_if(|time| time.end <= at).is_some() {}
        let limit = match times.peek() {
            Some(time) if time.start <= at => {
                at = time.end;
                done = at;
                continue;
            }
            Some(time) => time.start,
            None => chars.len(),
        };
        let Some(next) = (at..limit).find(|&at| begins.contains(chars[at]) && may_begin(scene, at)) else {
            if limit == chars.len() {
                return found;
            }
            at = limit;
            continue;
        };
        at = next;
        match &mut quantity::read(scene, at, limit) {
            Some(quantity) => {
                at = take(scene, quantity, limit, done, &mut found).max(at + 1);
                done = at;
            }
            None => match veto::word(scene, at) {
                Some((stretch, reason)) if stretch.end <= limit => {
                    at = stretch.end;
                    done = at;
                    found.rejected.push((stretch, reason));
                }
                _ => at += 1,
            },
        }
    }
}

/// The characters that a quantity can begin with.
static BEGINS: LazyLock<CharSet> = LazyLock::new(|| {
    ('\0'..='\u{ffff}').filter(|&ch| numeral::may_begin(ch)).chain("第多若翻俩仨好负".chars()).collect()
});

/// A point begins a number only when nothing that could own it stands before: .5, not 3.5 or a.5.
fn may_begin(scene: &Scene, at: usize) -> bool {
    scene.chars()[at] != '.' || scene.before(at).is_none_or(|c| !c.is_alphanumeric())
}

/// Judges a quantity and files it; returns the place behind it.
fn take(scene: &Scene, quantity: &mut Quantity, limit: usize, done: usize, found: &mut super::Found) -> usize {
    range::join(scene, quantity, limit);
    proportion::join(scene, quantity, limit);
    if let Some((stretch, reason)) = veto::judge(scene, quantity, &found.figures) {
        let end = stretch.end.max(quantity.number.end);
        found.rejected.push((stretch.start.max(done)..end, reason));
        return end;
    }
    range::share_unit(scene, quantity, limit);
    let bounds = approx::around(scene, quantity, limit);
    let touched = bounds.start < quantity.range.start;
    let whole = matches!(quantity.form, Form::Percent | Form::Fraction)
        || matches!(quantity.rule, "half" | "doubling" | "range" | "ratio");
    let mut bare = false;
    if quantity.unit.is_none() && !whole {
        match plain::judge(scene, quantity, touched) {
            plain::Plain::Number => {}
            plain::Plain::BareNoun => {
                bare = true;
                quantity.rule = "bare noun";
            }
            plain::Plain::None(reason) => {
                found.rejected.push((quantity.range.clone(), reason));
                return quantity.number.end;
            }
        }
    }
    // 上千元 and 万元以上 are amounts, 万元 and 千家 alone only parts of words.
    let bounded = touched || bounds.end > quantity.range.end;
    if quantity.form == Form::BareScale && !bounded && quantity.number.len() == 1 {
        found.rejected.push((quantity.range.clone(), RejectionReason::Lexical));
        return quantity.number.end;
    }
    let start = bounds.start.max(done);
    let bound = match bounds.bound {
        Some(bound) => bound,
        None if quantity.amount == Amount::Vague => Bound::Vague,
        None => Bound::Exact,
    };
    let kind = kind::of(scene, quantity, &found.figures);
    let end = bounds.end;
    let unit = unit_of(scene, quantity.unit.take(), quantity.form);
    found.figures.push(Draft {
        range: start..end,
        core: quantity.range.clone(),
        kind,
        unit,
        amount: std::mem::replace(&mut quantity.amount, Amount::Vague),
        bound,
        written: std::mem::take(&mut quantity.written),
        bare,
        rule: quantity.rule,
    });
    end
}

/// The unit as the result shows it; shares in words have per cent as theirs.
fn unit_of(scene: &Scene, unit: Option<Found>, form: Form) -> Option<Unit> {
    if let Some(unit) = unit {
        let text = scene.reading.slice(unit.text);
        return Some(Unit {
            text: match unit.canonical {
                Cow::Borrowed(canonical) if canonical == text => canonical.into(),
                _ => text.to_owned().into(),
            },
            canonical: unit.canonical,
            class: unit.class,
            code: unit.code,
            per: unit.per,
        });
    }
    (form == Form::Percent).then(|| Unit {
        text: "%".into(),
        canonical: "%".into(),
        class: crate::model::UnitClass::Percent,
        code: Some("%".into()),
        per: None,
    })
}
