//! Customers: searching and sorting the table.

use crate::app::{Effect, Now, State};

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    Searched(String),
    /// The head of a column was pressed: sort by it, or turn the order round.
    SortedBy(Column),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    Name,
    Owes,
    Overdue,
    #[default]
    Oldest,
    Used,
    Alerts,
}

impl Column {
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Owes, Self::Overdue, Self::Oldest, Self::Used, Self::Alerts];

    /// The column's key in the table.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Owes => "owes",
            Self::Overdue => "overdue",
            Self::Oldest => "oldest",
            Self::Used => "used",
            Self::Alerts => "alerts",
        }
    }

    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.key() == key)
    }
}

/// The order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub column: Column,
    /// The largest first.
    pub down: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self { column: Column::Oldest, down: true }
    }
}

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub search: String,
    pub order: Order,
}

pub fn update(state: &mut State, event: Event, _now: &mut Now) -> Vec<Effect> {
    let form = &mut state.customers;
    match event {
        Event::Searched(text) => form.search = text,
        Event::SortedBy(column) if form.order.column == column => {
            form.order.down = !form.order.down;
        }
        Event::SortedBy(column) => {
            form.order = Order { column, down: column != Column::Name };
        }
    }
    Vec::new()
}
