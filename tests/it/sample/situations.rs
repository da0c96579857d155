//! Each situation the sample promises, found in the folded book rather than by its label.

use recourse::book::{Account, OpenItem, Receivables, receivables};
use recourse::domain::alert::{AlertSource, AlertStatus, Verdict};
use recourse::domain::case::CaseState;
use recourse::domain::decision::Outcome;
use recourse::domain::invoice::InvoiceKind;
use recourse::domain::notice::Delivery;
use recourse::domain::payment::PaymentKind;
use recourse::domain::subscription::{Product, Status};
use recourse::domain::{Currency, Instant};

use super::{account, book, now, today};

fn owed(account: &Account) -> Receivables {
    receivables(account, today(), 30)
}

fn oldest(name: &str) -> Option<i64> {
    owed(account(book(), name)).items.iter().map(|i| i.days_past_due).filter(|d| *d > 0).max()
}

#[test]
fn customers_are_late_by_every_stage() {
    assert_eq!(oldest("Pine & Ferry"), None);
    assert_eq!(oldest("Oakline"), Some(5));
    assert_eq!(oldest("Quay Street"), Some(21));
    assert_eq!(oldest("綠田食品"), Some(31));
    assert_eq!(oldest("Marlow"), Some(36));
    assert_eq!(oldest("晨光物流"), Some(45));
    assert_eq!(oldest("Mistral"), Some(120));
}

#[test]
fn some_pay_in_part_some_too_early_to_say_for_what() {
    let book = book();
    let quay = owed(account(book, "Quay Street"));
    let part: Vec<&OpenItem> = quay.items.iter().filter(|i| i.open != i.total).collect();
    assert_eq!(part.len(), 1);
    assert_eq!(part[0].open.number(), "912.10");
    assert!(owed(account(book, "Sable Coffee")).allocation_is_assumed);
    let fable = owed(account(book, "Fable & Finch"));
    assert_eq!(fable.unapplied.get(Currency::EUR).number(), "72.00");
}

#[test]
fn credit_notes_chargebacks_and_disputes_are_there() {
    let book = book();
    let juniper = account(book, "Juniper");
    assert!(juniper.invoices.values().any(|i| i.value.kind == InvoiceKind::CreditNote));
    assert!(owed(juniper).items.iter().any(|i| i.open.number() == "600.00"));
    let vantage = account(book, "Vantage");
    assert!(vantage.payments.values().any(|p| p.value.kind == PaymentKind::Chargeback));
    assert_eq!(owed(vantage).oldest_days_past_due(), Some(38));
    let disputed = owed(account(book, "Tidewrack"));
    assert_eq!(disputed.oldest_days_past_due(), None);
    assert!(disputed.items.iter().any(|i| i.disputed == i.open && i.is_overdue()));
}

#[test]
fn promises_are_open_kept_and_broken() {
    let book = book();
    let due = |name: &str| account(book, name).promises[0].value.due;
    assert!(due("Fenwick") > today());
    assert!(due("Copper Kettle").plus_days_clamped(3) < today());
    let kept = account(book, "北星");
    let promise = &kept.promises[0].value;
    assert!(kept.payments.values().any(|p| {
        p.value.received >= promise.made
            && p.value.received <= promise.due.plus_days_clamped(3)
            && p.value.amount == promise.amount
    }));
}

#[test]
fn two_currencies_and_both_scripts_stand_side_by_side() {
    let book = book();
    let both = account(book, "日和貿易").currencies();
    assert_eq!(both, vec![Currency::EUR, Currency::TWD]);
    let han = book.accounts.values().filter(|a| !a.customer.value.name.is_ascii()).count();
    assert!(han >= 7);
}

#[test]
fn a_new_tenant_has_a_mining_alert_without_an_answer_for_over_twenty_one_hours() {
    let book = book();
    let harbour = account(book, "Harbour Dental");
    let alert = &book.alerts[&harbour.alerts[0]];
    assert!(alert.is_open());
    assert_eq!(alert.answered_at(), None);
    assert_eq!(alert.alert.value.detected.minutes_until(now()), 21 * 60 + 40);
    let created = harbour.customer.value.tenant_created.unwrap();
    assert!(created.days_until(today()) < 60);
    let regions: std::collections::BTreeSet<&str> =
        harbour.usage.values().map(|u| u.value.region.as_str()).collect();
    assert_eq!(regions.len(), 10);
}

#[test]
fn alerts_of_both_generations_are_in_every_state() {
    let book = book();
    let all = || book.alerts.values().map(|a| &a.alert.value);
    for status in [AlertStatus::Active, AlertStatus::Investigating, AlertStatus::Resolved] {
        assert!(all().any(|a| a.status == status), "no alert is {status:?}");
    }
    for verdict in [Verdict::Fraud, Verdict::Legitimate, Verdict::Ignore, Verdict::Unstated] {
        assert!(all().any(|a| a.verdict == verdict), "no alert says {verdict:?}");
    }
    assert!(all().any(|a| a.source == AlertSource::FraudEvents));
    assert!(all().any(|a| a.source == AlertSource::Graph));
    assert_eq!(all().filter(|a| a.is_test).count(), 1);
}

#[test]
fn one_case_is_contained_and_one_closed_with_a_report() {
    let book = book();
    let states: Vec<CaseState> = book.cases.values().map(|c| c.state()).collect();
    assert_eq!(states, vec![CaseState::Closed, CaseState::Contained]);
    let closed = book.cases.values().next().unwrap();
    assert_eq!(closed.reports.len(), 1);
    assert_eq!(closed.evidence.len(), 1);
    assert!(closed.first_fraud_day().is_some());
}

#[test]
fn every_kind_of_subscription_is_sold() {
    let book = book();
    for product in Product::KNOWN {
        let sold = book
            .accounts
            .values()
            .flat_map(|a| a.subscriptions.values())
            .any(|s| s.value.product == *product);
        assert!(sold, "nobody has {product:?}");
    }
}

#[test]
fn windows_close_renewals_come_and_terms_have_ended() {
    let book = book();
    let subs = |name: &str| {
        let account = account(book, name);
        account.subscriptions.values().map(|s| s.value.clone()).collect::<Vec<_>>()
    };
    let closing: Instant = subs("綠田食品")[0].cancel_until.unwrap();
    assert_eq!(closing.day(), today());
    let renews = subs("Marlow")[0].term_end.unwrap().plus_days_clamped(1);
    assert_eq!(today().days_until(renews), 6);
    let ended = &subs("Lumen")[0];
    assert!(ended.term_end.unwrap() < today() && ended.auto_renew == Some(false));
    let billed = &subs("Mistral")[0];
    assert_eq!(billed.status, Status::Suspended);
    assert!(billed.term_end.unwrap() > today() && billed.cost_per_period.is_some());
}

#[test]
fn decisions_of_every_outcome_and_none() {
    let book = book();
    for outcome in Outcome::KNOWN {
        let taken =
            book.accounts.values().flat_map(|a| &a.decisions).any(|d| d.value.decided == *outcome);
        assert!(taken, "no decision says {outcome:?}");
    }
    assert!(account(book, "Larkspur").decisions.is_empty());
    let soon = account(book, "Brightwater").decisions[0].value.expires.unwrap();
    assert_eq!(today().days_until(soon), 3);
    assert!(account(book, "Old Mill").limit_on(today()).unwrap().is_zero());
    assert!(!account(book, "Rosewood").holds.is_empty());
}

#[test]
fn data_is_missing_where_it_often_is() {
    let book = book();
    let name_only = account(book, "thistle & vane ltd");
    assert!(name_only.customer.value.id.is_ledger_only());
    let unreachable = &account(book, "Pebble Point").customer.value;
    assert_eq!((&unreachable.email, &unreachable.phone), (&None, &None));
    let bounced = &account(book, "Alder Grove").notices[1].value;
    assert_eq!(bounced.delivery, Delivery::Bounced);
    assert!(
        account(book, "Old Mill")
            .payments
            .values()
            .all(|p| { p.value.received.days_until(today()) > 365 })
    );
}

#[test]
fn microsoft_bills_the_reseller_in_both_currencies() {
    let book = book();
    let mut currencies: Vec<Currency> =
        book.bills.values().map(|b| b.value.total.currency()).collect();
    currencies.dedup();
    assert!(currencies.contains(&Currency::TWD));
    assert!(
        book.bills.values().any(|b| b.value.paid.is_positive() && b.value.paid != b.value.total)
    );
}
