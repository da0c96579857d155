//! A customer's tab: the credit decision, its reasons, and recording it.

use leptos::prelude::*;

use super::credit_ask::Asked;
use super::credit_memo::MemoView;
use super::credit_sale::SaleField;
use super::credit_sign::Sign;
use crate::app::Event;
use crate::app::update::credit::Event as Act;
use crate::app::view_model::credit::{self, Page, Taken};
use crate::app::view_model::credit_again;
use crate::app::words::{credit as words, marks};
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{Badge, Button, ButtonKind, Callout, EmptyKind, EmptyState, Meaning, Panel};
use crate::ui::parts::{Amounts, meaning};

#[component]
pub fn Credit(customer: CustomerId) -> impl IntoView {
    let here = here();
    let of = customer.clone();
    let (of_whom, earlier_of) = (customer.clone(), customer.clone());
    let page = here.see(move |screen| credit::page(screen, &of));
    let has_policy = Memo::new(move |_| page.with(|p| p.as_ref().map(|p| p.proposal.is_some())));
    view! {
        {move || page.get().map(|p| in_force(&of_whom, &p))}
        {move || match has_policy.get() {
            Some(true) => proposal(customer.clone(), page).into_any(),
            Some(false) => no_policy().into_any(),
            None => ().into_any(),
        }}
        {move || page.get().map(|p| earlier(&earlier_of, p.earlier))}
    }
}

fn proposal(customer: CustomerId, page: Memo<Option<Page>>) -> impl IntoView {
    let shown = Memo::new(move |_| page.get().and_then(|p| p.proposal));
    view! {
        <div class="decision">
            <div class="stack screen-only">
                <Asked customer=customer.clone() proposal=shown/>
                <SaleField customer=customer.clone()/>
            </div>
            <div class="stack">
                <MemoView customer=customer.clone() proposal=shown/>
                <Sign customer proposal=shown/>
            </div>
        </div>
    }
}

fn in_force(customer: &CustomerId, page: &Page) -> impl IntoView + use<> {
    let here = here();
    let customer = customer.clone();
    match page.in_force.clone() {
        Some(taken) => view! {
            <Callout meaning=meaning(taken.tone)>
                <b>{here.say(words::in_force)}{here.say(marks::colon)}{taken.outcome.clone()}</b>
                " "
                {details(taken.clone())}
                {more(&customer, taken)}
            </Callout>
        }
        .into_any(),
        None => view! {
            <Callout meaning=Meaning::Due>
                <b>{here.say(words::none_yet)}</b>
                " "
                {here.say(words::none_yet_why)}
            </Callout>
        }
        .into_any(),
    }
}

fn details(taken: Taken) -> impl IntoView {
    let here = here();
    let expired = taken.expired;
    let expires = taken.expires.map(|day| {
        view! { {here.say(marks::comma)} {here.say(words::expires)} " " {day} }
    });
    view! {
        {taken.limit.map(|l| view! { <Amounts amounts=vec![l]/> {here.say(marks::comma)} })}
        {taken.terms}
        {expires}
        {expired.then(|| view! {
            " "
            <Badge meaning=Meaning::Late>{here.say(words::expired)}</Badge>
        })}
        <span class="quiet">" "{taken.by}</span>
        {taken.note.map(|note| view! { <span class="quiet">" — "<bdi>{note}</bdi></span> })}
    }
}

fn earlier(customer: &CustomerId, all: Vec<Taken>) -> impl IntoView + use<> {
    let here = here();
    let line = |taken: Taken| {
        let outcome = taken.outcome.clone();
        let tone = meaning(taken.tone);
        view! {
            <li>
                <Badge meaning=tone>{outcome}</Badge>" "{details(taken.clone())}
                {more(customer, taken)}
            </li>
        }
    };
    let lines = all.iter().cloned().map(line).collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <Panel title=here.say(words::earlier)>
                <ul class="lines">{lines}</ul>
            </Panel>
        }
    })
}

/// What can be done with a recorded decision: decide it again, tell the customer.
fn more(customer: &CustomerId, taken: Taken) -> impl IntoView + use<> {
    let here = here();
    let (replayed, told, customer) = (taken.entry.clone(), taken.entry, customer.clone());
    let save = move |()| {
        let text = here.look(|screen| credit_again::notice(screen, &customer, &told));
        if let Some(text) = text {
            let name = format!("credit-notice-{customer}.txt");
            here.send(Event::Credit(Act::Saved(name, text)));
        }
    };
    view! {
        <span class="row screen-only">
            <Button
                kind=ButtonKind::Bare
                on_press=move |()| here.send(Event::Credit(Act::ReplayAsked(replayed.clone())))
            >
                {here.say(words::replay)}
            </Button>
            <Button kind=ButtonKind::Bare on_press=save>{here.say(words::save_notice)}</Button>
        </span>
        {taken.challenger.map(|would| view! { <p class="quiet">{would}</p> })}
        {taken.replay.map(|again| view! {
            <p role="status"><Badge meaning=meaning(again.tone)>{again.text}</Badge></p>
            {again.today.map(|today| view! { <p>{today}</p> })}
        })}
    }
}

fn no_policy() -> impl IntoView {
    let here = here();
    view! {
        <EmptyState kind=EmptyKind::Error title=here.say(words::proposal)>
            <p>{here.say(words::no_policy)}</p>
        </EmptyState>
    }
}
