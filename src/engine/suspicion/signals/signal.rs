//! What a signal is made of.

use crate::book::{Account, Book};
use crate::domain::alert::{AlertFamily, Level};
use crate::domain::calendar::Calendar;
use crate::domain::ids::{AlertId, CustomerId, InvoiceNumber, SubscriptionId};
use crate::domain::{Currency, Day, Decimal, Instant, Money, RuleId};
use crate::engine::suspicion::clock_rules::ClockRules;
use crate::engine::suspicion::spend::Spend;
use crate::policy::signals::Thresholds;

/// Everything a signal may look at for one customer.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub book: &'a Book,
    pub account: &'a Account,
    pub spend: &'a Spend,
    pub settings: &'a Thresholds,
    pub clocks: &'a ClockRules,
    pub calendar: &'a Calendar,
    pub now: Instant,
}

impl Scene<'_> {
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.day()
    }

    #[must_use]
    pub fn customer(&self) -> &CustomerId {
        &self.account.customer.value.id
    }

    /// Usage too old to judge by; none when it is fresh.
    #[must_use]
    pub fn stale(&self) -> Option<Gap> {
        let Some(newest) = self.book.usage_data_as_of else {
            return Some(Gap::NoUsage);
        };
        let hours = hours_since(newest, self.now);
        (hours > i64::from(self.settings.stale_data.newest_usage_hours_max))
            .then_some(Gap::StaleUsage { newest, hours })
    }
}

/// Whole hours since a day was over; zero while it lasts.
#[must_use]
pub fn hours_since(day: Day, now: Instant) -> i64 {
    let over = Instant::start_of(day).plus_days(1);
    over.minutes_until(now).max(0) / 60
}

/// What a signal is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Customer,
    Subscription(SubscriptionId),
    Alert(AlertId),
    Invoice(InvoiceNumber),
}

/// A figure with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Money(Money),
    Count(i64),
    Percent(i64),
    Hours(i64),
    Days(i64),
    Times(Decimal),
    Words(String),
}

/// What was seen, and where the mark is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub observed: Value,
    pub expected: Value,
}

/// How the score of a spike was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpikeScore {
    /// 0.6745 × (x − median) / median absolute deviation.
    Mad(Decimal),
    /// (x − median) / (1.253314 × mean absolute deviation), where more than half the days are alike.
    MeanDeviation(Decimal),
    /// All days were alike: anything above them passes.
    Flat,
}

/// Why a signal fired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    Spike {
        day: Day,
        usual: Money,
        excess: Money,
        score: SpikeScore,
        days: u32,
    },
    OverBudget {
        percent: u32,
        spent: Money,
        budget: Money,
    },
    ForecastOverBudget {
        forecast: Money,
        budget: Money,
    },
    CostlyMachine {
        size: String,
        age_days: i64,
        day: Day,
    },
    CostlyService {
        service: String,
        cost: Money,
        age_days: i64,
        day: Day,
    },
    NewRegions {
        regions: Vec<String>,
        day: Day,
    },
    FirstInvoiceUnpaid {
        due: Day,
        open: Money,
        unbilled: Money,
    },
    BustOut {
        owed: Money,
        median_paid: Money,
        paid_in_time: u32,
        by: BustOutBy,
    },
    SeatSurge {
        before: i64,
        now: i64,
        /// Hours left of the cancel window; negative when it is over.
        window_hours_left: i64,
    },
    Mining {
        family: AlertFamily,
    },
    AlertOpen {
        hours: i64,
        severe: bool,
    },
    UsageStale {
        newest: Day,
        hours: i64,
    },
}

/// What besides the sum owed speaks for a bust-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BustOutBy {
    PaymentReversed,
    Utilisation { percent: i64 },
    Seats { before: i64, now: i64 },
}

/// Why a signal cannot be evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// No usage was imported.
    NoUsage,
    StaleUsage {
        newest: Day,
        hours: i64,
    },
    ThinHistory {
        days: u32,
        needed: u32,
    },
    /// The policy sets no amount for this currency.
    NoThreshold(Currency),
    NoBudget,
    /// Neither the day the customer joined nor the day its tenant was made is known.
    NoAge,
    /// The usage rows name no region.
    NoRegions,
    /// The usage rows name no machine or service.
    NoMeters,
    NoInvoices,
    NoLimit,
    /// Subscriptions were imported once only, and say not when they were created.
    NoEarlierSeats,
    /// No alert of Microsoft was ever imported.
    NoAlerts,
    /// The figures are too large to work with.
    TooLarge,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub severity: Level,
    pub reading: Reading,
    pub reason: Reason,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Hit(Hit),
    NoHit(Option<Reading>),
    NotEvaluable(Gap),
    /// Fired, and a person has said why it does not count until a day.
    Muted {
        hit: Hit,
        until: Day,
        reason: String,
    },
}

/// What one signal says of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    pub rule: RuleId,
    pub customer: CustomerId,
    pub subject: Subject,
    /// The days looked at, both inclusive.
    pub window: Option<(Day, Day)>,
    pub outcome: Outcome,
}

impl Signal {
    #[must_use]
    pub fn hit(&self) -> Option<&Hit> {
        match &self.outcome {
            Outcome::Hit(hit) => Some(hit),
            _ => None,
        }
    }
}

/// A person's word that a signal does not count for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mute {
    pub rule: RuleId,
    pub subject: Subject,
    pub customer: CustomerId,
    until: Day,
    reason: String,
}

/// Why a signal cannot be muted so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MuteError {
    NoReason,
    /// Longer than [`Mute::DAYS_MAX`], or over already.
    BadEnd {
        days: i64,
    },
}

impl Mute {
    /// Ours, after the limit that others set to a snooze: half a year.
    pub const DAYS_MAX: i64 = 180;

    /// # Errors
    /// Without a reason, or with an end that is past or more than 180 days away.
    pub fn new(signal: &Signal, from: Day, until: Day, reason: &str) -> Result<Self, MuteError> {
        let days = from.days_until(until);
        if reason.trim().is_empty() {
            return Err(MuteError::NoReason);
        }
        if !(0..=Self::DAYS_MAX).contains(&days) {
            return Err(MuteError::BadEnd { days });
        }
        Ok(Self {
            rule: signal.rule.clone(),
            subject: signal.subject.clone(),
            customer: signal.customer.clone(),
            until,
            reason: reason.trim().to_owned(),
        })
    }

    /// Turns a hit of the same rule and subject into a muted one, up to and with the last day.
    pub(super) fn apply(&self, signal: &mut Signal, today: Day) {
        let same = self.rule == signal.rule
            && self.subject == signal.subject
            && self.customer == signal.customer;
        if let (true, Outcome::Hit(hit)) = (same && today <= self.until, &signal.outcome) {
            signal.outcome =
                Outcome::Muted { hit: hit.clone(), until: self.until, reason: self.reason.clone() };
        }
    }
}
