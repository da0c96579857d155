//! SUS-R08, the very first invoice is not paid while usage goes on.
//!
//! **What.** The customer's first invoice is open five working days after it was due, and usage
//! not billed yet has reached the amount of that invoice.
//!
//! **Why.** Who never meant to pay never pays the first invoice; by then the loss has doubled.
//! Five working days is what a payment may take to be posted.
//!
//! **Example.** A first invoice of EUR 900.00 due on the 1st, on the 10th still open, and
//! EUR 1,100.00 used since: a hit.
//!
//! **Settings.** `suspicion.firstInvoice`: working days, factor.

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value};
use crate::book::receivables::OpenItem;
use crate::book::receivables_on;
use crate::domain::alert::Level;
use crate::domain::invoice::InvoiceKind;
use crate::domain::subscription::Product;
use crate::domain::{Currency, Day, Money};

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    let invoices = scene.account.invoices.values().map(|k| &k.value);
    let first = invoices
        .filter(|i| i.kind == InvoiceKind::Invoice && i.issued <= scene.today())
        .min_by_key(|i| (i.issued, i.number.clone()));
    let Some(first) = first else {
        return Vec::new();
    };
    let owed = receivables_on(scene.account, scene.today(), scene.book.partner.terms_days);
    let item = owed.items.iter().find(|i| i.number == first.number);
    let outcome = item.map_or(Outcome::NoHit(None), |item| judge(scene, item));
    let window = Some((first.issued, scene.today()));
    vec![(Subject::Invoice(first.number.clone()), window, outcome)]
}

fn judge(scene: &Scene<'_>, item: &OpenItem) -> Outcome {
    let settings = &scene.settings.first_invoice;
    let grace = scene.calendar.plus_working_days(item.due, settings.grace_working_days);
    let waited = Reading {
        observed: Value::Days(item.days_past_due.max(0)),
        expected: Value::Days(item.due.days_until(grace)),
    };
    if scene.today() <= grace || item.collectable().is_zero() {
        return Outcome::NoHit(Some(waited));
    }
    if scene.spend.is_empty() && consumes(scene) {
        return Outcome::NotEvaluable(Gap::NoUsage);
    }
    let unbilled = unbilled(scene, item.total.currency());
    let Ok(mark) = item.total.scaled(settings.unbilled_times_min) else {
        return Outcome::NotEvaluable(Gap::TooLarge);
    };
    let reading = Reading { observed: Value::Money(unbilled), expected: Value::Money(mark) };
    if unbilled < mark {
        return Outcome::NoHit(Some(reading));
    }
    Outcome::Hit(Hit {
        severity: Level::High,
        reading,
        reason: Reason::FirstInvoiceUnpaid { due: item.due, open: item.open, unbilled },
    })
}

/// Whether the customer has anything that is billed by consumption.
fn consumes(scene: &Scene<'_>) -> bool {
    scene
        .account
        .subscriptions
        .values()
        .any(|s| matches!(s.value.product, Product::AzurePlan | Product::AzureSubscription))
}

/// Usage after the latest invoice was issued, of one currency.
pub(super) fn unbilled(scene: &Scene<'_>, currency: Currency) -> Money {
    let billed = scene.account.invoices.values().map(|k| &k.value);
    let last = billed
        .filter(|i| i.kind == InvoiceKind::Invoice && i.issued <= scene.today())
        .map(|i| i.issued)
        .max()
        .unwrap_or(Day::MIN);
    let from = last.plus_days_clamped(1);
    let totals = scene.spend.total(from, scene.today());
    totals.get(&currency).copied().unwrap_or(Money::zero(currency))
}
