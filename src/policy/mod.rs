//! The policy document: decision tables, scorecards, ladder; compiled, checked, explained, compared.
