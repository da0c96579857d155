//! Exposure worked out from each subscription and usage row as it is kept, without any short cut.

use std::collections::BTreeMap;

use recourse::book::{Account, Bucket, Receivables, standing};
use recourse::domain::ids::SubscriptionId;
use recourse::domain::subscription::{Product, Status, Subscription};
use recourse::domain::{Currency, Day, Money, Purse, RuleId};
use recourse::engine::money_at_risk::{
    Exposure, Frame, Gap, GapKind, Part, PartKind, RunRate, Unbilled,
};
use recourse::platform;

const UNPAID: RuleId = RuleId::fixed("MAR-010");
const UNBILLED: RuleId = RuleId::fixed("MAR-020");
const COMMITTED: RuleId = RuleId::fixed("MAR-030");
const RUNNING: RuleId = RuleId::fixed("MAR-040");
const CREDIT: RuleId = RuleId::fixed("MAR-050");

/// Computes the exposure of an account from its receivables of the same day.
pub fn exposure(account: &Account, receivables: &Receivables, frame: &Frame<'_>) -> Exposure {
    let mut tally = Tally::default();
    for item in &receivables.items {
        let kind = PartKind::Unpaid(Bucket::of(item.days_past_due));
        tally.add(kind, item.open, frame.today);
    }
    let not_billed = unbilled(account, frame);
    for amount in not_billed.amounts.nonzero() {
        tally.add(PartKind::Unbilled, amount, frame.today);
    }
    for subscription in standing(account) {
        tally.subscription(account, &subscription, frame);
    }
    for amount in receivables.unapplied.nonzero() {
        if let Ok(lowering) = amount.times(-1) {
            tally.add(PartKind::Credit, lowering, frame.today);
        }
    }
    tally.close(not_billed.since_is_assumed)
}

#[derive(Default)]
struct Tally {
    parts: Vec<Part>,
    gaps: Vec<Gap>,
}

impl Tally {
    fn add(&mut self, kind: PartKind, amount: Money, as_of: Day) {
        let same = |p: &&mut Part| p.kind == kind && p.amount.currency() == amount.currency();
        if let Some(part) = self.parts.iter_mut().find(same) {
            let mut sum = Purse::from_iter([part.amount]);
            sum.add_capped(amount);
            part.amount = sum.get(amount.currency());
            part.as_of = part.as_of.min(as_of);
            part.count = part.count.saturating_add(1);
        } else {
            let rule = match kind {
                PartKind::Unpaid(_) => UNPAID,
                PartKind::Unbilled => UNBILLED,
                PartKind::Committed => COMMITTED,
                PartKind::Running => RUNNING,
                PartKind::Credit => CREDIT,
            };
            self.parts.push(Part { kind, amount, rule, as_of, count: 1 });
        }
    }

    fn subscription(&mut self, account: &Account, subscription: &Subscription, frame: &Frame<'_>) {
        match committed_after(subscription, frame.today) {
            Ok(Some(amount)) => self.add(PartKind::Committed, amount, frame.today),
            Ok(None) => {}
            Err(kind) => self.gaps.push(Gap { subscription: subscription.id.clone(), kind }),
        }
        if let Some(rate) = run_rate(account, subscription, frame) {
            let lag = frame
                .rules
                .on(frame.today, platform::azure::USAGE_LAG, None, None)
                .and_then(|row| row.minutes())
                .map_or(0, |minutes| minutes.div_euclid(60));
            let hours = lag.saturating_add(frame.reaction_hours);
            self.add(PartKind::Running, rate.over_hours(hours), rate.as_of);
        }
    }

    fn close(mut self, unbilled_is_assumed: bool) -> Exposure {
        self.parts.retain(|p| !p.amount.is_zero());
        self.parts.sort_by_key(|p| (p.kind, p.amount.currency()));
        Exposure { parts: self.parts, gaps: self.gaps, unbilled_is_assumed }
    }
}

/// What Microsoft will still bill for a subscription after a day, whatever is done: the periods
/// that begin after it, to the end of the term. None where nothing is committed.
///
/// # Errors
/// Why it cannot be told: no price, no term, or a product that is not known.
fn committed_after(subscription: &Subscription, day: Day) -> Result<Option<Money>, GapKind> {
    if subscription.is_trial || !is_committed(subscription)? {
        return Ok(None);
    }
    let (Some(start), Some(end)) = (subscription.term_start, subscription.term_end) else {
        return Err(GapKind::NoTerm);
    };
    let Some(months) = subscription.billing.months() else {
        return Ok(None);
    };
    if end < day {
        return Ok(None);
    }
    let cost = subscription.cost_per_period.ok_or(GapKind::NoPrice)?;
    let all = periods_started(start, months, end);
    let begun = periods_started(start, months, day);
    let left = i64::from(all.saturating_sub(begun));
    Ok(Some(cost.times(left).unwrap_or(cost)))
}

fn is_committed(subscription: &Subscription) -> Result<bool, GapKind> {
    let ended = matches!(subscription.status, Status::Deleted | Status::Expired | Status::Disabled);
    match &subscription.product {
        _ if ended => Ok(false),
        Product::NceLicence | Product::SoftwareSubscription | Product::Marketplace => Ok(true),
        Product::LegacyLicence
        | Product::AzurePlan
        | Product::AzureSubscription
        | Product::PerpetualSoftware => Ok(false),
        Product::Other(_) => Err(GapKind::UnknownProduct),
    }
}

/// Without any invoice, one month is taken as not billed yet.
const NO_INVOICE_DAYS: i64 = 31;

/// A customer is billed at least every second month; what is older was billed elsewhere.
const LOOK_BACK_DAYS: i64 = 62;

/// Usage and billing periods that began after the newest invoice, up to today.
fn unbilled(account: &Account, frame: &Frame<'_>) -> Unbilled {
    let newest = account
        .invoices
        .values()
        .map(|kept| kept.value.issued)
        .filter(|issued| *issued <= frame.today)
        .max();
    let floor = frame.today.plus_days_clamped(LOOK_BACK_DAYS.saturating_neg());
    let (since, since_is_assumed) = match newest {
        Some(issued) if issued >= floor => (issued.plus_days_clamped(1), false),
        Some(_) => (floor, true),
        None => (frame.today.plus_days_clamped(NO_INVOICE_DAYS.saturating_neg()), true),
    };
    let mut amounts = Purse::new();
    for subscription in standing(account) {
        if subscription.product == Product::AzureSubscription {
            for (day, cost) in usage_since(account, &subscription.id, since) {
                if day <= frame.today {
                    amounts.add_capped(cost);
                }
            }
        } else if let Some(cost) = periods_cost(&subscription, since, frame.today) {
            amounts.add_capped(cost);
        }
    }
    Unbilled { amounts, since, since_is_assumed }
}

/// The cost of the billing periods that began from `since` to `today`.
fn periods_cost(subscription: &Subscription, since: Day, today: Day) -> Option<Money> {
    if subscription.is_trial || !is_billed(subscription) {
        return None;
    }
    let cost = subscription.cost_per_period?;
    let anchor = subscription.term_start?;
    let last = subscription.term_end.map_or(today, |end| end.min(today));
    let Some(months) = subscription.billing.months() else {
        let once = since <= anchor && anchor <= today;
        return once.then_some(cost);
    };
    let before = periods_started(anchor, months, since.plus_days_clamped(-1));
    let begun = periods_started(anchor, months, last).saturating_sub(before);
    (begun > 0).then(|| cost.times(i64::from(begun)).unwrap_or(cost))
}

/// Whether Microsoft bills for a subscription in its state: a suspended licence of new commerce
/// is billed on, a suspended legacy licence is not.
fn is_billed(subscription: &Subscription) -> bool {
    match subscription.status {
        Status::Active | Status::Unstated | Status::Pending | Status::Other(_) => true,
        Status::Suspended => subscription.product != Product::LegacyLicence,
        Status::Deleted | Status::Expired | Status::Disabled => false,
    }
}

/// Usage older than this says nothing about what runs now.
const STALE_AFTER_DAYS: i64 = 7;

/// The run rate of a subscription: the dearer of its two newest days of usage.
///
/// A day that has just begun to be rated is too small, so the newest day alone will not do;
/// a mean over a week would hide an attack that began yesterday. None when nothing was used
/// lately or the subscription no longer runs.
fn run_rate(account: &Account, subscription: &Subscription, frame: &Frame<'_>) -> Option<RunRate> {
    if subscription.product != Product::AzureSubscription || !runs(&subscription.status) {
        return None;
    }
    let from = frame.today.plus_days_clamped(-STALE_AFTER_DAYS);
    let mut days: BTreeMap<(Day, Currency), Money> = BTreeMap::new();
    for (key, cost) in usage_since(account, &subscription.id, from) {
        if key > frame.today {
            break;
        }
        let slot = days.entry((key, cost.currency())).or_insert(Money::zero(cost.currency()));
        *slot = slot.plus(cost).unwrap_or(*slot);
    }
    let (newest, currency) = *days.keys().next_back()?;
    let before = (newest.plus_days_clamped(-1), currency);
    let last = *days.get(&(newest, currency))?;
    let per_day = days.get(&before).map_or(last, |earlier| last.max(*earlier));
    Some(RunRate { as_of: newest, per_day })
}

/// Whether a state still consumes.
fn runs(status: &Status) -> bool {
    matches!(status, Status::Active | Status::Unstated | Status::Pending | Status::Other(_))
}

/// Usage rows of a subscription from a day on, oldest first.
fn usage_since<'a>(
    account: &'a Account,
    subscription: &SubscriptionId,
    from: Day,
) -> impl Iterator<Item = (Day, Money)> + 'a {
    let first = (subscription.clone(), from, String::new(), String::new(), String::new());
    let id = subscription.clone();
    account
        .usage
        .range(first..)
        .take_while(move |(key, _)| key.0 == id)
        .map(|(key, kept)| (key.1, kept.value.cost))
}

/// How many periods of `months` have started from `anchor` up to and with `day`.
///
/// Each period starts on the day of the month of the anchor, or the last day of a shorter month:
/// from 31 January they start on 28 February, 31 March, 30 April.
fn periods_started(anchor: Day, months: i32, day: Day) -> i32 {
    if day < anchor || months < 1 {
        return 0;
    }
    let passed = month_number(day).saturating_sub(month_number(anchor)).div_euclid(months);
    match start_of(anchor, months, passed) {
        Some(start) if start <= day => passed.saturating_add(1),
        _ => passed,
    }
}

fn start_of(anchor: Day, months: i32, count: i32) -> Option<Day> {
    anchor.plus_months(months.checked_mul(count)?).ok()
}

fn month_number(day: Day) -> i32 {
    let month = i32::try_from(day.month()).unwrap_or(1);
    day.year().saturating_mul(12).saturating_add(month)
}
