//! Money at risk: the customers by what can still be saved about them today.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::view_model::at_risk::{self, Line, List};
use crate::app::words::{customers, places, risk as words};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Badge, Cell, Column, EmptyKind, EmptyState, LinkButton, MAX_ROWS, PageHead, Row, Rows, RuleTag,
    Table,
};
use crate::ui::parts::{Amounts, meaning};

#[component]
pub fn AtRisk() -> impl IntoView {
    let here = here();
    let list = here.see(at_risk::list);
    let rows = Signal::derive(move || rows(here, list));
    let to_calendar = move || {
        view! {
            <LinkButton href=Route::Closing.to_string()>{here.say(places::closing)}</LinkButton>
        }
    };
    view! {
        <PageHead
            title=here.say(places::at_risk)
            lead=move || move || list.with(|l| l.lead.clone())
            aside=to_calendar
        />
        {move || table(here.lang(), rows, list.with(|l| l.ids.len()) <= MAX_ROWS)}
    }
}

fn table(lang: crate::app::Lang, rows: Signal<Rows>, few: bool) -> impl IntoView {
    let columns = vec![
        Column::new("name", customers::customer(lang)).width(240),
        Column::new("today", words::only_today_head(lang)).numeric(),
        Column::new("savable", words::can_be_saved(lang)).numeric(),
        Column::new("first", words::closes_first(lang)).width(320),
        Column::new("left", words::time_left(lang)),
        Column::new("hour", words::hourly(lang)).numeric(),
        Column::new("overdue", words::late_by(lang)).numeric(),
    ];
    view! {
        <Table
            id="at-risk"
            caption=places::at_risk(lang)
            columns=columns
            rows=rows
            empty=none
            stack=few
        />
    }
}

fn none() -> impl IntoView {
    let here = here();
    view! {
        <EmptyState kind=EmptyKind::Cleared title=here.say(words::nothing_to_save)>
            <p>{here.say(words::nothing_to_save_why)}</p>
        </EmptyState>
    }
}

fn rows(here: Here, list: Memo<List>) -> Rows {
    let ids = list.with(|l| l.ids.clone());
    let lang = here.lang();
    Rows::new(ids.len(), move |at| {
        let line = ids.get(at).and_then(|id| here.look(|s| at_risk::line(s, id)));
        line.map_or_else(|| Row::new(Vec::new()), |line| row(lang, line))
    })
}

fn row(lang: crate::app::Lang, line: Line) -> Row {
    let tone = meaning(line.tone);
    let money = |all: Vec<crate::app::view_model::AmountText>| {
        if all.is_empty() {
            Cell::none(words::nothing(lang))
        } else {
            Cell::view(view! { <Amounts amounts=all/> })
        }
    };
    let (left, until, rule) = (line.left, line.until, line.rule);
    Row::new(vec![
        Cell::name(line.name),
        money(line.today_only),
        money(line.savable),
        Cell::view(view! { <span>{line.first} " " <RuleTag id=rule/></span> }),
        Cell::view(
            view! { <span><Badge meaning=tone>{left}</Badge> " " <span class="quiet nowrap">{until}</span></span> },
        ),
        money(line.per_hour),
        Cell::text(line.overdue.unwrap_or_default()),
    ])
    .href(line.href)
    .meaning(tone)
}
