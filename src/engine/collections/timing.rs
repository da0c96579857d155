//! The first day on which a step may be taken for an invoice, and why not before.
//!
//! The latest of: the anchor plus the delay, without held days; the days that earlier notices gave
//! from when they were really sent; the deadlines they printed; and, after a hold or a dispute, the
//! notice's days afresh. Moving to a working day never shortens a notice.

use super::answer::Because;
use super::holds::pauses::{paused_days, shifted};
use super::progress::Done;
use super::scene::{Item, Scene};
use super::severity::{delayed, nominal_days};
use crate::domain::Day;
use crate::domain::calendar::Roll;
use crate::policy::ladder::{Anchor, Step};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Timing {
    pub day: Day,
    pub because: Vec<Because>,
}

/// The day from which a rule allows the step, and the reasons that bind.
struct Floor {
    day: Day,
    because: Vec<Because>,
}

impl Floor {
    fn raise(&mut self, day: Day, reason: Because) {
        if day > self.day {
            self.day = day;
            self.because.clear();
        }
        if day == self.day {
            self.because.push(reason);
        }
    }
}

pub(super) fn timing(
    scene: &Scene<'_>,
    item: &Item,
    evidence: &[Option<Done>],
    index: usize,
    not_before: Day,
) -> Timing {
    let Some(step) = scene.step(index) else {
        return Timing { day: not_before, because: Vec::new() };
    };
    let (base, mut because) = base_day(scene, item, evidence, index, step);
    let floor = notice_floor(scene, item, evidence, index);
    let wanted = base.max(floor.day);
    if floor.day >= base {
        because.extend(floor.because);
    }
    let mut day = roll_no_earlier(scene, step, wanted, floor.day);
    if day != wanted {
        because.push(Because::MovedFrom { day: wanted });
    }
    if day < not_before {
        because.push(Because::Late { since: day });
        day = scene.onto_working_day(not_before, step);
    }
    let day = after_holds(scene, step, day, &mut because);
    Timing { day, because }
}

/// The anchor plus the delay; for what counts from the due day without held days.
fn base_day(
    scene: &Scene<'_>,
    item: &Item,
    evidence: &[Option<Done>],
    index: usize,
    step: &Step,
) -> (Day, Vec<Because>) {
    if let Some((from, reason)) = previous(scene, evidence, index, step) {
        return (delayed(scene.calendar, from, step), vec![reason]);
    }
    let due = item.open.due;
    let nominal = nominal_days(scene.ladder, scene.calendar, due);
    let nominal = nominal.get(index).copied().unwrap_or(due);
    let day = shifted(&item.pauses, due, nominal);
    let mut because = vec![Because::Due {
        invoice: item.open.number.clone(),
        due,
        delay: step.delay_days,
        unit: step.delay_unit,
    }];
    if day != nominal {
        let days = paused_days(&item.pauses, due, day);
        because.push(Because::Paused { days });
    }
    (day, because)
}

/// What a step counts from when its anchor is the step before and that was carried out.
fn previous(
    scene: &Scene<'_>,
    evidence: &[Option<Done>],
    index: usize,
    step: &Step,
) -> Option<(Day, Because)> {
    let before = index.checked_sub(1)?;
    let done = (*evidence.get(before)?)?;
    let previous = scene.step(before)?;
    let from = match step.anchor {
        Anchor::Due => return None,
        Anchor::PreviousSent => done.on,
        Anchor::PreviousDeadline => done
            .deadline
            .unwrap_or_else(|| done.on.plus_days_clamped(i64::from(previous.min_notice_days))),
    };
    let reason =
        Because::AfterStep { step: previous.key.clone(), on: done.on, delay: step.delay_days };
    Some((from, reason))
}

/// What earlier steps, holds and promises demand, without regard to working days.
fn notice_floor(scene: &Scene<'_>, item: &Item, evidence: &[Option<Done>], index: usize) -> Floor {
    let mut floor = Floor { day: Day::MIN, because: Vec::new() };
    for (at, done) in evidence.iter().enumerate() {
        if let (Some(done), Some(step), true) = (done, scene.step(at), at != index) {
            after_step(scene, item, (step, *done), &mut floor);
        }
    }
    if let Some(until) = item.promised_until {
        floor.raise(until, Because::AfterPromise { until });
    }
    floor
}

fn after_step(scene: &Scene<'_>, item: &Item, (step, done): (&Step, Done), floor: &mut Floor) {
    let key = || step.key.clone();
    let days = step.min_notice_days;
    let gave = |from: Day| from.plus_days_clamped(i64::from(days.max(1)));
    floor.raise(gave(done.on), Because::NoticeGave { step: key(), sent: done.on, days });
    if let Some(deadline) = done.deadline {
        let reason = Because::DeadlinePrinted { step: key(), deadline };
        floor.raise(deadline.plus_days_clamped(1), reason);
    }
    let interrupted = item
        .pauses
        .iter()
        .filter(|p| p.start <= scene.as_of && p.end > done.on && days > 0)
        .map(|p| p.end)
        .max();
    if let Some(from) = interrupted {
        let step = key();
        let day = from.plus_days_clamped(i64::from(days));
        floor.raise(day, Because::FreshNotice { step, from, days });
    }
}

/// Rolling back is fine until it would cut a notice short.
fn roll_no_earlier(scene: &Scene<'_>, step: &Step, wanted: Day, floor: Day) -> Day {
    let rolled = scene.calendar.roll(wanted, step.roll);
    if rolled < floor { scene.calendar.roll(wanted, Roll::Following) } else { rolled }
}

fn after_holds(scene: &Scene<'_>, step: &Step, day: Day, because: &mut Vec<Because>) -> Day {
    let mut day = day;
    // Holds are sorted and may overlap when two journals were merged; each is passed at most once.
    for hold in &scene.holds {
        if hold.covers(day) {
            because.push(Because::AfterHold { until: hold.end });
            day = scene.onto_working_day(hold.end, step);
        }
    }
    day
}
