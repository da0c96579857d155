//! The fold: entries as known on a day become customers, receivables and cases.
