//! What the browser tells: the address, keys, time, other tabs, a new version.

use leptos::ev;
use leptos::prelude::*;
use web_sys::CustomEvent;

use crate::app::update::palette;
use crate::app::{Event, Route};

/// Listens for as long as the page lives.
pub fn install(dispatch: Callback<Event>) {
    let on_hash = move |_| dispatch.run(Event::Navigated(Route::parse(&hash())));
    window_event_listener(ev::hashchange, on_hash).forget_listener();
    window_event_listener(ev::keydown, move |key| pressed(dispatch, &key)).forget_listener();
    window_event_listener(ev::Custom::<CustomEvent>::new("recourse-update-ready"), move |_| {
        dispatch.run(Event::UpdateReady);
    })
    .forget_listener();
    // It may have been told before the program was here.
    if is_update_ready() {
        dispatch.run(Event::UpdateReady);
    }
    window_event_listener(ev::focus, move |_| dispatch.run(Event::Tick)).forget_listener();
    set_interval(move || dispatch.run(Event::Tick), std::time::Duration::from_secs(60));
}

/// Turns true when a new version of the page waits.
pub fn update_ready() -> Signal<bool> {
    let ready = RwSignal::new(is_update_ready());
    let event = ev::Custom::<CustomEvent>::new("recourse-update-ready");
    // Listens for as long as the page lives; a signal that has gone by then is not set.
    window_event_listener(event, move |_| {
        let _ = ready.try_set(true);
    })
    .forget_listener();
    ready.into()
}

fn is_update_ready() -> bool {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    root.and_then(|root| root.get_attribute("data-update")).as_deref() == Some("ready")
}

trait Forget {
    fn forget_listener(self);
}

impl Forget for WindowListenerHandle {
    /// The listener stays until the page is left.
    fn forget_listener(self) {
        std::mem::forget(self);
    }
}

/// The part of the address after and with `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

pub fn go(route: &Route) {
    if let Some(window) = web_sys::window() {
        // Fails only for a malformed address, and a route prints none.
        let _ = window.location().set_hash(&route.to_string());
    }
}

/// Names the window; the same name again costs the browser a message, so it is not said twice.
pub fn set_title(title: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    if let Some(document) = document.filter(|d| d.title() != title) {
        document.set_title(title);
    }
}

/// Asks the script that watches for new versions to load the one that waits.
pub fn accept_update() {
    let event = web_sys::Event::new("recourse-update-accept").ok();
    if let (Some(window), Some(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Keys that act everywhere. Keys typed into a field belong to the field.
fn pressed(dispatch: Callback<Event>, key: &ev::KeyboardEvent) {
    let undo = (key.ctrl_key() || key.meta_key()) && !key.shift_key() && key.key() == "z";
    if undo && !is_typing() {
        key.prevent_default();
        dispatch.run(Event::UndoLast);
        return;
    }
    if (key.ctrl_key() || key.meta_key()) && key.key() == "k" {
        key.prevent_default();
        dispatch.run(Event::Palette(palette::Event::Opened));
        return;
    }
    if key.ctrl_key() || key.meta_key() || key.alt_key() || is_typing() {
        return;
    }
    dispatch.run(Event::Key(key.key()));
}

fn is_typing() -> bool {
    let active = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    active.is_some_and(|e| matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
