//! `customer.domain`: the first domain of the tenant, in small letters.

use super::facts::{Facts, Found};
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let domain = facts.account.customer.value.domain.as_deref().map(str::trim);
    match domain.filter(|domain| !domain.is_empty()) {
        Some(domain) => Found::now(Value::text(&domain.to_lowercase())),
        None => Found::unknown(),
    }
}
