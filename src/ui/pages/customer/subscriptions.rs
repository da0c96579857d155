//! A customer's tab: each subscription and what acting on it would do.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::subscriptions::Event as Act;
use crate::app::view_model::risk_text::ActText;
use crate::app::view_model::subscriptions::{self, ActionRow, FactText, Sold};
use crate::app::view_model::{AmountText, Tone};
use crate::app::words::{marks, risk as words};
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{
    Amount, Badge, Button, EmptyKind, EmptyState, Fact, Facts, FactsKind, Panel, RuleTag,
};
use crate::ui::parts::{Origin, meaning};

#[component]
pub fn Subscriptions(customer: CustomerId) -> impl IntoView {
    let here = here();
    let page = here.see(move |screen| subscriptions::page(screen, &customer));
    move || {
        match page.get() {
        Some(page) if !page.subscriptions.is_empty() => view! {
            <div class="stack-wide">
                <p class="muted">{page.count} {here.say(marks::stop)} {here.say(words::recorded_note)}</p>
                {page.subscriptions.into_iter().map(sold).collect_view()}
            </div>
        }
        .into_any(),
        _ => none().into_any(),
    }
    }
}

fn none() -> impl IntoView {
    let here = here();
    view! {
        <EmptyState kind=EmptyKind::FirstUse title=here.say(words::no_subscriptions)>
            <p>{here.say(words::no_subscriptions_why)}</p>
        </EmptyState>
    }
}

fn sold(sold: Sold) -> impl IntoView {
    let here = here();
    let (product, stage, tone, trial) = (sold.product, sold.stage, sold.stage_tone, sold.is_trial);
    let badges = move || {
        view! {
            {trial.then(|| view! { <Badge>{here.say(words::trial)}</Badge> })}
            <Badge>{product.clone()}</Badge>
            <Badge meaning=meaning(tone)>{stage.clone()}</Badge>
        }
    };
    let then = (!sold.then.is_empty()).then(|| {
        let all = move || sold.then.join(marks::semicolon(here.lang()));
        view! { <p class="quiet">{here.say(words::afterwards)} {here.say(marks::colon)} {all}</p> }
    });
    let none_left = sold.can.is_empty();
    let facts = (!sold.facts.is_empty()).then(|| {
        view! {
            <div class="sold-facts">
                <Facts>{sold.facts.into_iter().map(fact).collect_view()}</Facts>
            </div>
        }
    });
    view! {
        <Panel title=sold.offer tools=badges>
            <div class="stack">
                {facts}
                {then}
                {sold.origin.map(|text| view! { <Origin text=text/> })}
                <details class="acts" open=sold.open>
                    <summary>{here.say(words::sheet)}</summary>
                    {none_left.then(|| view! { <p class="muted">{here.say(words::nothing_to_do)}</p> })}
                    {sold.can.into_iter().map(possible).collect_view()}
                    <ul class="act-no">{sold.cannot.into_iter().map(impossible).collect_view()}</ul>
                </details>
            </div>
        </Panel>
    }
}

fn fact(fact: FactText) -> impl IntoView {
    let amount = fact
        .amount
        .map(|a| view! { <Amount code=a.code number=a.number meaning=meaning(fact.tone)/> });
    view! { <Fact label=fact.label meaning=meaning(fact.tone)>{amount} {fact.text}</Fact> }
}

/// An action that can be taken: what it does, then what comes with it, then its button.
fn possible(row: ActionRow) -> impl IntoView {
    let here = here();
    let instead = row.instead.map(|text| {
        view! { <Badge meaning=meaning(Tone::Due)>{here.say(words::better)} " " {text}</Badge> }
    });
    let effects = row
        .effects
        .into_iter()
        .map(|(text, rule)| view! { <li>{text} " " <RuleTag id=rule/></li> });
    view! {
        <article class="act-row">
            <header class="row">
                <b class="act-name">{row.name}</b>
                {instead}
                <span class="quiet">{row.why} " " <RuleTag id=row.rule/></span>
            </header>
            <Facts kind=FactsKind::Inline>
                <Fact label=here.say(words::access)>{row.access}</Fact>
                <Fact label=here.say(words::cost)>{row.cost}</Fact>
                <Fact label=here.say(words::saves)>{row.per_day.map_or_else(|| money(row.saves), IntoAny::into_any)}</Fact>
                <Fact label=here.say(words::still)>{money(row.still)}</Fact>
                <Fact label=here.say(words::reversible)>{row.reversible}</Fact>
            </Facts>
            <ol class="act-effects">{effects.collect_view()}</ol>
            {row.act.map(record)}
        </article>
    }
}

fn money(amount: Result<AmountText, String>) -> AnyView {
    match amount {
        Ok(a) => view! { <Amount code=a.code number=a.number/> }.into_any(),
        Err(word) => word.into_any(),
    }
}

fn record(act: ActText) -> impl IntoView {
    let here = here();
    let label = act.label.clone();
    let press = move || {
        here.send(Event::Subscriptions(Act::Did {
            customer: act.customer.clone(),
            subscription: act.subscription.clone(),
            action: act.action.clone(),
        }));
    };
    view! { <div><Button on_press=press>{label}</Button></div> }
}

/// An action that cannot be taken: why, by which rule, and what is better.
fn impossible(row: ActionRow) -> impl IntoView {
    let here = here();
    let instead = row.instead.map(|text| view! { " " <b>{here.say(words::better)} " " {text}</b> });
    view! {
        <li>
            <b>{row.name}</b> {here.say(marks::colon)}
            <span class="tone-late">{row.may_word}</span> {here.say(marks::stop)}
            {row.why} " " <RuleTag id=row.rule/> {instead}
        </li>
    }
}
