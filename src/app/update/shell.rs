//! The update of everything: what belongs to all places here, the rest to each place's own file.

use super::{
    at_risk, clear, collections, credit, customers, exchange, history, keys, opening, pace,
    palette, policy, record, refold, refolding, refresh, rules, settings, subscriptions, suspicion,
    take_foreign, today, withdraw,
};
use crate::app::state::{Kept, Loaded, Namespace, Reading, Saving};
use crate::app::toast::Message;
use crate::app::words::keeping as words;
use crate::app::{Effect, Event, Now, Route, State};

/// Takes one event; answers with what the shell shall do.
pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    let midnight = state.today.is_some_and(|d| d != now.today);
    state.today = Some(now.today);
    state.now = Some(now.instant);
    if midnight {
        refresh(state);
    }
    match event {
        Event::Today(e) => today::update(state, e, now),
        Event::Customers(e) => customers::update(state, e, now),
        Event::Subscriptions(e) => subscriptions::update(state, e, now),
        Event::AtRisk(e) => at_risk::update(state, e, now),
        Event::Credit(e) => credit::update(state, e, now),
        Event::Collections(e) => collections::update(state, e, now),
        Event::Suspicion(e) => suspicion::update(state, e, now),
        Event::Policy(e) => policy::update(state, e, now),
        Event::Rules(e) => rules::update(state, e, now),
        Event::Exchange(e) => exchange::update(state, e, now),
        Event::History(e) => history::update(state, e, now),
        Event::Settings(e) => settings::update(state, e, now),
        Event::Palette(e) => palette::update(state, e),
        shared => of_all_places(state, shared, now),
    }
}

fn of_all_places(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    match event {
        Event::Record(body, on) => record(state, now, *body, on),
        Event::Undo(entries) => withdraw(state, now, entries),
        // Over an open draft it is the draft's last edit that somebody means, not what is in force.
        Event::UndoLast if state.route == Route::Policy && state.policy.draft.is_some() => {
            policy::update(state, policy::Event::Undone, now)
        }
        Event::UndoLast => match state.undo.last().cloned() {
            Some(entries) => withdraw(state, now, entries),
            None => Vec::new(),
        },
        Event::LangChosen(lang) => {
            state.lang = lang;
            vec![Effect::UseLang(lang)]
        }
        Event::ThemeChosen(theme) => {
            state.theme = theme;
            vec![Effect::UseTheme(theme)]
        }
        Event::KnownAt(day) => {
            state.known_at = day.filter(|d| Some(*d) < state.today);
            if opening::begin_anew(state) {
                return Vec::new();
            }
            if pace::is_large(state) {
                return opening::show_anew(state, now);
            }
            refold(state);
            Vec::new()
        }
        Event::SampleOpened => open(state, Namespace::Sample),
        Event::SampleRemoved => vec![Effect::Erase(Namespace::Sample)],
        Event::ToastDismissed(id) => {
            state.toasts.dismiss(id);
            Vec::new()
        }
        Event::ToastUndone(id) => {
            let undo = state.toasts.take(id);
            if undo.is_empty() { Vec::new() } else { withdraw(state, now, undo) }
        }
        Event::ToastsHeld(held) => {
            state.toasts.hold(held);
            Vec::new()
        }
        Event::RescueAsked => rescue(state),
        Event::ReadAgain => open(state, state.namespace),
        Event::UpdateAccepted => vec![Effect::AcceptUpdate],
        Event::Key(key) => keys::pressed(state, &key),
        Event::Print => vec![Effect::Print],
        Event::Copy(text) => {
            state.toasts.push(Message::Copied, Vec::new());
            vec![Effect::CopyText(text)]
        }
        outside => from_outside(state, outside, now),
    }
}

fn from_outside(state: &mut State, event: Event, now: &Now) -> Vec<Effect> {
    match event {
        Event::Loaded(namespace, loaded) => take_loaded(state, namespace, *loaded, now),
        Event::ReadSoFar(percent) => {
            opening::read_so_far(state, percent);
            Vec::new()
        }
        Event::OpenFurther => opening::go_on(state, now),
        Event::RefoldFurther => refolding::go_on(state),
        Event::ClearFurther => clear(state),
        Event::Kept(kept) => take_kept(state, kept),
        Event::Erased(Namespace::Sample) => {
            state.toasts.push(Message::SampleRemoved, Vec::new());
            let mut effects = open(state, Namespace::Own);
            effects.push(Effect::Go(Route::Today));
            effects
        }
        Event::Erased(Namespace::Own) => open(state, Namespace::Own),
        Event::BackedUp(ring) => {
            state.backups = ring;
            Vec::new()
        }
        Event::BackupUnreadable => {
            let sentence = words::backup_unreadable(state.lang).to_owned();
            state.toasts.push(Message::Failed { sentence }, Vec::new());
            Vec::new()
        }
        Event::Foreign(entries) => {
            if let Some(entries) = opening::wait_with(state, entries) {
                take_foreign(state, entries);
            }
            Vec::new()
        }
        Event::Whole(whole) => {
            state.set_aside.retain(|(about, _)| !whole.contains(about));
            Vec::new()
        }
        Event::Navigated(route) => {
            state.route = route;
            Vec::new()
        }
        Event::Tick => {
            state.toasts.age(state.now);
            Vec::new()
        }
        Event::UpdateReady => {
            state.update_ready = true;
            Vec::new()
        }
        Event::Failed(sentence) => {
            state.toasts.push(Message::Failed { sentence }, Vec::new());
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Everything that was found and could not be read, as one file of keys and texts.
fn rescue(state: &mut State) -> Vec<Effect> {
    let Reading::Failed(failure) = &state.reading else {
        return Vec::new();
    };
    let name = "recourse-rescue.json".to_owned();
    let content = serde_json::to_string_pretty(&failure.raw).unwrap_or_default();
    state.toasts.push(Message::Downloaded { name: name.clone() }, Vec::new());
    vec![Effect::Download { name, mime: "application/json", content }]
}

/// Leaves the book that is open and asks for another. Nothing of the one stays in the other.
fn open(state: &mut State, namespace: Namespace) -> Vec<Effect> {
    state.namespace = namespace;
    state.reading = Reading::NotYet;
    state.opening = None;
    state.refolding = None;
    state.opened_percent = 0;
    state.journal = crate::journal::Journal::new();
    state.known_at = None;
    state.undo.clear();
    state.saving = Saving::Idle;
    state.set_aside.clear();
    refold(state);
    vec![Effect::Load(namespace)]
}

fn take_loaded(state: &mut State, namespace: Namespace, loaded: Loaded, now: &Now) -> Vec<Effect> {
    if namespace != state.namespace {
        return Vec::new();
    }
    state.journal = loaded.journal;
    state.set_aside = loaded.set_aside;
    state.room_percent = loaded.room_percent;
    state.writer = loaded.writer;
    state.saving = match loaded.cannot_keep {
        Some(sentence) => Saving::Impossible { sentence },
        None => Saving::Idle,
    };
    opening::begin(state, loaded.failure.map_or(Reading::Ready, Reading::Failed), now)
}

fn take_kept(state: &mut State, kept: Kept) -> Vec<Effect> {
    let at = state.moment();
    match kept {
        Kept::Writing => state.saving = Saving::Pending,
        Kept::Written { room_percent } => {
            state.room_percent = room_percent;
            state.saving = Saving::Saved { at, durable: false };
        }
        Kept::Durable => state.saving = Saving::Saved { at, durable: true },
        Kept::Failed { sentence, full } => {
            // It is tried again and again; a person is told once.
            let told = matches!(&state.saving, Saving::Failed { .. });
            state.saving = Saving::Failed { sentence: sentence.clone(), full };
            if !told {
                state.toasts.push(Message::Failed { sentence }, Vec::new());
            }
        }
    }
    Vec::new()
}
