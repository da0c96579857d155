//! Single answers, read whole.

use recourse::domain::action::ActionKind;
use recourse::domain::partner::Partner;
use recourse::domain::subscription::{Product, Status};
use recourse::engine::money_at_risk::{
    Closing, May, Reversible, SideEffect, Takes, Why, feasibility, licence_window,
};
use recourse::platform::SHIPPED;

use super::sold::{account, at, day, eur, frame, sold};

fn judge(
    value: &recourse::domain::subscription::Subscription,
    action: ActionKind,
    now: &str,
) -> recourse::engine::money_at_risk::Feasibility {
    let account = account(std::slice::from_ref(value));
    feasibility(&account, value, &action, &frame(&Partner::default(), now))
}

#[test]
fn inside_the_window_cancelling_saves_the_whole_rest() {
    let answer =
        judge(&sold(Product::NceLicence), ActionKind::CancelSubscription, "2026-03-03T08:00:00Z");
    assert_eq!(answer.may, May::Yes);
    assert_eq!(answer.why, Why::InsideWindow(Closing::Moment(at("2026-03-08T10:00:00Z"))));
    assert_eq!((answer.stops_access, answer.stops_cost), (Takes::AtOnce, Takes::AtOnce));
    assert_eq!(answer.reversible, Reversible::Never);
    // 93.50 of this month and eleven months to come.
    assert_eq!(answer.saved, Some(eur("1193.50")));
    assert_eq!(answer.still_committed, Some(eur("0.00")));
    let saved_by = SideEffect::DataSavedBy(day("2026-03-10"));
    assert!(answer.side_effects.iter().any(|(effect, _)| *effect == saved_by));
}

#[test]
fn the_closing_second_is_already_over() {
    let value = sold(Product::NceLicence);
    let may = |now: &str| judge(&value, ActionKind::CancelSubscription, now).may;
    assert_eq!(may("2026-03-08T09:59:59Z"), May::Yes);
    assert_eq!(may("2026-03-08T10:00:00Z"), May::No);
}

#[test]
fn a_stated_end_goes_before_the_counted_one_unless_it_belongs_to_an_earlier_term() {
    let mut value = sold(Product::NceLicence);
    value.cancel_until = Some(at("2026-03-09T00:00:00Z"));
    let may = |value: &_, now: &str| judge(value, ActionKind::CancelSubscription, now).may;
    assert_eq!(may(&value, "2026-03-08T12:00:00Z"), May::Yes);
    value.cancel_until = Some(at("2025-03-09T00:00:00Z"));
    assert_eq!(may(&value, "2026-03-08T09:00:00Z"), May::Yes);
    assert_eq!(may(&value, "2026-03-08T12:00:00Z"), May::No);
}

#[test]
fn past_the_window_suspending_is_offered_and_saves_nothing() {
    let value = sold(Product::NceLicence);
    let cancel = judge(&value, ActionKind::CancelSubscription, "2026-04-30T08:00:00Z");
    assert_eq!(cancel.may, May::No);
    assert_eq!(cancel.rule.as_str(), "PLT-108");
    assert_eq!(cancel.still_committed, Some(eur("1000.00")));
    assert_eq!(cancel.instead, vec![ActionKind::SuspendSubscription, ActionKind::CancelAtTermEnd]);
    let suspend = judge(&value, ActionKind::SuspendSubscription, "2026-04-30T08:00:00Z");
    assert_eq!((suspend.stops_access, suspend.stops_cost), (Takes::AtOnce, Takes::Never));
    assert_eq!(suspend.saved, Some(eur("0.00")));
    assert_eq!(suspend.reversible, Reversible::UntilEndOf(day("2027-02-28")));
    let effects: Vec<&SideEffect> = suspend.side_effects.iter().map(|(effect, _)| effect).collect();
    assert_eq!(
        effects,
        vec![
            &SideEffect::UsersLockedOut,
            &SideEffect::StillBilled,
            &SideEffect::AutoRenewSwitchedOff,
            &SideEffect::ScheduledChangesDropped,
            &SideEffect::TransferBlocked,
            &SideEffect::SeatChangeBlocked,
            &SideEffect::UnknownFrom(day("2027-03-01")),
        ]
    );
}

#[test]
fn auto_renew_off_alone_is_no_end() {
    let value = sold(Product::NceLicence);
    let off = judge(&value, ActionKind::AutoRenewOff, "2026-11-22T08:00:00Z");
    assert_eq!((off.may, off.stops_cost), (May::Yes, Takes::Never));
    assert_eq!(off.instead, vec![ActionKind::CancelAtTermEnd]);
    let end = judge(&value, ActionKind::CancelAtTermEnd, "2026-11-22T08:00:00Z");
    assert_eq!(end.stops_cost, Takes::From(day("2027-03-01")));
    assert_eq!(end.saved, Some(eur("1200.00")));
}

#[test]
fn resuming_leaves_auto_renew_off() {
    let mut value = sold(Product::NceLicence);
    value.status = Status::Suspended;
    let answer = judge(&value, ActionKind::ResumeSubscription, "2026-11-22T08:00:00Z");
    assert_eq!(answer.may, May::Yes);
    let effects: Vec<&SideEffect> = answer.side_effects.iter().map(|(effect, _)| effect).collect();
    assert_eq!(effects, vec![&SideEffect::UsersBackAtOnce, &SideEffect::AutoRenewStaysOff]);
}

#[test]
fn a_plan_waits_for_the_subscriptions_under_it() {
    let mut plan = sold(Product::AzurePlan);
    plan.id = recourse::domain::ids::SubscriptionId::new("plan").unwrap();
    let mut under = sold(Product::AzureSubscription);
    under.parent = Some(plan.id.clone());
    let both = account(&[plan.clone(), under.clone()]);
    let frame = frame(&Partner::default(), "2026-11-22T08:00:00Z");
    let answer = feasibility(&both, &plan, &ActionKind::CancelAzurePlan, &frame);
    assert_eq!((answer.may, answer.why), (May::No, Why::ChildrenActive(1)));
    under.status = Status::Deleted;
    let gone = account(&[plan.clone(), under]);
    assert_eq!(feasibility(&gone, &plan, &ActionKind::CancelAzurePlan, &frame).may, May::Yes);
}

#[test]
fn software_and_marketplace_have_windows_of_their_own() {
    let may =
        |product: Product, now: &str| judge(&sold(product), ActionKind::CancelSubscription, now);
    assert_eq!(may(Product::PerpetualSoftware, "2026-03-31T09:00:00Z").saved, Some(eur("100.00")));
    assert_eq!(may(Product::PerpetualSoftware, "2026-03-31T11:00:00Z").may, May::No);
    assert_eq!(may(Product::SoftwareSubscription, "2026-03-08T09:00:00Z").may, May::Yes);
    assert_eq!(may(Product::SoftwareSubscription, "2026-03-08T11:00:00Z").may, May::No);
    assert_eq!(may(Product::Marketplace, "2026-03-15T09:00:00Z").may, May::Yes);
    assert_eq!(may(Product::Marketplace, "2026-03-15T11:00:00Z").may, May::No);
    let mut monthly = sold(Product::Marketplace);
    monthly.term = Some(recourse::domain::subscription::Term::Month);
    let cancel = |now: &str| judge(&monthly, ActionKind::CancelSubscription, now).may;
    assert_eq!(cancel("2026-03-02T09:00:00Z"), May::Yes);
    assert_eq!(cancel("2026-03-02T11:00:00Z"), May::No);
}

#[test]
fn a_legacy_licence_stops_costing_when_suspended_and_is_deleted_after_ninety_days() {
    let answer = judge(
        &sold(Product::LegacyLicence),
        ActionKind::SuspendSubscription,
        "2026-11-22T08:00:00Z",
    );
    assert_eq!(answer.stops_cost, Takes::AtOnce);
    // 9 of 30 days of November are left: 0.30 × 100.00.
    assert_eq!(answer.saved, Some(eur("30.00")));
    assert_eq!(answer.reversible, Reversible::UntilEndOf(day("2027-02-19")));
}

#[test]
fn an_unknown_product_and_an_unknown_start_cannot_be_told() {
    let strange = sold(Product::from_word("reservation"));
    let answer = judge(&strange, ActionKind::SuspendSubscription, "2026-11-22T08:00:00Z");
    assert_eq!((answer.may, answer.why), (May::CannotTell, Why::UnknownProduct));
    let mut bare = sold(Product::NceLicence);
    bare.created = None;
    bare.term_start = None;
    let answer = judge(&bare, ActionKind::CancelSubscription, "2026-11-22T08:00:00Z");
    assert_eq!((answer.may, answer.why), (May::CannotTell, Why::WindowUnknown));
}

#[test]
fn a_window_is_seven_times_twenty_four_hours_from_completion() {
    let began = at("2027-01-01T13:20:00Z");
    assert_eq!(licence_window(began, &SHIPPED), Some((began, at("2027-01-08T13:20:00Z"))));
}
