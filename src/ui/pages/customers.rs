//! Customers: one table over the whole book.

use leptos::prelude::*;

use crate::app::update::customers::{Column as Key, Event as Act};
use crate::app::view_model::customers::{self, Line, List, Nothing};
use crate::app::words::{customers as words, places};
use crate::app::{Event, Route};
use crate::ui::here::here;
use crate::ui::kit::{
    Badge, Cell, Column, Direction, EmptyKind, EmptyState, Meter, PageHead, Row, Rows, SearchBox,
    Sort, Table,
};
use crate::ui::parts::{Amounts, meaning};

#[component]
pub fn Customers() -> impl IntoView {
    let here = here();
    let list = here.see(customers::list);
    let rows = Signal::derive(move || rows(here, list));
    let sort = Signal::derive(move || Some(sorted(&list.get())));
    let send = move |event| here.send(Event::Customers(event));
    let on_sort = move |key: String| {
        if let Some(column) = Key::of_key(&key) {
            send(Act::SortedBy(column));
        }
    };
    view! {
        <PageHead
            title=here.say(places::customers)
            lead=move || move || list.with(|l| l.shown.clone())
        />
        <div class="toolbar">
            <SearchBox
                id="find-customer"
                label=here.say(words::search)
                placeholder=here.say(words::search)
                value=Signal::derive(move || list.with(|l| l.search.clone()))
                on_input=move |text| send(Act::Searched(text))
                key_hint="/"
            />
        </div>
        {move || table(here.lang(), rows, sort, on_sort)}
    }
}

fn table(
    lang: crate::app::Lang,
    rows: Signal<Rows>,
    sort: Signal<Option<Sort>>,
    on_sort: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let numeric = |key: Key, title| Column::new(key.key(), title).numeric().sortable();
    let columns = vec![
        Column::new(Key::Name.key(), words::customer(lang)).sortable().width(280),
        numeric(Key::Owes, words::owes(lang)),
        numeric(Key::Overdue, words::overdue(lang)),
        numeric(Key::Oldest, words::oldest(lang)),
        Column::new("exposure", words::exposure(lang)).numeric(),
        Column::new("limit", words::limit(lang)).numeric(),
        Column::new(Key::Used.key(), words::limit_used(lang)).sortable(),
        numeric(Key::Alerts, words::alerts(lang)),
        Column::new("stage", words::stage(lang)),
    ];
    view! {
        <Table
            id="customers"
            caption=places::customers(lang)
            columns=columns
            rows=rows
            sort=sort
            on_sort=on_sort
            empty=nothing
        />
    }
}

/// What stands in place of the rows, with the way on.
fn nothing() -> impl IntoView {
    let here = here();
    let way = move |on_press: fn() -> Event, label| {
        view! { <button class="link" on:click=move |_| here.send(on_press())>{here.say(label)}</button> }
    };
    match here.look(|screen| customers::list(screen).nothing) {
        Some(Nothing::NoneThen) => view! {
            <EmptyState kind=EmptyKind::NoResults title=here.say(words::none_then)>
                {way(|| Event::KnownAt(None), places::back_to_today)}
            </EmptyState>
        }
        .into_any(),
        Some(Nothing::NoneYet) => view! {
            <EmptyState kind=EmptyKind::FirstUse title=here.say(words::none_yet)>
                {here.say(words::none_yet_why)}
                " "
                <a href=Route::Exchange.to_string()>{here.say(places::exchange)}</a>
            </EmptyState>
        }
        .into_any(),
        Some(Nothing::NoneMatches) | None => view! {
            <EmptyState kind=EmptyKind::NoResults title=here.say(words::none_found)>
                {way(|| Event::Customers(Act::Searched(String::new())), words::clear_search)}
            </EmptyState>
        }
        .into_any(),
    }
}

fn sorted(list: &List) -> Sort {
    Sort {
        key: list.order.column.key().to_owned(),
        direction: if list.order.down { Direction::Down } else { Direction::Up },
    }
}

fn rows(here: crate::ui::here::Here, list: Memo<List>) -> Rows {
    let ids = list.with(|l| l.ids.clone());
    Rows::new(ids.len(), move |at| {
        let line = ids.get(at).and_then(|id| here.look(|screen| customers::line(screen, id)));
        line.map_or_else(|| Row::new(Vec::new()), row)
    })
}

fn row(line: Line) -> Row {
    let name = line.name;
    let badge = line.ledger_only.map(|text| view! { " " <Badge>{text}</Badge> });
    let used = line.used.map(|(percent, text, tone)| {
        view! { <Meter label=text.clone() percent=percent text=text meaning=meaning(tone)/> }
    });
    let stage =
        line.stage.map(|(text, tone)| view! { <span class="stage"><Badge meaning=meaning(tone)>{text}</Badge></span> });
    let cells = vec![
        Cell::view(view! { <bdi class="name">{name}</bdi> {badge} }),
        Cell::view(view! { <Amounts amounts=line.owes/> }),
        Cell::view(view! { <Amounts amounts=line.overdue tone=line.overdue_tone/> }),
        Cell::text(line.oldest.unwrap_or_default()),
        Cell::view(view! { <Amounts amounts=line.exposure/> }),
        Cell::view(line.limit.map(|l| view! { <Amounts amounts=vec![l]/> })),
        Cell::view(used),
        Cell::text(line.alerts.unwrap_or_default()),
        Cell::view(stage),
    ];
    Row::new(cells).href(line.href).meaning(meaning(line.overdue_tone))
}
