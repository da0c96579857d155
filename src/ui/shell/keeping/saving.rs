//! Writes what was recorded to local storage: at once where it is little, in turns with the page where it is much.

use leptos::prelude::*;

use super::copying::copy;
use super::{Open, RETRY, in_opening, percent, plan_packing, with_open};
use crate::app::Event;
use crate::app::state::{Kept, Namespace};
use crate::journal::Entry;
use crate::store::{Changes, SaveError};
use crate::ui::shell::backups;
use crate::ui::shell::turns::others_turn;

/// How long writing goes on before the page has its turn, in milliseconds.
const TURN_MILLIS: f64 = 10.0;

/// What became of a turn.
enum Turn {
    /// Everything that was recorded is kept.
    All(Vec<Changes>),
    More(Vec<Changes>),
    Refused(SaveError),
}

/// Keeps entries, and with them those that could not be kept before.
pub fn keep(dispatch: Callback<Event>, namespace: Namespace, entries: Vec<Entry>) {
    let begun = with_open(|open| {
        let is_meant = open.namespace == namespace;
        is_meant.then(|| {
            open.waiting.extend(entries);
            (open.opening, open.by_turns)
        })
    });
    // What goes on by turns takes along what came meanwhile.
    if let Some((opening, false)) = begun.flatten() {
        go_on(dispatch, opening);
    }
}

/// Tries again what could not be kept.
pub(super) fn keep_again(dispatch: Callback<Event>, namespace: Namespace) {
    let waits = |open: &Open| !open.waiting.is_empty() || open.keeper.is_saving();
    if with_open(|open| open.namespace == namespace && waits(open)) == Some(true) {
        keep(dispatch, namespace, Vec::new());
    }
}

/// Keeps everything at once: the page may be gone after this turn.
pub(super) fn keep_now(dispatch: Callback<Event>) {
    let done = with_open(|open| {
        let waits = open.keeper.is_saving() || !open.waiting.is_empty();
        waits.then(|| (open.opening, turn(open, || false)))
    });
    if let Some((opening, turn)) = done.flatten() {
        told(dispatch, opening, turn);
    }
}

/// What could not be kept of a book that is left. What changed need not be told: whoever opens the book
/// compares its two copies.
pub(super) fn last_turn(mut open: Open) -> Vec<Entry> {
    turn(&mut open, || false);
    let mut unsaved = open.keeper.abandon();
    unsaved.extend(open.waiting);
    unsaved
}

fn go_on(dispatch: Callback<Event>, opening: u64) {
    let Some(first) = in_opening(opening, |open| turn(open, time_is_up())) else {
        return;
    };
    if told(dispatch, opening, first) {
        wasm_bindgen_futures::spawn_local(by_turns(dispatch, opening));
    }
}

async fn by_turns(dispatch: Callback<Event>, opening: u64) {
    loop {
        others_turn().await;
        // The page may have kept all of it at once, or be reading another book.
        let next = in_opening(opening, |open| open.by_turns.then(|| turn(open, time_is_up())));
        let Some(next) = next.flatten() else {
            return;
        };
        if !told(dispatch, opening, next) {
            return;
        }
    }
}

/// Writes values until nothing is left or the time is up; what was recorded meanwhile follows.
fn turn(open: &mut Open, is_over: impl Fn() -> bool) -> Turn {
    open.durability.keeping();
    let mut changes = Vec::new();
    loop {
        if !open.keeper.is_saving() {
            open.keeper.begin_save(std::mem::take(&mut open.waiting));
        }
        match open.keeper.save_step() {
            Ok(Some(saved)) => changes.push(saved.changes),
            Ok(None) => {}
            Err(error) => {
                open.durability.refused(error.clone());
                return Turn::Refused(error);
            }
        }
        if !open.keeper.is_saving() && open.waiting.is_empty() {
            open.durability.kept();
            return Turn::All(changes);
        }
        if is_over() {
            return Turn::More(changes);
        }
    }
}

fn time_is_up() -> impl Fn() -> bool {
    let began = js_sys::Date::now();
    move || js_sys::Date::now() - began >= TURN_MILLIS
}

/// Tells the page and the second copy of a turn; whether more is to be written.
fn told(dispatch: Callback<Event>, opening: u64, turn: Turn) -> bool {
    let (changes, more) = match turn {
        Turn::All(changes) => (changes, false),
        Turn::More(changes) => (changes, true),
        Turn::Refused(error) => {
            refused(dispatch, opening, &error);
            return false;
        }
    };
    let told = in_opening(opening, |open| {
        open.unsaid = true;
        let went_on = std::mem::replace(&mut open.by_turns, more);
        (open.namespace, more && !went_on, Kept::Written { room_percent: percent(&open.keeper) })
    });
    let Some((namespace, begins, written)) = told else {
        return false;
    };
    if begins {
        dispatch.run(Event::Kept(Kept::Writing));
    }
    if !more {
        dispatch.run(Event::Kept(written));
    }
    changes.into_iter().for_each(|changes| copy(dispatch, opening, changes));
    if !more {
        plan_packing(dispatch);
        backups::ask_to_stay(namespace);
    }
    more
}

fn refused(dispatch: Callback<Event>, opening: u64, error: &SaveError) {
    let namespace = in_opening(opening, |open| {
        open.by_turns = false;
        open.namespace
    });
    if let Some(namespace) = namespace {
        set_timeout(move || keep_again(dispatch, namespace), RETRY);
        dispatch.run(Event::Kept(Kept::Failed {
            sentence: error.to_string(),
            full: matches!(error, SaveError::Full { .. }),
        }));
    }
}
