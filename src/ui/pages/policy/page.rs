//! The policy page: a head, the parts, the table of the part that is chosen, and what stands beside it.

use leptos::prelude::*;

use super::bar::{DraftBar, Tools};
use super::challenger::Challenger;
use super::grid::Grid;
use super::review::{Proposals, Refused, Review};
use super::side::Side;
use crate::app::Event;
use crate::app::update::policy::{Event as Act, Hand, act};
use crate::app::view_model::policy::{self, InForce, Part, Work};
use crate::app::words::{places, policy as old, policy_page as words};
use crate::ui::here::here;
use crate::ui::kit::{
    Badge, EmptyKind, EmptyState, Fact, Facts, FactsKind, Meaning, PageHead, Panel,
};

#[component]
pub fn Policy() -> impl IntoView {
    let here = here();
    let head = here.see(policy::head);
    // In an effect, so that the page stands before anything is read.
    Effect::new(move |_| here.send(Event::Policy(Act::Opened(Hand(act)))));
    let has_policy = Memo::new(move |_| head.with(|h| h.in_force.is_some()));
    let working = Memo::new(move |_| head.with(|h| h.work != Work::Reading));
    view! {
        <PageHead
            title=here.say(places::policy)
            lead=move || here.say(old::lead)
            aside=move || view! { <Tools head/> }
        />
        <div class="stack-wide policy">
            <Refused head/>
            <Proposals head/>
            <DraftBar head/>
            <Review head/>
            {move || if has_policy.get() || working.get() {
                view! {
                    <Parts/>
                    <div class="policy-work">
                        <Grid/>
                        <Side/>
                    </div>
                }
                .into_any()
            } else {
                none().into_any()
            }}
            <Challenger/>
            {move || (!working.get()).then(|| head.with(|h| h.in_force.clone()).map(in_force))}
        </div>
    }
}

fn in_force(policy: InForce) -> impl IntoView {
    let fact = |(label, value): (&'static str, String)| {
        view! { <Fact label=label><span class="break">{value}</span></Fact> }
    };
    view! {
        <Panel title=policy.name>
            <Facts kind=FactsKind::List>
                {policy.facts.into_iter().map(fact).collect_view()}
            </Facts>
        </Panel>
    }
}

#[component]
fn Parts() -> impl IntoView {
    let here = here();
    let parts = here.see(policy::parts);
    let part = move |part: Part| {
        let key = part.key;
        let meaning = if part.has_error { Meaning::Danger } else { Meaning::Due };
        let count = (part.faults > 0).then(|| {
            view! { <Badge meaning>{part.faults.to_string()}</Badge> }
        });
        view! {
            <li>
                <button
                    type="button"
                    class="part"
                    aria-pressed=if part.chosen { "true" } else { "false" }
                    on:click=move |_| here.send(Event::Policy(Act::SheetChosen(key.clone())))
                >
                    {part.title}
                    {count}
                </button>
            </li>
        }
    };
    view! {
        <nav class="parts" aria-label=here.say(words::parts)>
            <ul>{move || parts.get().into_iter().map(part).collect_view()}</ul>
        </nav>
    }
}

fn none() -> impl IntoView {
    let here = here();
    view! {
        <EmptyState kind=EmptyKind::Error title=here.say(old::none)>
            <p>{here.say(old::none_why)}</p>
        </EmptyState>
    }
}
