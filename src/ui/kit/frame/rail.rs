use super::Place;
use super::place::place_link;
use crate::ui::kit::Text;
use leptos::prelude::*;

/// The places down the left side of a wide page.
#[component]
pub fn Rail(
    #[prop(into)] label: Text,
    /// The mark and the name, at the top.
    #[prop(optional, into)]
    brand: ViewFnOnce,
    #[prop(into)] places: Signal<Vec<Place>>,
    /// Places that stand at the foot.
    #[prop(optional, into)]
    foot: Signal<Vec<Place>>,
) -> impl IntoView {
    let list = |places: Signal<Vec<Place>>| {
        move || places.get().into_iter().map(place_link).collect_view()
    };
    view! {
        <nav class="rail" aria-label=move || label.get()>
            <div class="brand">{brand.run()}</div>
            <ul>{list(places)}</ul>
            <ul class="rail-foot">{list(foot)}</ul>
        </nav>
    }
}
