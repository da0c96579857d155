//! Help: keys, terms, limits.

use leptos::prelude::*;

use crate::app::Lang;
use crate::app::route::Route;
use crate::app::words::{help as words, places};
use crate::ui::here::here;
use crate::ui::kit::{Kbd, LinkButton, PageHead, Panel};

type Words = fn(Lang) -> &'static str;

const KEYS: [(&str, Words); 18] = [
    ("Ctrl K", words::palette),
    ("/", words::search),
    ("?", words::all_keys),
    ("Ctrl Z", words::undo),
    ("j k ↑ ↓", words::move_row),
    ("Enter", words::open_row),
    ("Space", words::peek_row),
    ("Esc", words::back),
    ("g t", places::today),
    ("g c", places::customers),
    ("g m", places::at_risk),
    ("g r", places::credit),
    ("g l", places::collections),
    ("g s", places::suspicion),
    ("g p", places::policy),
    ("g e", places::exchange),
    ("g h", places::history),
    ("g ?", places::help),
];

const TERMS: [Words; 5] = [
    words::term_dpd,
    words::term_exposure,
    words::term_window,
    words::term_hold,
    words::term_cannot_tell,
];

const LIMITS: [Words; 3] = [words::limit_acts, words::limit_local, words::limit_advice];

#[component]
pub fn Help() -> impl IntoView {
    let here = here();
    let key = move |(keys, does): (&'static str, Words)| {
        let go = keys.starts_with("g ");
        view! {
            <tr>
                <th scope="row"><Kbd key=keys/></th>
                <td>
                    {go.then(|| view! { {here.say(words::go_to)} " " })}
                    {here.say(does)}
                </td>
            </tr>
        }
    };
    let line = move |text: Words| view! { <li>{here.say(text)}</li> };
    view! {
        <PageHead title=here.say(places::help)/>
        <div class="stack-wide measure">
            <Panel title=here.say(words::limits)>
                <ul class="prose">{LIMITS.into_iter().map(line).collect_view()}</ul>
            </Panel>
            <Panel title=here.say(words::terms)>
                <ul class="prose">{TERMS.into_iter().map(line).collect_view()}</ul>
                <p>
                    <LinkButton href=Route::Rules.to_string()>{here.say(words::rules)}</LinkButton>
                </p>
            </Panel>
            <Panel title=here.say(words::keys)>
                <table class="plain">
                    <thead>
                        <tr>
                            <th scope="col">{here.say(words::key)}</th>
                            <th scope="col">{here.say(words::does)}</th>
                        </tr>
                    </thead>
                    <tbody>{KEYS.into_iter().map(key).collect_view()}</tbody>
                </table>
            </Panel>
        </div>
    }
}
