use leptos::prelude::*;

use super::page::send;
use crate::app::update::exchange::Event as Act;
use crate::app::view_model::exchange::Page;
use crate::app::words::exchange as words;
use crate::ui::files::files;
use crate::ui::here::here;
use crate::ui::kit::{Button, DropZone, TextArea, TextField, Why};

/// Step one: drop, choose or paste.
#[component]
pub fn Give(page: Memo<Page>) -> impl IntoView {
    let (here, files) = (here(), files());
    (files.expect)();
    let given = move |number: u64| send(here, Act::FilesGiven(number));
    view! {
        <DropZone
            id="import-files"
            title=here.say(words::drop_title)
            hint=here.say(words::drop_hint)
            pick_label=here.say(words::choose)
            on_drop=move |event| given((files.from_drop)(&event))
            on_pick=move |event| given((files.from_input)(&event))
        />
        <details class="paste">
            <summary>{here.say(words::paste)}</summary>
            <Paste page=page/>
        </details>
    }
}

#[component]
fn Paste(page: Memo<Page>) -> impl IntoView {
    let here = here();
    let why_not = Signal::derive(move || {
        let empty = page.with(|p| p.paste.text.trim().is_empty());
        let lang = here.lang();
        empty.then(|| Why::new(words::no_text(lang)))
    });
    view! {
        <div class="stack">
            <TextField
                id="paste-name"
                label=here.say(words::paste_name)
                hint=here.say(words::paste_name_hint)
                value=Signal::derive(move || page.with(|p| p.paste.name.clone()))
                on_input=move |text| send(here, Act::PasteNamed(text))
            />
            <TextArea
                id="paste-text"
                label=here.say(words::paste_text)
                hint=here.say(words::paste_hint)
                rows=8
                value=Signal::derive(move || page.with(|p| p.paste.text.clone()))
                on_input=move |text| send(here, Act::PasteTyped(text))
            />
            <div class="row">
                <Button why_not=why_not on_press=move |()| send(here, Act::PasteGiven)>
                    {here.say(words::read_text)}
                </Button>
            </div>
        </div>
    }
}
