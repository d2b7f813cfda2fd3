//! tishu (提数, "pull the numbers"): every figure of a Chinese newspaper page with its value, unit, what is
//! counted, whose it is, when, how it changed, and its exact place in the text.
//!
//! Data flows one way: text → [`source`] → [`page`] → [`sentence`] → [`figure`] (with [`words`] as evidence)
//! → [`model`]; [`check`] holds the figures against each other, [`compare`] a text against its source. `ARCHITECTURE.md` tells the reasons.

#![forbid(unsafe_code)]

#[macro_use]
mod tables;

mod analyzer;
mod check;
mod compare;
mod context;
mod figure;
mod fold;
mod lookup;
pub mod model;
mod numeral;
mod page;
mod present;
mod reading;
mod sentence;
mod sorting;
mod source;
mod stages;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))] // only JavaScript is handed tapes
mod tape;
mod time;
mod unit;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
mod words;

pub use analyzer::{Analyzer, Options, SegmentOptions};
pub use check::{Checks, UnknownRule, rule_ids};
pub use page::{Corrections, RoleAt};
#[doc(hidden)]
pub use stages::stages;
pub use words::{DictionaryError, Mode, pack_dictionary};
