//! `exposure.unbilled`: consumed or begun and not invoiced yet, at the reseller's cost.

use super::facts::{Facts, Found};
use crate::engine::money_at_risk::PartKind;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    facts.exposed(|part| part == PartKind::Unbilled)
}
