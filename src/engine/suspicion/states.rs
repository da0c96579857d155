//! Which moves a case may make, and why not.
//!
//! `new → triage → investigating ⇄ contained ⇄ waiting → decided → closed`, and `merged`.

use crate::book::{Book, CaseFile};
use crate::domain::action::{Action, ActionKind};
use crate::domain::alert::Verdict;
use crate::domain::case::{CaseMove, CaseState};
use crate::domain::ids::{AlertId, CaseId, SubscriptionId};
use crate::domain::{Instant, RuleId, order};

/// Whether a case may move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum May {
    /// It may, and the move itself has to state these.
    Yes(Vec<Need>),
    No(Vec<Refusal>),
}

impl May {
    #[must_use]
    pub const fn is_yes(&self) -> bool {
        matches!(self, Self::Yes(_))
    }
}

/// What a move has to state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Reason,
    /// The reason stands for the report that was not written.
    ReasonForNoReport,
    Disposition,
    /// Whom for: Microsoft, the provider, the customer, the bank, the police.
    WaitingFor,
    /// When to look again.
    Wake,
    /// The case that goes on.
    Survivor,
}

/// Why a move is refused. Each says by itself what would change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such move.
    NoSuchMove { from: CaseState, to: CaseState },
    /// Nobody owns the case: name an owner.
    NoOwner,
    /// Nothing supports a decision: add evidence or an alert.
    NothingToDecideOn,
    /// Nothing that contains was recorded: record one.
    NotContained,
    /// A suspension has no end: record it as resumed, cancelled, or to be cancelled at term end.
    SuspensionOpen(SubscriptionId),
    /// Answer the alert to Microsoft, or record the answer that was given.
    AlertUnanswered(AlertId),
    /// Say what the case was: decide it first.
    NotDecided,
    /// Nothing new since the case was closed: add evidence or an alert.
    NothingNew,
    /// State it with the move.
    Missing(Need),
    /// The move lies before something that already happened: give a later moment.
    BackDated { latest: Instant },
    /// The wake-up time has passed already: give a later one.
    WakePast,
    /// The case that should go on does not exist, is this one, or was merged itself.
    NoSurvivor(CaseId),
}

impl Why {
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        RuleId::fixed(match self {
            Self::NoSuchMove { .. } => "SUS-S01",
            Self::NoOwner => "SUS-S02",
            Self::NothingToDecideOn => "SUS-S03",
            Self::NotContained => "SUS-S04",
            Self::SuspensionOpen(_) => "SUS-S05",
            Self::AlertUnanswered(_) => "SUS-S06",
            Self::NotDecided => "SUS-S07",
            Self::NothingNew => "SUS-S08",
            Self::Missing(_) => "SUS-S09",
            Self::BackDated { .. } => "SUS-S10",
            Self::WakePast => "SUS-S11",
            Self::NoSurvivor(_) => "SUS-S12",
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub rule: RuleId,
    pub why: Why,
}

/// The states that follow a state.
#[must_use]
pub fn next_states(from: &CaseState) -> &'static [CaseState] {
    use CaseState as S;
    match from {
        S::New => &[S::Triage, S::Merged],
        S::Triage => &[S::Investigating, S::Contained, S::Decided],
        S::Investigating => &[S::Contained, S::Waiting, S::Decided, S::Merged],
        S::Contained => &[S::Investigating, S::Waiting, S::Decided],
        S::Waiting => &[S::Investigating, S::Contained, S::Decided],
        S::Decided => &[S::Closed, S::Investigating],
        S::Closed => &[S::Investigating],
        S::Merged | S::Other(_) => &[],
    }
}

/// Whether a case may move to a state, by what is on record.
#[must_use]
pub fn may(case: &CaseFile, book: &Book, to: &CaseState) -> May {
    let from = case.state();
    if !next_states(&from).contains(to) {
        let to = to.clone();
        return May::No(refusals(vec![Why::NoSuchMove { from, to }]));
    }
    let reasons = guards(case, book, &from, to);
    if reasons.is_empty() { May::Yes(needs(case, &from, to)) } else { May::No(refusals(reasons)) }
}

/// Whether this very move may be recorded: what [`may`] says, and what the move itself states.
#[must_use]
pub fn may_move(case: &CaseFile, book: &Book, step: &CaseMove) -> May {
    let needs = match may(case, book, &step.to) {
        May::Yes(needs) => needs,
        no @ May::No(_) => return no,
    };
    let mut reasons: Vec<Why> =
        needs.iter().filter(|need| !states(step, **need)).map(|need| Why::Missing(*need)).collect();
    let latest = latest_moment(case);
    if step.at < latest {
        reasons.push(Why::BackDated { latest });
    }
    if step.wake.is_some_and(|wake| wake <= step.at) {
        reasons.push(Why::WakePast);
    }
    if let Some(into) = &step.into
        && !survives(case, book, into)
    {
        reasons.push(Why::NoSurvivor(into.clone()));
    }
    if reasons.is_empty() { May::Yes(needs) } else { May::No(refusals(reasons)) }
}

fn refusals(reasons: Vec<Why>) -> Vec<Refusal> {
    reasons.into_iter().map(|why| Refusal { rule: why.rule(), why }).collect()
}

fn guards(case: &CaseFile, book: &Book, from: &CaseState, to: &CaseState) -> Vec<Why> {
    let mut why = Vec::new();
    if *to != CaseState::Merged && case.owner().trim().is_empty() {
        why.push(Why::NoOwner);
    }
    match to {
        CaseState::Contained if !is_contained(case) => why.push(Why::NotContained),
        CaseState::Decided if case.evidence.is_empty() && case.alerts().is_empty() => {
            why.push(Why::NothingToDecideOn);
        }
        CaseState::Closed => why.extend(closing_guards(case, book)),
        CaseState::Investigating if *from == CaseState::Closed && !has_news(case) => {
            why.push(Why::NothingNew);
        }
        _ => {}
    }
    why
}

fn closing_guards(case: &CaseFile, book: &Book) -> Vec<Why> {
    let mut why = Vec::new();
    if case.disposition().is_none() {
        why.push(Why::NotDecided);
    }
    why.extend(open_suspensions(case).into_iter().map(Why::SuspensionOpen));
    why.extend(unanswered(case, book).into_iter().map(Why::AlertUnanswered));
    why
}

/// What the move has to state, beside what is on record.
fn needs(case: &CaseFile, from: &CaseState, to: &CaseState) -> Vec<Need> {
    match to {
        CaseState::Contained if *from == CaseState::Triage => vec![Need::Reason],
        CaseState::Waiting => vec![Need::WaitingFor, Need::Wake],
        CaseState::Decided => vec![Need::Disposition],
        CaseState::Merged => vec![Need::Survivor],
        CaseState::Closed if case.reports.is_empty() => vec![Need::ReasonForNoReport],
        CaseState::Investigating if matches!(from, CaseState::Closed | CaseState::Decided) => {
            vec![Need::Reason]
        }
        _ => Vec::new(),
    }
}

fn states(step: &CaseMove, need: Need) -> bool {
    let told = |text: Option<&str>| text.is_some_and(|t| !t.trim().is_empty());
    match need {
        Need::Reason | Need::ReasonForNoReport => told(Some(&step.reason)),
        Need::Disposition => {
            step.disposition.as_ref().is_some_and(|d| d.verdict() != Verdict::Unstated)
        }
        Need::WaitingFor => told(step.waiting_for.as_deref()),
        Need::Wake => step.wake.is_some(),
        Need::Survivor => step.into.is_some(),
    }
}

fn latest_moment(case: &CaseFile) -> Instant {
    let opened = case.opening.value.opened;
    case.moves.iter().map(|m| m.value.at).fold(opened, Ord::max)
}

fn survives(case: &CaseFile, book: &Book, into: &CaseId) -> bool {
    *into != case.opening.value.case
        && book.cases.get(into).is_some_and(|other| other.state() != CaseState::Merged)
}

/// Kinds of action that stop access or spending.
#[must_use]
pub fn contains(kind: &ActionKind) -> bool {
    matches!(
        kind,
        ActionKind::SuspendSubscription
            | ActionKind::CancelSubscription
            | ActionKind::CancelAzureSubscription
            | ActionKind::CancelAzurePlan
            | ActionKind::BlockUser
            | ActionKind::RevokeSessions
            | ActionKind::ReduceQuantity
    )
}

fn is_contained(case: &CaseFile) -> bool {
    case.actions.iter().any(|a| contains(&a.value.kind))
}

/// Subscriptions recorded as suspended and neither resumed, cancelled, nor set to end with the term.
#[must_use]
pub fn open_suspensions(case: &CaseFile) -> Vec<SubscriptionId> {
    let mut open: Vec<SubscriptionId> = Vec::new();
    let mut actions: Vec<&Action> = case.actions.iter().map(|a| &a.value).collect();
    order::sort_by_key(&mut actions, |a| super::clocks::action_time(a));
    for action in actions {
        let Some(id) = &action.subscription else {
            continue;
        };
        match action.kind {
            ActionKind::SuspendSubscription if !open.contains(id) => open.push(id.clone()),
            ActionKind::ResumeSubscription
            | ActionKind::CancelSubscription
            | ActionKind::CancelAzureSubscription => open.retain(|o| o != id),
            _ => {}
        }
    }
    open.retain(|id| !ends_with_term(case, id));
    open
}

/// Set to end with the term, whichever of the two was recorded first.
fn ends_with_term(case: &CaseFile, id: &SubscriptionId) -> bool {
    case.actions.iter().any(|a| {
        a.value.kind == ActionKind::CancelAtTermEnd && a.value.subscription.as_ref() == Some(id)
    })
}

/// Alerts of the case that Microsoft still waits for. Test alerts need no answer.
#[must_use]
pub fn unanswered(case: &CaseFile, book: &Book) -> Vec<AlertId> {
    case.alerts()
        .into_iter()
        .filter(|id| {
            let record = book.alerts.get(*id);
            record.is_some_and(|r| !r.alert.value.is_test && r.is_open())
        })
        .cloned()
        .collect()
}

/// Evidence or alerts added after the case was last closed.
fn has_news(case: &CaseFile) -> bool {
    let closed =
        case.moves.iter().rev().find(|m| m.value.to == CaseState::Closed).map(|m| m.value.at);
    let Some(closed) = closed else { return true };
    case.evidence.iter().any(|e| e.value.at >= closed)
        || case.details.iter().any(|d| d.value.at >= closed && !d.value.alerts.is_empty())
}
