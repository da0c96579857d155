use leptos::prelude::*;

use super::page::send;
use crate::app::update::exchange::Event as Act;
use crate::app::view_model::exchange::Page;
use crate::app::words::exchange as words;
use crate::ui::here::here;
use crate::ui::kit::{Button, Glyph, Panel};

/// The whole book as one file.
#[component]
pub fn Share(page: Memo<Page>) -> impl IntoView {
    let here = here();
    view! {
        <Panel title=here.say(words::share)>
            <div class="stack">
                <p>{here.say(words::share_text)}</p>
                <p class="quiet">{move || page.with(|p| p.entries.clone())}</p>
                <div class="row">
                    <Button icon=Glyph::Export on_press=move |()| send(here, Act::Exported)>
                        {here.say(words::export)}
                    </Button>
                </div>
            </div>
        </Panel>
    }
}
