//! Portfolio guards: what a new version of a policy must not do to the book as a whole.
//!
//! They travel inside the policy they guard and are evaluated over a simulation of the book
//! under the version in force and the new one. A guard that is not met keeps the new version
//! from being put into force until somebody waives it with a reason.

use super::reader::Reader;
use super::words::Words;
use crate::domain::Decimal;

/// One guard: a figure of the simulated book and the bounds it must keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    pub id: String,
    pub label: Words,
    pub metric: Metric,
    pub min: Option<Decimal>,
    pub max: Option<Decimal>,
    pub why: Words,
}

/// A figure of the simulated book. Shares are from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Customers approved under the new version, of all.
    ApproveShare,
    /// Customers referred to a person under the new version, of all.
    ReferShare,
    /// Customers declined or on hold under the new version, of all.
    RefusedShare,
    /// Customers with another outcome, limit or terms, of all.
    MovedShare,
    /// Customers with a more severe outcome, of all.
    SwapOutShare,
    /// Customers with a milder outcome, of all.
    SwapInShare,
    /// The sum of limits under the new version over that under the old, less one; for each currency.
    LimitChange,
    /// Customers whose exposure is above the new limit and was not above the old one, of all whose
    /// new limit is known.
    OverLimitShare,
    /// The median of the worst days late in twelve months of those with a milder outcome.
    SwapInDaysLate,
}

/// The metrics by the words of the document.
pub const METRICS: &[(&str, Metric)] = &[
    ("approve-share", Metric::ApproveShare),
    ("refer-share", Metric::ReferShare),
    ("refused-share", Metric::RefusedShare),
    ("moved-share", Metric::MovedShare),
    ("swap-out-share", Metric::SwapOutShare),
    ("swap-in-share", Metric::SwapInShare),
    ("limit-change", Metric::LimitChange),
    ("over-limit-share", Metric::OverLimitShare),
    ("swap-in-days-late", Metric::SwapInDaysLate),
];

impl Metric {
    /// The word of the document.
    #[must_use]
    pub fn word(self) -> &'static str {
        METRICS.iter().find(|(_, metric)| *metric == self).map_or("", |(word, _)| word)
    }
}

pub(super) fn read(r: &Reader<'_>) -> Guard {
    Guard {
        id: r.text("id"),
        label: r.words("label"),
        metric: r.choice("metric", METRICS).unwrap_or(Metric::MovedShare),
        min: r.opt_decimal("min"),
        max: r.opt_decimal("max"),
        why: r.words("why"),
    }
}
