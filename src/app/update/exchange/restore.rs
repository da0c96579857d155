//! A backup of this browser, looked at and taken in as a colleague's file is.

use std::sync::Arc;

use super::event::Event;
use super::form::{Progress, Stage};
use super::intake::{BookFile, CheckedBook, Given};
use super::refusal::closed;
use super::turn;
use crate::app::state::Backup;
use crate::app::words::keeping as words;
use crate::app::{Effect, Now, Route, State};
use crate::exchange::bundle::{self, Bundle, Meta};
use crate::journal::Operator;

/// Shows what a backup would bring; nothing is appended yet.
pub fn opened(state: &mut State, backup: Backup, now: &mut Now) -> Vec<Effect> {
    let mut effects = vec![Effect::Go(Route::Exchange)];
    if closed(state).is_some() || state.exchange.taking.is_some() {
        return effects;
    }
    let file = words::backup_of(state.lang, &backup.at.to_string());
    effects.extend(turn::update(state, Event::StartedAgain, now));
    let form = &mut state.exchange;
    form.jobs = form.jobs.saturating_add(1);
    form.import_job = form.jobs;
    let job = form.jobs;
    form.stage = Stage::Reading(Progress { file: file.clone(), ..Progress::default() });
    let given = given(file, backup, words::this_browser(state.lang));
    effects.extend(turn::update(state, Event::Finished(job, Box::new(given)), now));
    effects
}

/// The backup as a book file that was read.
fn given(name: String, backup: Backup, program: &str) -> Given {
    let meta = Meta { at: backup.at, by: Operator::default(), program: program.to_owned() };
    let bundle = Bundle::of_journal(backup.journal, meta);
    let verdict = bundle::verify(&bundle);
    let book = BookFile { name, read: Ok(Arc::new(CheckedBook { bundle, verdict })) };
    let damaged = backup.damaged.iter().map(|(key, why)| format!("{key}: {why}"));
    Given { books: vec![book], unreadable: damaged.collect(), ..Given::default() }
}
