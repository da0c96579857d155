//! The timeline as a picture: what stands where, in parts of the width and in pixels of height.
//!
//! The width is not known here, so that places across are in hundredths of a percent.

use super::collections_marks::mark_text;
use super::collections_shape::{
    Anchor, Label, LaneText, MarkShape, Pen, Picture, Shape, WHOLE, apart, beside, label, shape,
    width_of,
};
use crate::app::Screen;
use crate::app::update::collections::Zoom;
use crate::app::view_model::Tone;
use crate::app::words::{collections as words, collections_marks};
use crate::domain::notice::Delivery;
use crate::domain::payment::PaymentKind;
use crate::domain::{Day, day::Weekday, order};
use crate::engine::collections::{Access, Lane, Mark, Plan, Tense, What};

/// Invoices drawn; the list below has all.
const INVOICES_MAX: usize = 6;
const HEAD: u32 = 24;

/// From which day, over how many days, how many days between ticks.
const fn span(zoom: Zoom) -> (i64, i64, usize) {
    match zoom {
        Zoom::Week => (-14, 30, 7),
        Zoom::Month => (-49, 84, 14),
        Zoom::Quarter => (-98, 182, 28),
    }
}

/// Draws a plan.
#[must_use]
pub fn picture(screen: &Screen<'_>, plan: &Plan, name: &str) -> Picture {
    let (back, days, gap) = span(screen.state.collections.zoom);
    let pen = Pen { screen, from: plan.as_of.plus_days_clamped(back), days, as_of: plan.as_of };
    let lang = screen.lang();
    let mut drawing = Picture {
        label: words::picture(lang, name),
        height: HEAD,
        today: pen.at(plan.as_of),
        today_label: words::today(lang).to_owned(),
        ticks: ticks(&pen, gap),
        lanes: Vec::new(),
        marks: Vec::new(),
    };
    let lane = |lane| plan.timeline.iter().filter(move |m| m.lane == lane);
    let invoices = invoices(lane(Lane::Invoices).collect());
    add(&mut drawing, words::lane_invoices(lang), |top| {
        rows(&invoices, top, 34, |m, y| invoice(&pen, m, y))
    });
    add(&mut drawing, words::lane_money(lang), |top| {
        one_row(lane(Lane::Money), top, 34, |m| money(&pen, m, top))
    });
    add(&mut drawing, words::lane_notices(lang), |top| {
        let (mut shapes, height) = one_row(lane(Lane::Notices), top, 58, |m| notice(&pen, m, top));
        apart(&mut shapes, top.saturating_add(34));
        (shapes, height)
    });
    let holds: Vec<&Mark> = lane(Lane::Holds).collect();
    add(&mut drawing, words::lane_holds(lang), |top| {
        rows(&holds, top, 28, |m, y| hold(&pen, m, y))
    });
    add(&mut drawing, words::lane_access(lang), |top| {
        one_row(lane(Lane::Access), top, 34, |m| access(&pen, m, top))
    });
    let windows: Vec<&Mark> = lane(Lane::Windows).take(4).collect();
    add(&mut drawing, words::lane_windows(lang), |top| {
        rows(&windows, top, 28, |m, y| window(&pen, m, y))
    });
    drawing
}

/// Adds a lane when something stands in it.
fn add(drawing: &mut Picture, label: &str, draw: impl FnOnce(u32) -> (Vec<MarkShape>, u32)) {
    let top = drawing.height;
    let (marks, height) = draw(top);
    if marks.is_empty() {
        return;
    }
    drawing.lanes.push(LaneText { label: label.to_owned(), top, height });
    drawing.marks.extend(marks);
    drawing.height = top.saturating_add(height);
}

/// Each mark on a row of its own.
fn rows(
    marks: &[&Mark],
    top: u32,
    row: u32,
    draw: impl Fn(&Mark, u32) -> Option<MarkShape>,
) -> (Vec<MarkShape>, u32) {
    let mut shapes = Vec::new();
    let mut y = top;
    for mark in marks {
        if let Some(shape) = draw(mark, y) {
            shapes.push(shape);
            y = y.saturating_add(row);
        }
    }
    (shapes, y.saturating_sub(top))
}

fn one_row<'a>(
    marks: impl Iterator<Item = &'a Mark>,
    top: u32,
    height: u32,
    draw: impl Fn(&Mark) -> Option<MarkShape>,
) -> (Vec<MarkShape>, u32) {
    let _ = top;
    (marks.filter_map(draw).collect(), height)
}

fn ticks(pen: &Pen<'_>, gap: usize) -> Vec<(i32, String)> {
    let days = (0..pen.days).map(|n| pen.from.plus_days_clamped(n));
    let mondays = days.filter(|d| d.weekday() == Weekday::Mon);
    mondays.step_by((gap / 7).max(1)).map(|d| (pen.at(d), pen.screen.format.day_short(d))).collect()
}

/// Open invoices first, the oldest due of them; then what was settled last.
fn invoices(mut marks: Vec<&Mark>) -> Vec<&Mark> {
    let key = |mark: &&Mark| match &mark.what {
        What::Invoice { settled: None, due, .. } => (0, *due),
        _ => (1, Day::MAX),
    };
    order::sort_by(&mut marks, |a, b| key(a).cmp(&key(b)).then(b.end.cmp(&a.end)));
    marks.truncate(INVOICES_MAX);
    marks
}

fn invoice(pen: &Pen<'_>, mark: &Mark, top: u32) -> Option<MarkShape> {
    let What::Invoice { due, settled, days_past_due, .. } = &mark.what else {
        return None;
    };
    let end = mark.end.unwrap_or(pen.as_of);
    if !pen.shows(mark.start, end) || end == pen.from {
        return None;
    }
    let bar = top.saturating_add(20);
    let thin = (*due).min(settled.unwrap_or(*due));
    let late_until = settled.unwrap_or(pen.as_of);
    let mut drawn = shape(pen, mark, (mark.start, end, top, 30));
    let mut add = |shape, from, to, tone| {
        drawn.parts.push(pen.part(shape, (from, to), bar, tone));
    };
    let past = thin.min(pen.as_of.max(mark.start));
    add(Shape::Bar, mark.start, past, Tone::Neutral);
    if thin > pen.as_of {
        add(Shape::Bar, pen.as_of, thin, Tone::Neutral);
    }
    if late_until > *due {
        let tone = Tone::of_days_past_due(*days_past_due);
        add(Shape::Thick, *due, late_until, tone);
    }
    if pen.shows(*due, *due) {
        add(Shape::Tick, *due, *due, Tone::Neutral);
    }
    drawn.labels = invoice_labels(pen, mark, top.saturating_add(12));
    Some(drawn)
}

/// The number and the amount at the start; how late, or when due, at the end where there is room.
fn invoice_labels(pen: &Pen<'_>, mark: &Mark, top: u32) -> Vec<Label> {
    let What::Invoice { number, due, total, settled, days_past_due, .. } = &mark.what else {
        return Vec::new();
    };
    let lang = pen.screen.lang();
    let (start, end) = (pen.at(mark.start), pen.at(mark.end.unwrap_or(pen.as_of)));
    let name = format!("{number} · {}", pen.screen.format.money(*total));
    let flipped = i64::from(width_of(&name)) > WHOLE.saturating_sub(i64::from(start));
    let (at, anchor) = if flipped { (end, Anchor::End) } else { (start, Anchor::Start) };
    let note = match settled {
        Some(_) => collections_marks::paid(lang).to_owned(),
        None if *days_past_due > 0 => {
            words::days_overdue(lang, &pen.screen.format.number(*days_past_due))
        }
        None => collections_marks::due_short(lang, &pen.screen.format.day_short(*due)),
    };
    let both = width_of(&name).saturating_add(width_of(&note)).saturating_add(200);
    let fits = !flipped && end.saturating_sub(start) > both;
    let mut labels = vec![Label { strong: settled.is_none(), ..label(name, at, top, anchor) }];
    if fits {
        labels.push(label(note, end.saturating_sub(60), top, Anchor::End));
    }
    labels
}

fn money(pen: &Pen<'_>, mark: &Mark, top: u32) -> Option<MarkShape> {
    let (amount, kind) = match &mark.what {
        What::Payment { amount, kind, .. } if *kind == PaymentKind::Payment => (amount, Shape::Up),
        What::Payment { amount, .. } => (amount, Shape::Down),
        What::CreditNote { amount, .. } => (amount, Shape::Up),
        _ => return None,
    };
    let tone = match kind {
        Shape::Up => Tone::Settled,
        _ => Tone::Late,
    };
    if !pen.shows(mark.start, mark.start) {
        return None;
    }
    let mut drawn = shape(pen, mark, (mark.start, mark.start, top, 30));
    let y = top.saturating_add(16);
    let mut part = pen.part(kind, (mark.start, mark.start), y, tone);
    part.planned = false;
    drawn.parts.push(part);
    let at = pen.at(mark.start);
    let text = pen.screen.format.amount(*amount);
    if i64::from(at).saturating_add(i64::from(width_of(&text))) < WHOLE.saturating_sub(200) {
        drawn.labels.push(label(
            text,
            at.saturating_add(110),
            top.saturating_add(20),
            Anchor::Start,
        ));
    }
    Some(drawn)
}

fn notice(pen: &Pen<'_>, mark: &Mark, top: u32) -> Option<MarkShape> {
    let (kind, tone, text) = match &mark.what {
        What::Notice { key, delivery, .. } => {
            let tone = match delivery {
                Delivery::Draft => Tone::Due,
                Delivery::Bounced => Tone::Danger,
                _ => Tone::Accent,
            };
            (Shape::Dot, tone, short_label(pen, key))
        }
        What::Planned(step) => {
            let notice = step.kind.is_notice();
            let kind = if notice { Shape::Dot } else { Shape::Square };
            let tone = match (notice, step.affects_access) {
                (_, true) => Tone::Late,
                _ => Tone::Accent,
            };
            (kind, tone, short_label(pen, &step.step.key))
        }
        What::Action { kind, .. } => {
            let text = collections_marks::action(pen.screen.lang(), kind);
            (Shape::Square, Tone::Neutral, text)
        }
        _ => return None,
    };
    if !pen.shows(mark.start, mark.start) {
        return None;
    }
    let y = top.saturating_add(18);
    let mut drawn = shape(pen, mark, (mark.start, mark.start, top.saturating_add(6), 24));
    if let Some(end) = mark.end.filter(|end| *end > mark.start) {
        let mut run = pen.part(Shape::Run, (mark.start, end), y, tone);
        run.planned = mark.tense == Tense::Planned;
        drawn.parts.push(run);
    }
    let mut part = pen.part(kind, (mark.start, mark.start), y, tone);
    part.planned = mark.tense == Tense::Planned;
    drawn.parts.push(part);
    let at = pen.at(mark.start);
    drawn.labels.push(label(text, at, top.saturating_add(40), Anchor::Middle));
    Some(drawn)
}

/// A step's name as far as the comma: the picture has little room, the list says the rest.
fn short_label(pen: &Pen<'_>, key: &str) -> String {
    let full = super::collections_text::step_label(pen.screen, key);
    let end = full.find([',', '，', '（']).unwrap_or(full.len());
    full.get(..end).unwrap_or(&full).to_owned()
}

fn hold(pen: &Pen<'_>, mark: &Mark, top: u32) -> Option<MarkShape> {
    let end = mark.end?;
    if !pen.shows(mark.start, end) {
        return None;
    }
    let text = mark_text(pen.screen, mark);
    let mut drawn = shape(pen, mark, (mark.start, end, top, 24));
    let mut part = pen.part(Shape::Hatch, (mark.start, end), top.saturating_add(5), text.tone);
    part.planned = mark.start > pen.as_of;
    drawn.parts.push(part);
    drawn.labels.push(beside(pen, (mark.start, end), top.saturating_add(16), text.text));
    Some(drawn)
}

fn access(pen: &Pen<'_>, mark: &Mark, top: u32) -> Option<MarkShape> {
    let What::Access { access, .. } = &mark.what else {
        return None;
    };
    let end = mark.end.unwrap_or(Day::MAX);
    if !pen.shows(mark.start, end) {
        return None;
    }
    let tone = match access {
        Access::Full => Tone::Settled,
        Access::Reduced => Tone::Due,
        Access::None => Tone::Late,
    };
    let y = top.saturating_add(12);
    let mut drawn = shape(pen, mark, (mark.start, end, top, 20));
    let split = pen.as_of.clamp(mark.start, end);
    for (from, to) in [(mark.start, split), (split, end)] {
        if from < to {
            drawn.parts.push(pen.part(Shape::Bar, (from, to), y, tone));
        }
    }
    if *access != Access::Full {
        let lang = pen.screen.lang();
        let text = match (access, mark.tense) {
            (Access::None, Tense::Planned) => {
                collections_marks::still_bills(lang, &pen.screen.format.day_short(mark.start))
            }
            (Access::None, _) => collections_marks::access_none(lang).to_owned(),
            _ => collections_marks::access_reduced(lang).to_owned(),
        };
        let at = pen.at(mark.start);
        let room = i32::try_from(WHOLE).unwrap_or(i32::MAX).saturating_sub(at);
        let flipped = width_of(&text) > room;
        let whole = i32::try_from(WHOLE).unwrap_or(i32::MAX);
        drawn.labels.push(if flipped {
            label(text, whole, top.saturating_add(30), Anchor::End)
        } else {
            label(text, at, top.saturating_add(30), Anchor::Start)
        });
    }
    Some(drawn)
}

fn window(pen: &Pen<'_>, mark: &Mark, top: u32) -> Option<MarkShape> {
    let end = mark.end.unwrap_or(mark.start);
    if !pen.shows(mark.start, end) {
        return None;
    }
    let text = mark_text(pen.screen, mark).text;
    let mut drawn = shape(pen, mark, (mark.start, end, top, 22));
    let kind = if mark.end.is_some() { Shape::Bracket } else { Shape::Tick };
    let mut part = pen.part(kind, (mark.start, end), top.saturating_add(12), Tone::Due);
    part.planned = false;
    drawn.parts.push(part);
    drawn.labels.push(beside(pen, (mark.start, end), top.saturating_add(16), text));
    Some(drawn)
}
