use super::{Glyph, Icon, Text};
use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;

/// A place to drop files, with a button that does the same. The caller reads the files off the
/// events; dropping is never the only way.
#[component]
pub fn DropZone(
    #[prop(into)] id: String,
    #[prop(into)] title: Text,
    #[prop(into)] hint: Text,
    /// What the button says.
    #[prop(into)]
    pick_label: Text,
    /// File name endings, as `accept` takes them.
    #[prop(optional, into)]
    accept: Option<String>,
    #[prop(into)] on_drop: Callback<DragEvent>,
    #[prop(into)] on_pick: Callback<Event>,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let hint_id = format!("{id}-hint");
    let drag_over = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        on_drop.run(event);
    };
    view! {
        <div
            class="drop"
            class:drop-over=move || over.get()
            on:dragover=drag_over
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <Icon glyph=Glyph::Import/>
            <p class="drop-title">{move || title.get()}</p>
            <p class="drop-hint" id=hint_id.clone()>{move || hint.get()}</p>
            <label class="btn btn-main drop-pick">
                <span class="btn-text">{move || pick_label.get()}</span>
                <input
                    id=id
                    class="visually-hidden"
                    type="file"
                    multiple=true
                    accept=accept
                    aria-describedby=hint_id
                    on:change=move |event| on_pick.run(event)
                />
            </label>
        </div>
    }
}
