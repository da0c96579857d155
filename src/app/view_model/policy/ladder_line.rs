//! Above the table of the ladder: its steps on a line of days.

use super::nav::chosen;
use super::source::Source;
use crate::app::view_model::Tone;
use crate::app::words::policy_page as words;
use crate::app::{Screen, in_force::Rules};
use crate::domain::Day;
use crate::engine::collections::outline;
use crate::policy::ladder::{Step, StepKind};

/// The way of an invoice that nobody pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderLine {
    /// Which invoice is meant.
    pub lead: String,
    pub marks: Vec<LadderMark>,
}

/// A step, or the due day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderMark {
    /// Days from the due day, in words.
    pub when: String,
    pub day: String,
    pub label: String,
    pub tone: Tone,
    /// Days until the next mark.
    pub gap: i64,
}

/// None unless the ladder is shown and can be used as it stands.
#[must_use]
pub fn ladder_line(screen: &Screen<'_>) -> Option<LadderLine> {
    let source = Source::of(screen)?;
    let usable = match screen.state.policy.checked() {
        Some((checked, _)) => checked.policy.is_some(),
        None => true,
    };
    if chosen(&source) != "ladder" || !usable {
        return None;
    }
    let Rules { ladder, calendar, .. } = Rules::of(source.compiled);
    let due = screen.state.as_of();
    let mut days: Vec<(Day, Option<&Step>)> = outline(&ladder, &calendar, due)
        .into_iter()
        .map(|(at, day)| (day, ladder.steps.get(at)))
        .collect();
    if days.is_empty() {
        return None;
    }
    let before = days.iter().take_while(|(day, _)| *day < due).count();
    days.insert(before, (due, None));
    let next = days.iter().skip(1).map(|(day, _)| Some(*day)).chain([None]);
    let gaps: Vec<i64> = days
        .iter()
        .zip(next)
        .map(|((day, _), next)| next.map_or(0, |n| day.days_until(n)))
        .collect();
    let marks = days.iter().zip(gaps).map(|((day, step), gap)| mark(screen, due, *day, *step, gap));
    Some(LadderLine {
        lead: words::ladder_lead(screen.lang(), &screen.format.day(due)),
        marks: marks.collect(),
    })
}

fn mark(screen: &Screen<'_>, due: Day, day: Day, step: Option<&Step>, gap: i64) -> LadderMark {
    let lang = screen.lang();
    let from_due = due.days_until(day);
    let count = screen.format.number(from_due.saturating_abs());
    let when = match from_due {
        0 => words::on_due_day(lang).to_owned(),
        1.. => words::after_due(lang, &count),
        _ => words::before_due(lang, &count),
    };
    LadderMark {
        when,
        day: screen.format.day_short(day),
        label: step.map_or_else(|| words::due_day(lang).to_owned(), |s| screen.says(&s.label)),
        tone: step.map_or(Tone::Accent, |s| tone(s.kind)),
        gap,
    }
}

/// What cannot be taken back or ends access is louder than a letter.
const fn tone(kind: StepKind) -> Tone {
    match kind {
        StepKind::Reminder | StepKind::HumanTask => Tone::Neutral,
        StepKind::FinalNotice | StepKind::RestrictChanges => Tone::Due,
        StepKind::DisableAccess => Tone::Late,
        StepKind::CancelSubscription | StepKind::WriteOff | StepKind::HandOff => Tone::Danger,
    }
}
