//! SUS-R03, costly compute at a customer that is new.
//!
//! **What.** A customer of at most 30 days uses a graphics or high-performance machine, any
//! machine of 64 vCPUs or more, or Batch, machine learning or containers for more than EUR 50.00 a day.
//!
//! **Why.** It is what miners rent, and stolen tenants are used within days. Sizes are read for
//! family and vCPUs, since lists of whole names miss the sizes of every new generation.
//!
//! **Example.** `NC24ads A100 v4` in the second week: a high hit.
//!
//! **Settings.** `suspicion.newTenant`: age, families, vCPUs, amounts by currency.

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value};
use crate::domain::alert::Level;
use crate::domain::ids::SubscriptionId;
use crate::domain::usage::UsageDay;
use crate::domain::{Day, Money};
use crate::engine::suspicion::vm_size;
use crate::policy::signals::NewTenant;

/// Words in a meter category that name a service which rents out compute by other names.
const SERVICES: &[&str] = &["batch", "machine learning", "container instances"];

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    if scene.spend.is_empty() {
        return Vec::new();
    }
    let Some(since) = since(scene) else {
        let outcome = Outcome::NotEvaluable(Gap::NoAge);
        return vec![(Subject::Customer, None, outcome)];
    };
    let settings = &scene.settings.new_tenant;
    let age = since.days_until(scene.today());
    let window = Some((since, scene.today()));
    if age > i64::from(settings.age_days_max) {
        let reading = Reading {
            observed: Value::Days(age),
            expected: Value::Days(i64::from(settings.age_days_max)),
        };
        return vec![(Subject::Customer, window, Outcome::NoHit(Some(reading)))];
    }
    let rows: Vec<&UsageDay> = scene.account.usage.values().map(|k| &k.value).collect();
    if rows.iter().all(|r| r.category.is_empty() && r.meter.is_empty()) {
        let outcome = Outcome::NotEvaluable(Gap::NoMeters);
        return vec![(Subject::Customer, window, outcome)];
    }
    by_subscription(&rows)
        .into_iter()
        .map(|(id, rows)| {
            let found = worst(&rows, settings, age);
            let outcome = found.map_or(Outcome::NoHit(None), Outcome::Hit);
            (Subject::Subscription(id), window, outcome)
        })
        .collect()
}

/// When the customer joined, else when its tenant was made.
fn since(scene: &Scene<'_>) -> Option<Day> {
    let customer = &scene.account.customer.value;
    customer.customer_since.or(customer.tenant_created)
}

fn by_subscription<'a>(rows: &[&'a UsageDay]) -> Vec<(SubscriptionId, Vec<&'a UsageDay>)> {
    let mut groups = std::collections::BTreeMap::<SubscriptionId, Vec<&UsageDay>>::new();
    for row in rows {
        let group = groups.entry(row.subscription.clone()).or_default();
        group.push(row);
    }
    groups.into_iter().collect()
}

/// The first machine found, else the dearest day of a service.
fn worst(rows: &[&UsageDay], settings: &NewTenant, age: i64) -> Option<Hit> {
    let machine = rows.iter().find_map(|row| machine(row, settings, age));
    machine.or_else(|| services(rows, settings, age))
}

fn machine(row: &UsageDay, settings: &NewTenant, age_days: i64) -> Option<Hit> {
    let named = row.meter.trim_start().starts_with("Standard_");
    let category = row.category.to_lowercase();
    if !named && !category.contains("virtual machine") {
        return None;
    }
    let size = vm_size::parse(&row.meter)?;
    let large = size.vcpus.is_some_and(|n| n >= settings.vcpus_min);
    if !large && !size.is_of(&settings.families) {
        return None;
    }
    Some(Hit {
        severity: Level::High,
        reading: Reading {
            observed: Value::Words(row.meter.clone()),
            expected: Value::Count(i64::from(settings.vcpus_min)),
        },
        reason: Reason::CostlyMachine { size: row.meter.clone(), age_days, day: row.day },
    })
}

/// Days of one service are added up over its meters and regions; currencies stay apart.
fn services(rows: &[&UsageDay], settings: &NewTenant, age_days: i64) -> Option<Hit> {
    let mut sums = std::collections::BTreeMap::<(Day, &str, crate::domain::Currency), Money>::new();
    for row in rows.iter().filter(|r| is_service(&r.category)) {
        let key = (row.day, row.category.as_str(), row.cost.currency());
        let sum = sums.entry(key).or_insert(Money::zero(row.cost.currency()));
        *sum = sum.plus(row.cost).unwrap_or(*sum);
    }
    let dear = sums.into_iter().filter_map(|((day, service, currency), cost)| {
        let mark = *settings.service_per_day_min.get(&currency)?;
        (cost >= mark).then_some((cost, mark, day, service))
    });
    let (cost, mark, day, service) = dear.max_by_key(|(cost, ..)| cost.minor())?;
    Some(Hit {
        severity: Level::Medium,
        reading: Reading { observed: Value::Money(cost), expected: Value::Money(mark) },
        reason: Reason::CostlyService { service: service.to_owned(), cost, age_days, day },
    })
}

fn is_service(category: &str) -> bool {
    let folded = category.to_lowercase();
    SERVICES.iter().any(|word| folded.contains(word))
}
