//! The page's side: begins a job, hears what the worker tells, and ends it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::bytes::piece;
use super::here::{fetch_slices, in_slices};
use super::worker::READY;
use crate::app::Event;
use crate::app::update::exchange::{
    Event as Exchange, Given, Job, Origin, Progress, Purpose, Unit, looks_like_book,
};
use crate::exchange::parcel::{Gathering, Parcel};
use crate::ui::shell::files::waiting;

/// Where the bytes of a job come from.
pub enum Source {
    Files(Vec<File>),
    Text { name: String, text: String },
}

/// A worker that says nothing for this long is given up, in milliseconds.
const SILENCE_MILLIS: f64 = 60_000.0;

/// A job that runs and was not stopped.
#[derive(Default)]
struct Running {
    /// None while it is read on the page itself.
    worker: Option<Worker>,
    /// The job, until the worker has said that it is ready: without it, it is read here.
    unready: Option<(Job, Vec<File>)>,
    gathered: Gathering,
    /// When the worker said something last.
    heard: f64,
    /// What hears the worker; goes with the job.
    ears: Vec<JsValue>,
}

thread_local! {
    static RUNNING: RefCell<BTreeMap<u64, Running>> = const { RefCell::new(BTreeMap::new()) };
}

/// Begins a job; its answers come as exchange events.
pub fn read(dispatch: Callback<Event>, job: Job) {
    RUNNING.with_borrow_mut(|running| running.insert(job.number, Running::default()));
    spawn_local(begin(dispatch, job));
}

/// Stops a job; what it has read is dropped.
pub fn stop(number: u64) {
    end(number);
}

/// Forgets a job; false when it was stopped before.
pub fn end(number: u64) -> bool {
    let running = RUNNING.with_borrow_mut(|running| running.remove(&number));
    let Some(running) = running else {
        return false;
    };
    if let Some(worker) = &running.worker {
        worker.set_onmessage(None);
        worker.set_onerror(None);
        worker.terminate();
    }
    true
}

pub fn runs(number: u64) -> bool {
    RUNNING.with_borrow(|running| running.contains_key(&number))
}

pub fn tell(dispatch: Callback<Event>, event: Exchange) {
    dispatch.run(Event::Exchange(event));
}

/// A job breaks off. One that the worker has not begun is read on the page itself.
fn fail(dispatch: Callback<Event>, number: u64, why: &str) {
    let unready = RUNNING.with_borrow_mut(|running| running.get_mut(&number)?.unready.take());
    let stood = end(number);
    if let Some((job, files)) = unready {
        RUNNING.with_borrow_mut(|running| running.insert(number, Running::default()));
        spawn_local(read_here(dispatch, job, Source::Files(files)));
    } else if stood {
        tell(dispatch, Exchange::ReadingFailed(number, why.to_owned()));
    }
}

async fn begin(dispatch: Callback<Event>, job: Job) {
    let number = job.number;
    let source = match job.origin.clone() {
        Origin::Text { name, text } => Source::Text { name, text },
        Origin::Files(at) => match waiting(at) {
            Some(files) => Source::Files(files),
            None => return fail(dispatch, number, "the files are no longer at hand"),
        },
    };
    if let Source::Files(files) = &source
        && job.purpose == Purpose::Import
        && !hold_a_book(files).await
        && work_beside(dispatch, &job, files).is_some()
    {
        return;
    }
    read_here(dispatch, job, source).await;
}

async fn read_here(dispatch: Callback<Event>, job: Job, source: Source) {
    let number = job.number;
    let fetched = fetch_slices().await.is_ok();
    // It may have been stopped meanwhile.
    if runs(number) && !(fetched && in_slices(dispatch, job, source).await.is_ok()) {
        fail(dispatch, number, "a part of the program could not be fetched");
    }
}

/// Whether one of the files is a book: those are compared with the journal here.
async fn hold_a_book(files: &[File]) -> bool {
    const START: usize = 200;
    for file in files {
        if let Some(start) = piece(file, 0, START).await
            && looks_like_book(&start.to_vec())
        {
            return true;
        }
    }
    false
}

/// Hands the job to a worker; none where there can be none.
fn work_beside(dispatch: Callback<Event>, job: &Job, files: &[File]) -> Option<()> {
    // It may have been stopped meanwhile.
    let worker = runs(job.number).then(start)??;
    let (number, own) = (job.number, job.clone());
    let answers: Array = job.answers.to_words().iter().map(JsValue::from).collect();
    let order = Array::of2(&answers, &files.iter().collect::<Array>());
    let asked = worker.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let said = event.data();
        match said.as_string() {
            Some(word) if word == READY => {
                RUNNING.with_borrow_mut(|running| running.get_mut(&number)?.unready.take());
                if asked.post_message(&order).is_err() {
                    fail(dispatch, number, "the browser would not hand the files over");
                }
            }
            Some(why) => fail(dispatch, number, &why),
            None => hear(dispatch, number, &Uint8Array::new(&said).to_vec()),
        }
    });
    let break_off = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
        event.prevent_default();
        fail(dispatch, number, &event.message());
    });
    worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    worker.set_onerror(Some(break_off.as_ref().unchecked_ref()));
    RUNNING.with_borrow_mut(|running| {
        let job = running.get_mut(&number)?;
        job.heard = js_sys::Date::now();
        job.unready = Some((own, files.to_vec()));
        job.worker = Some(worker);
        // The browser frees them when it frees the worker's handlers.
        job.ears = vec![hear.into_js_value(), break_off.into_js_value()];
        Some(())
    })?;
    watch(dispatch, number);
    Some(())
}

/// The start of the page says where the worker's script is; without it there is no worker.
fn start() -> Option<Worker> {
    let root = web_sys::window()?.document()?.document_element()?;
    let script = root.get_attribute("data-reader")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&script, &options).ok()
}

fn hear(dispatch: Callback<Event>, number: u64, bytes: &[u8]) {
    let Some(parcel) = Parcel::open(bytes) else {
        return fail(dispatch, number, "what was read could not be understood");
    };
    let done = RUNNING.with_borrow_mut(|running| {
        let job = running.get_mut(&number)?;
        job.heard = js_sys::Date::now();
        take(job, parcel)
    });
    match done {
        Some(Heard::Progress(progress)) => {
            tell(dispatch, Exchange::Progressed(number, progress));
        }
        Some(Heard::Done(given)) if end(number) => {
            tell(dispatch, Exchange::Finished(number, given));
        }
        _ => {}
    }
}

enum Heard {
    Progress(Progress),
    Done(Box<Given>),
}

fn take(job: &mut Running, parcel: Parcel) -> Option<Heard> {
    match parcel {
        Parcel::Progress { file, rows, done, total } => {
            let unit = if rows { Unit::Rows } else { Unit::Bytes };
            return Some(Heard::Progress(Progress { file, unit, done, total }));
        }
        Parcel::File(file) => job.gathered.file(*file),
        Parcel::Facts(facts) => job.gathered.facts(facts),
        Parcel::Done { unreadable } => {
            let understanding = std::mem::take(&mut job.gathered).understanding;
            let given = Given { understanding, unreadable, ..Given::default() };
            return Some(Heard::Done(Box::new(given)));
        }
    }
    None
}

/// A worker that the browser ended without a word is told of too.
fn watch(dispatch: Callback<Event>, number: u64) {
    let look = move || {
        let heard = RUNNING.with_borrow(|running| running.get(&number).map(|job| job.heard));
        match heard {
            Some(heard) if js_sys::Date::now() - heard > SILENCE_MILLIS => {
                fail(dispatch, number, "nothing was heard of it for a minute");
            }
            Some(_) => watch(dispatch, number),
            None => {}
        }
    };
    set_timeout(look, Duration::from_secs(5));
}
