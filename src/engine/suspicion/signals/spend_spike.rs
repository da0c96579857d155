//! SUS-R01, a day's spend far from what is usual for the subscription.
//!
//! **What.** The newest day against the 28 complete days before it: its score (0.6745 × distance
//! from the median, over the median absolute deviation) passes 3.5, and it is twice the median,
//! and the distance is worth money. With four full weeks each day is first compared with the
//! same weekday, so that a Monday peak is no spike.
//!
//! **Why.** Median and deviation are not moved by one earlier outlier, as mean and standard
//! deviation are. Factor and floor keep small, jumpy subscriptions quiet.
//!
//! **Example.** EUR 50.00 a day for four weeks, then EUR 2,000.00: a high hit. EUR 0.50, then
//! EUR 5.00: no hit, since the distance is below the floor.
//!
//! **Settings.** `suspicion.spendSpike`: days, least history, score, factors, floors by currency.

use std::collections::BTreeMap;

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, SpikeScore, Subject, Value};
use crate::domain::alert::{Level, Verdict};
use crate::domain::ids::SubscriptionId;
use crate::domain::{Currency, Day, Decimal};
use crate::engine::suspicion::exact::{median, median_of, sum, whole};
use crate::engine::suspicion::spend::to_money;
use crate::policy::signals::SpendSpike;

/// 0.6745, the 0.75 quantile of the normal distribution: makes the deviation comparable to a standard one.
const MAD_FACTOR: Decimal = Decimal::from_parts(6745, 0, 0, false, 4);
/// 1.253314, the root of half pi: the same for the mean absolute deviation.
const MEAN_DEVIATION_FACTOR: Decimal = Decimal::from_parts(1_253_314, 0, 0, false, 6);
const WEEK: usize = 7;

/// What the arithmetic says of one day against the days before it, in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spike {
    pub median: Decimal,
    pub excess: Decimal,
    pub score: SpikeScore,
    pub passes_score: bool,
    pub passes_factor: bool,
}

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    if let Some(gap) = scene.stale() {
        return vec![(Subject::Customer, None, Outcome::NotEvaluable(gap))];
    }
    let newest = scene.book.usage_data_as_of.unwrap_or(scene.today());
    scene
        .spend
        .series()
        .map(|(id, currency, days)| one(scene, (id, currency, days), newest))
        .collect()
}

type Series<'a> = (&'a SubscriptionId, Currency, &'a BTreeMap<Day, i128>);

fn one(scene: &Scene<'_>, (id, currency, days): Series<'_>, newest: Day) -> Answer {
    let settings = &scene.settings.spend_spike;
    let from = newest.plus_days_clamped(i64::from(settings.baseline_days).saturating_neg());
    let window = Some((from, newest));
    let baseline = baseline(scene, id, days, (from, newest));
    let x = days.get(&newest).copied().unwrap_or(0);
    let outcome = judge(settings, currency, newest, (x, &baseline));
    (Subject::Subscription(id.clone()), window, outcome)
}

/// The complete days before the day looked at, from the first day of any usage on; days without
/// a row count as zero. Days in the window of a confirmed fraud are left out.
fn baseline(
    scene: &Scene<'_>,
    id: &SubscriptionId,
    days: &BTreeMap<Day, i128>,
    (from, newest): (Day, Day),
) -> Vec<i128> {
    let Some(first) = days.keys().next() else {
        return Vec::new();
    };
    let frauds = confirmed_frauds(scene, id);
    let mut day = from.max(*first);
    let mut values = Vec::new();
    while day < newest {
        if !frauds.iter().any(|(start, end)| *start <= day && day <= *end) {
            values.push(days.get(&day).copied().unwrap_or(0));
        }
        day = day.plus_days_clamped(1);
    }
    values
}

/// First fraudulent day to the day of decision, of cases that were decided to be fraud.
fn confirmed_frauds(scene: &Scene<'_>, id: &SubscriptionId) -> Vec<(Day, Day)> {
    let cases = scene.account.cases.iter();
    cases
        .filter_map(|c| scene.book.cases.get(c))
        .filter(|case| case.subscriptions().contains(&id))
        .filter_map(|case| {
            let decided = case.moves.iter().rev().find(|m| m.value.disposition.is_some())?;
            let fraud = case.disposition()?.verdict() == Verdict::Fraud;
            fraud.then_some((case.first_fraud_day()?, decided.value.at.day()))
        })
        .collect()
}

fn judge(
    settings: &SpendSpike,
    currency: Currency,
    day: Day,
    (x, baseline): (i128, &[i128]),
) -> Outcome {
    let count = u32::try_from(baseline.len()).unwrap_or(u32::MAX);
    if count < settings.history_days_min {
        return Outcome::NotEvaluable(Gap::ThinHistory {
            days: count,
            needed: settings.history_days_min,
        });
    }
    let (Some(floor), Some(high)) =
        (settings.excess_min.get(&currency), settings.excess_high.get(&currency))
    else {
        return Outcome::NotEvaluable(Gap::NoThreshold(currency));
    };
    let Some(spike) = spike(x, baseline, settings) else {
        return Outcome::NotEvaluable(Gap::TooLarge);
    };
    let worth = spike.excess >= Decimal::from(floor.minor());
    let reading = Reading {
        observed: Value::Money(to_money(x, currency)),
        expected: Value::Money(money(spike.median, currency)),
    };
    if !(spike.passes_score && spike.passes_factor && worth) {
        return Outcome::NoHit(Some(reading));
    }
    let many = times_at_least(x, spike.median, settings.times_median_high);
    let severe = many || spike.excess >= Decimal::from(high.minor());
    Outcome::Hit(Hit {
        severity: if severe { Level::High } else { Level::Medium },
        reading,
        reason: Reason::Spike {
            day,
            usual: money(spike.median, currency),
            excess: money(spike.excess, currency),
            score: spike.score,
            days: count,
        },
    })
}

/// The arithmetic: by weekday where four full weeks are known, else against all days.
/// None when the figures are too large.
#[must_use]
pub fn spike(x: i128, baseline: &[i128], settings: &SpendSpike) -> Option<Spike> {
    let weeks = WEEK.checked_mul(4)?;
    if baseline.len() >= weeks && baseline.len().is_multiple_of(WEEK) {
        by_weekday(x, baseline, settings)
    } else {
        by_all_days(x, baseline, settings)
    }
}

/// One day against all days before it.
#[must_use]
pub fn by_all_days(x: i128, baseline: &[i128], settings: &SpendSpike) -> Option<Spike> {
    let middle = median(baseline)?;
    let values: Option<Vec<Decimal>> = baseline.iter().map(|v| whole(*v)).collect();
    finish(x, middle, (whole(x)?, &values?), settings)
}

/// One day against its own weekday: the distance from the weekday's median is scored
/// against such distances of all days. The baseline ends on the day before.
#[must_use]
pub fn by_weekday(x: i128, baseline: &[i128], settings: &SpendSpike) -> Option<Spike> {
    // The day looked at falls on the same weekday as the first of a whole number of weeks.
    let medians: Option<Vec<Decimal>> = (0..WEEK)
        .map(|weekday| {
            let same: Vec<i128> = baseline.iter().skip(weekday).step_by(WEEK).copied().collect();
            median(&same)
        })
        .collect();
    let medians = medians?;
    let residuals: Option<Vec<Decimal>> = baseline
        .iter()
        .zip(medians.iter().cycle())
        .map(|(value, middle)| whole(*value)?.checked_sub(*middle))
        .collect();
    let own = *medians.first()?;
    let residual = whole(x)?.checked_sub(own)?;
    finish(x, own, (residual, &residuals?), settings)
}

fn finish(
    x: i128,
    usual: Decimal,
    (value, values): (Decimal, &[Decimal]),
    settings: &SpendSpike,
) -> Option<Spike> {
    let (score, passes_score) = score(value, values, settings.score_min)?;
    Some(Spike {
        median: usual,
        excess: whole(x)?.checked_sub(usual)?,
        score,
        passes_score,
        passes_factor: times_at_least(x, usual, settings.times_median_min),
    })
}

/// The modified z-score after Iglewicz and Hoaglin, with their way out where most days are alike.
fn score(x: Decimal, values: &[Decimal], least: Decimal) -> Option<(SpikeScore, bool)> {
    let middle = median_of(values)?;
    let distance = x.checked_sub(middle)?;
    let deviations: Option<Vec<Decimal>> =
        values.iter().map(|v| v.checked_sub(middle).map(|d| d.abs())).collect();
    let deviations = deviations?;
    let mad = median_of(&deviations)?;
    if !mad.is_zero() {
        let z = MAD_FACTOR.checked_mul(distance)?.checked_div(mad)?;
        return Some((SpikeScore::Mad(z.round_dp(4)), z >= least));
    }
    let count = Decimal::from(deviations.len());
    let mean = sum(&deviations)?.checked_div(count)?;
    if mean.is_zero() {
        return Some((SpikeScore::Flat, distance > Decimal::ZERO));
    }
    let z = distance.checked_div(MEAN_DEVIATION_FACTOR.checked_mul(mean)?)?;
    Some((SpikeScore::MeanDeviation(z.round_dp(4)), z >= least))
}

/// At least so many times the median; where that is zero, anything above zero.
fn times_at_least(x: i128, middle: Decimal, times: Decimal) -> bool {
    let Some(x) = whole(x) else { return true };
    if middle.is_zero() {
        return x > Decimal::ZERO;
    }
    middle.checked_mul(times).is_some_and(|mark| x >= mark)
}

/// Half a minor unit of a median goes up.
fn money(minor: Decimal, currency: Currency) -> crate::domain::Money {
    use rust_decimal::prelude::ToPrimitive as _;
    to_money(minor.ceil().to_i128().unwrap_or(i128::MAX), currency)
}
