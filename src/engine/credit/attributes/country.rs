//! `customer.country`: the ISO 3166 two-letter code of the customer, in capitals.

use super::facts::{Facts, Found};
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    match &facts.account.customer.value.country {
        Some(code) => Found::now(Value::text(&code.trim().to_ascii_uppercase())),
        None => Found::unknown(),
    }
}
