//! Carries effects out: one arm for each.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::turns::others_turn;
use super::{HANDS, backups, keeping, listeners, policy_file, preferences, reading, work};
use crate::app::update::policy::Event as Policy;
use crate::app::{Effect, Event};

/// Does what the effect says; what fails comes back as an event.
pub fn run(dispatch: Callback<Event>, effect: Effect) {
    match effect {
        Effect::Keep(namespace, entries) => keeping::keep(dispatch, namespace, entries),
        Effect::Load(namespace) => {
            preferences::keep_namespace(namespace);
            keeping::load(dispatch, namespace);
        }
        Effect::Opened => keeping::compare(dispatch),
        Effect::OpenBackup(at) => backups::read(dispatch, at),
        Effect::KeepFileCopy(at) => preferences::keep_file_copy(at),
        Effect::Erase(namespace) => keeping::erase(dispatch, namespace),
        Effect::Download { name, mime, content } => {
            if download(&name, mime, &content).is_none() {
                dispatch.run(Event::Failed(format!("{name}: the browser refused to save it")));
            }
        }
        Effect::Go(route) => listeners::go(&route),
        Effect::UseLang(lang) => {
            preferences::keep_lang(lang);
            preferences::apply(lang, preferences::theme());
        }
        Effect::UseTheme(theme) => {
            preferences::keep_theme(theme);
            preferences::apply(preferences::lang(), theme);
        }
        Effect::KeepOperator(operator) => preferences::keep_operator(&operator),
        Effect::KeepSingleKeys(on) => preferences::keep_single_keys(on),
        Effect::CopyText(text) => copy(&text),
        Effect::Print => {
            if let Some(window) = web_sys::window() {
                // Fails where printing is switched off: then nothing happens, as with the browser's own menu.
                let _ = window.print();
            }
        }
        Effect::Focus(id) => (HANDS.focus)(&id),
        Effect::AcceptUpdate => listeners::accept_update(),
        Effect::Again(event) => again(dispatch, *event),
        Effect::ReadFiles(job) => reading::read(dispatch, *job),
        Effect::StopReading(number) => reading::stop(number),
        Effect::ReadText { at, bytes_max } => policy_file::read(dispatch, at, bytes_max),
        Effect::KeepDraft(namespace, text) => preferences::keep_draft(namespace, text.as_deref()),
        Effect::ReadDraft(namespace) => {
            if let Some(text) = preferences::draft(namespace) {
                dispatch.run(Event::Policy(Policy::DraftFound(namespace, text)));
            }
        }
        Effect::Work(slow) => work::carry_out(dispatch, slow),
    }
}

/// How long steps follow each other before the page has its turn, in milliseconds.
const TURN_MILLIS: f64 = 10.0;

thread_local! {
    /// The next steps of long work.
    static STEPS: RefCell<VecDeque<Event>> = const { RefCell::new(VecDeque::new()) };
    /// Whether somebody is about to do them.
    static STEPPING: Cell<bool> = const { Cell::new(false) };
}

/// Tells the event with the next steps.
fn again(dispatch: Callback<Event>, event: Event) {
    STEPS.with_borrow_mut(|steps| steps.push_back(event));
    if !STEPPING.replace(true) {
        wasm_bindgen_futures::spawn_local(async move {
            while !STEPS.with_borrow(VecDeque::is_empty) {
                others_turn().await;
                step(dispatch);
            }
            STEPPING.set(false);
        });
    }
}

/// Does steps, also those that they ask for, until the time is up.
fn step(dispatch: Callback<Event>) {
    let started = js_sys::Date::now();
    while let Some(event) = STEPS.with_borrow_mut(VecDeque::pop_front) {
        dispatch.run(event);
        if js_sys::Date::now() - started >= TURN_MILLIS {
            break;
        }
    }
}

/// Hands a file to the browser to save.
fn download(name: &str, mime: &str, content: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Revoked at once, some browsers lose the file; a minute is long enough for all of them.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Some(())
}

fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        // The promise is not awaited: without permission the text can still be marked by hand.
        let _ = window.navigator().clipboard().write_text(text);
    }
}
