use leptos::prelude::*;

use super::book::book;
use super::page::send;
use crate::app::update::exchange::Event as Act;
use crate::app::view_model::exchange::checked;
use crate::app::words::exchange as words;
use crate::ui::files::files;
use crate::ui::here::here;
use crate::ui::kit::{DropZone, Panel};

/// Whether a book file is as it was exported.
#[component]
pub fn Check() -> impl IntoView {
    let (here, files) = (here(), files());
    let found = here.see(checked);
    let given = move |number: u64| send(here, Act::CheckGiven(number));
    view! {
        <Panel title=here.say(words::check)>
            <div class="stack">
                <p>{here.say(words::check_text)}</p>
                <DropZone
                    id="check-files"
                    title=here.say(words::check_title)
                    hint=here.say(words::check_hint)
                    pick_label=here.say(words::choose)
                    accept=".json"
                    on_drop=move |event| given((files.from_drop)(&event))
                    on_pick=move |event| given((files.from_input)(&event))
                />
                {move || found.get().map(|files| files.into_iter().map(book).collect_view())}
            </div>
        </Panel>
    }
}
