//! `exposure.committed`: billing periods still to come that can no longer be cancelled, at the reseller's cost.

use super::facts::{Facts, Found};
use crate::engine::money_at_risk::PartKind;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    facts.exposed(|part| part == PartKind::Committed)
}
