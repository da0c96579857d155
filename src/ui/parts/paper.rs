//! A report laid out as paper: the same document as the file.

use leptos::prelude::*;

use crate::app::view_model::report::{Block, Cell, CellKind, Document, Line, Section};

/// The printable page of a report.
#[component]
pub fn Paper(document: Document) -> impl IntoView {
    let sections = document.sections.into_iter().map(section);
    view! {
        <article class="paper" lang=document.lang>
            {document.sample.map(|text| view! { <p class="paper-sample">{text}</p> })}
            <p class="paper-kind">{document.kind}</p>
            <h2 class="paper-title"><bdi>{document.title}</bdi></h2>
            {lines(document.facts)}
            {sections.collect_view()}
            {lines(vec![document.record])}
            <footer class="paper-foot print-foot">{document.foot}</footer>
        </article>
    }
}

fn section(section: Section) -> impl IntoView {
    view! {
        <section>
            <h3>{section.heading}</h3>
            {section.note.map(|note| view! { <p class="quiet">{note}</p> })}
            {section.blocks.into_iter().map(block).collect_view()}
        </section>
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Words(text) => view! { <p>{text}</p> }.into_any(),
        Block::Heading(text) => view! { <h4><bdi>{text}</bdi></h4> }.into_any(),
        Block::Unknown(word) => view! { <p class="paper-unknown">{word}</p> }.into_any(),
        Block::Quoted(paragraphs) => paragraphs
            .into_iter()
            .map(|text| view! { <p class="paper-quoted"><bdi>{text}</bdi></p> })
            .collect_view()
            .into_any(),
        Block::Facts(facts) => lines(facts).into_any(),
        Block::Table { head, rows } => table(head, rows).into_any(),
    }
}

fn lines(lines: Vec<Line>) -> impl IntoView {
    let line = |line: Line| {
        view! { <dt>{line.label}</dt> <dd>{cell(line.cell)}</dd> }
    };
    view! { <dl class="paper-facts">{lines.into_iter().map(line).collect_view()}</dl> }
}

fn table(head: Vec<Cell>, rows: Vec<Vec<Cell>>) -> impl IntoView {
    let row = |row: Vec<Cell>| {
        let cells = row.into_iter().map(|value| view! { <td>{cell(value)}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let head = head.into_iter().map(|h| view! { <th scope="col">{h.text}</th> });
    view! {
        <div class="paper-scroll">
            <table class="paper-table">
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn cell(cell: Cell) -> impl IntoView {
    let text = match cell.kind {
        CellKind::Words | CellKind::Number => view! { {cell.text} }.into_any(),
        CellKind::Data => view! { <bdi>{cell.text}</bdi> }.into_any(),
        CellKind::Code => view! { <code translate="no">{cell.text}</code> }.into_any(),
        CellKind::Unknown => view! { <span class="paper-unknown">{cell.text}</span> }.into_any(),
    };
    view! { {text} {cell.small.map(|small| view! { <small>{small}</small> })} }
}
