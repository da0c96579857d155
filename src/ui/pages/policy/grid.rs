//! The table of a part: its rows, each with the sentence it says, and moving about in it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::cell::CellField;
use super::offers::Offers;
use super::row_tools::RowTools;
use crate::app::Event;
use crate::app::update::policy::{Edit, Event as Act, Item, Typed};
use crate::app::view_model::policy::{self, CellText, Group, Offer, Problem, Sheet, new_row};
use crate::app::words::policy_page as words;
use crate::ui::here::{Here, here};
use crate::ui::kit::{Button, ButtonKind, Hands, Panel, hands};

/// Where a cell stands: the list, the row among those shown, the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub group: usize,
    pub row: usize,
    pub column: usize,
}

/// Settings beside the rows stand in a list of their own.
pub const SETTINGS: usize = usize::MAX;

impl Spot {
    #[must_use]
    pub fn id(self) -> String {
        match self.group {
            SETTINGS => format!("cell-s-{}-{}", self.row, self.column),
            group => format!("cell-{group}-{}-{}", self.row, self.column),
        }
    }
}

/// What every cell of the table holds on to.
#[derive(Clone, Copy)]
pub struct Hold {
    sheet: Memo<Option<Sheet>>,
    offers: Memo<Option<(String, Vec<Offer>)>>,
    pub chosen: RwSignal<Option<usize>>,
    pub active: RwSignal<Option<Spot>>,
    /// What is typed in the cell that has the focus, as it is typed.
    pub typed: RwSignal<Option<(Spot, String)>>,
    here: Here,
    hands: Hands,
}

impl Hold {
    pub fn send(self, act: Act) {
        self.here.send(Event::Policy(act));
    }

    /// What stands in a cell; tracks it.
    pub fn cell(self, spot: Spot) -> Option<CellText> {
        self.sheet.with(|sheet| {
            let sheet = sheet.as_ref()?;
            match (spot.group, spot.row) {
                (SETTINGS, 0) => sheet.hit.clone(),
                (SETTINGS, at) => sheet.settings.get(at - 1).map(|(_, c)| c.clone()),
                (group, row) => sheet.cell((group, row, spot.column)).cloned(),
            }
        })
    }

    fn group<T>(self, spot: Spot, get: impl Fn(&Group) -> T) -> Option<T> {
        self.sheet.with_untracked(|s| s.as_ref()?.groups.get(spot.group).map(get))
    }

    /// The member's name under which a row stands in its map.
    pub fn key_of(self, spot: Spot) -> Option<String> {
        self.group(spot, |g| g.rows.get(spot.row).map(|r| r.key.clone())).flatten()
    }

    pub fn list_of(self, spot: Spot) -> String {
        self.group(spot, |g| g.list.clone()).unwrap_or_default()
    }

    pub fn offers(self) -> Vec<Offer> {
        self.offers.with(|o| o.as_ref().map(|(_, all)| all.clone()).unwrap_or_default())
    }

    /// Whether anything is offered.
    pub fn is_open(self) -> bool {
        self.offers.with(|o| o.as_ref().is_some_and(|(_, all)| !all.is_empty()))
    }

    pub fn chosen_id(self) -> Option<String> {
        self.chosen.get().map(|at| format!("policy-offer-{at}"))
    }

    pub fn choose(self, down: bool) {
        let count = self.offers().len().max(1);
        self.chosen.update(|at| {
            *at = Some(match (*at, down) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(at), true) => (at + 1) % count,
                (Some(at), false) => (at + count - 1) % count,
            });
        });
    }

    /// The text of the cell with the completion that is chosen.
    pub fn choice(self) -> Option<String> {
        let at = self.chosen.get_untracked()?;
        let offers = self.offers.with_untracked(|o| o.clone())?;
        offers.1.get(at).map(|o| o.text.clone())
    }

    /// What is typed in a cell; tracks it.
    pub fn typed_in(self, spot: Spot) -> Option<String> {
        self.typed.with(|t| t.as_ref().filter(|(at, _)| *at == spot).map(|(_, text)| text.clone()))
    }

    /// Takes a completion that was pointed at.
    pub fn pick(self, text: String) {
        let Some(spot) = self.active.get_untracked() else {
            return;
        };
        if let Some(cell) = untrack(|| self.cell(spot)) {
            let typed = Typed { wants: cell.wants, text };
            self.typed.set(None);
            self.send(Act::Edited(Edit::Set { place: cell.place, typed }));
            self.send(Act::CellLeft);
        }
    }

    /// Moves the focus, and keeps within the table.
    pub fn go(self, spot: Spot, (rows, columns): (isize, isize)) {
        let size =
            self.group(spot, |g| (g.rows.len(), g.rows.first().map_or(0, |r| r.cells.len())));
        let Some((all_rows, all_columns)) = size else {
            return;
        };
        let row = spot.row.saturating_add_signed(rows);
        let column = spot.column.saturating_add_signed(columns);
        if row < all_rows && column < all_columns {
            (self.hands.focus)(&Spot { row, column, ..spot }.id());
        }
    }

    /// Keys that act on the table. `native` is a control that has its own use for arrows up and down.
    pub fn key(self, event: &KeyboardEvent, spot: Spot, native: bool) {
        let held = event.ctrl_key() || event.meta_key();
        let key = event.key();
        let done = match key.as_str() {
            "ArrowUp" | "ArrowDown" if event.alt_key() => self.move_row(spot, key == "ArrowDown"),
            "z" if held && event.shift_key() => self.say(Act::Redone),
            "y" if held => self.say(Act::Redone),
            "z" if held => self.say(Act::Undone),
            "Enter" if held => self.add(spot, false),
            "d" if held => self.add(spot, true),
            "Delete" if held => self.remove(spot),
            "Enter" => self.say_go(spot, (if event.shift_key() { -1 } else { 1 }, 0)),
            "ArrowUp" if !native => self.say_go(spot, (-1, 0)),
            "ArrowDown" if !native => self.say_go(spot, (1, 0)),
            "ArrowLeft" if !held => self.say_go(spot, (0, -1)),
            "ArrowRight" if !held => self.say_go(spot, (0, 1)),
            _ => false,
        };
        if done {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    fn say(self, act: Act) -> bool {
        self.send(act);
        true
    }

    fn say_go(self, spot: Spot, by: (isize, isize)) -> bool {
        self.go(spot, by);
        true
    }

    /// The place of a row in its list, not only among those shown.
    fn at(self, spot: Spot) -> Option<usize> {
        self.group(spot, |g| g.first.saturating_add(spot.row))
    }

    /// A row after this one: a copy of it, or a new one.
    pub fn add(self, spot: Spot, copy: bool) -> bool {
        let Some((list, kind, is_map)) =
            self.group(spot, |g| (g.list.clone(), g.kind.clone(), g.is_map))
        else {
            return false;
        };
        let Some(kind) = kind else {
            return false;
        };
        let new = Box::new(new_row(&kind, self.widths()));
        if is_map {
            let name = "R-NEW".to_owned();
            return self.say(Act::Edited(Edit::Add { map: list, name, item: new }));
        }
        let item = if copy { Item::Copy } else { Item::New(new) };
        let after = self.group(spot, |g| g.rows.is_empty()).unwrap_or(true);
        let after = if after { None } else { self.at(spot) };
        self.say(Act::Edited(Edit::Insert { list, after, item }))
    }

    /// How many inputs and outputs a decision table has; none for other tables.
    fn widths(self) -> Option<(usize, usize)> {
        self.sheet.with_untracked(|s| s.as_ref().and_then(|s| s.widths))
    }

    pub fn remove(self, spot: Spot) -> bool {
        let (list, at) = (self.list_of(spot), self.at(spot));
        match (self.key_of(spot).filter(|key| !key.is_empty()), at) {
            (Some(name), _) => self.say(Act::Edited(Edit::Drop { map: list, name })),
            (None, Some(at)) => self.say(Act::Edited(Edit::Remove { list, at })),
            _ => false,
        }
    }

    pub fn move_row(self, spot: Spot, down: bool) -> bool {
        let is_map = self.group(spot, |g| g.is_map).unwrap_or(true);
        let Some(from) = self.at(spot).filter(|_| !is_map) else {
            return false;
        };
        let to = from.saturating_add_signed(if down { 1 } else { -1 });
        self.send(Act::Edited(Edit::Move { list: self.list_of(spot), from, to }));
        self.go(spot, (if down { 1 } else { -1 }, 0));
        true
    }
}

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
    Effect::new(move |_| {
        key.track();
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
    let heads = shape.heads.clone();
    let shown = shape.shown;
    let groups = shape.groups.into_iter().enumerate();
    let tables = groups.map(move |(at, g)| table(hold, (at, g), &heads, editable));
    let tables = tables.collect_view();
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
                    {tables}
                    {shown.map(|shown| pages(here, shown))}
                    {(editable && has_rows).then(|| view! {
                        <div class="policy-foot">
                            <RowTools hold/>
                            <Offers hold/>
                        </div>
                        <p class="quiet">{here.say(words::keys_hint)}</p>
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

fn table(hold: Hold, (at, group): (usize, Group), heads: &[String], editable: bool) -> AnyView {
    let here = here();
    let head = |text: &String| view! { <th scope="col">{text.clone()}</th> };
    let columns = heads.len();
    let rows = group.rows.into_iter().enumerate().map(|(row, shape)| {
        let named: Vec<(usize, CellText, String)> = shape
            .cells
            .into_iter()
            .enumerate()
            .map(|(column, cell)| (column, cell, heads.get(column).cloned().unwrap_or_default()))
            .collect();
        row_view(hold, (at, row), named, columns)
    });
    let rows = rows.collect_view();
    let empty = Spot { group: at, row: 0, column: 0 };
    let own = group.title.clone();
    let title_of = move || {
        let whole = || hold.sheet.with(|s| s.as_ref().map(|s| s.title.clone()).unwrap_or_default());
        own.clone().unwrap_or_else(whole)
    };
    let is_empty = hold.group(empty, |g| g.rows.is_empty() && g.kind.is_some()).unwrap_or(false);
    view! {
        {group.title.map(|title| view! { <h3 class="policy-group">{title}</h3> })}
        <div class="scroll-x policy-scroll" tabindex="0" role="group" aria-label=title_of>
            <table class="policy-grid">
                <thead><tr>{heads.iter().map(head).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(is_empty && editable).then(|| view! {
            <Button kind=ButtonKind::Bare on_press=move |()| { hold.add(empty, false); }>
                {here.say(words::add_row)}
            </Button>
        })}
    }
    .into_any()
}

fn row_view(
    hold: Hold,
    (group, row): (usize, usize),
    cells: Vec<(usize, CellText, String)>,
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
    let cell = move |(column, shape, head): (usize, CellText, String)| {
        let spot = Spot { group, row, column };
        let label = Signal::derive(move || words::cell_of(here.lang(), &head, &name.get()));
        view! { <td><CellField hold spot shape label/></td> }
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
