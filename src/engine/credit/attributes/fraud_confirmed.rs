//! `cases.fraudConfirmed`: closed cases in which the customer himself committed the fraud. A customer
//! whose tenant was taken over is a victim and does not count.

use super::facts::{Facts, Found, count};
use crate::domain::case::{CustomerPart, Disposition};

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let confirmed = facts
        .account
        .cases
        .iter()
        .filter_map(|id| facts.book.cases.get(id))
        .filter(|case| case.is_closed() && *case.part() != CustomerPart::Victim)
        .filter(|case| case.disposition() == Some(&Disposition::ConfirmedFraud))
        .count();
    Found::now(count(confirmed))
}
