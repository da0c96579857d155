//! The Azure budget of a customer: how much of it is used, and on which day it will be used up.

use super::closing::Closing;
use super::frame::Frame;
use super::run_rate::run_rate;
use crate::book::{Account, standing};
use crate::domain::action::ActionKind;
use crate::domain::{Day, Money, RuleId};
use crate::platform::budget;

/// A budget that a person recorded, in the month of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetUse {
    pub budget: Money,
    /// Usage of the month up to the newest day that is known.
    pub spent: Money,
    /// What runs on, by the day.
    pub per_day: Money,
    /// The last day on which something of it is left at today's rate; none once it is used up.
    pub lasts: Option<Closing>,
    pub rule: RuleId,
}

/// None without a budget, and where it lasts to the end of the month.
#[must_use]
pub fn budget_use(account: &Account, frame: &Frame<'_>) -> Option<BudgetUse> {
    let budget = recorded(account, frame.today)?;
    let zero = Money::zero(budget.currency());
    let first = Day::new(frame.today.year(), frame.today.month(), 1).ok()?;
    let (mut spent, mut per_day, mut newest) = (zero, zero, first.plus_days_clamped(-1));
    for subscription in standing(account) {
        for (day, cost) in account.usage_since(&subscription.id, first) {
            if day <= frame.today && cost.currency() == budget.currency() {
                spent = spent.plus(cost).unwrap_or(spent);
                newest = newest.max(day);
            }
        }
        let rate = run_rate(account, &subscription, frame).map(|rate| rate.per_day);
        per_day = rate.and_then(|rate| per_day.plus(rate).ok()).unwrap_or(per_day);
    }
    let left = budget.minus(spent).ok()?;
    if !left.is_positive() {
        let rule = RuleId::fixed(budget::SILENT_ABOVE);
        return Some(BudgetUse { budget, spent, per_day, lasts: None, rule });
    }
    let days = left.minor().checked_div(per_day.minor())?;
    let last = newest.plus_days_clamped(days).max(frame.today);
    // A budget begins anew with the month.
    let used_up = last.plus_days_clamped(1);
    let this_month = (used_up.year(), used_up.month()) == (frame.today.year(), frame.today.month());
    let rule = RuleId::fixed("MAR-112");
    let lasts = Some(Closing::EndOf(last));
    this_month.then_some(BudgetUse { budget, spent, per_day, lasts, rule })
}

/// The newest budget that was recorded, of more than nothing.
fn recorded(account: &Account, today: Day) -> Option<Money> {
    account
        .actions
        .iter()
        .filter(|a| a.value.kind == ActionKind::SetBudget && a.value.done <= today)
        .max_by_key(|a| (a.value.done, a.mark.recorded))
        .and_then(|a| a.value.amount)
        .filter(|amount| amount.is_positive())
}
