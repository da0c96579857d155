//! Every cell of kind × state × action × (inside, on, past the window) answers, and answers in order.

use recourse::domain::action::ActionKind;
use recourse::domain::partner::Partner;
use recourse::domain::subscription::{Product, Status};
use recourse::engine::money_at_risk::{May, Reversible, Takes, actions_for, feasibility};
use recourse::platform;

use super::sold::{account, frame, sold};

const STATES: [Status; 7] = [
    Status::Unstated,
    Status::Active,
    Status::Suspended,
    Status::Deleted,
    Status::Expired,
    Status::Pending,
    Status::Disabled,
];

/// The last second inside each kind's window, its end, and long after; and the last day of the term and after it.
const MOMENTS: [&str; 8] = [
    "2026-03-01T10:00:00Z",
    "2026-03-08T09:59:59Z",
    "2026-03-08T10:00:00Z",
    "2026-03-15T10:00:00Z",
    "2026-03-31T10:00:00Z",
    "2026-11-22T08:00:00Z",
    "2027-02-28T23:59:59Z",
    "2027-03-01T00:00:00Z",
];

const ACTIONS: [ActionKind; 9] = [
    ActionKind::SuspendSubscription,
    ActionKind::ResumeSubscription,
    ActionKind::CancelSubscription,
    ActionKind::CancelAtTermEnd,
    ActionKind::AutoRenewOff,
    ActionKind::AutoRenewOn,
    ActionKind::CancelAzureSubscription,
    ActionKind::CancelAzurePlan,
    ActionKind::ReduceQuantity,
];

fn each_cell(
    mut check: impl FnMut(
        &str,
        &recourse::domain::subscription::Subscription,
        &recourse::engine::money_at_risk::Feasibility,
    ),
) {
    let partner = Partner::default();
    let unknown = [Product::from_word("reservation")];
    for product in Product::KNOWN.iter().chain(&unknown) {
        for state in &STATES {
            let mut value = sold(product.clone());
            value.status = state.clone();
            let account = account(std::slice::from_ref(&value));
            for now in MOMENTS {
                let frame = frame(&partner, now);
                for action in &ACTIONS {
                    let answer = feasibility(&account, &value, action, &frame);
                    check(&format!("{product:?} {state:?} {action:?} {now}"), &value, &answer);
                }
            }
        }
    }
}

#[test]
fn each_names_a_rule_that_exists_and_holds_together() {
    let mut cells = 0;
    each_cell(|cell, value, answer| {
        cells += 1;
        let rule = answer.rule.as_str();
        let known = rule.starts_with("MAR-19") || platform::rows().any(|row| row.id == rule);
        assert!(known, "{cell}: {rule}");
        for (_, rule) in &answer.side_effects {
            assert!(platform::rows().any(|row| row.id == rule.as_str()), "{cell}: {rule}");
        }
        if answer.may == May::No {
            assert!(!matches!(answer.stops_cost, Takes::AtOnce | Takes::From(_)), "{cell}");
            assert!(answer.saved.is_none_or(|m| m.is_zero()), "{cell} saves {:?}", answer.saved);
        }
        if let Reversible::UntilEndOf(day) = answer.reversible {
            assert!(value.term_end.is_none_or(|end| day <= end.plus_days_clamped(90)), "{cell}");
        }
        assert!(!answer.instead.contains(&answer.action), "{cell}");
    });
    assert_eq!(cells, 8 * 7 * 8 * 9);
}

#[test]
fn what_has_ended_cannot_be_acted_on() {
    each_cell(|cell, value, answer| {
        let ended = matches!(value.status, Status::Deleted | Status::Expired | Status::Disabled);
        if ended && !matches!(value.product, Product::Other(_)) {
            assert_eq!(answer.may, May::No, "{cell}");
        }
    });
}

#[test]
fn suspending_a_licence_never_saves_and_never_stops_the_cost() {
    each_cell(|cell, value, answer| {
        if value.product == Product::NceLicence
            && answer.action == ActionKind::SuspendSubscription
            && answer.may == May::Yes
        {
            assert_eq!(answer.stops_cost, Takes::Never, "{cell}");
            assert!(answer.saved.is_some_and(|m| m.is_zero()), "{cell}");
        }
    });
}

#[test]
fn the_actions_offered_for_a_kind_are_ones_it_knows() {
    let frame = frame(&Partner::default(), "2026-03-02T08:00:00Z");
    for product in Product::KNOWN {
        let value = sold(product.clone());
        let account = account(std::slice::from_ref(&value));
        let possible = actions_for(product)
            .iter()
            .filter(|action| feasibility(&account, &value, action, &frame).may == May::Yes);
        assert!(possible.count() > 0, "nothing can be done about {product:?}");
    }
}
