//! What can still be saved in the sample, today and later.

use recourse::book::Recorded;
use recourse::book::receivables;
use recourse::domain::action::{Action, ActionKind};
use recourse::domain::{Currency, Instant};
use recourse::engine::money_at_risk::{
    Closing, Frame, Savable, Window, WindowKind, own_bills, portfolio, savable, windows_of,
};

use super::sold::mark;
use crate::sample::{account, book, now, today};

fn frame() -> Frame<'static> {
    Frame::new(&book().partner, today(), now())
}

fn of(name: &str) -> Savable {
    let account = account(book(), name);
    savable(account, &receivables(account, today(), 30), book(), &frame())
}

fn only(name: &str, kind: WindowKind) -> Window {
    let found: Vec<Window> = of(name).windows.into_iter().filter(|w| w.kind == kind).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[test]
fn a_late_customer_whose_window_closes_today_can_be_saved_today_only() {
    let window = only("綠田食品", WindowKind::Cancel);
    assert_eq!(window.closes.unwrap().last_day(), today());
    assert_eq!(window.act, ActionKind::CancelSubscription);
    let found = of("綠田食品");
    assert!(found.at_stake);
    assert_eq!(found.today_only.get(Currency::TWD), window.saves.unwrap());
    assert_eq!(found.total.get(Currency::TWD), window.saves.unwrap());
}

#[test]
fn a_legacy_licence_that_is_billed_counts_with_what_suspending_gives_back() {
    let window = only("Saltmarsh", WindowKind::LegacyRuns);
    assert_eq!((window.closes, window.act), (None, ActionKind::SuspendSubscription));
    assert_eq!(window.rule.as_str(), "PLT-509");
    assert_eq!(window.saves.unwrap().number(), "110.22");
    let software = only("Saltmarsh", WindowKind::Cancel).saves.unwrap();
    let both = of("Saltmarsh").total.get(Currency::EUR).minor();
    assert_eq!(both, software.minor() + 11_022);
}

#[test]
fn a_renewal_in_six_days_saves_a_year() {
    let window = only("Marlow", WindowKind::Renewal);
    assert_eq!(window.closes, Some(Closing::EndOf(today().plus_days_clamped(5))));
    assert_eq!(window.saves.unwrap().number(), "7168.80");
    let found = of("Marlow");
    assert!(found.at_stake && found.today_only.is_zero());
}

#[test]
fn who_pays_well_has_windows_and_nothing_at_stake() {
    let found = of("新竹精密光學");
    assert!(found.windows.iter().any(|w| w.kind == WindowKind::Renewal));
    assert!(!found.at_stake && found.total.is_zero());
}

#[test]
fn running_consumption_under_an_alert_costs_by_the_day() {
    let window = only("Harbour Dental", WindowKind::RunningConsumption);
    assert_eq!(window.closes, None);
    assert!(window.per_day.unwrap().minor() > 250_000);
    let contained = of("Amber Valley");
    assert!(contained.windows.iter().all(|w| w.kind != WindowKind::RunningConsumption));
}

#[test]
fn extended_terms_refund_exceptions_and_own_bills_have_their_clocks() {
    assert_eq!(only("Lumen", WindowKind::ExtendedTermRuns).rule.as_str(), "PLT-307");
    let case = |name: &str| {
        let windows = of(name).windows;
        windows.iter().find(|w| matches!(w.kind, WindowKind::RefundException(_))).cloned()
    };
    assert_eq!(
        case("Amber Valley").unwrap().closes,
        Some(Closing::EndOf(today().plus_days_clamped(54)))
    );
    let bills = own_bills(book(), &frame());
    assert_eq!(bills.len(), 4);
    assert_eq!(bills[0].rule.as_str(), "PLT-702");
    assert_eq!(bills[0].closes, Some(Closing::EndOf(today().plus_days_clamped(15))));
    assert!(
        bills.windows(2).all(|p| p[0].closes.unwrap().over_at() <= p[1].closes.unwrap().over_at())
    );
    assert_eq!(bills.iter().filter(|b| b.rule.as_str() == "PLT-703").count(), 1);
}

#[test]
fn the_book_is_sorted_by_what_can_be_saved_today() {
    let all: Vec<_> =
        book().accounts.iter().map(|(id, a)| (id.clone(), receivables(a, today(), 30))).collect();
    let found = portfolio(book(), |id| all.iter().find(|(i, _)| i == id).map(|(_, r)| r), &frame());
    assert!(found.len() > 5);
    // Amounts of two currencies are not compared: the reseller's own comes first.
    let own = book().partner.currency;
    let key = |s: &Savable| {
        let largest = s.today_only.iter().map(|m| m.minor()).max().unwrap_or(0);
        (s.today_only.get(own).minor(), largest)
    };
    assert!(found.windows(2).all(|p| key(&p[0].savable) >= key(&p[1].savable)));
    assert!(key(&found[0].savable).1 > 0);
    assert!(found.iter().all(|s| s.savable.at_stake));
}

#[test]
fn a_recorded_cancellation_ends_the_window_until_a_newer_import_says_otherwise() {
    let mut changed = account(book(), "綠田食品").clone();
    let window = only("綠田食品", WindowKind::Cancel);
    let mut done = mark();
    done.recorded = now();
    let action = Action {
        kind: ActionKind::CancelSubscription,
        customer: changed.customer.value.id.clone(),
        subscription: window.subscription.clone(),
        case: None,
        done: today(),
        done_at: None,
        done_where: None,
        amount: None,
        reference: None,
        note: None,
    };
    changed.actions.push(Recorded { mark: done, value: action });
    let open = |account: &_| {
        windows_of(account, book(), &frame())
            .iter()
            .filter(|w| w.kind == WindowKind::Cancel)
            .count()
    };
    assert_eq!(open(&changed), 0);
    let id = window.subscription.unwrap();
    changed.subscriptions.get_mut(&id).unwrap().mark.recorded = now().plus_minutes(1);
    assert_eq!(open(&changed), 1);
}

#[test]
fn windows_do_not_move_with_the_day_of_the_reader() {
    let account = account(book(), "綠田食品");
    let ahead = Frame::new(&book().partner, today().plus_days_clamped(1), now());
    let closes = |frame: &Frame<'_>| -> Vec<Option<Instant>> {
        windows_of(account, book(), frame)
            .iter()
            .filter(|w| w.kind == WindowKind::Cancel)
            .map(|w| w.closes.map(Closing::over_at))
            .collect()
    };
    assert_eq!(closes(&frame()), closes(&ahead));
}
