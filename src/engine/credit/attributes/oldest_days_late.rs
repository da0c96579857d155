//! `payment.oldestDaysLate`: calendar days past due of the oldest invoice that may be asked for; 0 when none is.

use super::facts::{Facts, Found};
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let days = facts.receivables.oldest_days_past_due().unwrap_or(0);
    facts.ledger(Some(Value::number(days)))
}
