//! `cases.open`: cases of suspicious activity that are not closed.

use super::facts::{Facts, Found, count};

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let open = facts
        .account
        .cases
        .iter()
        .filter_map(|id| facts.book.cases.get(id))
        .filter(|case| !case.is_closed())
        .count();
    Found::now(count(open))
}
