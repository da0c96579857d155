//! Clocks and severities as they read.

use crate::app::Screen;
use crate::app::view_model::Tone;
use crate::app::words::suspicion as words;
use crate::domain::Instant;
use crate::domain::alert::Level;
use crate::engine::suspicion::clocks::{Clock, ClockState};

/// A clock as it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockText {
    pub name: String,
    /// `3 h 20 min left`, `late by 2 d`.
    pub left: String,
    pub due: Option<String>,
    pub tone: Tone,
    pub rule: String,
}

/// How a clock reads at this moment.
#[must_use]
pub fn clock_text(screen: &Screen<'_>, clock: &Clock) -> ClockText {
    clock_text_at(screen, clock, screen.state.moment())
}

/// How a clock reads at a moment.
#[must_use]
pub fn clock_text_at(screen: &Screen<'_>, clock: &Clock, now: Instant) -> ClockText {
    let lang = screen.lang();
    let late = clock.is_late(now);
    let (left, tone) = match clock.state {
        ClockState::CannotTell(missing) => {
            let text = format!("{}: {}", words::cannot_tell(lang), words::missing(lang, missing));
            (text, Tone::Accent)
        }
        ClockState::Stopped { at } if late => {
            let text = words::stopped_late(lang, &screen.format.moment(at));
            (text, Tone::Due)
        }
        ClockState::Stopped { at } => {
            let text = words::stopped_at(lang, &screen.format.moment(at));
            (text, Tone::Settled)
        }
        ClockState::Running => {
            let minutes = clock.minutes_left(now).unwrap_or(0);
            let time = span(screen, minutes.abs());
            if late {
                (words::late_by(lang, &time), Tone::Danger)
            } else {
                let amber = clock.is_amber(now);
                let tone = if amber { Tone::Late } else { Tone::Due };
                (words::left(lang, &time), tone)
            }
        }
    };
    ClockText {
        name: words::clock(lang, clock.kind).to_owned(),
        left,
        due: clock
            .due
            .filter(|_| clock.is_running())
            .map(|due| words::due_at(lang, &screen.format.moment(due))),
        tone,
        rule: clock.rule().to_string(),
    }
}

/// A span of time in its two largest units; in days alone once hours no longer matter.
#[must_use]
pub fn span(screen: &Screen<'_>, minutes: i64) -> String {
    let lang = screen.lang();
    let number = |n: i64| screen.format.number(n);
    let hours = minutes / 60;
    match hours {
        ..=0 => words::minutes(lang, &number(minutes)),
        1..48 => words::hours_minutes(lang, &number(hours), &number(minutes % 60)),
        48..336 => words::days_hours(lang, &number(hours / 24), &number(hours % 24)),
        336.. => words::whole_days(lang, &number(hours / 24)),
    }
}

/// How loud a severity is shown.
#[must_use]
pub const fn level_tone(level: &Level) -> Tone {
    match level {
        Level::High => Tone::Danger,
        Level::Medium => Tone::Late,
        Level::Low => Tone::Due,
        Level::Informational | Level::Other(_) => Tone::Neutral,
    }
}
