use super::SkipLink;
use crate::ui::kit::Text;
use leptos::prelude::*;

/// The whole page: rail, bar, band, work.
#[component]
pub fn Frame(
    #[prop(into)] skip_label: Text,
    #[prop(into)] rail: ViewFnOnce,
    #[prop(into)] top: ViewFnOnce,
    /// Striped bands and banners under the bar.
    #[prop(optional, into)]
    bands: ViewFnOnce,
    #[prop(into)] bottom: ViewFnOnce,
    /// What lies over everything: toasts, dialogs.
    #[prop(optional, into)]
    over: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    view! {
        <SkipLink target="main" label=skip_label/>
        <div class="frame">
            {rail.run()}
            <div class="frame-side">
                {top.run()}
                {bands.run()}
                <main id="main" tabindex="-1">{children()}</main>
            </div>
            {bottom.run()}
        </div>
        {over.run()}
    }
}
