//! A mark: something on a day, or from a day to a day.

use crate::domain::action::ActionKind;
use crate::domain::dispute::DisputeOutcome;
use crate::domain::hold::HoldReason;
use crate::domain::ids::{EntryId, InvoiceNumber, PaymentRef, SubscriptionId};
use crate::domain::notice::Delivery;
use crate::domain::payment::PaymentKind;
use crate::domain::{Day, Money};
use crate::engine::collections::answer::{NextStep, StepRef};
use crate::engine::collections::promises::PromiseState;

/// The lanes of the picture, from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    Invoices,
    Money,
    Notices,
    Holds,
    Access,
    Windows,
}

/// Whether it happened or is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    Done,
    Planned,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub lane: Lane,
    pub start: Day,
    /// The day up to which it lasts, for what lasts; [`Day::MAX`] where no end is known.
    pub end: Option<Day>,
    pub tense: Tense,
    pub what: What,
    /// The journal entry that told it.
    pub entry: Option<EntryId>,
}

/// How much access the customer's users have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    Full,
    /// Some subscriptions are suspended.
    Reduced,
    None,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// From issue to the day it was settled, or to today.
    Invoice {
        number: InvoiceNumber,
        due: Day,
        total: Money,
        open: Money,
        disputed: Money,
        settled: Option<Day>,
        days_past_due: i64,
    },
    Payment {
        reference: PaymentRef,
        amount: Money,
        kind: PaymentKind,
        invoices: Vec<InvoiceNumber>,
    },
    CreditNote {
        number: InvoiceNumber,
        amount: Money,
        corrects: Option<InvoiceNumber>,
    },
    /// Its end is the last day of the time it gives.
    Notice {
        key: String,
        /// None when the ladder no longer has the step.
        step: Option<StepRef>,
        delivery: Delivery,
        amount: Money,
        invoices: Vec<InvoiceNumber>,
    },
    Planned(Box<NextStep>),
    Action {
        kind: ActionKind,
        subscription: Option<SubscriptionId>,
    },
    Hold {
        reason: HoldReason,
        owner: String,
        released: bool,
    },
    Dispute {
        invoice: InvoiceNumber,
        /// None for the whole invoice.
        amount: Option<Money>,
        outcome: Option<DisputeOutcome>,
    },
    Promise {
        amount: Money,
        due: Day,
        state: PromiseState,
    },
    Access {
        access: Access,
        /// Subscriptions that are off.
        off: usize,
        of: usize,
    },
    /// Within it the subscription can still be cancelled.
    CancelWindow {
        subscription: SubscriptionId,
        offer: String,
    },
    /// The term ends, and renews unless somebody has seen to it.
    TermEnd {
        subscription: SubscriptionId,
        offer: String,
        renews: Option<bool>,
        cost: Option<Money>,
    },
}
