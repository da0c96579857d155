use std::sync::Arc;

use super::answers::Answers;
use super::count::Count;
use super::event::Event;
use super::form::{Asked, Check, Found, Paste, Progress, Stage};
use super::intake::Given;
use super::job::{Job, Origin, Purpose};
use super::refusal::closed;
use super::{restore, share, take};
use crate::app::{Effect, Now, State};

pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    match event {
        Event::FilesGiven(0) | Event::CheckGiven(0) => Vec::new(),
        Event::FilesGiven(number) => begin(state, Origin::Files(number)),
        Event::PasteNamed(name) => {
            state.exchange.paste.name = name;
            Vec::new()
        }
        Event::PasteTyped(text) => {
            state.exchange.paste.text = text;
            Vec::new()
        }
        Event::PasteGiven => paste(state),
        Event::Answered(ask, text) => {
            state.exchange.answers.set(ask, text);
            read_again(state)
        }
        Event::ColumnNamed { header, field } => {
            state.exchange.answers.name_column(&header, &field);
            read_again(state)
        }
        Event::Cancelled | Event::StartedAgain => leave(state),
        Event::TakenIn => take::take_in(state, now),
        Event::RefusedAsked(at) => refused(state, at),
        Event::BackupAsked(at) => vec![Effect::OpenBackup(at)],
        Event::BackupOpened(backup) => restore::opened(state, *backup),
        Event::Exported => share::export(state, now),
        Event::PartExported => share::export_part(state, now),
        Event::WhatChosen(_)
        | Event::CustomerSearched(_)
        | Event::CustomerChosen(..)
        | Event::CaseChosen(_)
        | Event::FromTyped(_)
        | Event::UntilTyped(_) => asked(&mut state.exchange.asked, event),
        Event::CheckGiven(number) => check(state, number),
        Event::Progressed(job, progress) => progressed(state, job, progress),
        Event::Finished(job, given) => finished(state, job, *given),
    }
}

fn asked(asked: &mut Asked, event: Event) -> Vec<Effect> {
    match event {
        Event::WhatChosen(what) => asked.what = what,
        Event::CustomerSearched(text) => asked.search = text,
        Event::CustomerChosen(id, true) => {
            asked.customers.insert(id);
        }
        Event::CustomerChosen(id, false) => {
            asked.customers.remove(&id);
        }
        Event::CaseChosen(case) => asked.case = case,
        Event::FromTyped(text) => asked.from = text,
        Event::UntilTyped(text) => asked.until = text,
        _ => {}
    }
    Vec::new()
}

/// A new import: nothing of the one before stays.
fn begin(state: &mut State, origin: Origin) -> Vec<Effect> {
    if closed(state).is_some() {
        return Vec::new();
    }
    state.exchange.answers = Answers::default();
    read(state, origin)
}

fn paste(state: &mut State) -> Vec<Effect> {
    let Paste { name, text } = state.exchange.paste.clone();
    if text.trim().is_empty() {
        return Vec::new();
    }
    let name = match name.trim() {
        "" => "pasted.txt".to_owned(),
        given => given.to_owned(),
    };
    begin(state, Origin::Text { name, text })
}

fn read(state: &mut State, origin: Origin) -> Vec<Effect> {
    let before = state.exchange.import_job;
    let job = next_job(state, origin.clone(), Purpose::Import);
    state.exchange.import_job = job.number;
    state.exchange.origin = Some(origin);
    state.exchange.stage = Stage::Reading(Progress::default());
    vec![Effect::StopReading(before), Effect::ReadFiles(Box::new(job))]
}

fn read_again(state: &mut State) -> Vec<Effect> {
    let origin = state.exchange.origin.clone();
    origin.map_or_else(Vec::new, |origin| read(state, origin))
}

fn check(state: &mut State, number: u64) -> Vec<Effect> {
    let before = state.exchange.check_job;
    let job = next_job(state, Origin::Files(number), Purpose::Check);
    state.exchange.check_job = job.number;
    state.exchange.check = Check::Reading;
    vec![Effect::StopReading(before), Effect::ReadFiles(Box::new(job))]
}

fn next_job(state: &mut State, origin: Origin, purpose: Purpose) -> Job {
    let form = &mut state.exchange;
    form.jobs = form.jobs.saturating_add(1);
    Job { number: form.jobs, origin, purpose, answers: form.answers.clone() }
}

/// Forgets what is being read or was read; nothing was appended.
fn leave(state: &mut State) -> Vec<Effect> {
    let before = state.exchange.import_job;
    state.exchange.import_job = 0;
    state.exchange.origin = None;
    state.exchange.stage = Stage::Waiting;
    state.exchange.answers = Answers::default();
    vec![Effect::StopReading(before)]
}

fn progressed(state: &mut State, job: u64, progress: Progress) -> Vec<Effect> {
    if job == state.exchange.import_job && matches!(state.exchange.stage, Stage::Reading(_)) {
        state.exchange.stage = Stage::Reading(progress);
    }
    Vec::new()
}

fn finished(state: &mut State, job: u64, given: Given) -> Vec<Effect> {
    if job == state.exchange.check_job && matches!(state.exchange.check, Check::Reading) {
        state.exchange.check = Check::Done(given.books);
    } else if job == state.exchange.import_job && matches!(state.exchange.stage, Stage::Reading(_))
    {
        let count = Count::of(&given, state);
        state.exchange.paste = Paste::default();
        state.exchange.stage = Stage::Understood(Arc::new(Found { given, count }));
    }
    Vec::new()
}

fn refused(state: &mut State, at: usize) -> Vec<Effect> {
    let Stage::Understood(found) = state.exchange.stage.clone() else {
        return Vec::new();
    };
    match found.given.understanding.files.get(at) {
        Some(file) => share::refused(state, file),
        None => Vec::new(),
    }
}
