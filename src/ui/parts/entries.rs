//! Entries of the journal as a table: of one customer, or of all.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::Lang;
use crate::app::update::history::Event as Act;
use crate::app::view_model::history::{self, Line, List, Undo, Whose};
use crate::app::words::{history as words, places};
use crate::ui::here::{Here, here};
use crate::ui::kit::{
    Badge, Button, ButtonKind, Cell, Choice, Column, EmptyKind, EmptyState, Glyph, InputKind, Row,
    Rows, SearchBox, SelectField, Table, TextField, Why,
};

/// The table with its search, its kinds and its file.
#[component]
pub fn Entries(#[prop(optional)] whose: Whose) -> impl IntoView {
    let here = here();
    let whose = StoredValue::new(whose);
    let list = here.see(move |screen| whose.with_value(|whose| history::list(screen, whose)));
    let rows = Signal::derive(move || rows(here, list));
    let send = move |event| here.send(Event::History(event));
    let kinds = Signal::derive(move || choices(here.lang(), list));
    view! {
        <div class="toolbar">
            <SearchBox
                id="find-entry"
                label=here.say(words::search)
                placeholder=here.say(words::search)
                value=Signal::derive(move || list.with(|l| l.search.clone()))
                on_input=move |text| send(Act::Searched(text))
                key_hint="/"
            />
            <SelectField
                id="entry-kind"
                label=here.say(words::kind)
                choices=kinds
                value=Signal::derive(move || list.with(|l| l.kind.clone()))
                on_pick=move |kind| send(Act::KindChosen(kind))
            />
            <SelectField
                id="entry-who"
                label=here.say(words::who)
                choices=Signal::derive(move || people(here.lang(), list))
                value=Signal::derive(move || list.with(|l| l.who.clone()))
                on_pick=move |who| send(Act::WhoChosen(who))
            />
            <TextField
                id="entry-from"
                kind=InputKind::Date
                label=here.say(words::from)
                value=Signal::derive(move || list.with(|l| l.from.clone()))
                on_input=move |day| send(Act::FromTyped(day))
            />
            <TextField
                id="entry-until"
                kind=InputKind::Date
                label=here.say(words::until_day)
                value=Signal::derive(move || list.with(|l| l.until.clone()))
                on_input=move |day| send(Act::UntilTyped(day))
            />
            <Button on_press=move |()| send(Act::Exported(whose.get_value())) icon=Glyph::Export>
                {here.say(words::export)}
            </Button>
        </div>
        {move || table(here.lang(), rows, list)}
    }
}

fn table(lang: Lang, rows: Signal<Rows>, list: Memo<List>) -> impl IntoView {
    let columns = vec![
        Column::new("when", words::when(lang)),
        Column::new("what", words::what(lang)).width(320),
        Column::new("about", words::about(lang)),
        Column::new("who", words::who(lang)),
        Column::new("effective", words::effective(lang)),
        Column::new("source", words::source(lang)),
        Column::new("undo", words::undo_head(lang)),
    ];
    view! {
        <Table
            id="entries"
            caption=places::history(lang)
            columns=columns
            rows=rows
            empty=move || none(list)
        />
    }
}

fn none(list: Memo<List>) -> impl IntoView {
    let here = here();
    if list.with(|l| l.none_found) {
        view! {
            <EmptyState kind=EmptyKind::NoResults title=here.say(words::none_found)>
                <button
                    class="link"
                    on:click=move |_| here.send(Event::History(Act::Cleared))
                >
                    {here.say(words::clear)}
                </button>
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <EmptyState kind=EmptyKind::FirstUse title=here.say(words::none_yet)>""</EmptyState> }
            .into_any()
    }
}

fn choices(lang: Lang, list: Memo<List>) -> Vec<Choice> {
    let kinds = list.with(|l| l.kinds.clone());
    let every = Choice::new("", words::every_kind(lang));
    let kinds = kinds.into_iter().map(|(word, name)| Choice::new(word, name));
    std::iter::once(every).chain(kinds).collect()
}

fn people(lang: Lang, list: Memo<List>) -> Vec<Choice> {
    let people = list.with(|l| l.people.clone());
    let people = people.into_iter().map(|name| Choice::new(name.clone(), name));
    std::iter::once(Choice::new("", words::everybody(lang))).chain(people).collect()
}

fn rows(here: Here, list: Memo<List>) -> Rows {
    let ids = list.with(|l| l.ids.clone());
    Rows::new(ids.len(), move |at| {
        let line = ids.get(at).and_then(|id| here.look(|screen| history::line(screen, id)));
        line.map_or_else(|| Row::new(Vec::new()), |line| row(here, line))
    })
}

fn row(here: Here, line: Line) -> Row {
    let gone = line.withdrawn.then(|| view! { <Badge>{here.say(words::withdrawn)}</Badge> " " });
    let about = line.about.map(|(name, href)| view! { <a href=href><bdi>{name}</bdi></a> });
    let (kind, detail) = (line.kind, line.detail);
    let cells = vec![
        Cell::text(line.when),
        Cell::view(view! { {gone} {kind} " " <small><bdi>{detail}</bdi></small> }),
        Cell::view(about),
        Cell::name(line.who),
        Cell::text(line.effective.unwrap_or_default()),
        Cell::name(line.source.unwrap_or_default()),
        Cell::view(undo(here, line.undo)),
    ];
    Row::new(cells)
}

fn undo(here: Here, undo: Undo) -> impl IntoView {
    let (entries, why) = match undo {
        Undo::May(entries) => (entries, None),
        Undo::Not(reason) => (Vec::new(), Some(Why::new(reason))),
    };
    view! {
        <Button
            kind=ButtonKind::Bare
            on_press=move |()| here.send(Event::Undo(entries.clone()))
            why_not=Signal::stored(why)
        >
            {here.say(words::undo)}
        </Button>
    }
}
