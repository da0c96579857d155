//! What the timeline is drawn of: shapes and labels at places across and down.
//!
//! The width is not known here, so that places across are in hundredths of a percent.

use super::collections_marks::mark_text;
use crate::app::Screen;
use crate::app::view_model::Tone;
use crate::domain::Day;
use crate::engine::collections::Mark;

/// The whole picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    pub label: String,
    pub height: u32,
    pub today: i32,
    pub today_label: String,
    pub ticks: Vec<(i32, String)>,
    pub lanes: Vec<LaneText>,
    pub marks: Vec<MarkShape>,
}

/// A lane's name and where it begins, in pixels from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneText {
    pub label: String,
    pub top: u32,
    pub height: u32,
}

/// A mark: what is drawn for it, and what is read aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkShape {
    pub aloud: String,
    /// Where it can be met: from, to, top, height.
    pub hit: (i32, i32, u32, u32),
    pub parts: Vec<Part>,
    pub labels: Vec<Label>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A thin bar.
    Bar,
    /// A thick bar: overdue.
    Thick,
    /// A short upright line: a due day, a term's end.
    Tick,
    Up,
    Down,
    Dot,
    Square,
    /// A dotted line to the end of a notice.
    Run,
    /// A hatched band.
    Hatch,
    /// A bracket open below.
    Bracket,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub shape: Shape,
    pub from: i32,
    pub to: i32,
    pub top: u32,
    pub tone: Tone,
    pub planned: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub text: String,
    pub at: i32,
    pub top: u32,
    pub anchor: Anchor,
    pub strong: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Full width.
pub(super) const WHOLE: i64 = 10_000;
/// The width for which labels are fitted, in pixels; on a wider page they have more room.
pub(super) const FITTED_PX: i64 = 760;
pub(super) struct Pen<'a> {
    pub screen: &'a Screen<'a>,
    pub from: Day,
    pub days: i64,
    pub as_of: Day,
}

impl Pen<'_> {
    /// Where a day begins across the picture; days outside lie at its edges.
    pub fn at(&self, day: Day) -> i32 {
        let days = self.from.days_until(day).clamp(0, self.days);
        let place = days.saturating_mul(WHOLE) / self.days.max(1);
        i32::try_from(place).unwrap_or(0)
    }

    pub fn to(&self) -> Day {
        self.from.plus_days_clamped(self.days)
    }

    pub fn shows(&self, start: Day, end: Day) -> bool {
        start <= self.to() && end >= self.from
    }

    pub fn part(&self, shape: Shape, (from, to): (Day, Day), top: u32, tone: Tone) -> Part {
        Part {
            shape,
            from: self.at(from),
            to: self.at(to),
            top,
            tone,
            planned: from >= self.as_of && shape != Shape::Tick,
        }
    }
}

pub(super) fn shape(pen: &Pen<'_>, mark: &Mark, hit: (Day, Day, u32, u32)) -> MarkShape {
    MarkShape {
        aloud: mark_text(pen.screen, mark).aloud(),
        hit: (pen.at(hit.0), pen.at(hit.1), hit.2, hit.3),
        parts: Vec::new(),
        labels: Vec::new(),
    }
}

pub(super) fn label(text: String, at: i32, top: u32, anchor: Anchor) -> Label {
    Label { text, at, top, anchor, strong: false }
}

/// The estimated width of a text at 11 px, as a part of the fitted width.
pub(super) fn width_of(text: &str) -> i32 {
    let px: i64 = text.chars().map(|c| if u32::from(c) > 0x2E00 { 12 } else { 6 }).sum();
    i32::try_from(px.saturating_mul(WHOLE) / FITTED_PX).unwrap_or(i32::MAX)
}

/// A label after a band, or before it where there is no room, or in it.
pub(super) fn beside(pen: &Pen<'_>, (from, to): (Day, Day), top: u32, text: String) -> Label {
    let width = width_of(&text);
    let (start, end) = (pen.at(from), pen.at(to));
    let whole = i32::try_from(WHOLE).unwrap_or(i32::MAX);
    if end.saturating_add(width).saturating_add(80) < whole {
        label(text, end.saturating_add(80), top, Anchor::Start)
    } else if start > width.saturating_add(80) {
        label(text, start.saturating_sub(80), top, Anchor::End)
    } else {
        label(text, start.saturating_add(80), top, Anchor::Start)
    }
}

/// Labels below the marks, on two lines; one that would lie over another falls away.
pub(super) fn apart(shapes: &mut [MarkShape], top: u32) {
    let mut ends = [i32::MIN, i32::MIN];
    for label in shapes.iter_mut().flat_map(|s| s.labels.iter_mut()) {
        let half = width_of(&label.text) / 2;
        let whole = i32::try_from(WHOLE).unwrap_or(i32::MAX);
        label.at = label.at.clamp(half, whole.saturating_sub(half).max(half));
        let (from, to) = (label.at.saturating_sub(half), label.at.saturating_add(half));
        let line = ends.iter().position(|end| from > end.saturating_add(80));
        match line.and_then(|at| ends.get_mut(at).map(|end| (at, end))) {
            Some((at, end)) => {
                *end = to;
                let down = u32::try_from(at).unwrap_or(0).saturating_mul(14);
                label.top = top.saturating_add(8).saturating_add(down);
            }
            None => label.text.clear(),
        }
    }
}
