use super::{Glyph, IconButton, Text, hands};
use leptos::prelude::*;

/// How wide a dialog may grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogSize {
    #[default]
    Small,
    Wide,
    /// At the right edge, as high as the page: for peeking at a record without leaving the list.
    Side,
}

impl DialogSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "dialog",
            Self::Wide => "dialog dialog-wide",
            Self::Side => "dialog dialog-side",
        }
    }
}

/// A modal window over the page. The browser keeps focus inside, closes it on Esc, and gives
/// focus back; its content exists only while it is open.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    #[prop(into)] title: Text,
    #[prop(into)] open: Signal<bool>,
    /// Runs however it was closed; the caller then makes `open` false.
    #[prop(into)]
    on_close: Callback<()>,
    #[prop(into)] close_label: Text,
    #[prop(optional)] size: DialogSize,
    /// Buttons at the foot, the main one last.
    #[prop(optional, into)]
    actions: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    let lent = hands();
    let own = StoredValue::new(id.clone());
    let title_id = format!("{id}-title");
    let labelled = title_id.clone();
    Effect::new(move |_| {
        let act = if open.get() { lent.show_modal } else { lent.close_modal };
        own.with_value(|id| act(id));
    });
    let closed = move || {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    let body = move || {
        let (actions, children) = (actions.clone(), children.clone());
        open.get().then(move || {
            view! {
                <div class="dialog-body">{children()}</div>
                <footer class="dialog-actions">{actions.run()}</footer>
            }
        })
    };
    view! {
        <dialog id=id class=size.class() aria-labelledby=labelled on:close=move |_| closed()>
            <header class="dialog-head">
                <h2 id=title_id>{move || title.get()}</h2>
            </header>
            {body}
            // Last, so that what is asked gets the first focus.
            <div class="dialog-close">
                <IconButton glyph=Glyph::Close label=close_label on_press=closed/>
            </div>
        </dialog>
    }
}
