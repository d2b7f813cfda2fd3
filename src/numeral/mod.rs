//! Numerals: Arabic, Chinese and mixed, with scale words, and their exact values.

pub mod digits;
