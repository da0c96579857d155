//! `spend.trend`: what was invoiced in the last 90 days as a multiple of the 90 days before, to two
//! places. Unknown where the first invoice is younger than 180 days or nothing was invoiced before.

use super::facts::{Facts, Found};
use super::spend_monthly::invoiced;
use crate::domain::{Day, Money};
use crate::policy::feel::Value;

const QUARTER: i64 = 90;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let invoiced = invoiced(facts);
    let newest = invoiced.iter().map(|(day, _)| *day).max();
    let oldest = invoiced.iter().map(|(day, _)| *day).min();
    let long = oldest.is_some_and(|day| day.days_until(facts.as_of) >= 2 * QUARTER);
    let trend = || {
        let start = facts.as_of.plus_days_clamped(-QUARTER);
        let before = sum(facts, &invoiced, start.plus_days_clamped(-QUARTER), start)?;
        let now = sum(facts, &invoiced, start, facts.as_of)?;
        if !before.is_positive() {
            return None;
        }
        let trend = now.or_zero().to_decimal().checked_div(before.to_decimal())?;
        Some(Value::Number(trend.round_dp(2)))
    };
    Found {
        value: long.then(trend).flatten(),
        age_days: newest.map(|day| day.days_until(facts.as_of)),
    }
}

/// After one day, up to another.
fn sum(facts: &Facts<'_>, invoiced: &[(Day, Money)], from: Day, to: Day) -> Option<Money> {
    let within = invoiced.iter().filter(|(day, _)| from < *day && *day <= to);
    let zero = Money::zero(facts.currency);
    within.map(|(_, amount)| *amount).try_fold(zero, |sum, amount| sum.plus(amount).ok())
}
