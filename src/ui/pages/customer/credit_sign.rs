//! Recording the decision: in which role, as proposed, or otherwise.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::credit::{Change, Event as Act};
use crate::app::view_model::credit::Proposal;
use crate::app::words::{credit as words, places};
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{
    Button, ButtonKind, Dialog, Glyph, InputKind, SelectField, TextArea, TextField, Why,
};
use crate::ui::parts::{choices_of, text_of, why};

#[component]
pub fn Sign(customer: CustomerId, proposal: Memo<Option<Proposal>>) -> impl IntoView {
    let here = here();
    let send = move |act| here.send(Event::Credit(act));
    let accepted = customer.clone();
    view! {
        <div class="row row-bottom screen-only">
            <SelectField
                id="sign-as"
                label=here.say(words::sign_as)
                choices=choices_of(proposal, |p| p.as_ref().map(|p| &p.roles))
                value=text_of(proposal, |p| p.as_ref().map(|p| &p.role))
                on_pick=move |role| send(Act::RoleChosen(role))
            />
            <Button
                kind=ButtonKind::Main
                icon=Glyph::Check
                why_not=why_of(proposal, |p| &p.why_not)
                on_press=move |()| send(Act::Accepted(accepted.clone()))
            >
                {here.say(words::accept)}
            </Button>
            <Button on_press=move |()| send(Act::OverrideOpened)>{here.say(words::overrule)}</Button>
        </div>
        <Overrule customer proposal/>
    }
}

#[component]
fn Overrule(customer: CustomerId, proposal: Memo<Option<Proposal>>) -> impl IntoView {
    let here = here();
    let send = move |act| here.send(Event::Credit(act));
    let open = Signal::derive(move || proposal.with(|p| p.as_ref().is_some_and(|p| p.overriding)));
    let actions = move || {
        let customer = customer.clone();
        view! {
            <Button
                kind=ButtonKind::Main
                why_not=why_of(proposal, |p| &p.why_not_changed)
                on_press=move |()| send(Act::Overridden(customer.clone()))
            >
                {here.say(words::record_other)}
            </Button>
        }
    };
    view! {
        <Dialog
            id="overrule"
            title=here.say(words::overrule_title)
            open=open
            on_close=move |()| send(Act::OverrideLeft)
            close_label=here.say(places::close)
            actions=actions
        >
            <Changes proposal/>
        </Dialog>
    }
}

#[component]
fn Changes(proposal: Memo<Option<Proposal>>) -> impl IntoView {
    let here = here();
    let typed = move |change| {
        move |text: String| here.send(Event::Credit(Act::OverrideTyped(change, text)))
    };
    let second = Memo::new(move |_| proposal.with(|p| p.as_ref().is_some_and(|p| p.second_wanted)));
    let wrong = move |get: fn(&Proposal) -> Option<String>| {
        Signal::derive(move || proposal.with(|p| p.as_ref().and_then(get)))
    };
    view! {
        <div class="stack">
            <SelectField
                id="overrule-outcome"
                label=here.say(words::outcome)
                choices=choices_of(proposal, |p| p.as_ref().map(|p| &p.outcomes))
                value=text_of(proposal, |p| p.as_ref().map(|p| &p.draft.outcome))
                on_pick=typed(Change::Outcome)
            />
            <TextField
                id="overrule-limit"
                label=here.say(words::limit)
                hint=here.say(words::as_proposed)
                kind=InputKind::Number
                error=wrong(|p| p.wrong_limit.clone())
                value=text_of(proposal, |p| p.as_ref().map(|p| &p.draft.limit))
                on_input=typed(Change::Limit)
            />
            <TextField
                id="overrule-terms"
                label=here.say(words::terms)
                hint=here.say(words::as_proposed)
                kind=InputKind::Number
                error=wrong(|p| p.wrong_terms.clone())
                value=text_of(proposal, |p| p.as_ref().map(|p| &p.draft.terms))
                on_input=typed(Change::Terms)
            />
            <SelectField
                id="overrule-code"
                label=here.say(words::code)
                choices=choices_of(proposal, |p| p.as_ref().map(|p| &p.codes))
                value=text_of(proposal, |p| p.as_ref().map(|p| &p.draft.code))
                on_pick=typed(Change::Code)
            />
            {move || second.get().then(|| view! {
                <TextField
                    id="overrule-second"
                    label=here.say(words::second_by)
                    hint=here.say(words::second_hint)
                    value=text_of(proposal, |p| p.as_ref().map(|p| &p.draft.second))
                    on_input=typed(Change::Second)
                />
            })}
            <TextArea
                id="overrule-note"
                label=here.say(words::note)
                value=text_of(proposal, |p| p.as_ref().map(|p| &p.draft.note))
                on_input=typed(Change::Note)
            />
        </div>
    }
}

/// Why something may not be done, and the rule that says so.
type Refusal = Option<(String, Option<String>)>;

fn why_of(proposal: Memo<Option<Proposal>>, get: fn(&Proposal) -> &Refusal) -> Signal<Option<Why>> {
    Signal::derive(move || proposal.with(|p| p.as_ref().and_then(|p| get(p).clone())).map(why))
}
