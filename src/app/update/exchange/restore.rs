//! A backup of this browser, looked at and taken in as a colleague's file is.

use std::sync::Arc;

use super::count::Count;
use super::form::{Found, Stage};
use super::intake::{BookFile, CheckedBook, Given};
use super::refusal::closed;
use super::turn::try_anew;
use crate::app::state::Backup;
use crate::app::words::keeping as words;
use crate::app::{Effect, Route, State};
use crate::exchange::bundle::{self, Bundle, Meta};
use crate::journal::Operator;

/// Shows what a backup would bring; nothing is appended yet.
pub fn opened(state: &mut State, backup: Backup) -> Vec<Effect> {
    if closed(state).is_some() {
        return vec![Effect::Go(Route::Exchange)];
    }
    let meta = Meta {
        at: backup.at,
        by: Operator::default(),
        program: words::this_browser(state.lang).to_owned(),
    };
    let bundle = Bundle::of_journal(&backup.journal, meta);
    let verdict = bundle::verify(&bundle);
    let name = words::backup_of(state.lang, &backup.at.to_string());
    let book = BookFile { name, read: Ok(Arc::new(CheckedBook { bundle, verdict })) };
    let damaged = backup.damaged.iter().map(|(key, why)| format!("{key}: {why}"));
    let given = Given { books: vec![book], unreadable: damaged.collect(), ..Given::default() };
    let given = Arc::new(given);
    let count = Count::of(&given, state);
    state.exchange.origin = None;
    state.exchange.stage = Stage::Understood(Arc::new(Found { given, count }));
    let mut effects = vec![Effect::Go(Route::Exchange)];
    effects.extend(try_anew(state, state.exchange.import_job));
    effects
}
