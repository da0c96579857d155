//! The shape of an answer.

use crate::domain::action::ActionKind;
use crate::domain::subscription::Status;
use crate::domain::{Day, Money, RuleId};
use crate::engine::money_at_risk::closing::Closing;

/// Whether something may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum May {
    Yes,
    No,
    /// The sources do not say, or a fact is missing.
    CannotTell,
}

/// Why it may or may not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    InsideWindow(Closing),
    WindowClosed(Closing),
    /// The start of the window is not known.
    WindowUnknown,
    AnyTime,
    /// Possible up to the end of the term.
    UntilTermEnd(Day),
    TermOver,
    AlreadySuspended,
    NotSuspended,
    AlreadySet,
    /// The state of the subscription does not allow it.
    StateForbids(Status),
    /// There is no such action for this kind.
    NotForThisProduct,
    /// So many subscriptions under the plan still run.
    ChildrenActive(u32),
    /// Nothing is written about it.
    Unwritten,
    UnknownProduct,
}

/// When something takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    AtOnce,
    /// From the start of this day.
    From(Day),
    Never,
    CannotTell,
}

/// Until when it can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reversible {
    /// Up to the end of this day.
    UntilEndOf(Day),
    AnyTime,
    Never,
    CannotTell,
}

/// Something that comes with an action, in the order in which it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideEffect {
    UsersLockedOut,
    UsersBackAtOnce,
    /// Microsoft bills on to the end of the term.
    StillBilled,
    AutoRenewSwitchedOff,
    AutoRenewStaysOff,
    ScheduledChangesDropped,
    TransferBlocked,
    SeatChangeBlocked,
    /// Data can be saved up to this day.
    DataSavedBy(Day),
    /// Everything is deleted on this day.
    DeletedOn(Day),
    NotRecoverable,
    /// The customer can bring it back himself.
    CustomerCanReactivate,
    /// Software bought through it must be cancelled before.
    SoftwareFirst,
    /// A new term of the same length begins on this day.
    RenewsOn(Day),
    /// Goes on as a paid extended term from this day.
    ExtendedTermFrom(Day),
    /// Users may work on from this day without being billed, for a time.
    FreeUseFrom(Day),
    /// What happens from this day is written nowhere.
    UnknownFrom(Day),
}

/// The whole answer for one action on one subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feasibility {
    pub action: ActionKind,
    pub may: May,
    pub why: Why,
    pub rule: RuleId,
    pub stops_access: Takes,
    pub stops_cost: Takes,
    pub reversible: Reversible,
    /// What is not billed any more because of it; none where that cannot be told.
    pub saved: Option<Money>,
    /// What it stops by the day, for running consumption.
    pub saved_per_day: Option<Money>,
    /// What Microsoft bills all the same; none where that cannot be told.
    pub still_committed: Option<Money>,
    pub side_effects: Vec<(SideEffect, RuleId)>,
    /// What is better, the best first.
    pub instead: Vec<ActionKind>,
}

impl Feasibility {
    fn bare(action: &ActionKind, may: May, rule: &'static str, why: Why) -> Self {
        Self {
            action: action.clone(),
            may,
            why,
            rule: RuleId::fixed(rule),
            stops_access: Takes::Never,
            stops_cost: Takes::Never,
            reversible: Reversible::AnyTime,
            saved: None,
            saved_per_day: None,
            still_committed: None,
            side_effects: Vec::new(),
            instead: Vec::new(),
        }
    }

    pub(super) fn possible(action: &ActionKind, rule: &'static str, why: Why) -> Self {
        Self::bare(action, May::Yes, rule, why)
    }

    pub(super) fn impossible(action: &ActionKind, rule: &'static str, why: Why) -> Self {
        Self::bare(action, May::No, rule, why)
    }

    pub(super) fn cannot_tell(action: &ActionKind, rule: &'static str, why: Why) -> Self {
        let mut answer = Self::bare(action, May::CannotTell, rule, why);
        answer.stops_access = Takes::CannotTell;
        answer.stops_cost = Takes::CannotTell;
        answer.reversible = Reversible::CannotTell;
        answer
    }

    pub(super) fn stopping(mut self, access: Takes, cost: Takes, reversible: Reversible) -> Self {
        self.stops_access = access;
        self.stops_cost = cost;
        self.reversible = reversible;
        self
    }

    pub(super) fn money(mut self, saved: Option<Money>, still_committed: Option<Money>) -> Self {
        self.saved = saved;
        self.still_committed = still_committed;
        self
    }

    pub(super) fn with(mut self, effect: SideEffect, rule: &'static str) -> Self {
        self.side_effects.push((effect, RuleId::fixed(rule)));
        self
    }

    pub(super) fn rather(mut self, instead: &[ActionKind]) -> Self {
        self.instead = instead.to_vec();
        self
    }
}
