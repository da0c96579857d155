//! The collections ladder as the policy gives it: which steps, when, with what notice.
//!
//! This is data only. What is due on a day is worked out by the collections engine.

use std::collections::BTreeMap;

use super::fault::FaultKind;
use super::reader::Reader;
use super::words::Words;
use crate::domain::calendar::Roll;
use crate::domain::{Currency, Decimal, Money, RuleId};

/// The steps towards a customer who has not paid, and what may hold them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ladder {
    /// In the order in which they are taken.
    pub steps: Vec<Step>,
    /// Overdue amounts up to this raise no notice; they stay in the ageing. None for a currency is zero.
    pub tolerance: BTreeMap<Currency, Money>,
    /// Cash data older than this many working days blocks notices and steps that affect access.
    pub cash_data_max_age_working_days: u32,
    /// A customer's claim to have paid holds the steps for this many working days.
    pub payment_claim_hold_working_days: u32,
    /// The calendar whose working days are meant, by name.
    pub calendar: String,
    /// Local hours outside of which nothing is sent: from (included) to (excluded).
    pub send_hours: (u32, u32),
    pub promise: PromiseRules,
    pub hold: HoldRules,
    /// Why the numbers above are what they are.
    pub why: Words,
}

/// When a promise to pay counts as kept, and how many there may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PromiseRules {
    /// Per cent of the promised amount that may be missing.
    pub tolerance_percent: Decimal,
    /// Calendar days after the promised day.
    pub grace_days: u32,
    /// Promises that may be open at once.
    pub max_active: u32,
    /// A promise may not lie further ahead than this many calendar days.
    pub max_days_ahead: u32,
}

/// How long a hold may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HoldRules {
    pub max_days: u32,
    /// A longer hold, or a further one for the same reason, needs a second person.
    pub extension_approval: Approval,
}

/// One step of the ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Unique within the ladder, such as `final-notice`.
    pub key: String,
    pub rule: RuleId,
    pub kind: StepKind,
    pub label: Words,
    /// Why the step is taken, and why then.
    pub why: Words,
    pub anchor: Anchor,
    /// Counted from the anchor; negative is before it.
    pub delay_days: i64,
    pub delay_unit: DelayUnit,
    /// What to do when the day is no working day. Rolling never shortens a notice.
    pub roll: Roll,
    /// Keys of steps that must have been carried out (a notice: sent and not returned).
    pub requires: Vec<String>,
    /// Calendar days this notice gives: the next step is taken that many days after it was sent, or later.
    pub min_notice_days: u32,
    /// Whether the customer is as before once he pays.
    pub reversible: bool,
    pub approval: Approval,
    /// The least overdue amount for which the step is taken; none for a currency means any amount.
    pub min_overdue: BTreeMap<Currency, Money>,
    pub channel: Channel,
    /// What is done along with the step.
    pub also: Vec<Also>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    Reminder,
    FinalNotice,
    /// No new purchases and no more seats; nothing that runs is touched.
    RestrictChanges,
    /// Subscriptions are suspended: users cannot sign in, data is kept.
    DisableAccess,
    CancelSubscription,
    WriteOff,
    /// To a collection agency, an insurer or a lawyer.
    HandOff,
    /// A person does something that is not a notice, such as a call.
    HumanTask,
}

impl StepKind {
    /// Whether users of the customer notice: some or all of their access ends.
    #[must_use]
    pub const fn affects_access(self) -> bool {
        matches!(self, Self::DisableAccess | Self::CancelSubscription)
    }

    /// Whether the step is a letter to the customer.
    #[must_use]
    pub const fn is_notice(self) -> bool {
        matches!(self, Self::Reminder | Self::FinalNotice)
    }
}

/// What a step's delay is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The due date of the oldest invoice that is open.
    Due,
    /// The day on which the previous step was carried out.
    PreviousSent,
    /// The last day of the notice that the previous step gave.
    PreviousDeadline,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DelayUnit {
    Calendar,
    Working,
}

/// How many people must agree before a step is carried out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Approval {
    #[default]
    None,
    One,
    Two,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Email,
    Phone,
    Letter,
    /// In Partner Center or the provider's portal.
    Portal,
}

/// What is done along with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Also {
    /// Set "cancel at end of term": auto-renew off alone no longer ends a subscription.
    CancelAtTermEnd,
}

/// The words of the document, each list with what they mean.
pub const KINDS: &[(&str, StepKind)] = &[
    ("reminder", StepKind::Reminder),
    ("final-notice", StepKind::FinalNotice),
    ("restrict-changes", StepKind::RestrictChanges),
    ("disable-access", StepKind::DisableAccess),
    ("cancel-subscription", StepKind::CancelSubscription),
    ("write-off", StepKind::WriteOff),
    ("hand-off", StepKind::HandOff),
    ("human-task", StepKind::HumanTask),
];

pub const ANCHORS: &[(&str, Anchor)] = &[
    ("due", Anchor::Due),
    ("previous-sent", Anchor::PreviousSent),
    ("previous-deadline", Anchor::PreviousDeadline),
];

pub const DELAY_UNITS: &[(&str, DelayUnit)] =
    &[("calendar", DelayUnit::Calendar), ("working", DelayUnit::Working)];

pub const ROLLS: &[(&str, Roll)] = &[
    ("none", Roll::None),
    ("following", Roll::Following),
    ("preceding", Roll::Preceding),
    ("modified-following", Roll::ModifiedFollowing),
];

pub const APPROVALS: &[(&str, Approval)] =
    &[("none", Approval::None), ("one", Approval::One), ("two", Approval::Two)];

pub const CHANNELS: &[(&str, Channel)] = &[
    ("email", Channel::Email),
    ("phone", Channel::Phone),
    ("letter", Channel::Letter),
    ("portal", Channel::Portal),
];

pub(super) fn read(r: &Reader<'_>) -> Ladder {
    let ladder = Ladder {
        steps: r.list("steps", read_step),
        tolerance: r.amounts("tolerance"),
        cash_data_max_age_working_days: r.count("cashDataMaxAgeWorkingDays"),
        payment_claim_hold_working_days: r.count("paymentClaimHoldWorkingDays"),
        calendar: r.text("calendar"),
        send_hours: r.part("sendHours", |r| (r.count("from"), r.count("to"))),
        promise: r.part("promise", read_promise),
        hold: r.part("hold", read_hold),
        why: r.words("why"),
    };
    check(r, &ladder);
    ladder
}

fn read_promise(r: &Reader<'_>) -> PromiseRules {
    PromiseRules {
        tolerance_percent: r.decimal("tolerancePercent"),
        grace_days: r.count("graceDays"),
        max_active: r.count("maxActive"),
        max_days_ahead: r.count("maxDaysAhead"),
    }
}

fn read_hold(r: &Reader<'_>) -> HoldRules {
    HoldRules {
        max_days: r.count("maxDays"),
        extension_approval: r.choice("extensionApproval", APPROVALS).unwrap_or_default(),
    }
}

fn read_step(r: &Reader<'_>) -> Step {
    Step {
        key: r.text("key"),
        rule: RuleId::named(&r.text("rule")),
        kind: r.choice("kind", KINDS).unwrap_or(StepKind::HumanTask),
        label: r.words("label"),
        why: r.words("why"),
        anchor: r.choice("anchor", ANCHORS).unwrap_or(Anchor::Due),
        delay_days: r.whole("delayDays"),
        delay_unit: r.choice("delayUnit", DELAY_UNITS).unwrap_or(DelayUnit::Calendar),
        roll: r.choice("roll", ROLLS).unwrap_or(Roll::None),
        requires: r.texts("requires"),
        min_notice_days: r.count("minNoticeDays"),
        reversible: r.flag("reversible"),
        approval: r.choice("approval", APPROVALS).unwrap_or(Approval::Two),
        min_overdue: r.amounts("minOverdue"),
        channel: r.choice("channel", CHANNELS).unwrap_or(Channel::Email),
        also: read_also(r),
    }
}

fn read_also(r: &Reader<'_>) -> Vec<Also> {
    let known = r.texts("also");
    for word in known.iter().filter(|w| *w != "cancel-at-term-end") {
        r.fault(
            "also",
            FaultKind::NotOneOf { found: word.clone(), allowed: "`cancel-at-term-end`".to_owned() },
        );
    }
    known.iter().map(|_| Also::CancelAtTermEnd).collect()
}

fn check(r: &Reader<'_>, ladder: &Ladder) {
    for (at, step) in ladder.steps.iter().enumerate() {
        let fault = |kind: FaultKind| r.fault(&format!("steps[{at}]"), kind);
        let before = ladder.steps.get(..at).unwrap_or_default();
        if before.iter().any(|s| s.key == step.key) {
            fault(FaultKind::Duplicate { id: step.key.clone() });
        }
        for key in &step.requires {
            if !before.iter().any(|s| s.key == *key) {
                fault(FaultKind::StepNotBefore { key: key.clone() });
            }
        }
        check_notice(before, step).unwrap_or_else(fault);
        check_order(before, step).unwrap_or_else(fault);
    }
}

/// A step that ends access, or cannot be undone, needs a final notice that was really sent.
fn check_notice(before: &[Step], step: &Step) -> Result<(), FaultKind> {
    let severe = step.kind.affects_access() || step.kind == StepKind::HandOff;
    let noticed = before.iter().any(|s| {
        s.kind == StepKind::FinalNotice
            && (step.requires.contains(&s.key) || step.kind == StepKind::HandOff)
    });
    if severe && !noticed {
        return Err(FaultKind::NoNotice { key: step.key.clone() });
    }
    Ok(())
}

fn check_order(before: &[Step], step: &Step) -> Result<(), FaultKind> {
    let later = before
        .iter()
        .filter(|s| s.anchor == Anchor::Due && step.anchor == Anchor::Due)
        .find(|s| s.delay_days > step.delay_days);
    match later {
        Some(s) => Err(FaultKind::StepTooEarly {
            day: step.delay_days,
            earlier: s.key.clone(),
            earlier_day: s.delay_days,
        }),
        None => Ok(()),
    }
}
