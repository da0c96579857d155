//! Where a fact was read, in a line; the file's hash on demand.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::view_model::origin::OriginText;
use crate::app::words::ledger as words;
use crate::ui::here::here;
use crate::ui::kit::CopyText;

#[component]
pub fn Origin(text: OriginText) -> impl IntoView {
    let here = here();
    let copy = move |text: String| here.send(Event::Copy(text));
    let Some((short, full)) = text.hash else {
        return view! { <span class="origin quiet"><bdi>{text.line}</bdi></span> }.into_any();
    };
    view! {
        <details class="origin quiet">
            <summary><bdi>{text.line}</bdi> " " <code translate="no">{short}"…"</code></summary>
            <span>{here.say(words::hash)} " "</span>
            <CopyText text=full label=here.say(words::copy_hash) on_copy=copy/>
        </details>
    }
    .into_any()
}
