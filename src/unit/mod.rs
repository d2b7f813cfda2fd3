//! Units: classifiers, measures, currencies, and how they are found behind or before a numeral.
