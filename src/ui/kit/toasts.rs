use super::{Button, ButtonKind, Glyph, Icon, IconButton, Meaning, Text};
use leptos::prelude::*;

/// A short message that something was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub id: u64,
    pub text: String,
    pub meaning: Meaning,
    /// What the button says that takes it back; none when it cannot be taken back.
    pub undo: Option<String>,
}

/// Messages at the foot of the page. The queue and its clock belong to the caller;
/// `on_hold` says true while a pointer or the focus is on them, and then none may go away.
#[component]
pub fn Toasts(
    #[prop(into)] label: Text,
    #[prop(into)] toasts: Signal<Vec<Toast>>,
    #[prop(into)] on_undo: Callback<u64>,
    #[prop(into)] on_close: Callback<u64>,
    #[prop(into)] on_hold: Callback<bool>,
    #[prop(into)] close_label: Text,
) -> impl IntoView {
    let close_label = StoredValue::new(close_label);
    let list = move |loud: bool| {
        let of_kind = move |toast: &Toast| (toast.meaning == Meaning::Danger) == loud;
        let each = move || {
            let all = toasts.get().into_iter();
            all.filter(of_kind).collect::<Vec<_>>()
        };
        view! {
            <For
                each=each
                key=|toast| toast.id
                children=move |shown| toast(shown, on_undo, on_close, close_label.get_value())
            />
        }
    };
    view! {
        <section
            class="toasts"
            aria-label=move || label.get()
            on:mouseenter=move |_| on_hold.run(true)
            on:mouseleave=move |_| on_hold.run(false)
            on:focusin=move |_| on_hold.run(true)
            on:focusout=move |_| on_hold.run(false)
        >
            <div role="status">{list(false)}</div>
            <div role="alert">{list(true)}</div>
        </section>
    }
}

fn toast(
    toast: Toast,
    on_undo: Callback<u64>,
    on_close: Callback<u64>,
    close_label: Text,
) -> impl IntoView {
    let id = toast.id;
    let glyph = match toast.meaning {
        Meaning::Danger | Meaning::Late => Glyph::Warning,
        Meaning::Settled => Glyph::Check,
        _ => Glyph::Info,
    };
    view! {
        <div class=format!("toast {}", toast.meaning.class())>
            <Icon glyph/>
            <span class="toast-text">{toast.text}</span>
            {toast.undo.map(|undo| view! {
                <Button kind=ButtonKind::Bare on_press=move || on_undo.run(id)>{undo}</Button>
            })}
            <IconButton glyph=Glyph::Close label=close_label on_press=move || on_close.run(id)/>
        </div>
    }
}
