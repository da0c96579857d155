//! Every threshold of a document that is a number of its own: what it counts, and within which bounds
//! it makes sense. A number outside is a fault at its place; the page shows the bounds beside it.

use serde_json::Value;

use super::fault::{Fault, FaultKind};
use super::reader::decimal;
use crate::domain::Decimal;

/// One threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Its place in the document, such as `suspicion.spendSpike.baselineDays`.
    pub place: &'static str,
    pub counts: Counts,
    /// The least and the greatest value, both included.
    pub bounds: Option<(u32, u32)>,
    /// It may not be less than the threshold at this place.
    pub at_least: Option<&'static str>,
}

/// What a threshold counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    Days,
    WorkingDays,
    Hours,
    /// An hour of the day.
    Clock,
    /// A day of the month.
    MonthDay,
    Percent,
    /// Several percentages, ascending.
    Percents,
    /// A multiple of something.
    Times,
    /// A statistical score without a unit.
    Score,
    Points,
    Number,
    /// Amounts by currency.
    Amounts,
    Words,
    /// One word or name.
    Word,
    /// How many people approve.
    People,
}

const fn within(place: &'static str, counts: Counts, least: u32, most: u32) -> Threshold {
    Threshold { place, counts, bounds: Some((least, most)), at_least: None }
}

const fn free(place: &'static str, counts: Counts) -> Threshold {
    Threshold { place, counts, bounds: None, at_least: None }
}

impl Threshold {
    const fn not_below(self, place: &'static str) -> Self {
        Self { at_least: Some(place), ..self }
    }
}

/// The groups of thresholds by the place of the reason that all of a group share.
pub const GROUPS: &[(&str, &[Threshold])] = &[
    ("suspicion.spendSpike", SPEND_SPIKE),
    ("suspicion.budget", BUDGET),
    ("suspicion.newTenant", NEW_TENANT),
    ("suspicion.regionSpread", REGION_SPREAD),
    ("suspicion.firstInvoice", FIRST_INVOICE),
    ("suspicion.bustOut", BUST_OUT),
    ("suspicion.seatSurge", SEAT_SURGE),
    ("suspicion.linked", LINKED),
    ("suspicion.vendorAlert", VENDOR_ALERT),
    ("suspicion.staleData", STALE_DATA),
    ("suspicion.cases", CASES),
    ("suspicion.scoring", SCORING),
    ("collections", COLLECTIONS),
    ("outcome", OUTCOME),
];

const SPEND_SPIKE: &[Threshold] = &[
    within("suspicion.spendSpike.baselineDays", Counts::Days, 7, 366)
        .not_below("suspicion.spendSpike.historyDaysMin"),
    within("suspicion.spendSpike.historyDaysMin", Counts::Days, 1, 366),
    within("suspicion.spendSpike.scoreMin", Counts::Score, 1, 100),
    within("suspicion.spendSpike.timesMedianMin", Counts::Times, 1, 1_000),
    within("suspicion.spendSpike.timesMedianHigh", Counts::Times, 1, 1_000)
        .not_below("suspicion.spendSpike.timesMedianMin"),
    free("suspicion.spendSpike.excessMin", Counts::Amounts),
    free("suspicion.spendSpike.excessHigh", Counts::Amounts)
        .not_below("suspicion.spendSpike.excessMin"),
];

const BUDGET: &[Threshold] = &[
    within("suspicion.budget.percents", Counts::Percents, 1, 1_000),
    within("suspicion.budget.forecastBeforeDay", Counts::MonthDay, 1, 31),
];

const NEW_TENANT: &[Threshold] = &[
    within("suspicion.newTenant.ageDaysMax", Counts::Days, 1, 3_650),
    free("suspicion.newTenant.families", Counts::Words),
    within("suspicion.newTenant.vcpusMin", Counts::Number, 1, 100_000),
    free("suspicion.newTenant.servicePerDayMin", Counts::Amounts),
];

const REGION_SPREAD: &[Threshold] = &[
    within("suspicion.regionSpread.newRegionsMin", Counts::Number, 1, 100),
    within("suspicion.regionSpread.newRegionsHigh", Counts::Number, 1, 100)
        .not_below("suspicion.regionSpread.newRegionsMin"),
    within("suspicion.regionSpread.unusedDays", Counts::Days, 1, 3_650),
];

const FIRST_INVOICE: &[Threshold] = &[
    within("suspicion.firstInvoice.graceWorkingDays", Counts::WorkingDays, 0, 90),
    within("suspicion.firstInvoice.unbilledTimesMin", Counts::Times, 0, 1_000),
];

const BUST_OUT: &[Threshold] = &[
    within("suspicion.bustOut.paidInTimeMin", Counts::Number, 1, 100),
    within("suspicion.bustOut.owedTimesMedianMin", Counts::Times, 1, 1_000),
    within("suspicion.bustOut.utilisationPercentMin", Counts::Percent, 1, 1_000),
    within("suspicion.bustOut.seatTimesMin", Counts::Times, 1, 1_000),
    within("suspicion.bustOut.seatWindowDays", Counts::Days, 1, 366),
];

const SEAT_SURGE: &[Threshold] = &[
    within("suspicion.seatSurge.newSeatsMin", Counts::Number, 1, 1_000_000),
    within("suspicion.seatSurge.timesPreviousMin", Counts::Times, 1, 1_000),
    within("suspicion.seatSurge.windowHoursLeftMin", Counts::Hours, 0, 168),
];

const LINKED: &[Threshold] = &[within("suspicion.linked.matchesMin", Counts::Number, 1, 20)];

const VENDOR_ALERT: &[Threshold] = &[
    within("suspicion.vendorAlert.amberHours", Counts::Hours, 0, 720),
    within("suspicion.vendorAlert.redHours", Counts::Hours, 1, 720)
        .not_below("suspicion.vendorAlert.amberHours"),
    within("suspicion.vendorAlert.meanDays", Counts::Days, 1, 366),
];

const STALE_DATA: &[Threshold] =
    &[within("suspicion.staleData.newestUsageHoursMax", Counts::Hours, 1, 720)];

const CASES: &[Threshold] = &[
    within("suspicion.cases.secondPersonHours", Counts::Hours, 1, 720),
    within("suspicion.cases.followUpDays", Counts::Days, 1, 366),
    within("suspicion.cases.refundWarnDays", Counts::Days, 0, 60),
    within("suspicion.cases.cancelWarnHours", Counts::Hours, 0, 168),
];

const SCORING: &[Threshold] = &[
    within("suspicion.scoring.openCasePoints", Counts::Points, 1, 10_000),
    within("suspicion.scoring.containPoints", Counts::Points, 1, 10_000)
        .not_below("suspicion.scoring.openCasePoints"),
];

const COLLECTIONS: &[Threshold] = &[
    free("collections.tolerance", Counts::Amounts),
    within("collections.cashDataMaxAgeWorkingDays", Counts::WorkingDays, 0, 60),
    within("collections.paymentClaimHoldWorkingDays", Counts::WorkingDays, 0, 60),
    free("collections.calendar", Counts::Word),
    within("collections.sendHours.from", Counts::Clock, 0, 23),
    within("collections.sendHours.to", Counts::Clock, 1, 24)
        .not_below("collections.sendHours.from"),
    within("collections.promise.tolerancePercent", Counts::Percent, 0, 100),
    within("collections.promise.graceDays", Counts::Days, 0, 60),
    within("collections.promise.maxActive", Counts::Number, 0, 20),
    within("collections.promise.maxDaysAhead", Counts::Days, 1, 366),
    within("collections.hold.maxDays", Counts::Days, 1, 366),
    free("collections.hold.extensionApproval", Counts::People),
];

const OUTCOME: &[Threshold] = &[
    within("outcome.maxReasons", Counts::Number, 1, 10),
    within("outcome.reviewDays", Counts::Days, 1, 1_095),
    within("outcome.graceDays", Counts::Days, 0, 366),
    within("outcome.reactionHours", Counts::Hours, 0, 720),
    within("outcome.utilisationWarnings", Counts::Percents, 1, 1_000),
];

/// The threshold in which a place lies, and what is left of the place, such as a currency.
#[must_use]
pub fn threshold_at(place: &str) -> Option<(&'static Threshold, &str)> {
    let mut all = GROUPS.iter().flat_map(|(_, all)| *all);
    all.find_map(|threshold| Some((threshold, rest_of(place, threshold.place)?)))
}

/// Whether a place is a threshold, or the reason of a group of them.
#[must_use]
pub fn is_threshold(place: &str) -> bool {
    let is_reason = |group: &str| rest_of(place, &format!("{group}.why")).is_some();
    threshold_at(place).is_some() || GROUPS.iter().any(|(group, _)| is_reason(group))
}

/// What is left of a place within another one.
fn rest_of<'p>(place: &'p str, outer: &str) -> Option<&'p str> {
    place.strip_prefix(outer).filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// What is out of its bounds. What is no number is told by the reader of the document.
pub(super) fn check(document: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    for threshold in GROUPS.iter().flat_map(|(_, all)| *all) {
        let Some(value) = at(document, threshold.place) else {
            continue;
        };
        match value {
            Value::Array(items) => several(threshold, items, &mut faults),
            Value::Object(amounts) => {
                let least = threshold.at_least.and_then(|place| at(document, place));
                faults.extend(amounts.iter().filter_map(|(code, amount)| {
                    let least = least.and_then(|all| all.get(code)).and_then(decimal);
                    let kind = too_small(decimal(amount)?, least.unwrap_or(Decimal::ZERO))?;
                    Some(Fault::error(&format!("{}.{code}", threshold.place), kind))
                }));
            }
            _ => {
                let kind = decimal(value).and_then(|n| out_of(document, threshold, n));
                faults.extend(kind.map(|kind| Fault::error(threshold.place, kind)));
            }
        }
    }
    faults
}

fn too_small(number: Decimal, least: Decimal) -> Option<FaultKind> {
    (number < least).then(|| FaultKind::OutOfRange {
        found: number.to_string(),
        least: Some(least.to_string()),
        most: None,
    })
}

/// Percentages in a list: each within the bounds, each greater than the one before.
fn several(threshold: &Threshold, items: &[Value], faults: &mut Vec<Fault>) {
    if threshold.counts != Counts::Percents {
        return;
    }
    let numbers: Vec<Decimal> = items.iter().filter_map(decimal).collect();
    let odd = numbers.iter().find_map(|n| past(threshold, *n));
    let rising = numbers.windows(2).all(|two| matches!(two, [a, b] if a < b));
    let found = || numbers.iter().map(Decimal::to_string).collect::<Vec<_>>().join(", ");
    let falls = (!rising).then(|| FaultKind::NotRising { found: found() });
    faults.extend(odd.or(falls).map(|kind| Fault::error(threshold.place, kind)));
}

fn out_of(document: &Value, threshold: &Threshold, number: Decimal) -> Option<FaultKind> {
    past(threshold, number).or_else(|| {
        let least = at(document, threshold.at_least?).and_then(decimal)?;
        too_small(number, least)
    })
}

fn past(threshold: &Threshold, number: Decimal) -> Option<FaultKind> {
    let (least, most) = threshold.bounds?;
    let within = Decimal::from(least) <= number && number <= Decimal::from(most);
    (!within).then(|| FaultKind::OutOfRange {
        found: number.to_string(),
        least: Some(least.to_string()),
        most: Some(most.to_string()),
    })
}

fn at<'v>(document: &'v Value, place: &str) -> Option<&'v Value> {
    place.split('.').try_fold(document, |here, key| here.get(key))
}
