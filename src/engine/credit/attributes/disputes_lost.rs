//! `dispute.lost12m`: disputes that were closed in our favour in the last twelve months.

use super::facts::{Facts, Found, count};
use crate::domain::dispute::DisputeOutcome;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let lost = facts
        .account
        .disputes
        .iter()
        .filter_map(|d| d.closed.as_ref())
        .filter(|c| c.value.outcome == DisputeOutcome::ForUs && facts.within_a_year(c.value.on))
        .count();
    Found::now(count(lost))
}
