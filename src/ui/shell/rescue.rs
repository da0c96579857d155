//! When the program fails: a page that says so and offers everything kept as a file.

use std::panic::PanicHookInfo;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, Document, Element, HtmlAnchorElement, Url};

use super::local_storage::reach;
use super::preferences;
use crate::app::words::rescue as words;

/// From here on a failure shows the rescue page instead of a dead one.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        show(info);
    }));
}

/// Everything this program kept, as one JSON text of keys and values.
fn everything_kept() -> Option<String> {
    let storage = reach().ok()?;
    let kept = js_sys::Object::new();
    for at in 0..storage.length().ok()? {
        let Ok(Some(key)) = storage.key(at) else {
            continue;
        };
        if key.starts_with("recourse/") {
            let value = storage.get_item(&key).ok().flatten().unwrap_or_default();
            js_sys::Reflect::set(&kept, &JsValue::from_str(&key), &JsValue::from_str(&value))
                .ok()?;
        }
    }
    js_sys::JSON::stringify(&kept).ok()?.as_string()
}

/// Built without callbacks: after a failure nothing of this program can be called again.
fn show(info: &PanicHookInfo<'_>) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let lang = preferences::lang();
    let page = document.create_element("div").ok()?;
    page.set_class_name("rescue");
    page.set_attribute("role", "alert").ok()?;
    append(&document, &page, "h1", words::title(lang))?;
    append(&document, &page, "p", words::text(lang))?;
    let copy = everything_kept().unwrap_or_default();
    let link: HtmlAnchorElement =
        append(&document, &page, "a", words::save_copy(lang))?.dyn_into().ok()?;
    link.set_download("recourse-rescue.json");
    let parts = js_sys::Array::of1(&JsValue::from_str(&copy));
    let blob = Blob::new_with_str_sequence(&parts).ok()?;
    link.set_href(&Url::create_object_url_with_blob(&blob).ok()?);
    let again: HtmlAnchorElement =
        append(&document, &page, "a", words::again(lang))?.dyn_into().ok()?;
    again.set_href("?");
    append(&document, &page, "pre", &info.to_string())?;
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
