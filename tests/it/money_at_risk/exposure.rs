//! Exposure: each part by hand, the sum of the parts, and what a payment may never do.

use proptest::prelude::*;
use recourse::book::{Account, Bucket, receivables};
use recourse::domain::ids::{CustomerId, PaymentRef, SubscriptionId};
use recourse::domain::payment::{Payment, PaymentKind};
use recourse::domain::subscription::{BillingCycle, Product, Status, Subscription, Term};
use recourse::domain::{Currency, Day, Extra, Money, Purse};
use recourse::engine::money_at_risk::{
    Exposure, Frame, GapKind, PartKind, available_credit, committed_after, exposure, run_rate,
    utilisation,
};

use crate::sample;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn eur(text: &str) -> Money {
    Money::parse(text, Currency::EUR).unwrap()
}

fn of(account: &Account) -> Exposure {
    let book = sample::book();
    let frame = Frame::new(&book.partner, sample::today(), sample::now());
    exposure(account, &receivables(account, frame.today, 30), &frame)
}

fn licence(status: Status) -> Subscription {
    let customer = CustomerId::new("sample-tenant").unwrap();
    let mut value =
        Subscription::bare(SubscriptionId::new("sub-1").unwrap(), customer, "Sample offer");
    value.product = Product::NceLicence;
    value.status = status;
    value.term = Some(Term::Year);
    value.billing = BillingCycle::Monthly;
    value.term_start = Some(day("2026-01-01"));
    value.term_end = Some(day("2026-12-31"));
    value.cost_per_period = Some(eur("100.00"));
    value
}

#[test]
fn a_suspended_licence_still_owes_the_rest_of_its_term() {
    let suspended = licence(Status::Suspended);
    assert_eq!(committed_after(&suspended, day("2026-02-15")), Ok(Some(eur("1000.00"))));
    assert_eq!(committed_after(&suspended, day("2026-12-31")), Ok(Some(eur("0.00"))));
    assert_eq!(committed_after(&suspended, day("2027-01-01")), Ok(None));
    assert_eq!(committed_after(&licence(Status::Deleted), day("2026-02-15")), Ok(None));
}

#[test]
fn what_cannot_be_told_is_said() {
    let mut unpriced = licence(Status::Active);
    unpriced.cost_per_period = None;
    assert_eq!(committed_after(&unpriced, day("2026-02-15")), Err(GapKind::NoPrice));
    let mut endless = licence(Status::Active);
    endless.term_end = None;
    assert_eq!(committed_after(&endless, day("2026-02-15")), Err(GapKind::NoTerm));
    let mut strange = licence(Status::Active);
    strange.product = Product::from_word("reservation");
    assert_eq!(committed_after(&strange, day("2026-02-15")), Err(GapKind::UnknownProduct));
}

#[test]
fn the_parts_of_a_late_customer_by_hand() {
    let book = sample::book();
    let found = of(sample::account(book, "Quay Street"));
    let part = |kind: PartKind| found.sum_of(|k| k == kind).get(Currency::EUR);
    assert_eq!(part(PartKind::Unpaid(Bucket::Days1To30)), eur("912.10"));
    assert_eq!(part(PartKind::Unpaid(Bucket::NotDue)), eur("1412.10"));
    // 121 days into a year billed monthly: 4 periods begun, 8 to come; 330 days: 11 begun, 1 to come.
    assert_eq!(part(PartKind::Committed), eur("3498.96"));
    assert_eq!(part(PartKind::Running), eur("0.00"));
    for part in &found.parts {
        assert!(part.rule.as_str().starts_with("MAR-"));
        assert_eq!(part.as_of, sample::today());
    }
}

#[test]
fn an_attack_shows_at_its_newest_pace_and_not_as_a_mean() {
    let book = sample::book();
    let frame = Frame::new(&book.partner, sample::today(), sample::now());
    let harbour = sample::account(book, "Harbour Dental");
    let rates: Vec<_> = harbour
        .subscriptions
        .values()
        .filter_map(|s| run_rate(harbour, &s.value, &frame))
        .collect();
    assert_eq!(rates.len(), 1);
    assert_eq!(rates[0].as_of, sample::today().plus_days_clamped(-1));
    assert!(rates[0].per_day > eur("2500.00"), "{:?}", rates[0]);
    assert_eq!(rates[0].over_hours(48), rates[0].per_day.times(2).unwrap());
    let running = of(harbour).sum_of(|k| k == PartKind::Running);
    assert_eq!(running.get(Currency::EUR), rates[0].over_hours(48));
}

#[test]
fn exposure_is_the_sum_of_its_parts_for_everyone() {
    let book = sample::book();
    for account in book.accounts.values() {
        let found = of(account);
        let mut sum = Purse::new();
        for part in &found.parts {
            assert!(!part.amount.is_zero());
            sum.add(part.amount).unwrap();
        }
        assert_eq!(sum, found.total(), "{}", account.customer.value.name);
    }
}

#[test]
fn currencies_stand_side_by_side() {
    let book = sample::book();
    let total = of(sample::account(book, "日和貿易")).total();
    let codes: Vec<Currency> = total.nonzero().map(Money::currency).collect();
    assert_eq!(codes, vec![Currency::EUR, Currency::TWD]);
}

#[test]
fn microsofts_formula_for_available_credit() {
    let left = available_credit(eur("1000"), eur("200"), eur("300"), eur("50.50"), eur("20"));
    assert_eq!(left, Ok(eur("469.50")));
    let twd = Money::new(1, Currency::TWD);
    assert!(available_credit(eur("1000"), twd, eur("0"), eur("0"), eur("0")).is_err());
}

/// The policy's marks reached by the use of a limit.
fn passed(found: &Exposure, limit: Money) -> usize {
    let policy = recourse::policy::shipped::standard().unwrap();
    let used = utilisation(found, limit);
    recourse::engine::credit::mark(&policy.document, limit, used.used).unwrap().passed
}

#[test]
fn a_limit_warns_at_the_marks_of_the_policy() {
    let book = sample::book();
    let account = sample::account(book, "Quay Street");
    let found = of(account);
    let used =
        eur("2324.20").plus(found.sum_of(|k| k == PartKind::Unbilled).get(Currency::EUR)).unwrap();
    let part = |percent: i64| Money::new(used.minor() * 100 / percent, Currency::EUR);
    assert_eq!(utilisation(&found, used).available, eur("0.00"));
    assert_eq!(passed(&found, used), 3);
    assert_eq!(passed(&found, used.times(2).unwrap()), 0);
    assert_eq!(passed(&found, part(86)), 2);
    assert_eq!(passed(&found, part(71)), 1);
    assert_eq!(utilisation(&found, eur("0")).percent, None);
    assert_eq!(passed(&found, eur("0")), 3);
}

#[test]
fn the_sample_has_customers_over_eighty_five_and_over_a_hundred_percent() {
    let book = sample::book();
    let passed = |name: &str| {
        let account = sample::account(book, name);
        passed(&of(account), account.limit_on(sample::today()).unwrap())
    };
    assert_eq!(passed("Ironbridge"), 2);
    assert_eq!(passed("瑞豐營造"), 3);
    assert_eq!(passed("Tern Island"), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_payment_of_one_cent_never_raises_it(index in 0_usize..40, cents in 1_i64..200_000) {
        let book = sample::book();
        let account = book.accounts.values().nth(index).unwrap();
        let Some(currency) = account.currencies().first().copied() else { return Ok(()) };
        let before = of(account).total().get(currency);
        let mut paid = account.clone();
        let reference = PaymentRef::new("P-CENT").unwrap();
        let payment = Payment {
            customer: account.customer.value.id.clone(),
            reference: reference.clone(),
            kind: PaymentKind::Payment,
            received: sample::today(),
            amount: Money::new(cents, currency),
            allocations: vec![],
            extra: Extra::new(),
        };
        let kept = recourse::book::Kept::new(account.customer.mark.clone(), payment);
        paid.payments.insert(reference, kept);
        let after = of(&paid).total().get(currency);
        prop_assert!(after < before);
    }
}
