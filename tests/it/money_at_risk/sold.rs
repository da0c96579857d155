//! Invented subscriptions for the tests of money at risk.

use recourse::book::{Account, Kept, Mark};
use recourse::domain::customer::Customer;
use recourse::domain::ids::{CustomerId, EntryId, SubscriptionId};
use recourse::domain::partner::Partner;
use recourse::domain::subscription::{BillingCycle, Product, Status, Subscription, Term};
use recourse::domain::{Currency, Day, Instant, Money};
use recourse::engine::money_at_risk::Frame;

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub fn eur(text: &str) -> Money {
    Money::parse(text, Currency::EUR).unwrap()
}

pub fn mark() -> Mark {
    Mark {
        entry: EntryId::new("01SAMPLE").unwrap(),
        recorded: at("2026-01-01T00:00:00Z"),
        by: "Sample Controller".into(),
        source: None,
    }
}

/// A year of ten seats from 1 March 2026, billed monthly at EUR 100.00.
pub fn sold(product: Product) -> Subscription {
    let customer = CustomerId::new("sample-tenant").unwrap();
    let mut value =
        Subscription::bare(SubscriptionId::new("sub-1").unwrap(), customer, "Sample offer");
    value.status = Status::Active;
    value.quantity = 10;
    value.term = Some(Term::Year);
    value.billing = BillingCycle::Monthly;
    value.created = Some(at("2026-03-01T10:00:00Z"));
    value.term_start = Some(day("2026-03-01"));
    value.term_end = Some(day("2027-02-28"));
    value.auto_renew = Some(true);
    value.cost_per_period = Some(eur("100.00"));
    if matches!(product, Product::AzurePlan | Product::AzureSubscription) {
        value.term = None;
        value.term_end = None;
        value.cost_per_period = None;
    }
    if product == Product::PerpetualSoftware {
        value.term = None;
        value.term_end = None;
        value.billing = BillingCycle::OneTime;
    }
    value.product = product;
    value
}

/// An account that holds these subscriptions and nothing else.
pub fn account(subscriptions: &[Subscription]) -> Account {
    let id = CustomerId::new("sample-tenant").unwrap();
    let mut account = Account::new(Kept::new(mark(), Customer::named(id, "Sample Bakery")));
    for value in subscriptions {
        account.subscriptions.insert(value.id.clone(), Kept::new(mark(), value.clone()));
    }
    account
}

/// A frame at a moment, for a reseller with nothing special.
pub fn frame(partner: &Partner, now: &str) -> Frame<'static> {
    let partner: &'static Partner = Box::leak(Box::new(partner.clone()));
    let now = at(now);
    Frame::new(partner, now.day(), now)
}
