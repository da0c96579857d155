//! What follows a term, on exact days.

use recourse::domain::subscription::{Product, Status};
use recourse::engine::money_at_risk::{Access, Stage, after_term, stage_on};
use recourse::platform::SHIPPED;

use super::sold::{day, sold};

/// Checks the days and stages that follow a term which ends on a day.
fn check(
    change: impl Fn(&mut recourse::domain::subscription::Subscription),
    expected: &[(&str, Stage)],
) {
    let mut value = sold(Product::NceLicence);
    change(&mut value);
    let found: Vec<_> = after_term(&value, &SHIPPED).iter().map(|s| (s.from, s.stage)).collect();
    let expected: Vec<_> = expected.iter().map(|(d, s)| (day(d), *s)).collect();
    assert_eq!(found, expected);
}

#[test]
fn it_renews_unless_told_otherwise() {
    check(|_| {}, &[("2027-03-01", Stage::Renewed)]);
    check(|s| s.auto_renew = None, &[("2027-03-01", Stage::Renewed)]);
}

#[test]
fn with_auto_renew_off_it_goes_on_as_a_paid_extended_term() {
    check(|s| s.auto_renew = Some(false), &[("2027-03-01", Stage::ExtendedTerm)]);
}

#[test]
fn cancel_at_end_of_term_ends_it() {
    let change = |s: &mut recourse::domain::subscription::Subscription| {
        s.auto_renew = Some(false);
        s.cancel_at_end = Some(true);
    };
    check(change, &[("2027-03-01", Stage::Deleted)]);
}

#[test]
fn what_is_bought_before_april_2025_expires_and_winds_down() {
    let change = |s: &mut recourse::domain::subscription::Subscription| {
        s.term_start = Some(day("2024-03-01"));
        s.auto_renew = Some(false);
    };
    check(
        change,
        &[
            ("2027-03-01", Stage::Expired),
            ("2027-03-31", Stage::Disabled),
            ("2027-06-29", Stage::Deleted),
        ],
    );
}

#[test]
fn a_term_that_ended_before_may_2026_expires() {
    let change = |s: &mut recourse::domain::subscription::Subscription| {
        s.term_start = Some(day("2025-05-03"));
        s.term_end = Some(day("2026-05-02"));
        s.auto_renew = Some(false);
    };
    check(
        change,
        &[
            ("2026-05-03", Stage::Expired),
            ("2026-06-02", Stage::Disabled),
            ("2026-08-31", Stage::Deleted),
        ],
    );
}

#[test]
fn suspended_at_the_end_is_disabled_or_unwritten() {
    let old = |s: &mut recourse::domain::subscription::Subscription| {
        s.term_start = Some(day("2024-03-01"));
        s.status = Status::Suspended;
        s.auto_renew = Some(false);
    };
    check(
        old,
        &[
            ("2027-03-01", Stage::Disabled),
            ("2027-03-31", Stage::Disabled),
            ("2027-06-29", Stage::Deleted),
        ],
    );
    check(|s| s.status = Status::Suspended, &[("2027-03-01", Stage::Unknown)]);
}

#[test]
fn a_stage_says_who_has_access_and_whether_it_is_billed() {
    let mut value = sold(Product::NceLicence);
    value.status = Status::Suspended;
    let now = stage_on(&value, day("2026-11-22"), &SHIPPED);
    assert_eq!(
        (now.stage, now.access, now.billed),
        (Stage::Suspended, Access::AdminsOnly, Some(true))
    );
    value.product = Product::LegacyLicence;
    assert_eq!(stage_on(&value, day("2026-11-22"), &SHIPPED).billed, Some(false));
    let mut lapsing = sold(Product::NceLicence);
    lapsing.term_start = Some(day("2024-03-01"));
    lapsing.auto_renew = Some(false);
    assert_eq!(stage_on(&lapsing, day("2027-02-28"), &SHIPPED).stage, Stage::Active);
    let free = stage_on(&lapsing, day("2027-03-01"), &SHIPPED);
    assert_eq!((free.stage, free.access, free.billed), (Stage::Expired, Access::Full, Some(false)));
    assert_eq!(stage_on(&lapsing, day("2027-06-29"), &SHIPPED).stage, Stage::Deleted);
}

#[test]
fn of_other_kinds_a_term_renews_and_what_else_follows_is_written_nowhere() {
    for kind in [Product::LegacyLicence, Product::SoftwareSubscription, Product::Marketplace] {
        let mut value = sold(kind);
        let after = |value: &_| after_term(value, &SHIPPED)[0].clone();
        assert_eq!(after(&value).stage, Stage::Renewed);
        value.auto_renew = Some(false);
        let unknown = after(&value);
        assert_eq!((unknown.stage, unknown.billed), (Stage::Unknown, None));
        assert_eq!(unknown.rule.as_str(), "MAR-194");
    }
    for kind in [Product::AzurePlan, Product::AzureSubscription, Product::PerpetualSoftware] {
        assert_eq!(after_term(&sold(kind), &SHIPPED), Vec::new());
    }
}
