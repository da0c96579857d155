//! `tenant.ageDays`: calendar days since the tenant itself was created, where that is known.

use super::facts::{Facts, Found};
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    match facts.account.customer.value.tenant_created {
        Some(created) => Found::now(Value::number(created.days_until(facts.as_of).max(0))),
        None => Found::unknown(),
    }
}
