//! `spend.monthly`: what is invoiced in a month, averaged over the last twelve or as many as there
//! are. A customer invoiced once only is judged by what his subscriptions cost a month, where that
//! is known. Unknown without either.

use super::facts::{Facts, Found, money};
use super::span::whole_months;
use crate::domain::invoice::{InvoiceKind, InvoiceStatus};
use crate::domain::subscription::{Status, Subscription};
use crate::domain::{Day, Decimal, Money};

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let invoiced = invoiced(facts);
    let days: Vec<Day> = invoiced.iter().map(|(day, _)| *day).collect();
    let subscribed = subscribed(facts);
    let average = average(facts, &invoiced);
    let value =
        if days.len() > 1 || subscribed.is_none() { average.or(subscribed) } else { subscribed };
    Found {
        value: value.map(|amount| money(amount.or_zero())),
        age_days: days.iter().max().map(|day| day.days_until(facts.as_of)),
    }
}

/// Invoices, and credit notes as negative amounts, of the last twelve months.
pub(super) fn invoiced(facts: &Facts<'_>) -> Vec<(Day, Money)> {
    let mut found = Vec::new();
    for kept in facts.account.invoices.values() {
        let invoice = &kept.value;
        let counts = facts.within_a_year(invoice.issued)
            && invoice.total.currency() == facts.currency
            && matches!(invoice.status, InvoiceStatus::Issued | InvoiceStatus::Other(_));
        if !counts {
            continue;
        }
        let sign = if invoice.kind == InvoiceKind::CreditNote { -1 } else { 1 };
        found.extend(invoice.total.times(sign).ok().map(|m| (invoice.issued, m)));
    }
    found
}

fn average(facts: &Facts<'_>, invoiced: &[(Day, Money)]) -> Option<Money> {
    let first = invoiced.iter().map(|(day, _)| *day).min()?;
    let mut sum = Money::zero(facts.currency);
    for (_, amount) in invoiced {
        sum = sum.plus(*amount).ok()?;
    }
    let months = whole_months(first, facts.as_of).saturating_add(1).min(12);
    let share = sum.to_decimal().checked_div(Decimal::from(months))?;
    Money::from_decimal(share, facts.currency).ok()
}

/// What running subscriptions cost a month.
fn subscribed(facts: &Facts<'_>) -> Option<Money> {
    let mut sum: Option<Money> = None;
    for kept in facts.account.subscriptions.values() {
        let Some(cost) = monthly(&kept.value).filter(|c| c.currency() == facts.currency) else {
            continue;
        };
        sum = match sum {
            Some(sum) => sum.plus(cost).ok(),
            None => Some(cost),
        };
    }
    sum
}

fn monthly(subscription: &Subscription) -> Option<Money> {
    let runs = !subscription.is_trial
        && matches!(subscription.status, Status::Active | Status::Unstated | Status::Suspended);
    let months = subscription.billing.months().filter(|_| runs)?;
    let cost = subscription.cost_per_period?;
    let share = cost.to_decimal().checked_div(Decimal::from(months))?;
    Money::from_decimal(share, cost.currency()).ok()
}
