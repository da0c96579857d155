//! The only code that touches the browser.

mod hands;

use leptos::prelude::*;

pub use hands::HANDS;

/// Mounts the page on the document's body.
pub fn mount() {
    mount_to_body(|| view! { <main><h1>"Recourse"</h1></main> });
}
