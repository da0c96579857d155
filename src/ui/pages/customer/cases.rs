//! A customer's tab: alerts and cases.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::view_model::customer_cases::{self, AlertLine, Page};
use crate::app::view_model::suspicion::CaseRow;
use crate::app::words::suspicion as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::{Badge, Glyph, LinkButton, Section, WorkRow};
use crate::ui::parts::{Origin, meaning};

#[component]
pub fn Cases(customer: CustomerId) -> impl IntoView {
    let page = here().see(move |screen| customer_cases::page(screen, &customer));
    move || page.get().map(shown)
}

fn shown(page: Page) -> impl IntoView {
    let here = here();
    let no_alerts = page
        .alerts
        .is_empty()
        .then(|| view! { <p class="muted">{here.say(words::no_open_alerts)}</p> });
    let no_cases =
        page.cases.is_empty().then(|| view! { <p class="muted">{here.say(words::no_cases)}</p> });
    view! {
        <Section title=here.say(words::alerts)>
            {no_alerts}
            {page.alerts.into_iter().map(alert).collect_view()}
        </Section>
        <Section title=here.say(words::cases)>
            {no_cases}
            {page.cases.into_iter().map(case).collect_view()}
        </Section>
    }
}

fn alert(line: AlertLine) -> impl IntoView {
    let tone = meaning(line.tone);
    let (title, detected, state, origin) = (line.title, line.detected, line.state, line.origin);
    let badge = move |text: String| view! { <Badge meaning=tone>{text}</Badge> " " };
    let open = line.open;
    view! {
        <WorkRow
            glyph=Glyph::Flag
            meaning=tone
            title=move || view! { <bdi>{title}</bdi> }
            reason=move || view! {
                {state.into_iter().map(badge).collect_view()}
                <span class="quiet">{detected}</span>
                <Origin text=origin/>
            }
            actions=move || open.then(|| view! {
                <LinkButton href=Route::Suspicion.to_string()>
                    {here().say(words::answer)}
                </LinkButton>
            })
        />
    }
}

fn case(row: CaseRow) -> impl IntoView {
    let tone = meaning(row.tone);
    let (href, title) = (row.href.clone(), row.title);
    let (state, severity, owner) = (row.state, row.severity, row.owner);
    view! {
        <WorkRow
            glyph=Glyph::File
            meaning=tone
            title=move || view! { <a href=href><bdi>{title}</bdi></a> }
            reason=move || view! {
                <Badge>{state}</Badge> " " <Badge meaning=tone>{severity}</Badge> " "
                <bdi>{owner}</bdi>
            }
            actions=move || view! {
                <LinkButton href=row.href>{here().say(words::see_case)}</LinkButton>
            }
        />
    }
}
