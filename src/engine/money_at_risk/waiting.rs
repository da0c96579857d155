//! What waiting costs: consumption that runs on, by the hour and by the day.

use super::frame::Frame;
use super::run_rate::run_rate;
use crate::book::{Account, standing};
use crate::domain::{Currency, Day, Money, RuleId};

/// The cost of waiting in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub per_day: Money,
    /// Cut to the minor unit.
    pub per_hour: Money,
    /// The oldest of the newest days of usage that it rests on.
    pub as_of: Day,
    pub subscriptions: u32,
    pub rule: RuleId,
}

/// The cost of waiting, one for each currency in which something runs; empty where nothing does.
#[must_use]
pub fn cost_of_waiting(account: &Account, frame: &Frame<'_>) -> Vec<Waiting> {
    let mut all: Vec<Waiting> = Vec::new();
    for subscription in standing(account) {
        let Some(rate) = run_rate(account, &subscription, frame) else { continue };
        let currency: Currency = rate.per_day.currency();
        match all.iter_mut().find(|w| w.per_day.currency() == currency) {
            Some(same) => {
                same.per_day = same.per_day.plus(rate.per_day).unwrap_or(same.per_day);
                same.as_of = same.as_of.min(rate.as_of);
                same.subscriptions = same.subscriptions.saturating_add(1);
            }
            None => all.push(Waiting {
                per_day: rate.per_day,
                per_hour: Money::zero(currency),
                as_of: rate.as_of,
                subscriptions: 1,
                rule: RuleId::fixed("MAR-111"),
            }),
        }
    }
    for waiting in &mut all {
        let hour = waiting.per_day.minor().div_euclid(24);
        waiting.per_hour = Money::new(hour, waiting.per_day.currency());
    }
    all.retain(|w| w.per_day.is_positive());
    all
}
