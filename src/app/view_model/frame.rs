//! What stands around every page: places, save badge, bands, toasts.

use crate::app::Screen;
use crate::app::route::Route;
use crate::app::state::{Namespace, ReadOnly, Reading, Saving};
use crate::app::view_model::Tone;
use crate::app::words::{keeping, places, toasts};
use crate::domain::Instant;
use crate::store::WARN_PERCENT;

/// One place in the rail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceLink {
    pub route: Route,
    pub text: String,
    pub href: String,
    pub current: bool,
    pub count: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveBadge {
    pub text: String,
    pub tone: Tone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToastText {
    pub id: u64,
    pub text: String,
    pub failed: bool,
    pub can_undo: bool,
}

/// What is read from the kept book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Not yet.
    Reading,
    /// Could not.
    Failed(String),
    /// Read, and there is nothing in it yet.
    Empty,
    /// Read.
    Open,
}

#[must_use]
pub fn main_places(screen: &Screen<'_>) -> Vec<PlaceLink> {
    Route::PLACES.iter().map(|route| place(screen, route)).collect()
}

#[must_use]
pub fn foot_places(screen: &Screen<'_>) -> Vec<PlaceLink> {
    Route::FOOT.iter().map(|route| place(screen, route)).collect()
}

fn place(screen: &Screen<'_>, route: &Route) -> PlaceLink {
    PlaceLink {
        text: places::place(screen.lang(), route).to_owned(),
        href: route.to_string(),
        current: screen.state.route.place() == *route,
        count: waiting(screen, route).map(|n| screen.format.number(n)),
        route: route.clone(),
    }
}

/// How many things wait at a place.
fn waiting(screen: &Screen<'_>, route: &Route) -> Option<i64> {
    let summaries = screen.state.desk.summaries.values();
    let count = match route {
        // A number that is not known yet is none, not a smaller one.
        Route::Collections if is_partial(screen) => return None,
        Route::Suspicion => summaries.map(|s| s.open_alerts).sum::<usize>(),
        Route::Collections => summaries
            .filter(|s| s.plan.as_ref().is_some_and(|plan| !plan.due_now.is_empty()))
            .count(),
        _ => 0,
    };
    i64::try_from(count).ok().filter(|n| *n > 0)
}

#[must_use]
pub fn gate(screen: &Screen<'_>) -> Gate {
    match &screen.state.reading {
        Reading::NotYet => Gate::Reading,
        // What a newer program wrote can be looked at as far as it is understood.
        Reading::Failed(failure) if !failure.newer || screen.state.journal.is_empty() => {
            Gate::Failed(failure.sentence.clone())
        }
        Reading::Failed(_) => Gate::Open,
        Reading::Ready if screen.state.journal.is_empty() => Gate::Empty,
        Reading::Ready => Gate::Open,
    }
}

/// Whether sums are shown while plans and signals are still being worked out.
#[must_use]
pub fn is_partial(screen: &Screen<'_>) -> bool {
    screen.state.opening.is_some() && gate(screen) == Gate::Open
}

#[must_use]
pub fn save_badge(screen: &Screen<'_>) -> SaveBadge {
    let lang = screen.lang();
    let room = screen.format.percent(i64::from(screen.state.room_percent));
    let (text, tone) = match &screen.state.saving {
        Saving::Idle if screen.state.journal.is_empty() => {
            (keeping::nothing_recorded(lang).to_owned(), Tone::Neutral)
        }
        Saving::Idle => (keeping::room_used(lang, &room), Tone::Settled),
        Saving::Pending => (keeping::saving(lang).to_owned(), Tone::Neutral),
        Saving::Saved { at, durable: true } => {
            let time = screen.format.time(*at);
            (keeping::saved_at(lang, &time, &room), Tone::Settled)
        }
        Saving::Saved { at, durable: false } => {
            let time = screen.format.time(*at);
            (keeping::written_at(lang, &time, &room), Tone::Neutral)
        }
        Saving::Failed { .. } => (keeping::not_saved(lang).to_owned(), Tone::Danger),
        Saving::Impossible { .. } => (keeping::not_kept(lang).to_owned(), Tone::Danger),
    };
    let text = match screen.state.backups.last().filter(|_| !is_sample(screen)) {
        Some(newest) => keeping::backed_up(lang, &text, &when(screen, newest.at)),
        None => text,
    };
    SaveBadge { text, tone }
}

/// The time of a moment of today, the day of any other.
#[must_use]
pub fn when(screen: &Screen<'_>, at: Instant) -> String {
    let today = screen.state.now.is_some_and(|now| now.day() == at.day());
    if today { screen.format.time(at) } else { screen.format.day(at.day()) }
}

/// A sentence about what may not be kept; none while all is well.
#[must_use]
pub fn room_band(screen: &Screen<'_>) -> Option<String> {
    let (state, lang) = (screen.state, screen.lang());
    if matches!(&state.reading, Reading::Failed(failure) if failure.newer) {
        return Some(keeping::newer_band(lang).to_owned());
    }
    match &state.saving {
        Saving::Failed { full: true, .. } => Some(keeping::full_band(lang).to_owned()),
        Saving::Failed { .. } => Some(keeping::unsaved_band(lang).to_owned()),
        _ if usize::from(state.room_percent) >= WARN_PERCENT => {
            let room = screen.format.percent(i64::from(state.room_percent));
            Some(keeping::tight_band(lang, &room))
        }
        _ => None,
    }
}

#[must_use]
pub fn is_sample(screen: &Screen<'_>) -> bool {
    screen.state.namespace == Namespace::Sample
}

/// The sentence of the band when an earlier day is shown.
#[must_use]
pub fn earlier_day(screen: &Screen<'_>) -> Option<String> {
    let day = screen.state.known_at?;
    Some(places::earlier_day(screen.lang(), &screen.format.day(day)))
}

/// The sentence of the band when something kept could not be read.
#[must_use]
pub fn damaged_parts(screen: &Screen<'_>) -> Option<String> {
    let count = screen.state.set_aside.len();
    (count > 0).then(|| keeping::parts_set_aside(screen.lang(), count))
}

#[must_use]
pub fn toast_texts(screen: &Screen<'_>) -> Vec<ToastText> {
    screen
        .state
        .toasts
        .list()
        .iter()
        .map(|toast| ToastText {
            id: toast.id,
            text: toasts::message(&toast.message, screen.format),
            failed: matches!(toast.message, crate::app::toast::Message::Failed { .. }),
            can_undo: !toast.undo.is_empty(),
        })
        .collect()
}

/// Why nothing can be recorded now, in words.
#[must_use]
pub fn read_only(screen: &Screen<'_>) -> Option<String> {
    let why = screen.state.read_only()?;
    let day = match why {
        ReadOnly::EarlierDay(day) => screen.format.day(day),
        _ => String::new(),
    };
    Some(keeping::read_only(screen.lang(), why, &day))
}

/// The title of the browser's window.
#[must_use]
pub fn window_title(screen: &Screen<'_>) -> String {
    let lang = screen.lang();
    let page = match &screen.state.route {
        Route::Customer(id, _) => screen
            .state
            .book
            .accounts
            .get(id)
            .map_or(places::customers(lang), |a| a.customer.value.name.as_str()),
        route => places::place(lang, route),
    };
    places::page_title(lang, page)
}
