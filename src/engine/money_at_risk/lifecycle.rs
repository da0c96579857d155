//! What becomes of a subscription, day by day, if nothing more is done.

use crate::domain::subscription::{Product, Status, Subscription};
use crate::domain::{Day, RuleId};
use crate::platform::{Rulebook, Value, extended_term, suspension, windows};

/// A stretch in the life of a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Active,
    /// Users locked out, term running.
    Suspended,
    /// A new term of the same length.
    Renewed,
    /// Paid by the month at a surcharge, until cancelled.
    ExtendedTerm,
    /// Over, and users may still work.
    Expired,
    /// Over, nobody has access, data kept.
    Disabled,
    /// Gone with its data.
    Deleted,
    /// The sources do not say.
    Unknown,
}

/// Who can use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Full,
    /// Administrators can still save data.
    AdminsOnly,
    None,
    Unknown,
}

/// A stage and the day on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeStep {
    pub from: Day,
    pub stage: Stage,
    pub access: Access,
    /// Whether Microsoft bills for it; none where the sources do not say.
    pub billed: Option<bool>,
    pub rule: RuleId,
}

fn step(from: Day, stage: Stage, rule: &'static str) -> LifeStep {
    let (access, billed) = match stage {
        Stage::Active | Stage::Renewed | Stage::ExtendedTerm => (Access::Full, Some(true)),
        Stage::Suspended => (Access::AdminsOnly, Some(true)),
        Stage::Expired => (Access::Full, Some(false)),
        Stage::Disabled => (Access::AdminsOnly, Some(false)),
        Stage::Deleted => (Access::None, Some(false)),
        Stage::Unknown => (Access::Unknown, None),
    };
    LifeStep { from, stage, access, billed, rule: RuleId::fixed(rule) }
}

/// What follows the end of the term if nothing more is done, in order. Empty for products without
/// a term, for ended ones, and where the end is not known.
#[must_use]
pub fn after_term(subscription: &Subscription, rules: &Rulebook) -> Vec<LifeStep> {
    let ended = matches!(subscription.status, Status::Deleted);
    let Some(end) = subscription.term_end.filter(|_| !ended) else {
        return Vec::new();
    };
    let next = end.plus_days_clamped(1);
    if subscription.product != Product::NceLicence {
        return of_other_kind(subscription, next).into_iter().collect();
    }
    let suspended = subscription.status == Status::Suspended;
    let lapsed = matches!(subscription.status, Status::Expired | Status::Disabled);
    if subscription.cancel_at_end == Some(true) && !suspended {
        return vec![step(next, Stage::Deleted, windows::TERM_END_INCLUSIVE)];
    }
    if !suspended && !lapsed && subscription.auto_renew != Some(false) {
        return vec![step(next, Stage::Renewed, windows::TERM_END_INCLUSIVE)];
    }
    if extends(subscription, rules) && !lapsed {
        return vec![if suspended {
            step(next, Stage::Unknown, extended_term::SUSPENDED_AT_END)
        } else {
            step(next, Stage::ExtendedTerm, extended_term::STARTS)
        }];
    }
    if suspended || subscription.status == Status::Disabled {
        wind_down(next, (Stage::Disabled, suspension::DISABLED_FIRST_DAYS), rules)
    } else {
        wind_down(next, (Stage::Expired, extended_term::EXPIRED_DAYS), rules)
    }
}

/// What the sources say of other kinds is that a term renews on the day after its end; what becomes
/// of one that does not is written nowhere.
fn of_other_kind(subscription: &Subscription, next: Day) -> Option<LifeStep> {
    let has_term = matches!(
        subscription.product,
        Product::LegacyLicence | Product::SoftwareSubscription | Product::Marketplace
    );
    let renews = subscription.auto_renew == Some(true)
        && subscription.cancel_at_end != Some(true)
        && !matches!(subscription.status, Status::Suspended | Status::Expired | Status::Disabled);
    has_term.then(|| {
        if renews {
            step(next, Stage::Renewed, windows::TERM_END_INCLUSIVE)
        } else {
            step(next, Stage::Unknown, "MAR-194")
        }
    })
}

/// The two stretches after a term that is not renewed, then deletion: 30 days, 90 days, gone.
fn wind_down(
    next: Day,
    (first, first_rule): (Stage, &'static str),
    rules: &Rulebook,
) -> Vec<LifeStep> {
    let then_rule = match first {
        Stage::Disabled => suspension::DISABLED_THEN_DAYS,
        _ => extended_term::THEN_DISABLED_DAYS,
    };
    let days = |rule: &str| rules.on(next, rule, Some(&Product::NceLicence), None)?.days();
    let (Some(short), Some(long)) = (days(first_rule), days(then_rule)) else {
        return vec![step(next, Stage::Unknown, first_rule)];
    };
    let later = next.plus_days_clamped(short);
    vec![
        step(next, first, first_rule),
        step(later, Stage::Disabled, then_rule),
        step(later.plus_days_clamped(long), Stage::Deleted, then_rule),
    ]
}

/// Whether a term that is not renewed goes on as a paid extended term: by the rules of the day
/// after its end, and only when it was bought late enough. A start that is not known counts as late
/// enough, since an unseen bill is worse than a needless warning.
#[must_use]
pub fn extends(subscription: &Subscription, rules: &Rulebook) -> bool {
    if subscription.product != Product::NceLicence || subscription.is_trial {
        return false;
    }
    let Some(end) = subscription.term_end else {
        return false;
    };
    let row = |id: &str| rules.on(end.plus_days_clamped(1), id, Some(&Product::NceLicence), None);
    let date = |id: &str| match row(id)?.value {
        Value::From(date) => date.day(),
        _ => None,
    };
    let (Some(starts), Some(bought_from)) =
        (date(extended_term::STARTS), date(extended_term::BOUGHT_FROM))
    else {
        return false;
    };
    end >= starts && subscription.term_start.is_none_or(|start| start >= bought_from)
}

/// The stretch in which a subscription is on a day.
#[must_use]
pub fn stage_on(subscription: &Subscription, day: Day, rules: &Rulebook) -> LifeStep {
    let passed = after_term(subscription, rules).into_iter().rfind(|step| step.from <= day);
    // A renewal that is not seen in the data yet may still be running.
    if let Some(step) = passed.filter(|step| step.stage != Stage::Renewed) {
        return step;
    }
    let from = subscription.term_start.unwrap_or(day);
    match subscription.status {
        Status::Active => step(from, Stage::Active, windows::TERM_END_INCLUSIVE),
        Status::Suspended if subscription.product == Product::LegacyLicence => LifeStep {
            billed: Some(false),
            ..step(from, Stage::Suspended, suspension::LEGACY_STOPS_BILL)
        },
        Status::Suspended => step(from, Stage::Suspended, suspension::STILL_BILLED),
        Status::Expired => step(from, Stage::Expired, extended_term::EXPIRED_DAYS),
        Status::Disabled => step(from, Stage::Disabled, suspension::DISABLED_FIRST_DAYS),
        Status::Deleted => step(from, Stage::Deleted, windows::TERM_END_INCLUSIVE),
        Status::Pending | Status::Unstated | Status::Other(_) => {
            step(from, Stage::Unknown, windows::TERM_END_INCLUSIVE)
        }
    }
}
