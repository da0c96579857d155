//! Clocks: what has to happen until when, and what stops it.
//!
//! A clock never pauses. Nothing here asks the time: how much is left is asked with a moment.

use super::clock_rules::ClockRules;
use crate::book::{AlertRecord, Book, CaseFile, Recorded};
use crate::domain::action::{Action, ActionKind};
use crate::domain::alert::{AlertStatus, Level, Verdict};
use crate::domain::case::{CaseMove, CaseState};
use crate::domain::ids::{AlertId, CaseId, CustomerId, EntryId, SubscriptionId};
use crate::domain::subscription::{Product, Subscription};
use crate::domain::{Instant, RuleId, order};
use crate::engine::money_at_risk::window_span;

/// What a clock measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockKind {
    /// The first answer to an alert of Microsoft.
    FirstAnswer,
    /// Asking Microsoft for a refund by exception.
    RefundRequest,
    /// Cancelling a licence for money back.
    CancelWindow,
    /// Microsoft's first answer to a service request.
    TicketAnswer,
    /// A second person looks at what was contained straight from triage.
    SecondPerson,
    /// Looking again at a case that waits.
    Wake,
    /// Looking again at a case after its report.
    FollowUp,
}

impl ClockKind {
    #[must_use]
    pub const fn rule(self) -> RuleId {
        RuleId::fixed(match self {
            Self::FirstAnswer => "SUS-C01",
            Self::RefundRequest => "SUS-C02",
            Self::CancelWindow => "SUS-C03",
            Self::TicketAnswer => "SUS-C04",
            Self::SecondPerson => "SUS-C05",
            Self::Wake => "SUS-C06",
            Self::FollowUp => "SUS-C07",
        })
    }
}

/// What a clock belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    Alert(AlertId),
    Subscription(SubscriptionId),
    /// The entry that recorded the service request.
    Ticket(EntryId),
    Case(CaseId),
}

/// What would have to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The first day of usage that is thought fraudulent.
    FirstFraudDay,
    /// The day of purchase or renewal, or until when Microsoft lets cancel.
    OrderDay,
    /// What kind of product it is.
    Product,
    /// The subscription itself: the case names one that was never imported.
    Subscription,
    /// Microsoft's record says that the alert was answered, and not when.
    AnswerMoment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// Not stopped; whether time is left is asked with [`Clock::minutes_left`].
    Running,
    Stopped {
        at: Instant,
    },
    CannotTell(Missing),
}

/// One clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    pub kind: ClockKind,
    pub about: About,
    pub customer: CustomerId,
    /// None only when it cannot be told.
    pub start: Option<Instant>,
    /// From here on it is urgent.
    pub amber: Option<Instant>,
    /// From here on it is late. None only when it cannot be told.
    pub due: Option<Instant>,
    pub state: ClockState,
}

impl Clock {
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.kind.rule()
    }

    /// Whole minutes left; negative when late; none for a stopped clock or one that cannot be told.
    #[must_use]
    pub fn minutes_left(&self, now: Instant) -> Option<i64> {
        match self.state {
            ClockState::Running => self.due.map(|due| now.minutes_until(due)),
            ClockState::Stopped { .. } | ClockState::CannotTell(_) => None,
        }
    }

    /// Running past its end, or stopped after it.
    #[must_use]
    pub fn is_late(&self, now: Instant) -> bool {
        let judged = match self.state {
            ClockState::Running => now,
            ClockState::Stopped { at } => at,
            ClockState::CannotTell(_) => return false,
        };
        self.due.is_some_and(|due| judged > due)
    }

    /// Running, not late, and past the mark of urgency.
    #[must_use]
    pub fn is_amber(&self, now: Instant) -> bool {
        self.state == ClockState::Running
            && !self.is_late(now)
            && self.amber.is_some_and(|amber| now > amber)
    }

    #[must_use]
    pub fn is_running(&self) -> bool {
        self.state == ClockState::Running
    }

    /// Order of a board: what ends first stands first, then what cannot be told, then what is stopped.
    #[must_use]
    pub fn urgency(&self) -> (u8, Option<Instant>) {
        match self.state {
            ClockState::Running => (0, self.due),
            ClockState::CannotTell(_) => (1, None),
            ClockState::Stopped { at } => (2, Some(at)),
        }
    }
}

struct Ends {
    start: Instant,
    amber: Option<Instant>,
    due: Instant,
    stop: Option<Instant>,
}

fn clock(kind: ClockKind, about: About, customer: &CustomerId, ends: Ends) -> Clock {
    Clock {
        kind,
        about,
        customer: customer.clone(),
        start: Some(ends.start),
        amber: ends.amber,
        due: Some(ends.due),
        state: ends.stop.map_or(ClockState::Running, |at| ClockState::Stopped { at }),
    }
}

fn unknown(kind: ClockKind, about: About, customer: &CustomerId, missing: Missing) -> Clock {
    Clock {
        kind,
        about,
        customer: customer.clone(),
        start: None,
        amber: None,
        due: None,
        state: ClockState::CannotTell(missing),
    }
}

/// The first answer to an alert: amber and red after the hours given, from the moment of detection.
///
/// None for a test alert, which nobody has to answer.
#[must_use]
pub fn alert_clock(record: &AlertRecord, rules: &ClockRules) -> Option<Clock> {
    let alert = &record.alert.value;
    if alert.is_test {
        return None;
    }
    let about = About::Alert(alert.id.clone());
    let kind = ClockKind::FirstAnswer;
    let stop = record.answered_at();
    if stop.is_none() && is_answered(&alert.status) {
        return Some(unknown(kind, about, &alert.customer, Missing::AnswerMoment));
    }
    let ends = Ends {
        start: alert.detected,
        amber: Some(alert.detected.plus_hours(rules.answer_amber_hours)),
        due: alert.detected.plus_hours(rules.answer_red_hours),
        stop,
    };
    Some(clock(kind, about, &alert.customer, ends))
}

/// All clocks of a case, those that end first before the others.
#[must_use]
pub fn case_clocks(case: &CaseFile, book: &Book, rules: &ClockRules) -> Vec<Clock> {
    let mut clocks: Vec<Clock> = case
        .alerts()
        .into_iter()
        .filter_map(|id| alert_clock(book.alerts.get(id)?, rules))
        .collect();
    clocks.extend(refund_clock(case, rules));
    clocks.extend(
        case.subscriptions().into_iter().filter_map(|id| cancel_clock(id, case, book, rules)),
    );
    clocks.extend(ticket_clocks(case, rules));
    clocks.extend(second_person_clock(case, rules));
    clocks.extend(wake_clock(case));
    clocks.extend(follow_up_clock(case, rules));
    order::sort_by_key(&mut clocks, Clock::urgency);
    clocks
}

/// Asking for a refund: the first fraudulent day counts as day one, whenever it was discovered,
/// so that the clock never promises a day that may not be granted. Stopped by the request.
/// None for a case that is decided not to be fraud.
fn refund_clock(case: &CaseFile, rules: &ClockRules) -> Option<Clock> {
    let verdict = case.disposition().map(|d| d.verdict());
    if matches!(verdict, Some(Verdict::Legitimate | Verdict::Ignore)) {
        return None;
    }
    let about = About::Case(case.opening.value.case.clone());
    let customer = &case.opening.value.customer;
    let Some(first) = case.first_fraud_day() else {
        let missing = Missing::FirstFraudDay;
        return Some(unknown(ClockKind::RefundRequest, about, customer, missing));
    };
    let start = Instant::start_of(first);
    let due = start.plus_days(rules.refund_request_days);
    let ends = Ends {
        start,
        amber: Some(due.plus_days(rules.refund_warn_days.saturating_neg())),
        due,
        stop: first_action(case, |a| a.kind == ActionKind::RequestRefund),
    };
    Some(clock(ClockKind::RefundRequest, about, customer, ends))
}

/// Cancelling a licence for money back. None for products that know no such window.
fn cancel_clock(
    id: &SubscriptionId,
    case: &CaseFile,
    book: &Book,
    rules: &ClockRules,
) -> Option<Clock> {
    let customer = &case.opening.value.customer;
    let kept = book.accounts.get(customer).and_then(|a| a.subscriptions.get(id));
    let about = About::Subscription(id.clone());
    let missing = |what| Some(unknown(ClockKind::CancelWindow, about.clone(), customer, what));
    let Some(kept) = kept else {
        return missing(Missing::Subscription);
    };
    let subscription = &kept.value;
    match window(subscription, rules) {
        Window::None => None,
        Window::CannotTell(what) => missing(what),
        Window::Until { start, due } => {
            let cancels = |a: &Action| {
                a.kind == ActionKind::CancelSubscription && a.subscription.as_ref() == Some(id)
            };
            let ends = Ends {
                start,
                amber: Some(due.plus_hours(rules.cancel_warn_hours.saturating_neg())),
                due,
                stop: first_action(case, |a| cancels(a) && action_time(a) >= start),
            };
            Some(clock(ClockKind::CancelWindow, about, customer, ends))
        }
    }
}

enum Window {
    None,
    Until { start: Instant, due: Instant },
    CannotTell(Missing),
}

/// What Partner Center itself says comes first; else the days from order or renewal.
fn window(subscription: &Subscription, rules: &ClockRules) -> Window {
    match &subscription.product {
        Product::NceLicence | Product::SoftwareSubscription => {}
        Product::Other(word) if word.is_empty() => return Window::CannotTell(Missing::Product),
        _ => return Window::None,
    }
    let minutes = rules.cancel_window_days.saturating_mul(1440);
    match window_span(subscription, minutes) {
        None => Window::CannotTell(Missing::OrderDay),
        Some((start, due)) => Window::Until { start, due },
    }
}

/// One clock for each service request of the case. A request carries no severity of its own,
/// so the case's stands for it; any note that names the request's reference stops the clock.
fn ticket_clocks(case: &CaseFile, rules: &ClockRules) -> Vec<Clock> {
    let hours = match case.severity() {
        Level::High => rules.ticket_critical_hours,
        Level::Medium => rules.ticket_moderate_hours,
        Level::Low | Level::Informational | Level::Other(_) => rules.ticket_minimal_hours,
    };
    case.actions
        .iter()
        .filter(|a| a.value.kind == ActionKind::OpenServiceRequest)
        .map(|sent| {
            let start = action_time(&sent.value);
            let ends = Ends {
                start,
                amber: None,
                due: start.plus_hours(hours),
                stop: ticket_answer(case, sent),
            };
            let about = About::Ticket(sent.mark.entry.clone());
            clock(ClockKind::TicketAnswer, about, &sent.value.customer, ends)
        })
        .collect()
}

fn ticket_answer(case: &CaseFile, sent: &Recorded<Action>) -> Option<Instant> {
    let reference = sent.value.reference.as_deref()?.trim();
    if reference.is_empty() {
        return None;
    }
    case.notes
        .iter()
        .filter(|n| n.value.text.contains(reference) && n.value.at >= action_time(&sent.value))
        .map(|n| n.value.at)
        .min()
}

/// Contained straight from triage: somebody else has to look.
fn second_person_clock(case: &CaseFile, rules: &ClockRules) -> Option<Clock> {
    let place =
        case.moves.windows(2).position(is_straight).and_then(|before| before.checked_add(1))?;
    let contained = case.moves.get(place)?;
    let start = contained.value.at;
    let ends = Ends {
        start,
        amber: None,
        due: start.plus_hours(rules.second_person_hours),
        stop: seen_by_another(case, contained),
    };
    let about = About::Case(case.opening.value.case.clone());
    let customer = &case.opening.value.customer;
    Some(clock(ClockKind::SecondPerson, about, customer, ends))
}

fn is_straight(pair: &[Recorded<CaseMove>]) -> bool {
    matches!(pair, [from, to]
        if from.value.to == CaseState::Triage && to.value.to == CaseState::Contained)
}

fn seen_by_another(case: &CaseFile, contained: &Recorded<CaseMove>) -> Option<Instant> {
    let others = case
        .notes
        .iter()
        .map(|n| (&n.mark, n.value.at))
        .chain(case.moves.iter().map(|m| (&m.mark, m.value.at)))
        .chain(case.details.iter().map(|d| (&d.mark, d.value.at)));
    others
        .filter(|(mark, at)| mark.by != contained.mark.by && *at >= contained.value.at)
        .map(|(_, at)| at)
        .min()
}

fn wake_clock(case: &CaseFile) -> Option<Clock> {
    let last = case.moves.last().map(|m| &m.value)?;
    let due = last.wake.filter(|_| last.to == CaseState::Waiting)?;
    let ends = Ends { start: last.at, amber: None, due, stop: None };
    let about = About::Case(last.case.clone());
    let customer = &case.opening.value.customer;
    Some(clock(ClockKind::Wake, about, customer, ends))
}

/// From the last report to the next look; closing the case stops it.
fn follow_up_clock(case: &CaseFile, rules: &ClockRules) -> Option<Clock> {
    let last = case.reports.iter().map(|r| r.value.at).max()?;
    let closing = |m: &&Recorded<CaseMove>| m.value.to == CaseState::Closed;
    let ends = Ends {
        start: last,
        amber: None,
        due: last.plus_days(rules.follow_up_days),
        stop: case.moves.iter().filter(closing).map(|m| m.value.at).find(|at| *at >= last),
    };
    let about = About::Case(case.opening.value.case.clone());
    let customer = &case.opening.value.customer;
    Some(clock(ClockKind::FollowUp, about, customer, ends))
}

/// When an action was done: the moment where it is known, else the start of its day.
#[must_use]
pub fn action_time(action: &Action) -> Instant {
    action.done_at.unwrap_or_else(|| Instant::start_of(action.done))
}

fn first_action(case: &CaseFile, wanted: impl Fn(&Action) -> bool) -> Option<Instant> {
    case.actions.iter().map(|a| &a.value).filter(|a| wanted(a)).map(action_time).min()
}

/// By Microsoft's own word; a word that is not known counts as unanswered.
#[must_use]
pub fn is_answered(status: &AlertStatus) -> bool {
    matches!(status, AlertStatus::Investigating | AlertStatus::Resolved)
}
