//! The policy in force, table by table.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::route::Route;
use crate::app::update::policy::Event as Act;
use crate::app::view_model::policy::{self, Grid, Page};
use crate::app::words::{places, policy as words};
use crate::ui::here::here;
use crate::ui::kit::{
    Button, EmptyKind, EmptyState, Fact, Facts, FactsKind, Glyph, LinkButton, PageHead, Panel,
};

#[component]
pub fn Policy() -> impl IntoView {
    let here = here();
    let page = here.see(policy::page);
    let aside = move || {
        view! {
            <span class="row">
                <LinkButton href=Route::Rules.to_string()>{here.say(places::rules)}</LinkButton>
                <Button
                    icon=Glyph::Export
                    on_press=move |()| here.send(Event::Policy(Act::Exported))
                >
                    {here.say(words::export)}
                </Button>
            </span>
        }
    };
    view! {
        <PageHead title=here.say(places::policy) lead=move || here.say(words::lead) aside=aside/>
        {move || match page.get() {
            Some(page) => shown(page).into_any(),
            None => none().into_any(),
        }}
    }
}

fn shown(page: Page) -> impl IntoView {
    let fact = |(label, value): (&'static str, String)| {
        view! { <Fact label=label><span class="break">{value}</span></Fact> }
    };
    view! {
        <div class="stack-wide">
            <Panel title=page.name>
                <Facts kind=FactsKind::List>
                    {page.facts.into_iter().map(fact).collect_view()}
                </Facts>
            </Panel>
            {page.grids.into_iter().map(grid).collect_view()}
        </div>
    }
}

fn grid(grid: Grid) -> impl IntoView {
    let head = |text: String| view! { <th scope="col">{text}</th> };
    let cell = |text: String| view! { <td>{text}</td> };
    let row = move |cells: Vec<String>| {
        view! { <tr>{cells.into_iter().map(cell).collect_view()}</tr> }
    };
    let note = grid.note;
    view! {
        <Panel title=grid.title tools=move || view! { <span class="quiet">{note}</span> }>
            <div class="scroll-x" tabindex="0">
                <table class="plain grid">
                    <thead>
                        <tr>{grid.heads.into_iter().map(head).collect_view()}</tr>
                    </thead>
                    <tbody>{grid.rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Panel>
    }
}

fn none() -> impl IntoView {
    let here = here();
    view! {
        <EmptyState kind=EmptyKind::Error title=here.say(words::none)>
            <p>{here.say(words::none_why)}</p>
        </EmptyState>
    }
}
