//! `spend.jump`: usage of the last seven days as a multiple of a usual week, the mean of the four
//! before, to two places. Unknown without four weeks of usage or when the usage data is older than a week.

use super::facts::{Facts, Found};
use crate::domain::{Day, Decimal, Money};
use crate::policy::feel::Value;

const WEEK: i64 = 7;
const USUAL: i64 = 28;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let age = facts.book.usage_data_as_of.map(|day| day.days_until(facts.as_of).max(0));
    if age.is_none_or(|days| days > WEEK) {
        return Found::unknown();
    }
    Found { value: jump(facts).map(Value::Number), age_days: age }
}

fn jump(facts: &Facts<'_>) -> Option<Decimal> {
    let oldest = facts.account.usage.values().map(|u| u.value.day).min()?;
    if oldest.days_until(facts.as_of) < WEEK + USUAL {
        return None;
    }
    let start = facts.as_of.plus_days_clamped(-WEEK);
    let week = spent(facts, start, facts.as_of)?;
    let before = spent(facts, start.plus_days_clamped(-USUAL), start)?;
    let usual = before.checked_div(Decimal::from(USUAL / WEEK))?;
    week.checked_div(usual).map(|times| times.round_dp(2))
}

/// Usage from one day until, and without, another.
fn spent(facts: &Facts<'_>, from: Day, until: Day) -> Option<Decimal> {
    let mut sum = Money::zero(facts.currency);
    for usage in facts.account.usage.values().map(|kept| &kept.value) {
        let counts = from <= usage.day && usage.day < until;
        if counts && usage.cost.currency() == facts.currency {
            sum = sum.plus(usage.cost).ok()?;
        }
    }
    Some(sum.to_decimal())
}
