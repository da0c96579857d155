use super::Text;
use leptos::prelude::*;

/// Something is being fetched or reckoned; for more than two seconds use a progress bar.
#[component]
pub fn Loading(
    #[prop(into)] label: Text,
    /// How many grey lines stand where the content will be.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    let line = |_| view! { <span class="skeleton"></span> };
    view! {
        <div class="loading" role="status">
            <span class="visually-hidden">{move || label.get()}</span>
            {(0..lines).map(line).collect_view()}
        </div>
    }
}
