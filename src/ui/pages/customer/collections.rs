//! A customer's tab: what comes next, what holds it, the timeline, and recording what was done.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::collections::{DraftKind, Event as Act, Zoom};
use crate::app::view_model::collections_customer::{NextText, ReasonText, Tab, tab};
use crate::app::words::{collections as words, collections_forms as forms};
use crate::domain::ids::CustomerId;
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Badge, Button, ButtonKind, Callout, EmptyKind, EmptyState, Panel, RuleTag, Section, Segment,
    Segmented, Why,
};
use crate::ui::parts::{CollectionsForm, Timeline, TimelineRows, meaning};

#[component]
pub fn Collections(customer: CustomerId) -> impl IntoView {
    let here = here();
    let id = customer.clone();
    let page = here.see(move |screen| tab(screen, &id));
    view! {
        {move || page.get().map(|p| shown(here, customer.clone(), p))}
        <CollectionsForm/>
    }
}

fn shown(here: Here, customer: CustomerId, page: Tab) -> impl IntoView {
    let read_only = page.read_only.clone();
    let stage = page.stage.clone();
    let zoom = page.zoom;
    let recorder = customer.clone();
    let tools = move || {
        view! {
            <Badge meaning=meaning(stage.1)>{stage.0}</Badge>
            <span class="wide-only"><Zooms zoom=zoom/></span>
        }
    };
    let has_picture = !page.picture.marks.is_empty();
    let upcoming = page.next.map(|n| next(here, &customer, n, read_only.clone()).into_any());
    view! {
        <div class="stack-wide">
            {upcoming}
            {page.nothing.map(|(title, why)| view! {
                <EmptyState kind=EmptyKind::Cleared title=title><p>{why}</p></EmptyState>
            })}
            <Recorders customer=recorder read_only=read_only/>
            <Panel title=here.say(words::timeline) tools=tools>
                {has_picture.then(|| view! {
                    <div class="wide-only screen-only"><Timeline picture=page.picture zoom=zoom/></div>
                })}
                <TimelineRows
                    customer=customer
                    earlier=page.earlier
                    past=page.past
                    future=page.future
                />
            </Panel>
            {reasons(here, page.reasons)}
            {cautions(here, page.cautions)}
        </div>
    }
}

fn open(here: Here, customer: &CustomerId, kind: DraftKind) -> impl Fn(()) + Send + Sync + 'static {
    let customer = customer.clone();
    move |()| {
        let act = Act::Opened(customer.clone(), kind.clone());
        here.send(Event::Collections(act));
    }
}

fn next(
    here: Here,
    customer: &CustomerId,
    next: NextText,
    read_only: Option<String>,
) -> impl IntoView {
    let (kind, text) = next.record;
    let why = read_only
        .map(Why::new)
        .or_else(|| next.not_yet.map(|(text, rule)| Why::new(text).rule(rule)));
    let press = open(here, customer, kind);
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Main on_press=press why_not=Signal::stored(why)>{text}</Button>
        }
    };
    view! {
        <Callout meaning=meaning(next.tone) actions=actions>
            <b>{next.title}</b> " " {next.sentences.join(" ")}
            <div class="quiet">{next.why} " " <RuleTag id=next.rule/></div>
        </Callout>
    }
}

#[component]
fn Zooms(zoom: Zoom) -> impl IntoView {
    let here = here();
    let segments = Signal::derive(move || {
        let lang = here.lang();
        vec![
            Segment::new(Zoom::Week.key(), words::week(lang)),
            Segment::new(Zoom::Month.key(), words::month(lang)),
            Segment::new(Zoom::Quarter.key(), words::quarter(lang)),
        ]
    });
    let pick = move |key: String| {
        if let Some(zoom) = Zoom::of_key(&key) {
            here.send(Event::Collections(Act::Zoomed(zoom)));
        }
    };
    view! {
        <Segmented
            label=here.say(words::zoom)
            segments=segments
            value=Signal::stored(zoom.key().to_owned())
            on_pick=pick
        />
    }
}

/// What a person may record, whatever comes next.
#[component]
fn Recorders(customer: CustomerId, read_only: Option<String>) -> impl IntoView {
    let here = here();
    let why = read_only.map(Why::new);
    let recorder = move |kind: DraftKind, text: fn(crate::app::Lang) -> &'static str| {
        let press = open(here, &customer, kind);
        view! {
            <Button on_press=press why_not=Signal::stored(why.clone())>{here.say(text)}</Button>
        }
    };
    view! {
        <div class="row screen-only">
            {recorder(DraftKind::Notice(None), forms::notice_title)}
            {recorder(DraftKind::Hold, forms::hold_title)}
            {recorder(DraftKind::Promise, forms::promise_title)}
            {recorder(DraftKind::Dispute, forms::dispute_title)}
            {recorder(DraftKind::Action(None), forms::action_title)}
        </div>
    }
}

fn reasons(here: Here, reasons: Vec<ReasonText>) -> impl IntoView {
    let row = move |reason: ReasonText| {
        view! {
            <li class="reason">
                <span>
                    {reason.what.map(|what| view! { <b>{what}</b> " · " })}
                    {reason.text}
                </span>
                <span class="reason-until">
                    {reason.until.map(|day| view! { {here.say(words::until)} " " {day} " " })}
                    <RuleTag id=reason.rule/>
                </span>
            </li>
        }
    };
    (!reasons.is_empty()).then(|| {
        let rows = reasons.into_iter().map(row).collect_view();
        view! {
            <Section title=here.say(words::why_held)><ul class="reasons">{rows}</ul></Section>
        }
    })
}

fn cautions(here: Here, cautions: Vec<String>) -> impl IntoView {
    (!cautions.is_empty()).then(|| {
        let rows = cautions
            .into_iter()
            .map(|text| view! { <li class="reason">{text}</li> })
            .collect_view();
        view! {
            <Section title=here.say(words::cautions)><ul class="reasons">{rows}</ul></Section>
        }
    })
}
