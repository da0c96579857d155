//! The answer for one customer on one day.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::answer::{Because, Blocked, Caution, Code, NextStep, Plan, Position, Severity};
use super::holds::{allocation, cash_data, contact, dispute, hold, promise, tolerance};
use super::next_change::next_change;
use super::permitted::Permitted;
use super::promises::broken;
use super::rules;
use super::scene::{Item, Scene};
use super::service;
use super::severity::{conditions, most_severe};
use super::timeline::timeline;
use super::tracks::{Track, is_tolerated, next_step, step_ref, tracks};
use crate::book::{Account, Ageing, Book, Receivables, receivables};
use crate::domain::calendar::Calendar;
use crate::domain::ids::CustomerId;
use crate::domain::{Currency, Day, Money, order};
use crate::engine::money_at_risk::Frame;
use crate::policy::ladder::{Channel, Ladder, Step};

/// What was done, what comes next on which day and why, and what holds it.
///
/// None when the book knows no such customer. A ladder without steps leaves everybody in peace.
#[must_use]
pub fn plan(
    book: &Book,
    customer: &CustomerId,
    ladder: &Ladder,
    calendar: &Calendar,
    as_of: Day,
) -> Option<Plan> {
    let account = book.accounts.get(customer)?;
    let owed = receivables(account, as_of, book.partner.terms_days);
    let frame = Frame::at_day(book, as_of);
    let cash = book.cash_data_as_of;
    Some(plan_account(account, owed, (ladder, calendar), &frame, cash))
}

/// The same from an account and its receivables on the day, for callers that have them already.
#[must_use]
pub fn plan_account(
    account: &Account,
    receivables: Receivables,
    rules: (&Ladder, &Calendar),
    frame: &Frame<'_>,
    cash_data_as_of: Option<Day>,
) -> Plan {
    let scene = Scene::new(account, receivables, rules, frame, cash_data_as_of);
    let mut answer = outlook(&scene);
    answer.timeline = timeline(&scene, &answer);
    answer
}

/// The plan without its timeline, for lists of many customers.
#[must_use]
pub fn outlook_account(
    account: &Account,
    receivables: Receivables,
    rules: (&Ladder, &Calendar),
    frame: &Frame<'_>,
    cash_data_as_of: Option<Day>,
) -> Plan {
    outlook(&Scene::new(account, receivables, rules, frame, cash_data_as_of))
}

fn outlook(scene: &Scene<'_>) -> Plan {
    let account = scene.account;
    let as_of = scene.as_of;
    let (tracks, ended) = tracks(scene);
    let mut answer = Plan {
        customer: account.customer.value.id.clone(),
        as_of,
        positions: positions(scene),
        next: None,
        due_now: Vec::new(),
        also: Vec::new(),
        later: Vec::new(),
        blocked: general_blocks(scene, &tracks),
        cautions: Vec::new(),
        timeline: Vec::new(),
        next_change: None,
        broken_promises: broken(account, as_of),
    };
    answer.blocked.extend(ended_blocks(scene, &ended));
    for track in &tracks {
        take_track(scene, track, &mut answer);
    }
    order::sort_by(&mut answer.later, |a, b| {
        (a.day, a.index, &a.invoices).cmp(&(b.day, b.index, &b.invoices))
    });
    answer.cautions = cautions(scene, answer.next.as_ref());
    answer.next_change = next_change(scene, &answer);
    answer
}

fn take_track(scene: &Scene<'_>, track: &Track<'_>, answer: &mut Plan) {
    let mut steps = track.chain.links.iter().filter_map(|link| next_step(scene, track, link));
    let Some(first) = steps.next() else {
        return;
    };
    let reasons = track_blocks(scene, track, &first);
    if first.day <= scene.as_of && !reasons.iter().any(stops) {
        answer.due_now.push(first.clone());
    }
    answer.blocked.extend(reasons);
    // Of invoices not due yet only the next step is told, unless there is nothing else to tell.
    if track.overdue || answer.next.is_none() {
        answer.later.extend(steps);
    }
    match answer.next {
        None => answer.next = Some(first),
        Some(_) => answer.also.push(first),
    }
}

/// Reasons that only say how something stands do not stop a step whose day has come.
fn stops(reason: &Blocked) -> bool {
    !matches!(reason.code, Code::NoticeNotSent { .. })
}

fn positions(scene: &Scene<'_>) -> Vec<Position> {
    let owed = scene.receivables.owed();
    let unapplied = &scene.receivables.unapplied;
    let currencies: BTreeSet<Currency> =
        owed.nonzero().chain(unapplied.nonzero()).map(Money::currency).collect();
    let mut all: Vec<Position> =
        currencies.into_iter().map(|currency| position(scene, currency)).collect();
    order::sort_by_key(&mut all, |p| {
        let severity = p.severity.as_ref().map(|s| s.index);
        (Reverse(severity), Reverse(p.days_past_due), p.currency)
    });
    all
}

fn position(scene: &Scene<'_>, currency: Currency) -> Position {
    let owed = &scene.receivables;
    let mut ageing = Ageing::default();
    for item in owed.items.iter().filter(|i| i.open.currency() == currency) {
        ageing.add(crate::book::Bucket::of(item.days_past_due), item.open);
    }
    let overdue = || scene.overdue_items(currency);
    let mut position = Position {
        currency,
        owed: owed.owed().get(currency),
        overdue: owed.overdue().get(currency),
        collectable: owed.collectable_overdue().get(currency),
        unapplied: owed.unapplied.get(currency),
        ageing,
        days_past_due: overdue().map(|i| i.open.days_past_due).max(),
        collection_age: overdue().map(|i| i.age).max(),
        severity: None,
    };
    position.severity = severity(scene, &position);
    position
}

fn severity(scene: &Scene<'_>, position: &Position) -> Option<Severity> {
    let oldest =
        scene.overdue_items(position.currency).min_by_key(|i| (i.open.due, &i.open.number))?;
    let count = scene.overdue_items(position.currency).count();
    let conditions = conditions(scene.ladder, scene.calendar, oldest.open.due, position.currency);
    let index = most_severe(&conditions, &position.facts(count))?;
    let step = step_ref(scene.step(index)?);
    Some(Severity { index, step })
}

/// Reasons that bear on the customer or on a currency, whatever the step.
fn general_blocks(scene: &Scene<'_>, tracks: &[Track<'_>]) -> Vec<Blocked> {
    let mut all = dispute::blocked(scene);
    if !tracks.is_empty() {
        all.extend(hold::blocked(scene));
        all.extend(promise::blocked(scene));
    }
    for amount in scene.receivables.owed().nonzero() {
        all.extend(tolerance::blocked(scene, amount.currency()));
        all.extend(allocation::blocked(scene, amount.currency()));
    }
    let wants = |t: &Track<'_>| {
        t.first().is_some_and(|l| {
            l.timing.day <= scene.as_of && scene.step(l.index).is_some_and(cash_data::minds)
        })
    };
    if tracks.iter().any(wants) {
        all.extend(cash_data::blocked(scene));
    }
    all
}

fn ended_blocks(scene: &Scene<'_>, ended: &[(&Item, Permitted)]) -> Vec<Blocked> {
    let mut all: Vec<Blocked> = Vec::new();
    let overdue = ended.iter().filter(|(i, _)| i.open.is_overdue());
    for (item, end) in overdue {
        let currency = item.currency();
        let overdue = scene.receivables.collectable_overdue().get(currency);
        let (rule, code, index) = match end {
            Permitted::BelowMinimum(index) => {
                let least = scene.step(*index).and_then(|s| s.min_overdue.get(&currency));
                let minimum = least.copied().unwrap_or(Money::zero(currency));
                let code = Code::BelowMinimum { overdue, minimum };
                (rules::BELOW_MINIMUM, code, Some(*index))
            }
            _ => (rules::LADDER_DONE, Code::LadderDone, None),
        };
        let reason = Blocked {
            rule,
            code,
            until: None,
            step: index.and_then(|i| scene.step(i)).map(step_ref),
            entries: Vec::new(),
        };
        if !scene.ladder.steps.is_empty() && !all.contains(&reason) {
            all.push(reason);
        }
    }
    all
}

/// Reasons that bear on the next step of a track.
fn track_blocks(scene: &Scene<'_>, track: &Track<'_>, next: &NextStep) -> Vec<Blocked> {
    let Some(step) = scene.step(next.index) else {
        return Vec::new();
    };
    let mut all: Vec<Blocked> = waiting(scene, next).into_iter().collect();
    if step.kind.is_notice() {
        all.extend(contact::blocked(scene, track, step));
    }
    if next.day > scene.as_of {
        return all;
    }
    if cash_data::minds(step) {
        all.extend(cash_data::blocked(scene).map(|b| with_step(b, step)));
    }
    if track.overdue {
        all.extend(allocation::blocked(scene, track.currency).map(|b| with_step(b, step)));
    }
    all.extend(service::infeasible(scene, step));
    all
}

fn with_step(blocked: Blocked, step: &Step) -> Blocked {
    Blocked { step: Some(step_ref(step)), ..blocked }
}

/// Why a step whose day lies ahead is not taken today.
fn waiting(scene: &Scene<'_>, next: &NextStep) -> Option<Blocked> {
    if next.day <= scene.as_of {
        return None;
    }
    let notice = |key: &str| scene.ladder.steps.iter().find(|s| s.key == *key).map(step_ref);
    let running = next.because.iter().rev().find_map(|why| match why {
        Because::NoticeGave { step, sent, .. } if *sent <= scene.as_of => {
            let notice = notice(step)?;
            let code = Code::NoticeRunning { notice, sent: *sent };
            Some((rules::NOTICE_RUNNING, code))
        }
        Because::OneADay { on } => Some((rules::ONE_A_DAY, Code::OneADay { on: *on })),
        _ => None,
    });
    let late = |why: &Because| match why {
        Because::Late { since } => *since <= scene.as_of,
        Because::MovedFrom { day } => *day <= scene.as_of,
        _ => false,
    };
    let crowded = matches!(next.because.last(), Some(Because::OneADay { .. }));
    let closed =
        !crowded && !scene.calendar.is_working_day(scene.as_of) && next.because.iter().any(late);
    let (rule, code) = if closed {
        (rules::NON_WORKING_DAY, Code::NonWorkingDay)
    } else {
        running.unwrap_or((rules::NOT_DUE, Code::NotDue))
    };
    Some(Blocked {
        rule,
        code,
        until: Some(next.day),
        step: Some(next.step.clone()),
        entries: Vec::new(),
    })
}

fn cautions(scene: &Scene<'_>, next: Option<&NextStep>) -> Vec<Caution> {
    let assumed = scene.items.iter().filter(|i| i.open.due_is_assumed);
    let mut all: Vec<Caution> = assumed
        .filter(|i| !is_tolerated(scene, i))
        .map(|i| Caution::DueAssumed { invoice: i.open.number.clone(), due: i.open.due })
        .collect();
    if scene.receivables.allocation_is_assumed {
        all.push(Caution::AllocationAssumed);
    }
    if let Some(next) = next {
        let year = next.day.year();
        if !scene.calendar.knows_year(year) {
            all.push(Caution::HolidaysUnknown { year });
        }
        if next.channel == Channel::Email && scene.account.customer.value.email.is_none() {
            all.push(Caution::NoAddress);
        }
    }
    all
}
