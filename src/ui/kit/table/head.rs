use super::{Column, Direction, Sort};
use crate::ui::kit::{Glyph, Icon, Text};
use leptos::prelude::*;

/// The head of a column.
pub fn head_cell(
    column: &Column,
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<String>>,
) -> AnyView {
    let key = column.key;
    let title = column.title.clone();
    let direction = move || {
        sort.with(|sort| {
            let own = sort.as_ref().filter(|sort| sort.key == key)?;
            Some(own.direction)
        })
    };
    let inside = match on_sort.filter(|_| column.sortable) {
        Some(on_sort) => sort_button(title, key, direction, on_sort),
        None => view! { {move || title.get()} }.into_any(),
    };
    let width = column.width.map(|pixels| format!("{pixels}px"));
    view! {
        <th
            scope="col"
            class=column.class()
            style:width=width
            aria-sort=move || direction().map(Direction::aria)
        >
            {inside}
        </th>
    }
    .into_any()
}

fn sort_button(
    title: Text,
    key: &'static str,
    direction: impl Fn() -> Option<Direction> + Copy + Send + Sync + 'static,
    on_sort: Callback<String>,
) -> AnyView {
    let glyph = move || match direction() {
        Some(Direction::Up) => view! { <Icon glyph=Glyph::ArrowUp small=true/> }.into_any(),
        Some(Direction::Down) => view! { <Icon glyph=Glyph::ArrowDown small=true/> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <button type="button" class="sort" on:click=move |_| on_sort.run(key.to_owned())>
            <span>{move || title.get()}</span>
            {glyph}
        </button>
    }
    .into_any()
}
