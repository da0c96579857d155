//! What every cell of the table holds on to, and what can be done from there.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::policy::{Edit, Event as Act, Item, Typed};
use crate::app::view_model::policy::{CellText, Group, Offer, Sheet, new_row};
use crate::ui::here::Here;
use crate::ui::kit::Hands;

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
    pub sheet: Memo<Option<Sheet>>,
    pub offers: Memo<Option<(String, Vec<Offer>)>>,
    pub chosen: RwSignal<Option<usize>>,
    pub active: RwSignal<Option<Spot>>,
    /// What is typed in the cell that has the focus, as it is typed.
    pub typed: RwSignal<Option<(Spot, String)>>,
    /// Where the focus goes when the table stands anew.
    pub goes: RwSignal<Option<Spot>>,
    /// The part that stood last.
    pub stood: RwSignal<String>,
    pub here: Here,
    pub hands: Hands,
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

    pub fn group<T>(self, spot: Spot, get: impl Fn(&Group) -> T) -> Option<T> {
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
            "Enter" if held => self.add(spot, None),
            "d" if held => self.copy(spot),
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

    /// What new rows of a group may be; tracks it.
    pub fn kinds(self, spot: Spot) -> Vec<&'static str> {
        self.sheet.with(|s| {
            let group = s.as_ref().and_then(|s| s.groups.get(spot.group));
            group.map(|g| g.kinds.clone()).unwrap_or_default()
        })
    }

    /// A row after this one: a copy of it.
    pub fn copy(self, spot: Spot) -> bool {
        match self.group(spot, |g| (g.list.clone(), g.is_map, g.kinds.is_empty())) {
            Some((list, false, false)) => self.insert(spot, list, Item::Copy),
            Some((_, true, _)) => self.add(spot, None),
            _ => false,
        }
    }

    /// A new row after this one, of a kind or of the first that may be.
    pub fn add(self, spot: Spot, kind: Option<&'static str>) -> bool {
        let Some((list, first, is_map)) =
            self.group(spot, |g| (g.list.clone(), g.kinds.first().copied(), g.is_map))
        else {
            return false;
        };
        let Some(kind) = kind.or(first) else {
            return false;
        };
        let new = Box::new(new_row(kind, self.widths()));
        if is_map {
            let name = "R-NEW".to_owned();
            return self.say(Act::Edited(Edit::Add { map: list, name, item: new }));
        }
        self.insert(spot, list, Item::New(new))
    }

    fn insert(self, spot: Spot, list: String, item: Item) -> bool {
        let none = self.group(spot, |g| g.rows.is_empty()).unwrap_or(true);
        let after = if none { None } else { self.at(spot) };
        let row = if none { 0 } else { spot.row + 1 };
        self.goes.set(Some(Spot { row, column: 0, ..spot }));
        self.say(Act::Edited(Edit::Insert { list, after, item }))
    }

    /// How many inputs and outputs a decision table has; none for other tables.
    fn widths(self) -> Option<(usize, usize)> {
        self.sheet.with_untracked(|s| s.as_ref().and_then(|s| s.widths))
    }

    pub fn remove(self, spot: Spot) -> bool {
        let fixed = self.group(spot, |g| g.kinds.is_empty()).unwrap_or(true);
        let Some(at) = self.at(spot).filter(|_| !fixed) else {
            return false;
        };
        let list = self.list_of(spot);
        let last = self.group(spot, |g| g.rows.len().saturating_sub(2)).unwrap_or(0);
        self.goes.set(Some(Spot { row: spot.row.min(last), ..spot }));
        match self.key_of(spot).filter(|key| !key.is_empty()) {
            Some(name) => self.say(Act::Edited(Edit::Drop { map: list, name })),
            None => self.say(Act::Edited(Edit::Remove { list, at })),
        }
    }

    pub fn move_row(self, spot: Spot, down: bool) -> bool {
        let fixed = self.group(spot, |g| g.is_map || g.kinds.is_empty()).unwrap_or(true);
        let Some(from) = self.at(spot).filter(|_| !fixed) else {
            return false;
        };
        let by = if down { 1 } else { -1 };
        let to = from.saturating_add_signed(by);
        self.goes.set(Some(Spot { row: spot.row.saturating_add_signed(by), ..spot }));
        self.send(Act::Edited(Edit::Move { list: self.list_of(spot), from, to }));
        self.go(spot, (by, 0));
        true
    }

    /// Moves the focus to where the last act on rows wants it, or keeps it where it was; another
    /// part takes no focus.
    pub fn settle(self, part: &str) {
        let same = self.stood.with_untracked(|stood| stood == part);
        let kept = || self.active.get_untracked().filter(|_| same);
        let wanted = self.goes.get_untracked().or_else(kept);
        self.goes.set(None);
        self.stood.set(part.to_owned());
        if let Some(spot) = wanted {
            (self.hands.focus)(&spot.id());
        }
    }
}
