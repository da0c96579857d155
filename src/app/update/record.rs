//! Recording: append to the journal, take the entry into the book, keep it, offer undo.

use super::{pace, refolding};
use crate::app::state::ReadOnly;
use crate::app::toast::Message;
use crate::app::{Effect, Now, State};
use crate::domain::Day;
use crate::domain::ids::EntryId;
use crate::journal::{Append, Body, Entry, EntryError, Withdrawal};

/// Records one thing, effective on a day or today, with a toast that offers undo.
pub fn record(state: &mut State, now: &mut Now, body: Body, on: Option<Day>) -> Vec<Effect> {
    record_all(state, now, vec![body], on)
}

/// Records several things as one: one toast, one undo.
///
/// When recording is not possible nothing changes, and the toast says so.
pub fn record_all(
    state: &mut State,
    now: &mut Now,
    bodies: Vec<Body>,
    on: Option<Day>,
) -> Vec<Effect> {
    let Some(kind) = bodies.first().map(|b| b.kind().to_owned()) else {
        return Vec::new();
    };
    record_as(state, now, bodies, on, Message::Recorded { kind })
}

/// Records several things as one, and says so in words of its own.
pub fn record_as(
    state: &mut State,
    now: &mut Now,
    bodies: Vec<Body>,
    on: Option<Day>,
    message: Message,
) -> Vec<Effect> {
    if bodies.is_empty() {
        return Vec::new();
    }
    match append(state, now, bodies, on) {
        Ok(entries) => {
            let ids: Vec<EntryId> = entries.iter().map(|e| e.id.clone()).collect();
            state.toasts.push(message, ids.clone());
            state.undo.push(ids);
            vec![Effect::Keep(state.namespace, entries)]
        }
        Err(sentence) => {
            state.toasts.push(Message::Failed { sentence }, Vec::new());
            Vec::new()
        }
    }
}

/// Withdraws entries: they stay in the journal and no longer count. A large book is made anew in steps.
pub fn withdraw(state: &mut State, now: &mut Now, entries: Vec<EntryId>) -> Vec<Effect> {
    let body = Body::Withdrawal(Withdrawal { entries: entries.clone(), reason: "undo".to_owned() });
    let is_large = pace::is_large(state);
    let appended = match write(state, now, vec![body], None) {
        Ok(appended) => appended,
        Err(sentence) => {
            state.toasts.push(Message::Failed { sentence }, Vec::new());
            return Vec::new();
        }
    };
    state.undo.retain(|ids| *ids != entries);
    let mut effects = Vec::new();
    if is_large {
        effects = refolding::begin(state);
    } else {
        super::take_in(state, &appended);
        state.toasts.push(Message::Undone, Vec::new());
    }
    effects.insert(0, Effect::Keep(state.namespace, appended));
    effects
}

/// Writes entries and takes them into the book.
fn append(
    state: &mut State,
    now: &mut Now,
    bodies: Vec<Body>,
    on: Option<Day>,
) -> Result<Vec<Entry>, String> {
    let entries = write(state, now, bodies, on)?;
    super::take_in(state, &entries);
    Ok(entries)
}

/// Writes entries into the journal; nothing where recording is not possible.
fn write(
    state: &mut State,
    now: &mut Now,
    bodies: Vec<Body>,
    on: Option<Day>,
) -> Result<Vec<Entry>, String> {
    if let Some(why) = state.read_only() {
        return Err(crate::app::words::keeping::read_only(state.lang, why, &day_text(why)));
    }
    if state.exchange.taking.is_some() {
        let why = ReadOnly::StillReading;
        return Err(crate::app::words::keeping::read_only(state.lang, why, ""));
    }
    let Some(writer) = state.writer.clone() else {
        return Err(crate::app::words::keeping::no_writer(state.lang).to_owned());
    };
    let mut entries = Vec::new();
    for body in bodies {
        let with =
            Append { writer: &writer, ids: &mut now.ids, at: now.instant, on, by: &state.operator };
        let entry: Result<Entry, EntryError> = state.journal.append(with, body);
        entries.push(entry.map_err(|e| e.to_string())?);
    }
    Ok(entries)
}

fn day_text(why: ReadOnly) -> String {
    match why {
        ReadOnly::EarlierDay(day) => day.to_string(),
        _ => String::new(),
    }
}
