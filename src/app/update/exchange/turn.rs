use std::sync::Arc;

use super::answers::{Answers, Ask};
use super::comparing::Comparing;
use super::count::Count;
use super::event::Event;
use super::form::{Asked, Check, Form, Found, Paste, Progress, Stage, Unit};
use super::intake::Given;
use super::job::{Job, Origin, Purpose};
use super::naming::Naming;
use super::outlook::Trying;
use super::refusal::closed;
use super::{mapping, restore, share, take, taking};
use crate::app::toast::Message;
use crate::app::words::exchange as words;
use crate::app::{Effect, Now, State};
use crate::exchange::parcel::Listed;

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
            answered(&mut state.exchange, ask, text);
            read_again(state)
        }
        Event::MappingOpened(_)
        | Event::MappingClosed
        | Event::ColumnChosen { .. }
        | Event::MappingAgreed => mapped(state, event),
        Event::NameChosen(..)
        | Event::NameSearched(..)
        | Event::SameNamesAccepted
        | Event::MoreNamesAsked => named(state, event),
        Event::Cancelled | Event::StartedAgain => leave(state),
        Event::TakenIn => take::take_in(state, now),
        Event::RefusedAsked(at) => refused(state, at),
        Event::BackupAsked(at) => vec![Effect::OpenBackup(at)],
        Event::BackupOpened(backup) => restore::opened(state, *backup, now),
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
        Event::TakenOn => taking::go_on(state),
        Event::Listed(job, files) => listed(state, job, files),
        Event::ComparedOn(job) => compare_on(state, job),
        Event::TriedOn(job) => try_on(state, job),
        Event::ReadingFailed(job, why) => failed(state, job, &why),
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

/// More facts than this are not counted anew at every choice.
const FACTS_COUNTED: usize = 2_000;

/// A new import: nothing of the one before stays.
fn begin(state: &mut State, origin: Origin) -> Vec<Effect> {
    if closed(state).is_some() || state.exchange.taking.is_some() {
        return Vec::new();
    }
    state.exchange.answers = Answers::remembered(&state.book.import_answers);
    state.exchange.naming = Naming::default();
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
    forget(&mut state.exchange);
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
    if state.exchange.taking.as_ref().is_some_and(|taking| taking.is_settled()) {
        return Vec::new();
    }
    state.exchange.taking = None;
    let before = state.exchange.import_job;
    state.exchange.import_job = 0;
    state.exchange.origin = None;
    forget(&mut state.exchange);
    state.exchange.stage = Stage::Waiting;
    state.exchange.answers = Answers::default();
    state.exchange.naming = Naming::default();
    vec![Effect::StopReading(before)]
}

/// Drops what is made of a reading while it is looked at.
fn forget(form: &mut Form) {
    form.mapping = None;
    form.listed = None;
    form.comparing = None;
    form.trying = None;
}

fn listed(state: &mut State, job: u64, files: Arc<[Listed]>) -> Vec<Effect> {
    if job == state.exchange.import_job && matches!(state.exchange.stage, Stage::Reading(_)) {
        state.exchange.listed = Some(files);
    }
    Vec::new()
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
        let comparing = Comparing::new(&given, state);
        state.exchange.comparing = Some((Arc::new(given), Box::new(comparing)));
        return compare_on(state, job);
    }
    Vec::new()
}

/// Compares some further facts with the book, and lets the page have its turn before the next.
fn compare_on(state: &mut State, job: u64) -> Vec<Effect> {
    if job != state.exchange.import_job || !matches!(state.exchange.stage, Stage::Reading(_)) {
        state.exchange.comparing = None;
        return Vec::new();
    }
    let Some((given, mut comparing)) = state.exchange.comparing.take() else {
        return Vec::new();
    };
    let is_small = Comparing::is_small(&given, state);
    let mut is_done = comparing.step(&given, state);
    while is_small && !is_done {
        is_done = comparing.step(&given, state);
    }
    if is_done {
        return compared(state, job, given, *comparing);
    }
    let (done, total) = comparing.progress(&given);
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let file = words::comparing(state.lang).to_owned();
    let progress = Progress { file, unit: Unit::Rows, done: count(done), total: count(total) };
    state.exchange.stage = Stage::Reading(progress);
    state.exchange.comparing = Some((given, comparing));
    again(Event::ComparedOn(job))
}

fn again(event: Event) -> Vec<Effect> {
    vec![Effect::Again(Box::new(crate::app::Event::Exchange(event)))]
}

fn compared(state: &mut State, job: u64, given: Arc<Given>, comparing: Comparing) -> Vec<Effect> {
    let (count, mut naming) = comparing.finish(&given, state);
    naming.chosen = std::mem::take(&mut state.exchange.naming.chosen);
    state.exchange.naming = naming;
    state.exchange.paste = Paste::default();
    state.exchange.listed = None;
    state.exchange.stage = Stage::Understood(Arc::new(Found { given, count }));
    try_anew(state, job)
}

/// Begins to try what would read otherwise; the import can be taken in before that is known.
fn try_anew(state: &mut State, job: u64) -> Vec<Effect> {
    let Stage::Understood(found) = &state.exchange.stage else {
        return Vec::new();
    };
    state.exchange.trying = Trying::begin(found, state).map(Box::new);
    try_on(state, job)
}

fn try_on(state: &mut State, job: u64) -> Vec<Effect> {
    let (Some(mut trying), Stage::Understood(found)) =
        (state.exchange.trying.take(), state.exchange.stage.clone())
    else {
        return Vec::new();
    };
    if job != state.exchange.import_job {
        return Vec::new();
    }
    if !trying.is_of(&found, state) {
        return try_anew(state, job);
    }
    let is_small = trying.is_small(state);
    let mut outlook = trying.step(state);
    while is_small && outlook.is_none() {
        outlook = trying.step(state);
    }
    if outlook.is_none() {
        state.exchange.trying = Some(trying);
        return again(Event::TriedOn(job));
    }
    let given = Arc::clone(&found.given);
    let count = Count { outlook, ..found.count.clone() };
    state.exchange.stage = Stage::Understood(Arc::new(Found { given, count }));
    Vec::new()
}

/// Reading broke off outside of the program: nothing was appended, and the files can be given again.
fn failed(state: &mut State, job: u64, why: &str) -> Vec<Effect> {
    let sentence = words::reading_failed(state.lang, why);
    if job == state.exchange.check_job && matches!(state.exchange.check, Check::Reading) {
        state.exchange.check = Check::Waiting;
    } else if job == state.exchange.import_job && matches!(state.exchange.stage, Stage::Reading(_))
    {
        state.exchange.stage = Stage::Waiting;
    } else {
        return Vec::new();
    }
    state.toasts.push(Message::Failed { sentence }, Vec::new());
    Vec::new()
}

/// An answer is for this import, and is remembered for tables that asked for it.
fn answered(form: &mut Form, ask: Ask, text: String) {
    let Form { stage, answers, .. } = form;
    if let Stage::Understood(found) = stage {
        for file in &found.given.understanding.files {
            let Some(table) = &file.table else {
                continue;
            };
            let headers = table.headers();
            let asked = file.questions.iter().any(|q| Ask::of(q) == Some(ask));
            if (asked || answers.has_said(&headers, ask))
                && let Some(said) = answers.form_mut(&headers)
            {
                ask.remember(said, &text);
            }
        }
    }
    answers.set(ask, text);
}

fn mapped(state: &mut State, event: Event) -> Vec<Effect> {
    let form = &mut state.exchange;
    match event {
        Event::MappingOpened(file) => mapping::open(form, file),
        Event::MappingClosed => form.mapping = None,
        Event::ColumnChosen { column, field } => mapping::choose(form, column, &field),
        Event::MappingAgreed if mapping::agree(form) => return read_again(state),
        _ => {}
    }
    Vec::new()
}

fn named(state: &mut State, event: Event) -> Vec<Effect> {
    let naming = &mut state.exchange.naming;
    match event {
        Event::NameSearched(name, typed) => {
            naming.search = Some((name, typed));
            return Vec::new();
        }
        Event::MoreNamesAsked => {
            naming.show_more();
            return Vec::new();
        }
        Event::NameChosen(name, choice) => {
            naming.search = None;
            match choice {
                Some(choice) => naming.chosen.insert(name, choice),
                None => naming.chosen.remove(&name),
            };
        }
        Event::SameNamesAccepted => naming.accept_same(),
        _ => {}
    }
    count_again(state)
}

/// A choice changes what is news; of a very large import that is told when it is taken in.
fn count_again(state: &mut State) -> Vec<Effect> {
    let Stage::Understood(found) = state.exchange.stage.clone() else {
        return Vec::new();
    };
    let files = &found.given.understanding.files;
    if files.iter().map(|file| file.facts.len()).sum::<usize>() > FACTS_COUNTED {
        return Vec::new();
    }
    let count = Count::of(&found.given, state);
    let given = Arc::clone(&found.given);
    state.exchange.stage = Stage::Understood(Arc::new(Found { given, count }));
    try_anew(state, state.exchange.import_job)
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
