//! Every entry: who, when, from which source.

use leptos::prelude::*;

use super::known_on::KnownOn;
use crate::app::view_model::history::{self, Whose};
use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;
use crate::ui::parts::Entries;

#[component]
pub fn History() -> impl IntoView {
    let here = here();
    let shown = here.see(|screen| history::list(screen, &Whose::Book).shown);
    view! {
        <PageHead title=here.say(words::history) lead=move || move || shown.get()/>
        // On a narrow page the top bar has no room for it.
        <div class="narrow-only"><KnownOn/></div>
        <Entries/>
    }
}
