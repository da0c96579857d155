//! Thresholds of the suspicious-activity signals, as the policy gives them.
//!
//! Data only: the signals themselves are worked out by the suspicion engine.
//! Each group says in `why` where its numbers come from.

use std::collections::BTreeMap;

use super::reader::Reader;
use super::words::Words;
use crate::domain::{Currency, Decimal, Money};

/// The numbers of all signals, and the points that open a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thresholds {
    pub spend_spike: SpendSpike,
    pub budget: Budget,
    pub new_tenant: NewTenant,
    pub region_spread: RegionSpread,
    pub first_invoice: FirstInvoice,
    pub bust_out: BustOut,
    pub seat_surge: SeatSurge,
    pub linked: Linked,
    pub vendor_alert: VendorAlert,
    pub stale_data: StaleData,
    pub cases: Cases,
    pub scoring: Scoring,
}

/// SUS-R01: a day's spend far from what is usual for the subscription.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpendSpike {
    /// Complete days before the day looked at.
    pub baseline_days: u32,
    /// With fewer days of history the signal cannot be evaluated.
    pub history_days_min: u32,
    /// Least modified z-score (0.6745 × (x − median) / MAD).
    pub score_min: Decimal,
    /// Least multiple of the median.
    pub times_median_min: Decimal,
    /// High from this multiple of the median.
    pub times_median_high: Decimal,
    /// Least amount above the median, by currency.
    pub excess_min: BTreeMap<Currency, Money>,
    /// High from this amount above the median, by currency.
    pub excess_high: BTreeMap<Currency, Money>,
    pub why: Words,
}

/// SUS-R02: spend of the month against the customer's budget.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Budget {
    /// Per cent of the budget at which it fires, ascending.
    pub percents: Vec<u32>,
    /// Fires when the forecast passes the budget before this day of the month.
    pub forecast_before_day: u32,
    pub why: Words,
}

/// SUS-R03: costly compute at a customer that is new.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewTenant {
    /// A customer is new up to this age in days.
    pub age_days_max: u32,
    /// Virtual machine families by their letters, such as `NC`.
    pub families: Vec<String>,
    /// Any machine with this many vCPUs or more.
    pub vcpus_min: u32,
    /// Batch, machine learning and containers from this amount a day, by currency.
    pub service_per_day_min: BTreeMap<Currency, Money>,
    pub why: Words,
}

/// SUS-R04: compute in regions never used before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionSpread {
    pub new_regions_min: u32,
    pub new_regions_high: u32,
    /// A region counts as new when not used for this many days.
    pub unused_days: u32,
    pub why: Words,
}

/// SUS-R08: the very first invoice is not paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstInvoice {
    /// Working days after the due date.
    pub grace_working_days: u32,
    /// Unbilled usage since then, as a multiple of that invoice.
    pub unbilled_times_min: Decimal,
    pub why: Words,
}

/// SUS-R09: paid well for a while, then took all he could.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BustOut {
    pub paid_in_time_min: u32,
    /// Open and unbilled as a multiple of the median paid invoice.
    pub owed_times_median_min: Decimal,
    pub utilisation_percent_min: u32,
    /// Seats now as a multiple of seats `seat_window_days` ago.
    pub seat_times_min: Decimal,
    pub seat_window_days: u32,
    pub why: Words,
}

/// SUS-R10: many seats, or a long commitment, bought at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeatSurge {
    pub new_seats_min: u32,
    pub times_previous_min: Decimal,
    /// The alert must leave this many hours of Microsoft's cancel window.
    pub window_hours_left_min: u32,
    pub why: Words,
}

/// SUS-R12: shares something with a customer whose fraud was confirmed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linked {
    pub matches_min: u32,
    pub why: Words,
}

/// SUS-R22: an alert of the vendor that nobody has answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VendorAlert {
    /// Hours until amber.
    pub amber_hours: u32,
    /// Hours until red, and the greatest mean over `mean_days`.
    pub red_hours: u32,
    pub mean_days: u32,
    pub why: Words,
}

/// SUS-R24: usage data too old for the spend signals to mean anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StaleData {
    pub newest_usage_hours_max: u32,
    pub why: Words,
}

/// The reseller's own clocks of a case, and when each of Microsoft's becomes urgent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cases {
    /// Hours for a second person to look at what was contained straight from triage.
    pub second_person_hours: u32,
    /// Days from a report to the next look at its case.
    pub follow_up_days: u32,
    /// Days before its end at which the refund request becomes urgent.
    pub refund_warn_days: u32,
    /// Hours before its end at which a cancel window becomes urgent.
    pub cancel_warn_hours: u32,
    pub why: Words,
}

/// Points by signal and scenario, and what their sum does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scoring {
    pub scenarios: Vec<Scenario>,
    /// A case is opened from this sum within one scenario.
    pub open_case_points: u32,
    /// Containment is recommended from this sum.
    pub contain_points: u32,
    pub why: Words,
}

/// A story that several signals tell together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    pub key: String,
    pub label: Words,
    pub parts: Vec<ScenarioPart>,
}

/// Points are given once when any of the signals fires.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScenarioPart {
    /// Ids such as `SUS-R03`.
    pub any_of: Vec<String>,
    pub points: u32,
}

pub(super) fn read(r: &Reader<'_>) -> Thresholds {
    Thresholds {
        spend_spike: r.part("spendSpike", spend_spike),
        budget: r.part("budget", budget),
        new_tenant: r.part("newTenant", new_tenant),
        region_spread: r.part("regionSpread", region_spread),
        first_invoice: r.part("firstInvoice", first_invoice),
        bust_out: r.part("bustOut", bust_out),
        seat_surge: r.part("seatSurge", seat_surge),
        linked: r.part("linked", linked),
        vendor_alert: r.part("vendorAlert", vendor_alert),
        stale_data: r.part("staleData", stale_data),
        cases: r.part("cases", cases),
        scoring: r.part("scoring", scoring),
    }
}

fn spend_spike(r: &Reader<'_>) -> SpendSpike {
    SpendSpike {
        baseline_days: r.count("baselineDays"),
        history_days_min: r.count("historyDaysMin"),
        score_min: r.decimal("scoreMin"),
        times_median_min: r.decimal("timesMedianMin"),
        times_median_high: r.decimal("timesMedianHigh"),
        excess_min: r.amounts("excessMin"),
        excess_high: r.amounts("excessHigh"),
        why: r.words("why"),
    }
}

fn budget(r: &Reader<'_>) -> Budget {
    let percents = r.values("percents");
    Budget {
        percents: percents
            .iter()
            .filter_map(|(place, v)| {
                let read = v.as_u64().and_then(|n| u32::try_from(n).ok());
                if read.is_none() {
                    r.push(place, super::reader::wrong(super::fault::Wants::Whole, v));
                }
                read
            })
            .collect(),
        forecast_before_day: r.count("forecastBeforeDay"),
        why: r.words("why"),
    }
}

fn new_tenant(r: &Reader<'_>) -> NewTenant {
    NewTenant {
        age_days_max: r.count("ageDaysMax"),
        families: r.texts("families"),
        vcpus_min: r.count("vcpusMin"),
        service_per_day_min: r.amounts("servicePerDayMin"),
        why: r.words("why"),
    }
}

fn region_spread(r: &Reader<'_>) -> RegionSpread {
    RegionSpread {
        new_regions_min: r.count("newRegionsMin"),
        new_regions_high: r.count("newRegionsHigh"),
        unused_days: r.count("unusedDays"),
        why: r.words("why"),
    }
}

fn first_invoice(r: &Reader<'_>) -> FirstInvoice {
    FirstInvoice {
        grace_working_days: r.count("graceWorkingDays"),
        unbilled_times_min: r.decimal("unbilledTimesMin"),
        why: r.words("why"),
    }
}

fn bust_out(r: &Reader<'_>) -> BustOut {
    BustOut {
        paid_in_time_min: r.count("paidInTimeMin"),
        owed_times_median_min: r.decimal("owedTimesMedianMin"),
        utilisation_percent_min: r.count("utilisationPercentMin"),
        seat_times_min: r.decimal("seatTimesMin"),
        seat_window_days: r.count("seatWindowDays"),
        why: r.words("why"),
    }
}

fn seat_surge(r: &Reader<'_>) -> SeatSurge {
    SeatSurge {
        new_seats_min: r.count("newSeatsMin"),
        times_previous_min: r.decimal("timesPreviousMin"),
        window_hours_left_min: r.count("windowHoursLeftMin"),
        why: r.words("why"),
    }
}

fn linked(r: &Reader<'_>) -> Linked {
    Linked { matches_min: r.count("matchesMin"), why: r.words("why") }
}

fn vendor_alert(r: &Reader<'_>) -> VendorAlert {
    VendorAlert {
        amber_hours: r.count("amberHours"),
        red_hours: r.count("redHours"),
        mean_days: r.count("meanDays"),
        why: r.words("why"),
    }
}

fn stale_data(r: &Reader<'_>) -> StaleData {
    StaleData { newest_usage_hours_max: r.count("newestUsageHoursMax"), why: r.words("why") }
}

fn cases(r: &Reader<'_>) -> Cases {
    Cases {
        second_person_hours: r.count("secondPersonHours"),
        follow_up_days: r.count("followUpDays"),
        refund_warn_days: r.count("refundWarnDays"),
        cancel_warn_hours: r.count("cancelWarnHours"),
        why: r.words("why"),
    }
}

fn scoring(r: &Reader<'_>) -> Scoring {
    Scoring {
        scenarios: r.list("scenarios", scenario),
        open_case_points: r.count("openCasePoints"),
        contain_points: r.count("containPoints"),
        why: r.words("why"),
    }
}

fn scenario(r: &Reader<'_>) -> Scenario {
    Scenario {
        key: r.text("key"),
        label: r.words("label"),
        parts: r.list("parts", |r| ScenarioPart {
            any_of: r.texts("anyOf"),
            points: r.count("points"),
        }),
    }
}
