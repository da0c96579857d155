//! A calendar file (RFC 5545) of things that end: one entry each, on its day or at its moment, with a
//! reminder a day before.

use crate::domain::{Day, Instant};

/// One thing that ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same for the same thing, so that a newer file replaces what an older one brought.
    pub id: String,
    pub ends: Ends,
    pub title: String,
    pub text: String,
}

/// When it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// With the end of this day.
    With(Day),
    /// At this moment.
    At(Instant),
}

/// Bytes of a line at most, without its end.
const LINE_BYTES: usize = 75;

/// The file, as made at a moment.
#[must_use]
pub fn calendar(entries: &[Entry], made: Instant) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Recourse//Recourse//EN"] {
        push(&mut out, line);
    }
    for entry in entries {
        event(&mut out, entry, made);
    }
    push(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, entry: &Entry, made: Instant) {
    push(out, "BEGIN:VEVENT");
    push(out, &format!("UID:{}", escaped(&entry.id)));
    push(out, &format!("DTSTAMP:{}", moment(made)));
    match entry.ends {
        Ends::With(day) => {
            push(out, &format!("DTSTART;VALUE=DATE:{}", date(day)));
            push(out, &format!("DTEND;VALUE=DATE:{}", date(day.plus_days_clamped(1))));
        }
        Ends::At(at) => {
            push(out, &format!("DTSTART:{}", moment(at)));
            push(out, &format!("DTEND:{}", moment(at)));
        }
    }
    push(out, &format!("SUMMARY:{}", escaped(&entry.title)));
    push(out, &format!("DESCRIPTION:{}", escaped(&entry.text)));
    for line in ["TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D"] {
        push(out, line);
    }
    push(out, &format!("DESCRIPTION:{}", escaped(&entry.title)));
    push(out, "END:VALARM");
    push(out, "END:VEVENT");
}

/// `20261122`.
fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day_of_month())
}

/// `20261122T180000Z`.
fn moment(at: Instant) -> String {
    let text = at.to_string();
    let whole: String = text.chars().take(19).filter(|c| !matches!(c, '-' | ':')).collect();
    format!("{whole}Z")
}

/// Text as the format wants it; control characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line, folded where it is too long, without cutting a character.
fn push(out: &mut String, line: &str) {
    let mut room = LINE_BYTES;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE_BYTES.saturating_sub(1);
        }
        out.push(c);
        room = room.saturating_sub(c.len_utf8());
    }
    out.push_str("\r\n");
}
