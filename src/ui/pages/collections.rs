//! Collections: who is due for which step today, what comes, what is held.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::route::Route;
use crate::app::update::collections::{DraftKind, Event as Act, View};
use crate::app::view_model::collections::{Line, Work, work};
use crate::app::words::{collections as words, places};
use crate::domain::ids::CustomerId;
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Amount, Badge, Button, Callout, EmptyKind, EmptyState, Glyph, LinkButton, Meaning, PageHead,
    RuleTag, SearchBox, Segment, Segmented, WorkRow,
};
use crate::ui::parts::{CollectionsForm, meaning};

#[component]
pub fn Collections() -> impl IntoView {
    let here = here();
    let page = here.see(work);
    let lines = Memo::new(move |_| page.with(|p| p.lines.clone()));
    let view = Memo::new(move |_| page.with(|p| p.view));
    let more = Memo::new(move |_| page.with(|p| p.more.clone()));
    let stale = Memo::new(move |_| page.with(|p| p.stale.clone()));
    view! {
        <PageHead
            title=here.say(places::collections)
            lead=move || move || page.with(|p| p.lead.clone())
        />
        {move || stale.get().map(|text| stale_callout(here, text))}
        <Tools page=page/>
        {move || {
            let lines = lines.get();
            if lines.is_empty() {
                none(here, view.get()).into_any()
            } else {
                let plain = view.get() != View::Due;
                let rows = lines.into_iter().map(|l| row(here, l)).collect_view();
                view! { <div class="debts" class:debts-plain=plain>{rows}</div> }.into_any()
            }
        }}
        {move || more.get().map(|text| view! {
            <div class="toolbar">
                <Button on_press=move |()| send(here, Act::MoreShown)>
                    {here.say(words::show_more)} " · " {text}
                </Button>
            </div>
        })}
        <CollectionsForm/>
    }
}

fn send(here: Here, act: Act) {
    here.send(Event::Collections(act));
}

#[component]
fn Tools(page: Memo<Work>) -> impl IntoView {
    let here = here();
    let segments = Signal::derive(move || {
        let segment = |(view, text): &(View, String)| Segment::new(view.key(), text.clone());
        page.with(|p| p.views.iter().map(segment).collect::<Vec<_>>())
    });
    let pick = move |key: String| {
        if let Some(view) = View::of_key(&key) {
            send(here, Act::ViewChosen(view));
        }
    };
    view! {
        <div class="toolbar">
            <Segmented
                label=here.say(words::view)
                segments=segments
                value=Signal::derive(move || page.with(|p| p.view.key().to_owned()))
                on_pick=pick
            />
            <SearchBox
                id="find-debtor"
                label=here.say(words::search)
                placeholder=here.say(words::search)
                value=Signal::derive(move || page.with(|p| p.search.clone()))
                on_input=move |text| send(here, Act::Searched(text))
            />
        </div>
    }
}

fn stale_callout(here: Here, text: String) -> impl IntoView {
    let go = move || {
        view! {
            <LinkButton href=Route::Exchange.to_string()>{here.say(words::import_payments)}</LinkButton>
        }
    };
    view! {
        <Callout meaning=Meaning::Due actions=go>{text} " " <RuleTag id="COL-209"/></Callout>
    }
}

fn none(here: Here, view: View) -> impl IntoView {
    let (title, why) = match view {
        View::Due => (here.say(words::none_due), here.say(words::none_due_why)),
        _ => (here.say(words::none_here), here.say(words::none_here_why)),
    };
    view! { <EmptyState kind=EmptyKind::Cleared title=title><p>{why}</p></EmptyState> }
}

fn row(here: Here, line: Line) -> impl IntoView {
    let glyph = match (line.affects_access, line.record.is_some()) {
        (true, _) => Glyph::Lock,
        (_, true) => Glyph::ArrowRight,
        _ => Glyph::Clock,
    };
    let access = line.affects_access;
    let (href, go, due) = (line.href.clone(), line.href, line.record.is_some());
    let title = move || {
        view! {
            <a href=href><bdi class="name">{line.name}</bdi></a>
            {(!line.what.is_empty()).then(|| view! { " — " {line.what} })}
            {access.then(|| view! {
                " " <Badge meaning=Meaning::Danger>{here.say(words::affects_access)}</Badge>
            })}
        }
    };
    let reason = move || view! { {line.why} " " <RuleTag id=line.rule/> };
    let figure = move || {
        view! {
            {line.amount.map(|a| view! { <b><Amount code=a.code number=a.number/></b> })}
            <span>{line.overdue}</span>
        }
    };
    let clock = move || view! { <b>{line.when}</b> <span>{line.when_note}</span> };
    let actions = move || {
        view! {
            {line.record.map(|record| record_button(here, line.customer, record))}
            {due.then(|| view! { <LinkButton href=go>{here.say(words::open)}</LinkButton> })}
        }
    };
    view! {
        <WorkRow
            glyph=glyph
            meaning=meaning(line.tone)
            title=title
            reason=reason
            figure=figure
            clock=clock
            actions=actions
        />
    }
}

fn record_button(
    here: Here,
    customer: CustomerId,
    (kind, text): (DraftKind, String),
) -> impl IntoView {
    let open = move |()| send(here, Act::Opened(customer.clone(), kind.clone()));
    view! { <Button on_press=open>{text}</Button> }
}
