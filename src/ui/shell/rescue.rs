//! When the program fails: a page that says so and offers everything kept as a file.

use std::cell::Cell;

use leptos::ev;
use leptos::prelude::window_event_listener;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, Document, Element, HtmlAnchorElement, Url};

use super::local_storage::reach;
use super::preferences;
use crate::app::words::rescue as words;

thread_local! {
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// From here on a failure shows the rescue page instead of a dead one.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        show(&info.to_string());
    }));
    // Memory that ran out ends the program without a panic: only the browser tells of that.
    let failed = window_event_listener(ev::Custom::<web_sys::Event>::new("error"), |event| {
        told_by_browser(&event, "error");
    });
    let rejected =
        window_event_listener(ev::Custom::<web_sys::Event>::new("unhandledrejection"), |event| {
            told_by_browser(&event, "reason");
        });
    // Both listen for as long as the page lives.
    std::mem::forget((failed, rejected));
}

/// Shows the rescue page when what the browser tells of is the end of this program, not of something beside it.
fn told_by_browser(event: &web_sys::Event, field: &str) {
    let text = |of: &JsValue, name: &str| {
        js_sys::Reflect::get(of, &JsValue::from_str(name)).ok().and_then(|v| v.as_string())
    };
    let fault = js_sys::Reflect::get(event, &JsValue::from_str(field)).unwrap_or_default();
    if text(&fault, "name").as_deref() == Some("RuntimeError") {
        show(&text(&fault, "message").unwrap_or_default());
    }
}

/// Everything this program kept, as one JSON text of keys and values.
///
/// The values never enter this program's memory, which may be what ran out.
fn everything_kept() -> Option<JsValue> {
    let storage = reach().ok()?;
    let get: js_sys::Function =
        js_sys::Reflect::get(&storage, &JsValue::from_str("getItem")).ok()?.dyn_into().ok()?;
    let kept = js_sys::Object::new();
    for at in 0..storage.length().ok()? {
        let Ok(Some(key)) = storage.key(at) else {
            continue;
        };
        if key.starts_with("recourse/") {
            let key = JsValue::from_str(&key);
            let value = get.call1(&storage, &key).ok()?;
            js_sys::Reflect::set(&kept, &key, &value).ok()?;
        }
    }
    js_sys::JSON::stringify(&kept).ok().map(JsValue::from)
}

/// Built without callbacks: after a failure nothing of this program can be called again.
fn show(info: &str) -> Option<()> {
    if SHOWN.replace(true) {
        return None;
    }
    let document = web_sys::window()?.document()?;
    let lang = preferences::lang();
    let page = document.create_element("div").ok()?;
    page.set_class_name("rescue");
    page.set_attribute("role", "alert").ok()?;
    append(&document, &page, "h1", words::title(lang))?;
    append(&document, &page, "p", words::text(lang))?;
    let copy = everything_kept().unwrap_or_else(|| JsValue::from_str(""));
    let link: HtmlAnchorElement =
        append(&document, &page, "a", words::save_copy(lang))?.dyn_into().ok()?;
    link.set_download("recourse-rescue.json");
    let parts = js_sys::Array::of1(&copy);
    let blob = Blob::new_with_str_sequence(&parts).ok()?;
    link.set_href(&Url::create_object_url_with_blob(&blob).ok()?);
    let again: HtmlAnchorElement =
        append(&document, &page, "a", words::again(lang))?.dyn_into().ok()?;
    again.set_href("?");
    append(&document, &page, "pre", info)?;
    let body = document.body()?;
    body.set_text_content(None);
    body.append_child(&page).ok()?;
    Some(())
}

fn append(document: &Document, to: &Element, tag: &str, text: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_text_content(Some(text));
    to.append_child(&element).ok()?;
    Some(element)
}
