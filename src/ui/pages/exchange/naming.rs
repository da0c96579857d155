use leptos::prelude::*;

use super::page::send;
use crate::app::update::exchange::{Event as Act, NameChoice};
use crate::app::view_model::exchange::{self, NameText, OTHER, SearchText};
use crate::app::words::mapping as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::{Here, here};
use crate::ui::kit::{Button, ButtonKind, Choice, SearchBox, Section, SelectField};

/// Names of a ledger beside the tenants that they may stand for.
#[component]
pub fn Naming() -> impl IntoView {
    let here = here();
    let text = here.see(exchange::naming);
    let is_shown = Memo::new(move |_| text.with(|t| !t.names.is_empty()));
    let count = Memo::new(move |_| text.with(|t| t.names.len()));
    let remembered = Memo::new(move |_| text.with(|t| t.remembered.clone()));
    let accept = move || {
        text.with(|t| t.accept.clone()).map(|label| {
            view! {
                <div class="row">
                    <Button on_press=move |()| send(here, Act::SameNamesAccepted)>{label}</Button>
                </div>
            }
        })
    };
    let more = move || {
        text.with(|t| t.has_more).then(|| {
            view! {
                <div class="row">
                    <Button kind=ButtonKind::Bare on_press=move |()| send(here, Act::MoreNamesAsked)>
                        {here.say(words::more_names)}
                    </Button>
                </div>
            }
        })
    };
    // A line stays while its answer changes, so that the focus stays with it.
    let lines = move || {
        let one = move |at| {
            let line = Memo::new(move |_| text.with(|t| t.names.get(at).cloned()));
            view! { <li>{move || line.get().map(|name| name_line(here, at, name))}</li> }
        };
        (0..count.get()).map(one).collect_view()
    };
    view! {
        {move || remembered.get().map(|told| view! { <p class="quiet">{told}</p> })}
        {move || is_shown.get().then(|| view! {
            <Section title=here.say(words::names_title)>
                <p class="muted">{here.say(words::names_lead)}</p>
                {accept}
                <ul class="name-lines">{lines}</ul>
                {more}
            </Section>
        })}
    }
}

fn name_line(here: Here, at: usize, name: NameText) -> impl IntoView {
    let id = name.id.clone();
    let choices: Vec<Choice> =
        name.choices.into_iter().map(|(value, text)| Choice::new(value, text)).collect();
    let picked = move |value: String| {
        if value == OTHER {
            send(here, Act::NameSearched(id.clone(), String::new()));
        } else if let Some(choice) = exchange::choice(&value) {
            send(here, Act::NameChosen(id.clone(), choice));
        }
    };
    let find = view! { <Find at=at name=name.id/> };
    view! {
        <SelectField
            id=format!("name-{at}")
            label=name.label
            hint=name.hint
            choices=choices
            value=name.answer
            on_pick=picked
        />
        {find}
    }
}

/// Looks for another customer. The field stays while one types, and what is found changes under it.
#[component]
fn Find(at: usize, name: CustomerId) -> impl IntoView {
    let here = here();
    let name = StoredValue::new(name);
    let search = here.see(move |screen| name.with_value(|name| exchange::search(screen, name)));
    let open = Memo::new(move |_| search.with(Option::is_some));
    let typed = Signal::derive(move || {
        search.with(|s| s.as_ref().map(|s| s.typed.clone())).unwrap_or_default()
    });
    let join = move |tenant: CustomerId| {
        let choice = Some(NameChoice::Joined(tenant));
        send(here, Act::NameChosen(name.get_value(), choice));
    };
    let found = move || {
        let SearchText { found, none, .. } = search.get()?;
        let one = move |(tenant, shown): (CustomerId, String)| {
            let joined = move |()| join(tenant.clone());
            view! { <Button kind=ButtonKind::Bare on_press=joined>{shown}</Button> }
        };
        let none = none.then(|| {
            view! { <p class="quiet" role="status">{here.say(words::no_match)}</p> }
        });
        Some(view! { <div class="row">{found.into_iter().map(one).collect_view()}</div> {none} })
    };
    move || {
        open.get().then(|| {
            view! {
                <SearchBox
                    id=format!("name-search-{at}")
                    label=here.say(words::find)
                    value=typed
                    on_input=move |typed| send(here, Act::NameSearched(name.get_value(), typed))
                />
                {found}
            }
        })
    }
}
