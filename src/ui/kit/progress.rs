use super::{Button, ButtonKind, Text, ident};
use leptos::prelude::*;

/// How far a long work has come, with a way to stop it.
#[component]
pub fn ProgressBar(
    #[prop(into)] label: Text,
    #[prop(into)] done: Signal<u64>,
    #[prop(into)] total: Signal<u64>,
    /// The same in words, such as "1,200 of 4,000 rows".
    #[prop(into)]
    text: Text,
    #[prop(optional, into)] cancel_label: Option<Text>,
    #[prop(optional, into)] on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let id = ident::fresh("progress");
    let cancel = on_cancel.zip(cancel_label).map(|(on_cancel, label)| {
        view! {
            <Button kind=ButtonKind::Bare on_press=on_cancel>{move || label.get()}</Button>
        }
    });
    view! {
        <div class="progress">
            <label for=id.clone()>{move || label.get()}</label>
            <span class="progress-text">{move || text.get()}</span>
            <progress
                id=id
                max=move || total.get().max(1).to_string()
                value=move || done.get().min(total.get()).to_string()
            ></progress>
            {cancel}
        </div>
    }
}
