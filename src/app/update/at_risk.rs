//! Money at risk across the book: saving the calendar of windows that close.

use crate::app::format::PlainFormat;
use crate::app::toast::Message;
use crate::app::view_model::closing;
use crate::app::{Effect, Now, Screen, State};
use crate::exchange::write::ics;

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// The calendar is to be saved as a file.
    CalendarSaved,
}

/// A file reads the same wherever it is opened, so its moments are in UTC.
pub fn update(state: &mut State, event: Event, now: &Now) -> Vec<Effect> {
    let Event::CalendarSaved = event;
    let format = PlainFormat { lang: state.lang };
    let screen = Screen { state, format: &format };
    let content = ics::calendar(&closing::entries(&screen), now.instant);
    let name = format!("recourse-windows-{}.ics", now.today);
    state.toasts.push(Message::Downloaded { name: name.clone() }, Vec::new());
    vec![Effect::Download { name, mime: "text/calendar;charset=utf-8", content }]
}
