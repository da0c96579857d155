//! What is asked, and what only a person knows.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::credit::Event as Act;
use crate::app::view_model::credit::{Ask, Proposal};
use crate::app::words::credit as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{Choice, InputKind, Panel, SelectField, TextField};

#[component]
pub fn Asked(customer: CustomerId, proposal: Memo<Option<Proposal>>) -> impl IntoView {
    let here = here();
    let more = Memo::new(move |_| {
        let kinds = |p: &Proposal| {
            let kind = |a: &Ask| (a.field.clone(), a.label.clone(), a.yes_no);
            p.more.iter().map(kind).collect::<Vec<_>>()
        };
        proposal.with(|p| p.as_ref().map(kinds).unwrap_or_default())
    });
    let prefix =
        move || proposal.with(|p| p.as_ref().map(|p| p.currency.clone()).unwrap_or_default());
    let (asked, each) = (customer.clone(), customer);
    view! {
        <Panel title=here.say(words::asked)>
            <div class="stack">
                <TextField
                    id="asked"
                    label=here.say(words::limit_asked)
                    kind=InputKind::Number
                    prefix=prefix
                    value=Signal::derive(move || one(proposal, None).text)
                    error=Signal::derive(move || one(proposal, None).problem)
                    on_input=move |text| {
                        let field = crate::app::credit_desk::ASKED.to_owned();
                        here.send(Event::Credit(Act::Typed(asked.clone(), field, text)));
                    }
                />
                <details>
                    <summary>{here.say(words::more_facts)}</summary>
                    <p class="quiet">{here.say(words::more_facts_hint)}</p>
                    <div class="stack">
                        {move || {
                            let field = |(id, label, yes_no): (String, String, bool)| {
                                field(&each, proposal, (id, label), yes_no)
                            };
                            more.get().into_iter().map(field).collect_view()
                        }}
                    </div>
                </details>
            </div>
        </Panel>
    }
}

/// The field of an id, or the limit asked for.
fn one(proposal: Memo<Option<Proposal>>, id: Option<&str>) -> Ask {
    proposal.with(|p| {
        let found = p.as_ref().and_then(|p| match id {
            None => Some(&p.asked),
            Some(id) => p.more.iter().find(|a| a.field == id),
        });
        found.cloned().unwrap_or(Ask {
            field: String::new(),
            label: String::new(),
            text: String::new(),
            yes_no: false,
            problem: None,
        })
    })
}

fn field(
    customer: &CustomerId,
    proposal: Memo<Option<Proposal>>,
    (id, label): (String, String),
    yes_no: bool,
) -> AnyView {
    let here = here();
    let (value_id, error_id, sent_id) = (id.clone(), id.clone(), id.clone());
    let value = Signal::derive(move || one(proposal, Some(&value_id)).text);
    let error = Signal::derive(move || one(proposal, Some(&error_id)).problem);
    let customer = customer.clone();
    let send = move |text: String| {
        here.send(Event::Credit(Act::Typed(customer.clone(), sent_id.clone(), text)));
    };
    let id = format!("field-{}", id.replace('.', "-"));
    if yes_no {
        let choices = Signal::derive(move || {
            let lang = here.lang();
            vec![
                Choice::new("", words::unknown(lang)),
                Choice::new("true", words::yes(lang)),
                Choice::new("false", words::no(lang)),
            ]
        });
        view! { <SelectField id label choices value error on_pick=send/> }.into_any()
    } else {
        view! { <TextField id label value error on_input=send/> }.into_any()
    }
}
