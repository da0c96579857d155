use leptos::prelude::*;

use super::page::send;
use crate::app::update::exchange::{Event as Act, What};
use crate::app::view_model::exchange::{self, Offered, ShareText};
use crate::app::words::{exchange as words, sharing};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Button, CheckField, Choice, Glyph, InputKind, Panel, SearchBox, SelectField, TextField, Why,
};

/// The book, or a part of it, as one file.
#[component]
pub fn Share() -> impl IntoView {
    let here = here();
    let text = here.see(exchange::share);
    let what = Memo::new(move |_| text.with(|t| t.what));
    let picked = move |word: String| {
        let what = What::ALL.into_iter().find(|what| what.word() == word).unwrap_or_default();
        send(here, Act::WhatChosen(what));
    };
    let asked = move || match what.get() {
        What::Everything => ().into_any(),
        What::Customers => customers(here, text).into_any(),
        What::Case | What::Report => case(here, text).into_any(),
        What::Period => period(here, text).into_any(),
    };
    let leaves = move || {
        text.with(|t| t.leaves.clone())
            .into_iter()
            .map(|line| view! { <p class="quiet">{line}</p> })
            .collect_view()
    };
    view! {
        <Panel title=here.say(words::share)>
            <div class="stack">
                <p>{here.say(words::share_text)}</p>
                <SelectField
                    id="share-what"
                    label=here.say(sharing::share_what)
                    choices=choices(text, |t| t.whats.iter().map(|(w, n)| Choice::new(*w, *n)).collect())
                    value=Signal::derive(move || what.get().word().to_owned())
                    on_pick=picked
                />
                {asked}
                {leaves}
                {move || button(here, text, what.get())}
            </div>
        </Panel>
    }
}

fn choices(text: Memo<ShareText>, get: fn(&ShareText) -> Vec<Choice>) -> Signal<Vec<Choice>> {
    Signal::derive(move || text.with(get))
}

fn button(here: Here, text: Memo<ShareText>, what: What) -> impl IntoView {
    let why_not = Signal::derive(move || text.with(|t| t.why_not.map(Why::new)));
    let (act, label): (fn() -> Act, _) = match what {
        What::Everything => (|| Act::Exported, here.say(words::export)),
        What::Report => (|| Act::PartExported, here.say(sharing::export_report)),
        _ => (|| Act::PartExported, here.say(sharing::export_part)),
    };
    view! {
        <div class="row">
            <Button icon=Glyph::Export why_not=why_not on_press=move |()| send(here, act())>
                {label}
            </Button>
        </div>
    }
}

fn customers(here: Here, text: Memo<ShareText>) -> impl IntoView {
    let offered = Memo::new(move |_| text.with(|t| t.customers.clone()));
    let one = move |(at, customer): (usize, Offered)| {
        let id = customer.id;
        let toggled = move |on| send(here, Act::CustomerChosen(id.clone(), on));
        view! {
            <CheckField
                id=format!("share-customer-{at}")
                label=customer.name
                checked=Signal::stored(customer.chosen)
                on_toggle=toggled
            />
        }
    };
    view! {
        <SearchBox
            id="share-search"
            label=here.say(sharing::find_customer)
            placeholder=here.say(sharing::find_customer)
            value=Signal::derive(move || text.with(|t| t.search.clone()))
            on_input=move |text| send(here, Act::CustomerSearched(text))
        />
        {move || offered.get().into_iter().enumerate().map(one).collect_view()}
        {move || text.with(|t| t.more.clone()).map(|more| view! { <p class="quiet">{more}</p> })}
    }
}

fn case(here: Here, text: Memo<ShareText>) -> impl IntoView {
    view! {
        <SelectField
            id="share-case"
            label=here.say(sharing::which_case)
            choices=choices(text, |t| t.cases.iter().map(|(id, name)| Choice::new(id.clone(), name.clone())).collect())
            value=Signal::derive(move || text.with(|t| t.case.clone()))
            on_pick=move |case| send(here, Act::CaseChosen(case))
        />
    }
}

fn period(here: Here, text: Memo<ShareText>) -> impl IntoView {
    view! {
        <div class="row">
            <TextField
                id="share-from"
                kind=InputKind::Date
                label=here.say(sharing::from)
                value=Signal::derive(move || text.with(|t| t.from.clone()))
                on_input=move |day| send(here, Act::FromTyped(day))
            />
            <TextField
                id="share-until"
                kind=InputKind::Date
                label=here.say(sharing::until)
                value=Signal::derive(move || text.with(|t| t.until.clone()))
                on_input=move |day| send(here, Act::UntilTyped(day))
            />
        </div>
    }
}
