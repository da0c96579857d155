//! `exposure.open`: open invoices less money received and not set against any, in the currency of the decision.

use super::facts::{Facts, Found};
use crate::engine::money_at_risk::PartKind;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let open = facts.exposed(|part| matches!(part, PartKind::Unpaid(_) | PartKind::Credit));
    facts.ledger(open.value)
}
