//! Laws of money at risk, over the sample and over invented subscriptions.

use proptest::prelude::*;
use recourse::book::receivables;
use recourse::domain::action::{Action, ActionKind};
use recourse::domain::partner::Partner;
use recourse::domain::subscription::{Product, Status};
use recourse::domain::usage::UsageDay;
use recourse::domain::{Day, Money, Purse};
use recourse::engine::money_at_risk::{
    Closing, Frame, May, PartKind, WindowKind, advice, budget_use, cancel_window, cost_of_waiting,
    exposure, feasibility, windows_of,
};

use super::sold::{account, at, day, eur, frame, mark, sold};
use crate::sample;

/// An account with one Azure subscription that costs so much each day up to a day.
fn running(daily: &str, from: &str, to: &str) -> recourse::book::Account {
    let value = sold(Product::AzureSubscription);
    let mut held = account(std::slice::from_ref(&value));
    let mut on = day(from);
    while on <= day(to) {
        let usage = UsageDay {
            customer: value.customer.clone(),
            subscription: value.id.clone(),
            day: on,
            cost: eur(daily),
            category: "Compute".to_owned(),
            meter: "D2".to_owned(),
            region: "eu".to_owned(),
        };
        let none = String::new;
        let key = (value.id.clone(), on, none(), none(), none());
        held.usage.insert(key, recourse::book::Kept::new(mark(), usage));
        on = on.plus_days_clamped(1);
    }
    held
}

fn with_budget(mut held: recourse::book::Account, amount: &str) -> recourse::book::Account {
    let value = Action {
        kind: ActionKind::SetBudget,
        customer: held.customer.value.id.clone(),
        subscription: None,
        case: None,
        done: day("2026-11-01"),
        done_at: None,
        done_where: None,
        amount: Some(eur(amount)),
        reference: None,
        note: None,
    };
    held.actions.push(recourse::book::Recorded { mark: mark(), value });
    held
}

#[test]
fn the_exposure_is_the_sum_of_its_parts_and_of_its_sorts() {
    let book = sample::book();
    let frame = Frame::of(book, sample::today(), sample::now());
    for held in book.accounts.values() {
        let owed = receivables(held, sample::today(), book.partner.terms_days);
        let found = exposure(held, &owed, &frame);
        let parts: Purse = found.parts.iter().map(|p| p.amount).collect();
        assert_eq!(found.total(), parts);
        let mut sorts = found.sum_of(|k| matches!(k, PartKind::Unpaid(_)));
        for kind in [PartKind::Unbilled, PartKind::Committed, PartKind::Running, PartKind::Credit] {
            sorts.add_all(&found.sum_of(|k| k == kind));
        }
        assert_eq!(found.total(), sorts, "{}", held.customer.value.name);
        assert_eq!(found.sum_of(|k| matches!(k, PartKind::Unpaid(_))), owed.owed());
    }
}

#[test]
fn waiting_costs_by_the_hour_what_a_day_costs_in_twenty_four() {
    let held = running("240.12", "2026-11-15", "2026-11-21");
    let frame = frame(&Partner::default(), "2026-11-22T08:00:00Z");
    let found = cost_of_waiting(&held, &frame);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].per_day, found[0].per_hour), (eur("240.12"), eur("10.00")));
    assert_eq!(found[0].as_of, day("2026-11-21"));
    let cancelled = {
        let mut held = held;
        let kept = held.subscriptions.values_mut().next().unwrap();
        kept.value.status = Status::Deleted;
        held
    };
    assert_eq!(cost_of_waiting(&cancelled, &frame), Vec::new());
}

#[test]
fn a_budget_is_warned_of_before_inside_on_and_past_its_end() {
    let now = |held: &recourse::book::Account| {
        budget_use(held, &frame(&Partner::default(), "2026-11-22T08:00:00Z"))
    };
    // Ten a day, 210 spent by the 21st.
    let held = || running("10.00", "2026-11-01", "2026-11-21");
    assert_eq!(now(&held()), None);
    assert_eq!(now(&with_budget(held(), "301.00")), None);
    let inside = now(&with_budget(held(), "250.00")).unwrap();
    assert_eq!(inside.lasts, Some(Closing::EndOf(day("2026-11-25"))));
    assert_eq!((inside.spent, inside.per_day), (eur("210.00"), eur("10.00")));
    let on = now(&with_budget(held(), "210.00")).unwrap();
    assert_eq!((on.lasts, on.rule.as_str()), (None, "PLT-853"));
    let windows = windows_of(
        &with_budget(held(), "250.00"),
        &recourse::book::Book::default(),
        &frame(&Partner::default(), "2026-11-22T08:00:00Z"),
    );
    assert!(windows.iter().any(|w| w.kind == WindowKind::Budget));
}

#[test]
fn advice_never_offers_what_the_engine_refuses() {
    let book = sample::book();
    let frame = Frame::of(book, sample::today(), sample::now());
    for held in book.accounts.values() {
        for found in advice(held, &frame) {
            let kept = &held.subscriptions[&found.subscription].value;
            let offered = found.best.iter().chain(&found.hollow);
            for answer in offered {
                assert_eq!(answer.may, May::Yes);
                let again = feasibility(held, kept, &answer.action, &frame);
                assert_eq!(again.may, May::Yes, "{}", held.customer.value.name);
            }
            assert!(found.closed.iter().all(|a| a.may == May::No));
            assert!(found.best.is_some() || found.until.is_none());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::desk::trials(64)))]

    /// The day in the browser may be one before or after that in UTC: windows stay where they are.
    #[test]
    fn windows_do_not_move_with_the_time_zone_of_the_browser(
        minutes in 0_i64..20_160,
        shift in -1_i64..=1,
        kind in 0_usize..7,
    ) {
        let mut value = sold(Product::KNOWN[kind].clone());
        value.auto_renew = Some(true);
        let held = account(std::slice::from_ref(&value));
        let now = at("2026-03-01T10:00:00Z").plus_minutes(minutes);
        let partner = Partner::default();
        let here = Frame::new(&partner, now.day(), now);
        let there = Frame::new(&partner, now.day().plus_days_clamped(shift), now);
        prop_assert_eq!(cancel_window(&value, &here), cancel_window(&value, &there));
        let ends = |frame: &Frame<'_>| {
            let book = recourse::book::Book::default();
            let open = windows_of(&held, &book, frame).into_iter();
            open.filter(|w| w.kind == WindowKind::Cancel)
                .map(|w| w.closes.map(Closing::over_at))
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(ends(&here), ends(&there));
    }

    /// What acting saves never grows by waiting a day within the window.
    #[test]
    fn waiting_never_saves_more(days in 0_i64..6) {
        let value = sold(Product::NceLicence);
        let held = account(std::slice::from_ref(&value));
        let saved = |days: i64| -> Option<Money> {
            let now = at("2026-03-01T10:00:00Z").plus_days(days);
            let partner = Partner::default();
            let frame = Frame::new(&partner, now.day(), now);
            feasibility(&held, &value, &ActionKind::CancelSubscription, &frame).saved
        };
        prop_assert!(saved(days).unwrap().minor() >= saved(days + 1).unwrap().minor());
    }

    /// Every day after a window of any length is refused, every day before it allowed.
    #[test]
    fn an_own_reading_moves_the_window_and_nothing_else(days in 1_i64..60, after in 0_i64..90) {
        let mut rules = recourse::platform::Rulebook::default();
        rules.read(&recourse::domain::rule_override::RuleOverride {
            rule: recourse::domain::RuleId::named("PLT-101"),
            reading: recourse::domain::rule_override::OwnReading::Days(days),
            from: Day::parse("2026-01-01").unwrap(),
            reason: "sample".to_owned(),
        });
        let value = sold(Product::NceLicence);
        let held = account(std::slice::from_ref(&value));
        let partner = Partner::default();
        let now = at("2026-03-01T10:00:00Z").plus_days(after);
        let frame = Frame { rules: &rules, ..Frame::new(&partner, now.day(), now) };
        let answer = feasibility(&held, &value, &ActionKind::CancelSubscription, &frame);
        prop_assert_eq!(answer.may == May::Yes, after < days);
    }
}
