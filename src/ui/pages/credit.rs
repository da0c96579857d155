//! Credit: who wants a decision, and who has one.

use leptos::prelude::*;

use crate::app::view_model::credit_list::{self, Line, Page};
use crate::app::words::{credit as words, customers, places};
use crate::ui::here::here;
use crate::ui::kit::{Badge, Cell, Column, PageHead, Row, Rows, Table};
use crate::ui::parts::{Amounts, meaning};

#[component]
pub fn Credit() -> impl IntoView {
    let here = here();
    let page = here.see(credit_list::page);
    let rows = Signal::derive(move || rows(&page.get()));
    view! {
        <PageHead
            title=here.say(places::credit)
            lead=move || move || page.with(|p| p.lead.clone())
        />
        <p class="muted">{here.say(words::list_lead)}</p>
        {move || {
            let lang = here.lang();
            let columns = vec![
                Column::new("customer", customers::customer(lang)).width(280),
                Column::new("wants", words::wants(lang)),
                Column::new("decided", words::decided(lang)),
                Column::new("limit", words::limit(lang)).numeric(),
                Column::new("expires", words::expires(lang)).numeric(),
            ];
            view! {
                <Table id="credit" caption=places::credit(lang) columns=columns rows=rows stack=true/>
            }
        }}
    }
}

fn rows(page: &Page) -> Rows {
    let lines = page.lines.clone();
    Rows::new(lines.len(), move |at| {
        lines.get(at).cloned().map_or_else(|| Row::new(Vec::new()), row)
    })
}

fn row(line: Line) -> Row {
    let badge = |mark: Option<(String, crate::app::view_model::Tone)>| {
        mark.map(|(text, tone)| view! { <Badge meaning=meaning(tone)>{text}</Badge> })
    };
    let tone = line.wants.map_or_else(Default::default, |w| meaning(w.1));
    let cells = vec![
        Cell::name(line.name),
        Cell::view(badge(line.wants.map(|(text, tone)| (text.to_owned(), tone)))),
        Cell::view(badge(line.outcome)),
        Cell::view(line.limit.map(|l| view! { <Amounts amounts=vec![l]/> })),
        Cell::text(line.expires.unwrap_or_default()),
    ];
    Row::new(cells).href(line.href).meaning(tone)
}
