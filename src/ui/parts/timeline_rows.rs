//! The collections timeline as a list: what a narrow page, paper and a screen reader show.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::collections::{DraftKind, Event as Act};
use crate::app::view_model::collections_marks::MarkText;
use crate::app::words::collections as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Amount, Badge, Button, ButtonKind, RuleTag, TimelineItem, TimelineList, TimelineNow,
    TimelineState,
};
use crate::ui::parts::meaning;

/// What was done, the line of today, what comes.
#[component]
pub fn TimelineRows(
    customer: CustomerId,
    earlier: Vec<MarkText>,
    past: Vec<MarkText>,
    future: Vec<MarkText>,
) -> impl IntoView {
    let here = here();
    let who = customer.clone();
    let old = (!earlier.is_empty()).then(|| {
        let count = earlier.len().to_string();
        let rows = items(here, &who, earlier);
        view! {
            <details class="track-earlier">
                <summary>{here.say(words::earlier)} " " <span class="quiet">{count}</span></summary>
                <TimelineList label=here.say(words::earlier)>{rows}</TimelineList>
            </details>
        }
    });
    let done = items(here, &customer, past);
    let coming = items(here, &customer, future);
    view! {
        {old}
        <TimelineList label=here.say(words::timeline)>
            {done}
            <TimelineNow label=here.say(words::today)/>
            {coming}
        </TimelineList>
    }
}

fn items(here: Here, customer: &CustomerId, rows: Vec<MarkText>) -> Vec<AnyView> {
    let row = |r| item(here, customer.clone(), r).into_any();
    rows.into_iter().map(row).collect()
}

fn item(here: Here, customer: CustomerId, row: MarkText) -> impl IntoView {
    let state = if row.planned { TimelineState::Planned } else { TimelineState::Done };
    let (amount, badge, rule, act) = (row.amount, row.badge, row.rule, row.act);
    let aside = move || {
        view! {
            {amount.map(|a| view! { <Amount code=a.code number=a.number/> })}
            {badge.map(|(text, tone)| view! { <Badge meaning=meaning(tone)>{text}</Badge> })}
            {rule.map(|id| view! { <RuleTag id=id/> })}
            {act.map(|act| button(here, customer, act))}
        }
    };
    view! {
        <TimelineItem when=row.day state=state meaning=meaning(row.tone) aside=aside>
            <div>{row.text}</div>
            {row.note.map(|note| view! { <div class="quiet">{note}</div> })}
        </TimelineItem>
    }
}

fn button(here: Here, customer: CustomerId, (kind, text): (DraftKind, String)) -> impl IntoView {
    let open = move |()| {
        let act = Act::Opened(customer.clone(), kind.clone());
        here.send(Event::Collections(act));
    };
    view! { <Button kind=ButtonKind::Bare on_press=open>{text}</Button> }
}
