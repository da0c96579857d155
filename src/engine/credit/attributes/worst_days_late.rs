//! `payment.worstDaysLate12m`: the most calendar days by which an invoice was paid late in the last
//! twelve months, or is late now. Unknown when no invoice came due yet: no history is not a good one.

use super::facts::{Facts, Found};
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    facts.ledger(facts.worst_days_late().map(Value::number))
}

impl Facts<'_> {
    /// The days alone, whatever the age of the ledger.
    pub fn worst_days_late(&self) -> Option<i64> {
        let facts = self;
        let settled = facts
            .receivables
            .settled
            .iter()
            .filter(|s| facts.within_a_year(s.settled))
            .map(|s| s.due.days_until(s.settled).max(0));
        let open = facts.receivables.overdue_items().map(|i| i.days_past_due);
        settled.chain(open).max()
    }
}
