//! What may be meant by what is being typed.

use leptos::prelude::*;

use super::hold::Hold;
use crate::app::view_model::policy::Offer;
use crate::app::words::policy_page as words;
use crate::ui::here::here;

/// The completions of the cell that has the focus. It stands there empty too, so that the cell can name it.
#[component]
pub fn Offers(hold: Hold) -> impl IntoView {
    let here = here();
    let offers = Memo::new(move |_| hold.offers());
    let offer = move |(at, offer): (usize, Offer)| {
        let chosen = move || if hold.chosen.get() == Some(at) { "true" } else { "false" };
        let text = offer.text.clone();
        // Pressed and not clicked, so that the cell keeps the focus.
        let press = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            hold.pick(text.clone());
        };
        view! {
            <li
                on:mousedown=press role="option" id=format!("policy-offer-{at}") aria-selected=chosen class="policy-offer">
                <code>{offer.word}</code>
                <span class="quiet">{offer.note}</span>
            </li>
        }
    };
    view! {
        <ul
            id="policy-offers"
            class="policy-offers"
            role="listbox"
            aria-label=here.say(words::offers)
            class:policy-offers-none=move || offers.with(Vec::is_empty)
        >
            {move || offers.get().into_iter().enumerate().map(offer).collect_view()}
        </ul>
    }
}
