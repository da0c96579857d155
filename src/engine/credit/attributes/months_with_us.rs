//! `customer.monthsWithUs`: whole months since the customer came to us: the day Partner Center gives,
//! or the first invoice or subscription. Unknown without any.

use super::facts::{Facts, Found};
use super::span::whole_months;
use crate::domain::Day;
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let since = facts.account.customer.value.customer_since;
    match since.or_else(|| first_seen(facts)) {
        Some(since) => Found::now(Value::number(whole_months(since, facts.as_of))),
        None => Found::unknown(),
    }
}

fn first_seen(facts: &Facts<'_>) -> Option<Day> {
    let invoices = facts.account.invoices.values().map(|i| i.value.issued);
    let started = facts
        .account
        .subscriptions
        .values()
        .filter_map(|s| s.value.created.map(|at| at.day()).or(s.value.term_start));
    invoices.chain(started).min()
}
