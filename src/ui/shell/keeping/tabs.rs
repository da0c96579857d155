//! What other tabs write, and what is still to be kept when this one is left.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::saving::keep_now;
use super::with_open;
use crate::app::Event;
use crate::domain::Instant;
use crate::journal::Entry;
use crate::store::{Damage, Foreign};
use crate::ui::shell::clock;

/// Entries of others are told at once, and then gathered for so long: a tab that edits without a
/// pause would otherwise have every other fold its book again for each edit.
const GATHER_MILLIS: i64 = 100;

thread_local! {
    static LISTENING: Cell<bool> = const { Cell::new(false) };
    /// Entries of others not told yet, and the opening they came in.
    static HEARD: RefCell<(u64, Vec<Entry>)> = const { RefCell::new((0, Vec::new())) };
    static TOLD_AT: Cell<Option<Instant>> = const { Cell::new(None) };
    static GATHERING: Cell<bool> = const { Cell::new(false) };
}

/// Hears what other tabs write; looks again when the tab is shown, since an event can be lost.
pub(super) fn listen(dispatch: Callback<Event>) {
    if LISTENING.replace(true) {
        return;
    }
    let heard = window_event_listener(ev::storage, move |event| {
        if let Some(key) = event.key() {
            let value = event.new_value();
            take(dispatch, with_open(|o| o.keeper.foreign_key_changed(&key, value.as_deref())));
        }
    });
    let shown = window_event_listener(ev::focus, move |_| {
        take(dispatch, with_open(|open| open.keeper.refresh().unwrap_or_default()));
    });
    let hidden =
        window_event_listener(ev::Custom::<web_sys::Event>::new("visibilitychange"), move |_| {
            keep_now(dispatch);
        });
    // All listen for as long as the page lives.
    std::mem::forget((heard, shown, hidden));
}

fn take(dispatch: Callback<Event>, foreign: Option<Foreign>) {
    let Some((foreign, (opening, namespace))) =
        foreign.and_then(|f| Some((f, with_open(|open| (open.opening, open.namespace))?)))
    else {
        return;
    };
    let newer = foreign.set_aside.iter().any(|s| matches!(s.why, Damage::Newer { .. }));
    if !foreign.whole.is_empty() {
        dispatch.run(Event::Whole(foreign.whole));
    }
    if foreign.erased {
        dispatch.run(Event::Erased(namespace));
    } else if newer {
        // Another tab runs a newer program: read again, this one may only show.
        dispatch.run(Event::ReadAgain);
    } else if !foreign.entries.is_empty() {
        HEARD.with_borrow_mut(|(of, entries)| {
            if std::mem::replace(of, opening) != opening {
                entries.clear();
            }
            entries.extend(foreign.entries);
        });
        gather(dispatch);
    }
}

/// Tells at once when the last telling was a while ago, and otherwise when it will have been.
fn gather(dispatch: Callback<Event>) {
    let since = |told: Instant| clock::now().instant.millis().saturating_sub(told.millis());
    let busy = TOLD_AT.get().is_some_and(|told| (0..GATHER_MILLIS).contains(&since(told)));
    if !busy {
        tell_heard(dispatch);
    } else if !GATHERING.replace(true) {
        let end = move || {
            GATHERING.set(false);
            tell_heard(dispatch);
        };
        set_timeout(end, Duration::from_millis(GATHER_MILLIS.unsigned_abs()));
    }
}

/// Tells what was heard, once the page knows the book it belongs to.
pub(super) fn tell_heard(dispatch: Callback<Event>) {
    let Some(opening) = with_open(|open| open.told.then_some(open.opening)).flatten() else {
        return;
    };
    let heard = HEARD.with_borrow_mut(|(of, entries)| {
        let heard = std::mem::take(entries);
        if *of == opening { heard } else { Vec::new() }
    });
    if !heard.is_empty() {
        dispatch.run(Event::Foreign(heard));
        TOLD_AT.set(Some(clock::now().instant));
    }
}
