//! The calendar of windows that close.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::at_risk::Event as Act;
use crate::app::view_model::closing::{self, DayText, ItemText};
use crate::app::words::{places, risk as words};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Amount, Button, EmptyKind, EmptyState, Glyph, LinkButton, Name, PageHead, RuleTag, Section,
    WorkRow,
};
use crate::ui::parts::meaning;

#[component]
pub fn Closing() -> impl IntoView {
    let here = here();
    let page = here.see(closing::page);
    let aside = move || {
        let save = move || here.send(Event::AtRisk(Act::CalendarSaved));
        let back = crate::app::route::Route::AtRisk.to_string();
        view! {
            <span class="row">
                <LinkButton href=back>{here.say(places::at_risk)}</LinkButton>
                <Button icon=Glyph::Export on_press=save>{here.say(words::save_calendar)}</Button>
            </span>
        }
    };
    view! {
        <PageHead title=here.say(places::closing) lead=here.say(words::calendar_lead) aside=aside/>
        {move || match page.get() {
            page if page.days.is_empty() => none(here).into_any(),
            page => page.days.into_iter().map(day).collect_view().into_any(),
        }}
        {move || page.with(|p| p.others.clone()).map(|text| view! { <p class="quiet">{text}</p> })}
    }
}

fn none(here: Here) -> impl IntoView {
    view! {
        <EmptyState kind=EmptyKind::Cleared title=here.say(words::nothing_closes)>
            <p>{here.say(words::nothing_closes_why)}</p>
        </EmptyState>
    }
}

fn day(day: DayText) -> impl IntoView {
    let count = day.items.len().to_string();
    view! { <Section title=day.title note=count>{day.items.into_iter().map(item).collect_view()}</Section> }
}

fn item(item: ItemText) -> impl IntoView {
    let (customer, what) = (item.customer, item.what);
    let title = move || {
        view! {
            {customer.map(|(name, href)| view! { <a href=href><Name name=name/></a> " — " })}
            {what}
        }
    };
    let (why, rule) = (item.why, item.rule);
    let (figure, caption) = (item.figure, item.caption);
    let (left, at) = (item.left, item.at);
    view! {
        <WorkRow
            glyph=Glyph::Calendar
            meaning=meaning(item.tone)
            title=title
            reason=move || view! { {why} " " <RuleTag id=rule/> }
            figure=move || figure.map(|f| view! {
                <b><Amount code=f.code number=f.number/></b><span>{caption}</span>
            })
            clock=move || view! { <b>{left}</b><span>{at}</span> }
        />
    }
}
