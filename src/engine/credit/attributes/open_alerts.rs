//! `alerts.open`: security alerts about the customer that nobody has answered; test alerts do not count.

use super::facts::{Facts, Found, count};

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let open = facts
        .account
        .alerts
        .iter()
        .filter_map(|id| facts.book.alerts.get(id))
        .filter(|record| record.alert.value.detected.day() <= facts.as_of)
        .filter(|record| record.is_open() && !record.alert.value.is_test)
        .count();
    Found::now(count(open))
}
