//! Slow work, a piece at a time between the turns of the page; only what was asked for last goes on.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use crate::app::Event;
use crate::app::effect::{Progress, Slow};

/// How long work goes on before the page has its turn, in milliseconds.
const TURN_MILLIS: f64 = 8.0;

/// Work begins when nothing else was asked for meanwhile: typing goes first.
const PATIENCE: Duration = Duration::from_millis(60);

thread_local! {
    static LATEST: Cell<u64> = const { Cell::new(0) };
}

/// Begins work in the place of what was begun before.
pub fn carry_out(dispatch: Callback<Event>, slow: Slow) {
    let number = LATEST.get().wrapping_add(1);
    LATEST.set(number);
    set_timeout(move || go_on(dispatch, slow, number), PATIENCE);
}

fn go_on(dispatch: Callback<Event>, slow: Slow, number: u64) {
    let started = js_sys::Date::now();
    while LATEST.get() == number {
        let progress = slow.0.borrow_mut().step();
        match progress {
            Progress::More if js_sys::Date::now() - started < TURN_MILLIS => {}
            Progress::More => return later(dispatch, slow, number),
            Progress::Tell(event) => {
                dispatch.run(*event);
                return later(dispatch, slow, number);
            }
            Progress::Done(event) => return dispatch.run(*event),
        }
    }
}

fn later(dispatch: Callback<Event>, slow: Slow, number: u64) {
    set_timeout(move || go_on(dispatch, slow, number), Duration::ZERO);
}
