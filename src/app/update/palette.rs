//! The palette: find a place or a customer by a few letters, and go there.

use crate::app::route::Route;
use crate::app::{Effect, State};

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    Opened,
    Closed,
    Typed(String),
    /// The arrow keys move the mark by this many lines.
    Moved(i32),
    Chosen(Route),
}

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub open: bool,
    pub query: String,
    /// The marked line, counted from 0.
    pub marked: usize,
}

/// The field's id, which takes the focus when the palette opens.
pub const FIELD: &str = "palette-field";

pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let form = &mut state.palette;
    match event {
        Event::Opened => {
            *form = Form { open: true, ..Form::default() };
            return vec![Effect::Focus(FIELD.to_owned())];
        }
        Event::Closed => form.open = false,
        Event::Typed(query) => {
            form.query = query;
            form.marked = 0;
        }
        Event::Moved(by) => {
            let by = isize::try_from(by).unwrap_or(0);
            form.marked = form.marked.saturating_add_signed(by);
        }
        Event::Chosen(route) => {
            form.open = false;
            return vec![Effect::Go(route)];
        }
    }
    Vec::new()
}
