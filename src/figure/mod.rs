//! Figures: from numerals to typed, bounded quantities, and the reasons why other numerals are none.
