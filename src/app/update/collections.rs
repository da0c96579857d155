//! Collections: its events, its form, and recording what was done.

pub use super::collections_draft::{Draft, DraftKind, Field, Problem};
use super::collections_draft::{begin, finish};
use super::record_all;
use crate::app::{Effect, Now, State};
use crate::domain::ids::CustomerId;

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    Searched(String),
    ViewChosen(View),
    /// More rows of the list are wanted.
    MoreShown,
    Zoomed(Zoom),
    /// A form was opened for a customer.
    Opened(CustomerId, DraftKind),
    Typed(Field, String),
    Closed,
    Submitted,
}

/// Which part of the work is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Due,
    Coming,
    Held,
}

impl View {
    pub const ALL: [Self; 3] = [Self::Due, Self::Coming, Self::Held];

    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Coming => "coming",
            Self::Held => "held",
        }
    }

    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.key() == key)
    }
}

/// How much of the timeline is in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    Week,
    #[default]
    Month,
    Quarter,
}

impl Zoom {
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|z| z.key() == key)
    }

    #[must_use]
    pub const fn nearer(self) -> Self {
        match self {
            Self::Quarter => Self::Month,
            _ => Self::Week,
        }
    }

    #[must_use]
    pub const fn farther(self) -> Self {
        match self {
            Self::Week => Self::Month,
            _ => Self::Quarter,
        }
    }
}

/// Rows shown at first, and how many more each time.
pub const ROWS: usize = 40;

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub search: String,
    /// None: what is due when something is, else what comes.
    pub view: Option<View>,
    /// Rows beyond the first [`ROWS`].
    pub more: usize,
    pub zoom: Zoom,
    pub draft: Option<Draft>,
}

pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    let form = &mut state.collections;
    match event {
        Event::Searched(text) => form.search = text,
        Event::ViewChosen(view) => {
            form.view = Some(view);
            form.more = 0;
        }
        Event::MoreShown => form.more = form.more.saturating_add(ROWS),
        Event::Zoomed(zoom) => form.zoom = zoom,
        Event::Opened(customer, kind) => state.collections.draft = begin(state, customer, kind),
        Event::Typed(field, text) => {
            if let Some(draft) = &mut form.draft {
                draft.set(field, text);
            }
        }
        Event::Closed => form.draft = None,
        Event::Submitted => return submit(state, now),
    }
    Vec::new()
}

/// Records the draft when nothing is wrong with it; otherwise it stays open and says what is.
fn submit(state: &mut State, now: &mut Now) -> Vec<Effect> {
    let Some(draft) = state.collections.draft.clone() else {
        return Vec::new();
    };
    match finish(state, &draft) {
        Ok((body, on)) => {
            let effects = record_all(state, now, vec![body], Some(on));
            if !effects.is_empty() {
                state.collections.draft = None;
            }
            effects
        }
        Err(problems) => {
            if let Some(draft) = &mut state.collections.draft {
                draft.problems = problems;
            }
            Vec::new()
        }
    }
}
