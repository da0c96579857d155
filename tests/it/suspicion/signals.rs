use recourse::book::Book;
use recourse::domain::action::{Action, ActionKind};
use recourse::domain::alert::{Level, Verdict};
use recourse::domain::calendar::Calendar;
use recourse::domain::case::Disposition;
use recourse::domain::ids::{InvoiceNumber, PaymentRef};
use recourse::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use recourse::domain::payment::{Allocation, Payment, PaymentKind};
use recourse::domain::subscription::Product;
use recourse::domain::{Instant, Money};
use recourse::engine::suspicion::signals::{Mute, MuteError, evaluate_account, evaluate_book};
use recourse::engine::suspicion::spend::Spend;
use recourse::engine::suspicion::{Gap, Outcome, Reason, Scene, Signal, Subject, Value};
use recourse::journal::{Body, Fact};

use super::desk::*;

pub fn evaluate(book: &Book, now: &str) -> Vec<Signal> {
    let calendar = Calendar::weekends_only("test");
    evaluate_book(book, &settings(), &rules(), &calendar, moment(now))
}

fn of(desk: &Desk, rule: &str, now: &str) -> Vec<Outcome> {
    evaluate(&desk.book(), now)
        .into_iter()
        .filter(|s| s.rule.as_str() == rule)
        .map(|s| s.outcome)
        .collect()
}

fn one(desk: &Desk, rule: &str, now: &str) -> Outcome {
    let mut all = of(desk, rule, now);
    assert_eq!(all.len(), 1, "{rule}: {all:?}");
    all.remove(0)
}

fn severity(outcome: &Outcome) -> Option<Level> {
    match outcome {
        Outcome::Hit(hit) => Some(hit.severity.clone()),
        _ => None,
    }
}

const NOON: &str = "2026-11-21T12:00:00Z";

/// Thirty days at EUR 50.00 up to the 19th, then one day.
fn spending(last: &str) -> Desk {
    let mut desk = Desk::new();
    let mut facts = steady("2026-11-19", 30, "50.00");
    facts.push(usage("2026-11-20", last, "D2 v3", "westeurope"));
    facts.push(customer(Some("2024-01-01")));
    desk.observe(facts);
    desk
}

#[test]
fn r01_a_burst_is_a_high_hit() {
    let outcome = one(&spending("2000.00"), "SUS-R01", NOON);
    let Outcome::Hit(hit) = &outcome else { panic!("{outcome:?}") };
    assert_eq!(hit.severity, Level::High);
    assert_eq!(hit.reading.observed, Value::Money(eur("2000.00")));
    assert_eq!(hit.reading.expected, Value::Money(eur("50.00")));
    let Reason::Spike { excess, days, .. } = &hit.reason else { panic!("{hit:?}") };
    assert_eq!((*excess, *days), (eur("1950.00"), 28));
}

#[test]
fn r01_a_doubling_worth_little_is_no_hit() {
    assert_eq!(severity(&one(&spending("149.99"), "SUS-R01", NOON)), None);
    let medium = one(&spending("150.00"), "SUS-R01", NOON);
    assert_eq!(severity(&medium), Some(Level::Medium));
}

#[test]
fn r01_thirteen_days_are_too_few_to_tell() {
    let mut desk = Desk::new();
    let mut facts = steady("2026-11-19", 13, "50.00");
    facts.push(usage("2026-11-20", "9000.00", "D2 v3", "westeurope"));
    desk.observe(facts);
    let gap = Gap::ThinHistory { days: 13, needed: 14 };
    assert_eq!(one(&desk, "SUS-R01", NOON), Outcome::NotEvaluable(gap));
    desk.observe(steady("2026-11-19", 14, "50.00"));
    assert!(severity(&one(&desk, "SUS-R01", NOON)).is_some());
}

#[test]
fn r01_days_of_a_confirmed_fraud_are_no_measure_of_the_usual() {
    let mut desk = Desk::new();
    let mut facts = steady("2026-10-31", 9, "50.00");
    facts.extend(steady("2026-11-19", 19, "4000.00"));
    facts.push(usage("2026-11-20", "4000.00", "D2 v3", "westeurope"));
    desk.observe(facts);
    assert_eq!(severity(&one(&desk, "SUS-R01", NOON)), None);
    desk.open(&[], &["sub-azure"]);
    desk.detail(|d| d.first_fraud_day = Some(day("2026-11-01")));
    desk.at = moment("2026-11-18T10:00:00Z");
    desk.decide(Disposition::AccountTakeover);
    let gap = Gap::ThinHistory { days: 10, needed: 14 };
    assert_eq!(one(&desk, "SUS-R01", NOON), Outcome::NotEvaluable(gap));
}

#[test]
fn r01_stale_usage_cannot_be_judged_and_r24_says_so() {
    let desk = spending("9000.00");
    assert_eq!(severity(&one(&desk, "SUS-R24", "2026-11-22T12:59:00Z")), None);
    let late = "2026-11-22T13:00:00Z";
    let hours = 37;
    let newest = day("2026-11-20");
    let gap = Gap::StaleUsage { newest, hours };
    assert_eq!(one(&desk, "SUS-R01", late), Outcome::NotEvaluable(gap));
    assert_eq!(severity(&one(&desk, "SUS-R24", late)), Some(Level::Low));
}

#[test]
fn r01_currencies_are_never_mixed() {
    let mut desk = spending("50.00");
    let mut other = steady("2026-11-20", 30, "4000.00");
    for fact in &mut other {
        if let Fact::Usage(row) = fact {
            row.cost = Money::new(row.cost.minor(), recourse::domain::Currency::USD);
            row.region = "eastus".to_owned();
        }
    }
    desk.observe(other);
    let outcomes = of(&desk, "SUS-R01", NOON);
    assert_eq!(outcomes.len(), 2);
    for outcome in &outcomes {
        assert_eq!(severity(outcome), None, "{outcome:?}");
    }
}

#[test]
fn r01_a_currency_without_an_amount_in_the_policy_cannot_be_judged() {
    let mut desk = Desk::new();
    let mut facts = steady("2026-11-20", 30, "50.00");
    let chf = recourse::domain::Currency::parse("CHF").unwrap();
    for fact in &mut facts {
        if let Fact::Usage(row) = fact {
            row.cost = Money::new(row.cost.minor(), chf);
        }
    }
    desk.observe(facts);
    let expected = Outcome::NotEvaluable(Gap::NoThreshold(chf));
    assert_eq!(one(&desk, "SUS-R01", NOON), expected);
}

fn with_budget(amount: &str) -> Desk {
    let mut desk = spending("50.00");
    desk.record(Body::Action(Action {
        kind: ActionKind::SetBudget,
        customer: tenant(),
        subscription: None,
        case: None,
        done: day("2026-11-01"),
        done_at: None,
        done_where: None,
        amount: Some(eur(amount)),
        reference: None,
        note: None,
    }));
    desk
}

#[test]
fn r02_without_a_budget_it_cannot_be_told() {
    let expected = Outcome::NotEvaluable(Gap::NoBudget);
    assert_eq!(one(&spending("50.00"), "SUS-R02", NOON), expected);
}

#[test]
fn r02_each_mark_passed_is_named_above_a_hundred_too() {
    // Twenty days at 50.00 are 1,000.00.
    for (budget, mark) in [("1250.00", 80), ("1000.00", 100), ("660.00", 150), ("400.00", 200)] {
        let outcome = one(&with_budget(budget), "SUS-R02", NOON);
        let Outcome::Hit(hit) = &outcome else { panic!("{budget}: {outcome:?}") };
        assert!(
            matches!(hit.reason, Reason::OverBudget { percent, .. } if percent == mark),
            "{budget}: {hit:?}"
        );
    }
    assert_eq!(severity(&one(&with_budget("1250.01"), "SUS-R02", NOON)), None);
}

#[test]
fn r02_before_the_twentieth_a_forecast_above_the_budget_counts() {
    let mut desk = Desk::new();
    let mut facts = steady("2026-11-10", 10, "50.00");
    facts.push(customer(None));
    desk.observe(facts);
    desk.record(Body::Action(Action {
        kind: ActionKind::SetBudget,
        customer: tenant(),
        subscription: None,
        case: None,
        done: day("2026-11-01"),
        done_at: None,
        done_where: None,
        amount: Some(eur("1500.00")),
        reference: None,
        note: None,
    }));
    let outcome = one(&desk, "SUS-R02", "2026-11-11T12:00:00Z");
    let Outcome::Hit(hit) = &outcome else { panic!("{outcome:?}") };
    let expected = Reason::ForecastOverBudget { forecast: eur("1500.00"), budget: eur("1500.00") };
    assert_eq!(hit.reason, expected);
}

#[test]
fn r03_a_graphics_machine_at_a_new_customer_is_high() {
    let mut desk = Desk::new();
    desk.observe(vec![
        usage("2026-11-20", "4.00", "NC24ads A100 v4", "westeurope"),
        customer(Some("2026-10-22")),
    ]);
    let hit = one(&desk, "SUS-R03", NOON);
    assert_eq!(severity(&hit), Some(Level::High));
    assert_eq!(severity(&one(&desk, "SUS-R03", "2026-11-22T12:00:00Z")), None);
}

#[test]
fn r03_large_machines_count_and_small_ones_do_not() {
    for (size, hits) in [("D64s v5", true), ("D32s v5", false), ("E96-24s v5", true)] {
        let mut desk = Desk::new();
        desk.observe(vec![
            usage("2026-11-20", "4.00", size, "westeurope"),
            customer(Some("2026-11-01")),
        ]);
        assert_eq!(severity(&one(&desk, "SUS-R03", NOON)).is_some(), hits, "{size}");
    }
}

#[test]
fn r03_a_dear_day_of_a_service_counts_over_its_meters() {
    let mut desk = Desk::new();
    let service = |meter: &str, cost: &str| match usage("2026-11-20", cost, meter, "") {
        Fact::Usage(mut row) => {
            row.category = "Azure Machine Learning".to_owned();
            Fact::Usage(row)
        }
        other => other,
    };
    desk.observe(vec![service("a", "30.00"), customer(Some("2026-11-01"))]);
    assert_eq!(severity(&one(&desk, "SUS-R03", NOON)), None);
    desk.observe(vec![service("b", "20.00")]);
    assert_eq!(severity(&one(&desk, "SUS-R03", NOON)), Some(Level::Medium));
}

#[test]
fn r03_an_unknown_age_cannot_be_told() {
    let mut desk = Desk::new();
    desk.observe(vec![usage("2026-11-20", "4.00", "NC24ads A100 v4", "")]);
    let expected = Outcome::NotEvaluable(Gap::NoAge);
    assert_eq!(one(&desk, "SUS-R03", NOON), expected);
}

#[test]
fn r04_three_new_regions_in_a_day_hit_and_six_are_high() {
    let regions = ["eastus", "japaneast", "uksouth", "brazilsouth", "koreacentral", "westus"];
    for (count, expected) in [(2, None), (3, Some(Level::Medium)), (6, Some(Level::High))] {
        let mut desk = spending("50.00");
        let facts = regions.iter().take(count);
        desk.observe(facts.map(|r| usage("2026-11-20", "1.00", "D2 v3", r)).collect());
        assert_eq!(severity(&one(&desk, "SUS-R04", NOON)), expected, "{count}");
    }
}

#[test]
fn r04_a_region_used_within_thirty_days_is_not_new() {
    let mut desk = spending("50.00");
    let facts = ["eastus", "japaneast", "uksouth"]
        .iter()
        .flat_map(|r| {
            [usage("2026-10-21", "1.00", "D2 v3", r), usage("2026-11-20", "1.00", "D2 v3", r)]
        })
        .collect();
    desk.observe(facts);
    assert_eq!(severity(&one(&desk, "SUS-R04", NOON)), None);
}

#[test]
fn r04_without_regions_it_cannot_be_told() {
    let mut desk = Desk::new();
    desk.observe(vec![usage("2026-11-20", "50.00", "D2 v3", "")]);
    let expected = Outcome::NotEvaluable(Gap::NoRegions);
    assert_eq!(one(&desk, "SUS-R04", NOON), expected);
}

fn invoice(number: &str, issued: &str, due: &str, total: &str) -> Fact {
    Fact::Invoice(Invoice {
        customer: tenant(),
        number: InvoiceNumber::new(number).unwrap(),
        kind: InvoiceKind::Invoice,
        status: InvoiceStatus::Issued,
        issued: day(issued),
        due: Some(day(due)),
        total: eur(total),
        open_stated: None,
        corrects: None,
        description: None,
        extra: Default::default(),
    })
}

fn paid(kind: PaymentKind, reference: &str, on: &str, invoice: &str, amount: &str) -> Fact {
    Fact::Payment(Payment {
        customer: tenant(),
        reference: PaymentRef::new(reference).unwrap(),
        kind,
        received: day(on),
        amount: eur(amount),
        allocations: vec![Allocation {
            invoice: InvoiceNumber::new(invoice).unwrap(),
            amount: eur(amount),
        }],
        extra: Default::default(),
    })
}

#[test]
fn r08_an_unpaid_first_invoice_with_as_much_used_since_hits_after_the_grace() {
    let mut desk = Desk::new();
    let mut facts = steady("2026-11-20", 20, "50.00");
    facts.push(invoice("S-1", "2026-10-31", "2026-11-13", "1000.00"));
    desk.observe(facts);
    // Due on Friday the 13th; five working days later is Friday the 20th.
    assert_eq!(severity(&one(&desk, "SUS-R08", "2026-11-20T12:00:00Z")), None);
    assert_eq!(severity(&one(&desk, "SUS-R08", NOON)), Some(Level::High));
    desk.observe(vec![paid(PaymentKind::Payment, "P-1", "2026-11-19", "S-1", "1000.00")]);
    assert_eq!(one(&desk, "SUS-R08", NOON), Outcome::NoHit(None));
}

#[test]
fn r08_usage_that_was_billed_already_does_not_count() {
    let mut desk = Desk::new();
    let mut facts = steady("2026-11-20", 20, "50.00");
    facts.push(invoice("S-1", "2026-10-31", "2026-11-10", "1000.00"));
    facts.push(invoice("S-2", "2026-11-15", "2026-12-15", "700.00"));
    desk.observe(facts);
    let outcome = one(&desk, "SUS-R08", NOON);
    let Outcome::NoHit(Some(reading)) = outcome else { panic!("{outcome:?}") };
    assert_eq!(reading.observed, Value::Money(eur("250.00")));
}

#[test]
fn r08_consumption_without_usage_rows_cannot_be_told() {
    let mut desk = Desk::new();
    desk.observe(vec![
        invoice("S-1", "2026-10-01", "2026-10-20", "1000.00"),
        Fact::Subscription(subscription("sub-azure", Product::AzurePlan)),
    ]);
    let expected = Outcome::NotEvaluable(Gap::NoUsage);
    assert_eq!(one(&desk, "SUS-R08", NOON), expected);
}

fn good_then_owing() -> Desk {
    let mut desk = Desk::new();
    let mut facts = vec![invoice("S-9", "2026-11-01", "2026-11-30", "2100.00")];
    for month in 1..=6 {
        let number = format!("S-{month}");
        let due = format!("2026-{:02}-28", month + 2);
        let issued = format!("2026-{:02}-01", month + 2);
        facts.push(invoice(&number, &issued, &due, "400.00"));
        let reference = format!("P-{month}");
        facts.push(paid(PaymentKind::Payment, &reference, &due, &number, "400.00"));
    }
    desk.observe(facts);
    desk
}

#[test]
fn r09_the_sum_alone_is_not_enough_to_tell() {
    let expected = Outcome::NotEvaluable(Gap::NoLimit);
    assert_eq!(one(&good_then_owing(), "SUS-R09", NOON), expected);
}

#[test]
fn r09_a_payment_taken_back_makes_it_a_hit() {
    let mut desk = good_then_owing();
    desk.observe(vec![paid(PaymentKind::Chargeback, "X-1", "2026-11-15", "S-6", "400.00")]);
    assert_eq!(severity(&one(&desk, "SUS-R09", NOON)), Some(Level::High));
}

#[test]
fn r09_four_times_the_usual_is_no_hit() {
    let mut desk = good_then_owing();
    let lower = invoice("S-9", "2026-11-01", "2026-11-30", "1999.99");
    desk.observe(vec![lower, paid(PaymentKind::Chargeback, "X-1", "2026-11-15", "S-0", "10.00")]);
    assert_eq!(severity(&one(&desk, "SUS-R09", NOON)), None);
}

fn seats(desk: &mut Desk, quantity: i64) {
    let mut licence = subscription("sub-seats", Product::NceLicence);
    licence.created = Some(moment("2026-01-10T08:00:00Z"));
    licence.quantity = quantity;
    desk.observe(vec![Fact::Subscription(licence)]);
}

fn surge(before: i64, after: i64, now: Instant) -> Outcome {
    let mut desk = Desk::new();
    desk.at = moment("2026-11-16T08:00:00Z");
    seats(&mut desk, before);
    desk.at = moment("2026-11-18T08:00:00Z");
    seats(&mut desk, after);
    one(&desk, "SUS-R10", &now.to_string())
}

#[test]
fn r10_many_seats_at_once_are_high_while_the_window_is_wide() {
    let soon = moment("2026-11-19T08:00:00Z");
    assert_eq!(severity(&surge(8, 120, soon)), Some(Level::High));
    assert_eq!(severity(&surge(8, 32, soon)), None);
    assert_eq!(severity(&surge(100, 499, soon)), None);
    assert_eq!(severity(&surge(100, 500, soon)), Some(Level::High));
}

#[test]
fn r10_with_less_than_two_days_of_window_it_is_medium_and_later_it_is_over() {
    let changed = moment("2026-11-18T08:01:00Z");
    let at = |hours| surge(8, 120, changed.plus_hours(hours));
    assert_eq!(severity(&at(5 * 24)), Some(Level::High));
    assert_eq!(severity(&at(5 * 24 + 1)), Some(Level::Medium));
    assert_eq!(severity(&at(7 * 24 + 1)), None);
}

#[test]
fn r10_seen_once_without_a_date_cannot_be_told() {
    let mut desk = Desk::new();
    desk.observe(vec![Fact::Subscription(subscription("sub-seats", Product::NceLicence))]);
    let expected = Outcome::NotEvaluable(Gap::NoEarlierSeats);
    assert_eq!(one(&desk, "SUS-R10", NOON), expected);
}

#[test]
fn r19_and_r22_follow_the_alerts() {
    let mut desk = Desk::new();
    desk.observe(vec![customer(None)]);
    let gap = Outcome::NotEvaluable(Gap::NoAlerts);
    assert_eq!(one(&desk, "SUS-R19", NOON), gap);
    assert_eq!(one(&desk, "SUS-R22", NOON), gap);
    let mut mild = alert("A-1", "2026-11-21T10:00:00Z");
    mild.severity = Level::Medium;
    desk.alert(mild);
    assert_eq!(severity(&one(&desk, "SUS-R19", NOON)), Some(Level::High));
    assert_eq!(severity(&one(&desk, "SUS-R22", "2026-11-21T11:00:00Z")), None);
    assert_eq!(severity(&one(&desk, "SUS-R22", NOON)), Some(Level::Medium));
    let later = "2026-11-22T10:01:00Z";
    assert_eq!(severity(&one(&desk, "SUS-R22", later)), Some(Level::High));
    desk.open(&["A-1"], &[]);
    desk.answer("A-1", Verdict::Legitimate);
    assert_eq!(one(&desk, "SUS-R19", NOON), Outcome::NoHit(None));
    assert_eq!(one(&desk, "SUS-R22", NOON), Outcome::NoHit(None));
}

#[test]
fn r19_a_test_alert_is_no_contact_and_a_confirmed_fraud_still_is() {
    let mut desk = Desk::new();
    let mut test = alert("A-1", "2026-11-20T10:00:00Z");
    test.is_test = true;
    desk.alert(test);
    assert_eq!(one(&desk, "SUS-R19", NOON), Outcome::NoHit(None));
    desk.alert(alert("A-2", "2026-11-20T10:00:00Z"));
    desk.open(&["A-2"], &[]);
    desk.answer("A-2", Verdict::Fraud);
    assert!(severity(&one(&desk, "SUS-R19", NOON)).is_some());
    assert!(severity(&one(&desk, "SUS-R19", "2026-12-25T00:00:00Z")).is_none());
}

#[test]
fn a_high_alert_is_a_hit_at_once() {
    let mut desk = Desk::new();
    desk.alert(alert("A-1", "2026-11-21T11:59:00Z"));
    assert_eq!(severity(&one(&desk, "SUS-R22", NOON)), Some(Level::High));
}

#[test]
fn a_mute_needs_a_reason_and_an_end_and_keeps_the_hit_in_sight() {
    let book = spending("2000.00").book();
    let signal = evaluate(&book, NOON).into_iter().find(|s| s.rule.as_str() == "SUS-R01").unwrap();
    assert_eq!(signal.subject, Subject::Subscription(subscription_id("sub-azure")));
    let today = day("2026-11-21");
    let mute = |until, reason| Mute::new(&signal, today, day(until), reason);
    assert_eq!(mute("2026-11-30", " "), Err(MuteError::NoReason));
    assert_eq!(mute("2027-05-21", "load test"), Err(MuteError::BadEnd { days: 181 }));
    let mute = mute("2026-11-30", "load test").unwrap();
    let account = &book.accounts[&tenant()];
    let (spend, settings, clocks) = (Spend::of(account), settings(), rules());
    let calendar = Calendar::weekends_only("test");
    let muted_on = |now: &str| {
        let scene = Scene {
            book: &book,
            account,
            spend: &spend,
            settings: &settings,
            clocks: &clocks,
            calendar: &calendar,
            now: moment(now),
        };
        let signals = evaluate_account(&scene, std::slice::from_ref(&mute));
        signals.iter().any(|s| matches!(s.outcome, Outcome::Muted { .. }))
    };
    assert!(muted_on(NOON));
    assert!(!muted_on("2026-12-01T12:00:00Z"));
}
