//! What the engine answers about one customer on one day: typed facts, no sentences.

use super::severity;
use super::timeline::Mark;
use crate::book::Ageing;
use crate::domain::action::ActionKind;
use crate::domain::hold::HoldReason;
use crate::domain::ids::{CustomerId, EntryId, InvoiceNumber};
use crate::domain::{Currency, Day, Money, RuleId};
use crate::policy::ladder::{Approval, Channel, DelayUnit, StepKind};

/// The whole answer for one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub customer: CustomerId,
    pub as_of: Day,
    /// One for each currency in which something is open, the most severe first.
    pub positions: Vec<Position>,
    /// The step whose day comes first; blocked or not.
    pub next: Option<NextStep>,
    /// What may be done today.
    pub due_now: Vec<NextStep>,
    /// First steps of other invoices, on or after the day of `next`.
    pub also: Vec<NextStep>,
    /// The steps after those, each on its first day if the one before is done on its own.
    pub later: Vec<NextStep>,
    /// Why something is not done, each with the day on which that ends, where it is known.
    pub blocked: Vec<Blocked>,
    pub cautions: Vec<Caution>,
    pub timeline: Vec<Mark>,
    /// The next day on which this answer changes by itself.
    pub next_change: Option<Change>,
    /// Promises that were not kept, ever.
    pub broken_promises: usize,
}

/// A customer's debt in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    pub currency: Currency,
    /// Everything open, due or not.
    pub owed: Money,
    pub overdue: Money,
    /// Overdue and not in dispute.
    pub collectable: Money,
    pub unapplied: Money,
    pub ageing: Ageing,
    /// Calendar days since the oldest collectable invoice was due.
    pub days_past_due: Option<i64>,
    /// The same without the days on which collections were held.
    pub collection_age: Option<i64>,
    pub severity: Option<Severity>,
}

/// The most severe step whose age and amount are reached; it is not yet a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// Place in the ladder, from 0.
    pub index: usize,
    pub step: StepRef,
}

/// A step of the ladder by its key and rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StepRef {
    pub key: String,
    pub rule: RuleId,
}

/// A step that may be taken on a day, and why then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    pub step: StepRef,
    /// Place in the ladder, from 0.
    pub index: usize,
    pub kind: StepKind,
    /// The first day on which it may be taken.
    pub day: Day,
    pub because: Vec<Because>,
    /// The invoices it lists, oldest due first.
    pub invoices: Vec<InvoiceNumber>,
    /// What they come to, without what is in dispute: paid in full, the step falls away.
    pub clears_if: Money,
    /// The day to print as the last one for paying, if the step is taken on its first day.
    pub deadline: Option<Day>,
    pub affects_access: bool,
    pub billing: Billing,
    pub approval: Approval,
    pub channel: Channel,
}

/// What a step changes in the reseller's own bill from Microsoft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Billing {
    /// The step does not touch subscriptions.
    Untouched,
    /// So many licence subscriptions are billed on although users lose access.
    GoesOn { subscriptions: usize },
    /// So many subscriptions are billed no more, and none goes on.
    Stops { subscriptions: usize },
    /// Nothing known of the customer's subscriptions says either way.
    CannotTell,
}

/// Why a step's day is the day it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// The oldest listed invoice was due then, and the step comes so long after (before when negative).
    Due { invoice: InvoiceNumber, due: Day, delay: i64, unit: DelayUnit },
    /// So many days do not count, since collections were held.
    Paused { days: i64 },
    /// The step counts from the step before, taken then.
    AfterStep { step: String, on: Day, delay: i64 },
    /// A notice gave so many days from the day it was sent.
    NoticeGave { step: String, sent: Day, days: u32 },
    /// A notice printed this day as the last one for paying.
    DeadlinePrinted { step: String, deadline: Day },
    /// After a hold or dispute the notice's days are given afresh.
    FreshNotice { step: String, from: Day, days: u32 },
    /// A hold covers the day it would have been.
    AfterHold { until: Day },
    /// A promise runs until then.
    AfterPromise { until: Day },
    /// It would have been that day, which is no working day.
    MovedFrom { day: Day },
    /// Another step is taken the day before.
    OneADay { on: Day },
    /// Its day has passed; it is done as soon as possible.
    Late { since: Day },
}

/// Why something is not done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    pub rule: RuleId,
    pub code: Code,
    /// The first day on which this reason no longer stands; none where that is open.
    pub until: Option<Day>,
    /// The step that waits, where it is a certain one.
    pub step: Option<StepRef>,
    /// The journal entries behind it.
    pub entries: Vec<EntryId>,
}

/// The reasons for which nothing is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    NotDue,
    Tolerance {
        overdue: Money,
        tolerance: Money,
    },
    Disputed {
        invoice: InvoiceNumber,
        amount: Money,
        since: Day,
    },
    Held {
        reason: HoldReason,
        owner: String,
    },
    Promise {
        amount: Money,
        due: Day,
    },
    PaymentClaimed {
        owner: String,
    },
    /// Written and not sent, or sent and come back.
    NoticeNotSent {
        returned: bool,
        on: Day,
    },
    NoticeRunning {
        notice: StepRef,
        sent: Day,
    },
    NonWorkingDay,
    /// No payments were ever imported when `seen` is none.
    CashDataStale {
        seen: Option<Day>,
        working_days: u32,
        limit: u32,
    },
    AllocationPending {
        unapplied: Money,
        overdue: Money,
    },
    NoContact {
        returned: Day,
    },
    /// It can be carried out on none of the customer's subscriptions.
    ActionInfeasible {
        /// What can be done in its place, the best first.
        instead: Vec<ActionKind>,
    },
    LadderDone,
    BelowMinimum {
        overdue: Money,
        minimum: Money,
    },
    OneADay {
        on: Day,
    },
}

/// What the reader should know although it stops nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// An invoice gave no due day.
    DueAssumed { invoice: InvoiceNumber, due: Day },
    /// Payments named no invoice and were set against the oldest.
    AllocationAssumed,
    /// The calendar holds no holidays for this year: only weekends are known.
    HolidaysUnknown { year: i32 },
    /// No e-mail address is known, and the next step is an e-mail.
    NoAddress,
}

/// The next day on which the answer changes by itself, and what changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub day: Day,
    pub cause: Cause,
}

/// What changes an answer without anybody doing anything.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    StepDue { step: StepRef },
    HoldEnds,
    PromiseEnds,
    InvoiceOverdue { invoice: InvoiceNumber },
}

impl Position {
    /// Facts for the conditions of [`severity`].
    pub(super) fn facts(&self, count: usize) -> severity::Facts {
        severity::Facts { oldest_days: self.collection_age, collectable: self.collectable, count }
    }
}
