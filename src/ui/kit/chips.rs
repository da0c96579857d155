use super::{Glyph, Icon, Text};
use leptos::prelude::*;

/// A filter that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    pub key: String,
    pub text: String,
    /// What the button says that takes the filter away, such as "Remove stage: notice".
    pub remove_label: String,
}

/// The filters that are on, each with a button that takes it away, and what is left of the list.
#[component]
pub fn FilterChips(
    #[prop(into)] label: Text,
    #[prop(into)] chips: Signal<Vec<Chip>>,
    #[prop(into)] on_remove: Callback<String>,
    #[prop(into)] clear_label: Text,
    #[prop(into)] on_clear: Callback<()>,
    /// How many rows are left; read aloud when it changes.
    #[prop(into)]
    result: Text,
) -> impl IntoView {
    let chip = move |chip: Chip| {
        let key = chip.key;
        view! {
            <li class="chip">
                <span>{chip.text}</span>
                <button
                    type="button"
                    class="chip-remove"
                    aria-label=chip.remove_label
                    on:click=move |_| on_remove.run(key.clone())
                >
                    <Icon glyph=Glyph::Close small=true/>
                </button>
            </li>
        }
    };
    let clear = move || {
        (!chips.with(Vec::is_empty)).then(|| {
            let label = clear_label.clone();
            view! {
                <button type="button" class="btn btn-bare" on:click=move |_| on_clear.run(())>
                    {move || label.get()}
                </button>
            }
        })
    };
    view! {
        <div class="chips">
            <ul aria-label=move || label.get()>
                {move || chips.get().into_iter().map(chip).collect_view()}
            </ul>
            {clear}
            <span class="chips-result" role="status">{move || result.get()}</span>
        </div>
    }
}
