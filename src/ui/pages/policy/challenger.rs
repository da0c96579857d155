//! The challenger: naming it, ending it, and what it would have decided.

use leptos::prelude::*;

use super::bar::why;
use super::moves::swayed;
use crate::app::Event;
use crate::app::update::policy::Event as Act;
use crate::app::view_model::policy::{self, ChallengerPanel, Running, Tried};
use crate::app::words::{marks, policy_challenger as words};
use crate::ui::here::here;
use crate::ui::kit::{Button, Fact, Facts, FactsKind, Panel};
use crate::ui::parts::Amounts;

/// Names what is shown, with the reason that was typed beside it.
#[component]
pub fn NameIt() -> impl IntoView {
    let here = here();
    let refusal = here.see(policy::why_not_name);
    let why_not = Signal::derive(move || refusal.with(why));
    view! {
        <Button why_not on_press=move |()| here.send(Event::Policy(Act::ChallengerNamed))>
            {here.say(words::name_it)}
        </Button>
    }
}

#[component]
pub fn Challenger() -> impl IntoView {
    let here = here();
    let panel = here.see(policy::challenger);
    move || panel.get().map(shown)
}

fn shown(panel: ChallengerPanel) -> impl IntoView {
    let here = here();
    let none = panel.tried.is_empty();
    view! {
        <Panel title=here.say(words::title)>
            <div class="stack">
                {panel.running.map(running)}
                {none.then(|| view! { <p class="muted">{here.say(words::no_answers)}</p> })}
                {panel.tried.into_iter().map(tried).collect_view()}
                {(!none).then(|| view! { <p class="quiet">{here.say(words::caution)}</p> })}
            </div>
        </Panel>
    }
}

fn running(one: Running) -> impl IntoView {
    let here = here();
    let refusal = one.why_not_end;
    let why_not = Signal::derive(move || why(&refusal));
    view! {
        <div class="row row-bottom">
            <div>
                <p><b><bdi>{one.name}</bdi></b></p>
                <p class="muted">
                    <bdi>{one.by}</bdi>
                    {one.reason.map(|reason| view! { " — " <bdi>{reason}</bdi> })}
                </p>
                <p class="quiet">{one.note}</p>
                {one.unanswered.map(|told| view! { <p>{told}</p> })}
            </div>
            <span class="screen-only">
                <Button why_not on_press=move |()| here.send(Event::Policy(Act::ChallengerEnded))>
                    {here.say(words::end)}
                </Button>
            </span>
        </div>
    }
}

fn tried(one: Tried) -> impl IntoView {
    let here = here();
    let month = |(label, value): (String, String)| view! { <li>{label} {here.say(marks::colon)} {value}</li> };
    let has_months = one.months.len() > 1;
    let has_limits = !one.limits.is_empty();
    let labels = [words::exposure, words::limit_proposed, words::limit_challenger];
    let group = move |one| swayed(here, one, labels, None::<()>);
    view! {
        <div>
            <p><b><bdi>{one.version}</bdi></b> " " <code>{one.sha256}</code> " · " {one.asked}</p>
            <Facts kind=FactsKind::List>
                <Fact label=here.say(words::agree)>{one.alike}</Fact>
                {has_limits.then(|| view! {
                    <Fact label=here.say(words::limits)><Amounts amounts=one.limits/></Fact>
                })}
            </Facts>
            {has_months.then(|| view! {
                <p class="quiet">{here.say(words::by_month)}</p>
                <ul class="lines small">{one.months.into_iter().map(month).collect_view()}</ul>
            })}
            {one.groups.into_iter().map(group).collect_view()}
        </div>
    }
}
