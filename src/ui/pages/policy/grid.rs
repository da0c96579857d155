//! The table of a part: its rows, each with the sentence it says.

use leptos::prelude::*;

use super::cell::CellField;
use super::hold::{Hold, SETTINGS, Spot};
use super::ladder::Ladder;
use super::offers::Offers;
use super::row_tools::RowTools;
use crate::app::Event;
use crate::app::update::policy::Event as Act;
use crate::app::view_model::policy::{self, CellText, ColumnHead, Group, Problem, Sheet};
use crate::app::words::policy_page as words;
use crate::app::words::policy_parts::{self as parts, Tool};
use crate::ui::here::{Here, here};
use crate::ui::kit::{Button, ButtonKind, Panel, hands};

#[component]
pub fn Grid() -> impl IntoView {
    let here = here();
    let sheet = here.see(policy::sheet);
    let chosen = RwSignal::new(None);
    let offers = here.see(policy::offers);
    let hold = Hold {
        sheet,
        offers,
        chosen,
        active: RwSignal::new(None),
        typed: RwSignal::new(None),
        goes: RwSignal::new(None),
        stood: RwSignal::new(String::new()),
        here,
        hands: hands(),
    };
    // What is offered changes with each letter: nothing of the old is chosen.
    Effect::new(move |_| {
        offers.track();
        chosen.set(None);
    });
    let shape = Memo::new(move |_| sheet.with(|s| s.as_ref().map(Sheet::shape)));
    let key = Memo::new(move |_| sheet.with(|s| s.as_ref().map(|s| s.key.clone())));
    // Looked at, and not only tracked: a memo that nobody reads is not computed and tells no change.
    Effect::new(move |_| {
        key.with(|_| ());
        hold.active.set(None);
    });
    move || shape.get().map(|shape| view! { <Whole hold shape/> })
}

#[component]
fn Whole(hold: Hold, shape: Sheet) -> impl IntoView {
    let here = here();
    let editable = shape.editable;
    let note = shape.note.clone();
    let (hit, settings) = (shape.hit.clone(), shape.settings.clone());
    let has_rows = !shape.groups.is_empty();
    let width = shape.heads.len();
    let shown = shape.shown;
    let groups = shape.groups.into_iter().enumerate();
    let tables = groups.map(move |(at, group)| {
        let width = if group.heads.is_empty() { width } else { group.heads.len() };
        table(hold, (at, group), width, editable)
    });
    let tables = tables.collect_view();
    // After the table stands: what was acted on has the focus again.
    let part = shape.key.clone();
    Effect::new(move |_| hold.settle(&part));
    let is_on = move || hold.active.with(|spot| spot.is_some_and(|s| s.group != SETTINGS));
    view! {
        <div class="policy-sheet">
            <Panel title=shape.title.clone() tools=move || view! { <span class="quiet">{note}</span> }>
                <div class="stack">
                    <Problems hold/>
                    {hit.map(|cell| setting(hold, 0, words::hit_policy(here.look(|s| s.lang())).to_owned(), cell))}
                    {settings
                        .into_iter()
                        .enumerate()
                        .map(|(at, (label, cell))| setting(hold, at + 1, label, cell))
                        .collect_view()}
                    <Ladder/>
                    {tables}
                    {shown.map(|shown| pages(here, shown))}
                    {(editable && has_rows).then(|| view! {
                        <div class="policy-foot" class:policy-foot-on=is_on>
                            <RowTools hold/>
                            <Offers hold/>
                        </div>
                        <p class="quiet screen-only">{here.say(words::keys_hint)}</p>
                    })}
                </div>
            </Panel>
        </div>
    }
}

#[component]
fn Problems(hold: Hold) -> impl IntoView {
    let problems = Memo::new(move |_| {
        hold.sheet.with(|s| s.as_ref().map(|s| s.problems.clone()).unwrap_or_default())
    });
    move || problem_list(problems.get())
}

fn problem_list(all: Vec<Problem>) -> impl IntoView {
    let line = |p: Problem| {
        let class = if p.is_error { "row-problem tone-danger" } else { "row-problem tone-due" };
        view! { <p class=class>{p.text}</p> }
    };
    all.into_iter().map(line).collect_view()
}

fn setting(hold: Hold, at: usize, label: String, shape: CellText) -> impl IntoView {
    let spot = Spot { group: SETTINGS, row: at, column: 0 };
    let name = label.clone();
    view! {
        <div class="policy-setting">
            <span class="policy-setting-name" aria-hidden="true">{label}</span>
            <div class="policy-setting-field"><CellField hold spot shape label=name/></div>
        </div>
    }
}

fn table(hold: Hold, (at, group): (usize, Group), width: usize, editable: bool) -> AnyView {
    let here = here();
    let heads: Vec<Memo<ColumnHead>> = (0..width).map(|column| head_of(hold, at, column)).collect();
    let rows = group.rows.into_iter().enumerate().map(|(row, shape)| {
        let cells = shape.cells.into_iter().enumerate().zip(heads.iter().copied());
        let named = cells.map(|((column, cell), head)| (column, cell, head)).collect();
        row_view(hold, (at, row), named, width)
    });
    let rows = rows.collect_view();
    let empty = Spot { group: at, row: 0, column: 0 };
    let title_of = Memo::new(move |_| {
        hold.sheet.with(|s| {
            let group = s.as_ref().and_then(|s| s.groups.get(at));
            let whole = || s.as_ref().map(|s| s.title.clone()).unwrap_or_default();
            group.and_then(|g| g.title.clone()).unwrap_or_else(whole)
        })
    });
    let is_empty = hold.group(empty, |g| g.rows.is_empty()).unwrap_or(false);
    let adds = if is_empty && editable { untrack(|| hold.kinds(empty)) } else { Vec::new() };
    let add = move |kind: &'static str| {
        view! {
            <Button kind=ButtonKind::Bare on_press=move |()| { hold.add(empty, Some(kind)); }>
                {move || parts::tool(here.lang(), Tool::Add, kind)}
            </Button>
        }
    };
    let titled = group.title.is_some();
    view! {
        {titled.then(|| view! { <h3 class="policy-group">{move || title_of.get()}</h3> })}
        <div class="scroll-x policy-scroll" tabindex="0" role="group" aria-label=move || title_of.get()>
            <table class="policy-grid">
                <thead><tr>{heads.into_iter().map(|head| head_view(hold, head)).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {adds.into_iter().map(add).collect_view()}
    }
    .into_any()
}

fn head_of(hold: Hold, group: usize, column: usize) -> Memo<ColumnHead> {
    Memo::new(move |_| {
        hold.sheet.with(|s| {
            let head = s.as_ref().and_then(|s| s.head(group, column));
            head.cloned().unwrap_or_default()
        })
    })
}

/// The head of a column; that of a decision table leads to where the column itself is edited.
fn head_view(hold: Hold, head: Memo<ColumnHead>) -> impl IntoView {
    let here = here();
    let text = move || head.with(|h| h.text.clone());
    let unit = move || {
        let unit = head.with(|h| h.unit.clone());
        (!unit.is_empty()).then(|| view! { <span class="policy-unit">{unit}</span> })
    };
    let to = head.with_untracked(|h| h.at);
    let name = move || parts::to_column(here.lang(), &text());
    let named = match to {
        None => view! { <span class="policy-head-text">{text}</span> }.into_any(),
        Some((group, row)) => {
            let spot = Spot { group, row, column: 0 };
            let go = move |_| (hold.hands.focus)(&spot.id());
            view! {
                <button type="button" class="policy-head" title=name on:click=go>{text}</button>
            }
            .into_any()
        }
    };
    view! { <th scope="col">{named} {unit}</th> }
}

fn row_view(
    hold: Hold,
    (group, row): (usize, usize),
    cells: Vec<(usize, CellText, Memo<ColumnHead>)>,
    columns: usize,
) -> impl IntoView {
    let here = here();
    let of_row = move |get: fn(&policy::RowText) -> String| {
        hold.sheet.with(|s| s.as_ref().and_then(|s| s.row(group, row)).map(get).unwrap_or_default())
    };
    let name = Memo::new(move |_| of_row(|r| r.name.clone()));
    let says = Memo::new(move |_| of_row(|r| r.says.clone()));
    let problems = Memo::new(move |_| {
        hold.sheet.with(|s| {
            s.as_ref()
                .and_then(|s| s.row(group, row))
                .map(|r| r.problems.clone())
                .unwrap_or_default()
        })
    });
    let is_active = move || hold.active.get().is_some_and(|s| s.group == group && s.row == row);
    let cell = move |(column, shape, head): (usize, CellText, Memo<ColumnHead>)| {
        let spot = Spot { group, row, column };
        let label = Signal::derive(move || {
            head.with(|h| words::cell_of(here.lang(), &h.text, &name.get()))
        });
        let named = move || head.with(|h| h.text.clone());
        view! { <td data-head=named><CellField hold spot shape label/></td> }
    };
    let said = move || {
        let (says, problems) = (says.get(), problems.get());
        let none = says.is_empty() && problems.is_empty();
        (!none).then(|| {
            view! {
                <tr class="policy-says">
                    <td colspan=columns.to_string()>
                        <div class="policy-said">
                            {(!says.is_empty()).then_some(says)}
                            {problem_list(problems)}
                        </div>
                    </td>
                </tr>
            }
        })
    };
    view! {
        <tr class="policy-row" class:policy-active=is_active>
            {cells.into_iter().map(cell).collect_view()}
        </tr>
        {said}
    }
}

/// The way through a long table.
fn pages(here: Here, (first, last, all): (usize, usize, usize)) -> impl IntoView {
    let go = move |row: usize| here.send(Event::Policy(Act::RowsFrom(row)));
    let number = move |n: usize| {
        here.look(|screen| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX)))
    };
    let told =
        move || words::rows_shown(here.lang(), &number(first + 1), &number(last), &number(all));
    let step = policy::ROWS_SHOWN;
    view! {
        <div class="row">
            {(first > 0).then(|| view! {
                <Button on_press=move |()| go(first.saturating_sub(step))>{here.say(words::earlier_rows)}</Button>
            })}
            <span class="quiet">{told}</span>
            {(last < all).then(|| view! {
                <Button on_press=move |()| go(last)>{here.say(words::later_rows)}</Button>
            })}
        </div>
    }
}
