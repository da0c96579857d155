//! SUS-R10, many seats bought at once.
//!
//! **What.** Within 24 hours a customer adds 25 seats or more, and has five times as many as before.
//!
//! **Why.** Licences bought with a stolen card or a false name are resold or used at once; the
//! reseller owes the whole term. It is worth knowing while the cancel window is open.
//!
//! **Example.** Eight seats for a year, then 120 in one day: a hit, high while two days or more
//! of the window are left.
//!
//! **Settings.** `suspicion.seatSurge`: seats, factor, hours that must be left. The length of
//! the window is Microsoft's.

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value};
use crate::book::{Account, Kept};
use crate::domain::alert::Level;
use crate::domain::subscription::{Product, Status, Subscription};
use crate::domain::{Decimal, Instant};

/// The time in which seats must have been added.
const HOURS: i64 = 24;

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    let licences: Vec<&Kept<Subscription>> = licences(scene.account).collect();
    let changed = licences.iter().filter_map(|s| changed_at(s)).max();
    let Some(changed) = changed.filter(|at| *at <= scene.now) else {
        if licences.is_empty() {
            return Vec::new();
        }
        let outcome = Outcome::NotEvaluable(Gap::NoEarlierSeats);
        return vec![(Subject::Customer, None, outcome)];
    };
    let outcome = judge(scene, changed);
    let window = Some((changed.plus_hours(-HOURS).day(), changed.day()));
    vec![(Subject::Customer, window, outcome)]
}

fn judge(scene: &Scene<'_>, changed: Instant) -> Outcome {
    let settings = &scene.settings.seat_surge;
    let seats = |at| seats_at(scene.account, at);
    let (Some(before), Some(now)) = (seats(changed.plus_hours(-HOURS)), seats(changed)) else {
        return Outcome::NotEvaluable(Gap::NoEarlierSeats);
    };
    let added = now.saturating_sub(before);
    let reading = Reading {
        observed: Value::Count(added),
        expected: Value::Count(i64::from(settings.new_seats_min)),
    };
    let mark = Decimal::from(before).checked_mul(settings.times_previous_min);
    let many = added >= i64::from(settings.new_seats_min)
        && mark.is_some_and(|mark| Decimal::from(now) >= mark);
    let ends = changed.plus_days(scene.clocks.cancel_window_days);
    let left = scene.now.minutes_until(ends) / 60;
    if !many || left < 0 {
        return Outcome::NoHit(Some(reading));
    }
    let in_time = left >= i64::from(settings.window_hours_left_min);
    Outcome::Hit(Hit {
        severity: if in_time { Level::High } else { Level::Medium },
        reading,
        reason: Reason::SeatSurge { before, now, window_hours_left: left },
    })
}

fn licences(account: &Account) -> impl Iterator<Item = &Kept<Subscription>> {
    account.subscriptions.values().filter(|s| {
        matches!(
            s.value.product,
            Product::NceLicence | Product::LegacyLicence | Product::SoftwareSubscription
        )
    })
}

/// When its seats last changed, as far as it can be told: created, or seen with another number.
fn changed_at(kept: &Kept<Subscription>) -> Option<Instant> {
    let differs =
        kept.superseded.last().is_some_and(|old| old.value.quantity != kept.value.quantity);
    if differs {
        return Some(kept.mark.recorded);
    }
    kept.value.created
}

/// All seats of a customer at a moment; none where one subscription cannot be told.
///
/// A subscription counts from its creation; where that is not known, from when it was first seen.
pub(super) fn seats_at(account: &Account, at: Instant) -> Option<i64> {
    let mut sum = 0_i64;
    for kept in licences(account) {
        sum = sum.saturating_add(quantity_at(kept, at)?);
    }
    Some(sum)
}

fn quantity_at(kept: &Kept<Subscription>, at: Instant) -> Option<i64> {
    let born = kept.value.created;
    if born.is_some_and(|born| at < born) {
        return Some(0);
    }
    let seen = kept
        .superseded
        .iter()
        .map(|old| (old.mark.recorded, &old.value))
        .chain([(kept.mark.recorded, &kept.value)]);
    let known: Vec<(Instant, &Subscription)> = seen.collect();
    let latest = known.iter().rev().find(|(recorded, _)| *recorded <= at);
    match (latest, born) {
        (Some((_, value)), _) => Some(seats(value)),
        // Created before, first seen later: the first number seen is the best there is.
        (None, Some(_)) => known.first().map(|(_, value)| seats(value)),
        (None, None) => None,
    }
}

fn seats(subscription: &Subscription) -> i64 {
    match subscription.status {
        Status::Deleted | Status::Expired => 0,
        _ => subscription.quantity.max(0),
    }
}
