//! SUS-R04, compute in regions never used before.
//!
//! **What.** On the newest day of usage a subscription runs compute in three or more regions
//! that it has not used in the 30 days before; high from six.
//!
//! **Why.** Quotas are set by region, so whoever takes over a tenant goes to many at once;
//! a published case reached more than sixty. Nobody opens three regions in a day by hand.
//!
//! **Example.** West Europe for months, then five new regions on one day: a hit.
//!
//! **Settings.** `suspicion.regionSpread`: regions, regions for high, days unused.

use std::collections::{BTreeMap, BTreeSet};

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value};
use crate::domain::Day;
use crate::domain::alert::Level;
use crate::domain::ids::SubscriptionId;
use crate::domain::usage::UsageDay;

/// Words in a meter category that stand for compute.
const COMPUTE: &[&str] =
    &["virtual machine", "batch", "machine learning", "container", "kubernetes", "cloud services"];

#[derive(Default)]
struct Regions<'a> {
    today: BTreeSet<&'a str>,
    before: BTreeSet<&'a str>,
}

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    if scene.spend.is_empty() {
        return Vec::new();
    }
    let customer = |outcome| vec![(Subject::Customer, None, outcome)];
    if let Some(gap) = scene.stale() {
        return customer(Outcome::NotEvaluable(gap));
    }
    let newest = scene.book.usage_data_as_of.unwrap_or(scene.today());
    let settings = &scene.settings.region_spread;
    let from = newest.plus_days_clamped(i64::from(settings.unused_days).saturating_neg());
    let rows: Vec<&UsageDay> = scene
        .account
        .usage
        .values()
        .map(|k| &k.value)
        .filter(|row| is_compute(&row.category))
        .collect();
    if !rows.is_empty() && rows.iter().all(|row| row.region.is_empty()) {
        return customer(Outcome::NotEvaluable(Gap::NoRegions));
    }
    gather(&rows, from, newest)
        .into_iter()
        .map(|(id, regions)| {
            let outcome = judge(scene, &regions, newest);
            (Subject::Subscription(id.clone()), Some((from, newest)), outcome)
        })
        .collect()
}

fn gather<'a>(
    rows: &[&'a UsageDay],
    from: Day,
    newest: Day,
) -> BTreeMap<&'a SubscriptionId, Regions<'a>> {
    let mut all: BTreeMap<&SubscriptionId, Regions<'_>> = BTreeMap::new();
    for row in rows.iter().filter(|r| !r.region.is_empty()) {
        let regions = all.entry(&row.subscription).or_default();
        if row.day == newest {
            regions.today.insert(&row.region);
        } else if from <= row.day && row.day < newest {
            regions.before.insert(&row.region);
        }
    }
    all
}

fn judge(scene: &Scene<'_>, regions: &Regions<'_>, day: Day) -> Outcome {
    let settings = &scene.settings.region_spread;
    let new: Vec<String> =
        regions.today.difference(&regions.before).map(|r| (*r).to_owned()).collect();
    let count = u32::try_from(new.len()).unwrap_or(u32::MAX);
    let reading = Reading {
        observed: Value::Count(i64::from(count)),
        expected: Value::Count(i64::from(settings.new_regions_min)),
    };
    if count < settings.new_regions_min {
        return Outcome::NoHit(Some(reading));
    }
    let severity = if count >= settings.new_regions_high { Level::High } else { Level::Medium };
    Outcome::Hit(Hit { severity, reading, reason: Reason::NewRegions { regions: new, day } })
}

fn is_compute(category: &str) -> bool {
    let folded = category.to_lowercase();
    COMPUTE.iter().any(|word| folded.contains(word))
}
