use crate::ui::kit::*;
use leptos::prelude::*;

const NAMES: [&str; 6] = [
    "Quay Street Books",
    "綠田食品股份有限公司",
    "Harbour Dental Group",
    "Northwind Atelier",
    "مخبز الواحة",
    "Fährhaus & Söhne Großhandelsgesellschaft mbH",
];

fn cells(place: usize) -> Row {
    let name = NAMES[place % NAMES.len()];
    let used = u32::try_from(place * 37 % 110).unwrap_or(0);
    let meaning = if used > 90 { Meaning::Late } else { Meaning::Neutral };
    let stage = match place % 3 {
        0 => view! { <Badge meaning=Meaning::Settled>"in time"</Badge> }.into_any(),
        1 => view! { <Badge meaning=Meaning::Due>"second notice"</Badge> }.into_any(),
        _ => view! { <Badge meaning=Meaning::Danger>"suspended, recorded"</Badge> }.into_any(),
    };
    Row::new(vec![
        Cell::name(format!("{name} {place}")),
        Cell::amount("EUR", format!("{},324.10", place * 7 % 90 + 1)),
        Cell::amount_meaning("EUR", format!("{},912.00", place % 20), meaning),
        Cell::text(format!("{} d", place * 13 % 97)),
        Cell::view(
            view! { <Meter label="Limit used" percent=used text=format!("{used} %") meaning/> },
        ),
        Cell::view(stage),
        Cell::text("Final notice, Tue 24 Nov"),
    ])
    .href("#/gallery")
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("name", "Customer").sortable().width(260),
        Column::new("owes", "Owes").numeric().sortable(),
        Column::new("overdue", "Overdue").numeric().sortable(),
        Column::new("oldest", "Oldest").numeric().sortable(),
        Column::new("used", "Limit used"),
        Column::new("stage", "Stage"),
        Column::new("next", "Next step"),
    ]
}

fn totals() -> Rows {
    Rows::new(1, |_| {
        Row::new(vec![
            Cell::text("100,000 customers"),
            Cell::amount("EUR", "1,204,880.00"),
            Cell::amount("EUR", "96,412.00"),
            Cell::text(""),
            Cell::text(""),
            Cell::text(""),
            Cell::text(""),
        ])
    })
}

/// Lists: filters, a small table, a hundred thousand rows.
#[component]
pub fn Lists() -> impl IntoView {
    let chips = vec![
        Chip {
            key: "stage".into(),
            text: "Stage: notice".into(),
            remove_label: "Remove stage: notice".into(),
        },
        Chip {
            key: "over".into(),
            text: "Overdue over EUR 500".into(),
            remove_label: "Remove overdue".into(),
        },
    ];
    let find = RwSignal::new(String::new());
    let marked = RwSignal::new(vec![1_usize]);
    let mark = move |place: usize| {
        marked.update(|all| {
            if all.contains(&place) { all.retain(|other| *other != place) } else { all.push(place) }
        });
    };
    let few = Signal::derive(move || {
        let marked = marked.get();
        Rows::new(6, move |place| cells(place).marked(marked.contains(&place)))
    });
    let sort = Sort { key: "overdue".into(), direction: Direction::Down };
    view! {
        <Section title="Lists">
            <div class="row">
                <SearchBox id="find-customer" label="Search customers" placeholder="Search customers" value=find on_input=move |text: String| find.set(text) key_hint="/"/>
                <Button icon=Glyph::Columns on_press=|| ()>"Choose columns"</Button>
                <Button icon=Glyph::Export on_press=|| ()>"Export rows"</Button>
            </div>
            <FilterChips label="Filters" chips on_remove=|_: String| () clear_label="Clear all" on_clear=|| () result="12 of 40 customers"/>
            <Table id="few" caption="Customers" columns=columns() rows=few sort=Some(sort) on_sort=|_: String| () on_mark=mark mark_label="Marked" on_open=|_: usize| () foot=totals() stack=true/>
        </Section>
        <Section title="A hundred thousand rows">
            <Panel title="All customers" flush=true>
                <Table id="many" caption="All customers" columns=columns() rows=Rows::new(100_000, cells) on_sort=|_: String| () on_open=|_: usize| () foot=totals() dense=true print_note="Only the rows in sight are printed; export the list for all of them."/>
            </Panel>
        </Section>
    }
}
