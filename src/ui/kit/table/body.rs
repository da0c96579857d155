use super::{Cell, Column, Row};
use crate::ui::kit::Text;
use leptos::prelude::*;
use std::sync::Arc;

/// What every row of a table needs to know.
#[derive(Clone)]
pub struct RowFrame {
    /// The id of the table.
    pub id: String,
    pub columns: Arc<[Column]>,
    pub active: RwSignal<usize>,
    pub marking: Option<Callback<usize>>,
}

impl RowFrame {
    pub fn row_id(&self, place: usize) -> String {
        format!("{}-row-{place}", self.id)
    }
}

/// One row of the body.
pub fn body_row(frame: &RowFrame, place: usize, row: Row) -> AnyView {
    let id = frame.row_id(place);
    let first = format!("{id}-name");
    let mark = frame.marking.map(|on_mark| mark_cell(&first, place, row.marked, on_mark));
    let mut link = row.href;
    let mut name_id = Some(first);
    let cells = frame
        .columns
        .iter()
        .zip(row.cells)
        .map(|(column, cell)| body_cell(column, cell, link.take(), name_id.take()))
        .collect_view();
    let active = frame.active;
    view! {
        <tr
            id=id
            class=row.meaning.class()
            class:row-active=move || active.get() == place
            class:row-marked=row.marked
            aria-rowindex=(place + 2).to_string()
            aria-selected=row.marked.then_some("true")
            on:click=move |_| active.set(place)
        >
            {mark}
            {cells}
        </tr>
    }
    .into_any()
}

fn body_cell(column: &Column, cell: Cell, link: Option<String>, id: Option<String>) -> AnyView {
    let title = column.title.clone();
    let inside = match link {
        Some(href) => view! { <a class="row-link" href=href>{cell.0}</a> }.into_any(),
        None => cell.0,
    };
    // Only the first field has an id: it names the row.
    let names = id.is_some();
    view! {
        <td id=id class=column.class() class:cell-name=names data-label=move || title.get()>{inside}</td>
    }
    .into_any()
}

fn mark_cell(name_id: &str, place: usize, marked: bool, on_mark: Callback<usize>) -> AnyView {
    view! {
        <td class="mark-cell">
            <input
                type="checkbox"
                aria-labelledby=name_id.to_owned()
                checked=marked
                prop:checked=marked
                on:change=move |_| on_mark.run(place)
            />
        </td>
    }
    .into_any()
}

/// One row of totals.
pub fn foot_row(frame: &RowFrame, row: Row) -> AnyView {
    let pad = frame.marking.map(|_| view! { <td class="mark-cell"></td> });
    let cells = frame
        .columns
        .iter()
        .zip(row.cells)
        .map(|(column, cell)| body_cell(column, cell, None, None))
        .collect_view();
    view! { <tr>{pad}{cells}</tr> }.into_any()
}

/// The height of rows that are not in the document.
pub fn spacer(height: impl Fn() -> usize + Send + Sync + Copy + 'static) -> AnyView {
    view! {
        <tr class="spacer" aria-hidden="true" hidden=move || height() == 0>
            <td style:height=move || format!("{}px", height())></td>
        </tr>
    }
    .into_any()
}

/// The head of the column of checkboxes.
pub fn mark_head(label: Text) -> AnyView {
    view! {
        <th scope="col" class="mark-cell">
            <span class="visually-hidden">{move || label.get()}</span>
        </th>
    }
    .into_any()
}
