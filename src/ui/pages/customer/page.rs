//! The head of a customer's page and its tabs.

use leptos::prelude::*;

use super::cases::Cases;
use super::collections::Collections;
use super::credit::Credit;
use super::history::History;
use super::overview::Overview;
use super::subscriptions::Subscriptions;
use crate::app::Event;
use crate::app::route::{CustomerTab, Route};
use crate::app::view_model::customer_head::{self, Figure, Head};
use crate::app::words::customers as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{Badge, CopyText, Fact, Facts, FactsKind, PageHead, Tab, Tabs};
use crate::ui::parts::{Amounts, NoSuch, meaning};

/// One customer, at one of his tabs.
#[component]
pub fn Customer(customer: CustomerId, tab: CustomerTab) -> impl IntoView {
    let here = here();
    let id = customer.clone();
    let head = here.see(move |screen| customer_head::head(screen, &id, tab));
    move || match head.get() {
        Some(shown) => known(shown, customer.clone(), tab).into_any(),
        None => unknown().into_any(),
    }
}

fn known(head: Head, customer: CustomerId, tab: CustomerTab) -> impl IntoView {
    let here = here();
    let tabs: Vec<Tab> = head
        .tabs
        .iter()
        .map(|t| Tab {
            text: t.text.clone(),
            href: t.href.clone(),
            current: t.current,
            count: t.count.clone(),
        })
        .collect();
    let lead = head.clone();
    let figures = head.figures.clone();
    view! {
        <PageHead
            title=head.name.clone()
            name=true
            lead=move || small_facts(lead)
            aside=move || facts(figures)
        />
        <Tabs label=here.say(words::parts) tabs=Signal::stored(tabs)/>
        {shown(customer, tab)}
    }
}

fn small_facts(head: Head) -> impl IntoView {
    let here = here();
    let copy = move |text: String| here.send(Event::Copy(text));
    view! {
        <span class="row">
            {head.badge.map(|text| view! { <Badge>{text}</Badge> })}
            {head.facts.into_iter().map(|f| view! { <span>{f}</span> }).collect_view()}
            {head.tenant.map(|id| view! {
                <CopyText text=id label=here.say(words::copy_tenant) on_copy=copy/>
            })}
        </span>
    }
}

fn facts(figures: Vec<Figure>) -> impl IntoView {
    let fact = |f: Figure| {
        let empty = f.amounts.is_empty().then_some(f.otherwise);
        view! {
            <Fact label=f.label meaning=meaning(f.tone)>
                <Amounts amounts=f.amounts tone=f.tone/>
                {empty}
            </Fact>
        }
    };
    view! {
        <Facts kind=FactsKind::Inline>{figures.into_iter().map(fact).collect_view()}</Facts>
    }
}

fn shown(customer: CustomerId, tab: CustomerTab) -> AnyView {
    match tab {
        CustomerTab::Overview => view! { <Overview customer/> }.into_any(),
        CustomerTab::Credit => view! { <Credit customer/> }.into_any(),
        CustomerTab::Collections => view! { <Collections customer/> }.into_any(),
        CustomerTab::Subscriptions => view! { <Subscriptions customer/> }.into_any(),
        CustomerTab::Cases => view! { <Cases customer/> }.into_any(),
        CustomerTab::History => view! { <History customer/> }.into_any(),
    }
}

fn unknown() -> impl IntoView {
    let here = here();
    let why = Signal::derive(move || words::no_such_customer_why(here.lang()).to_owned());
    view! { <NoSuch title=words::no_such_customer why to=Route::Customers go=words::all_customers/> }
}
