//! The page's side: begins a job, hears what the worker tells, and ends it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::bytes::piece;
use super::helper::Helper;
use super::here::{fetch_slices, in_slices};
use crate::app::Event;
use crate::app::update::exchange::{
    Event as Exchange, Given, Job, Origin, Progress, Purpose, Unit, looks_like_book,
};
use crate::exchange::parcel::{Gathering, Listed, Parcel};
use crate::ui::shell::files::waiting;
use crate::ui::shell::folders::Found;

/// Where the bytes of a job come from.
pub enum Source {
    Files(Vec<File>),
    Text { name: String, text: String },
}

/// A worker that says nothing for this long is given up, in milliseconds.
const SILENCE_MILLIS: f64 = 60_000.0;

/// How many facts arrive between two words about how far it is.
const TOLD_EVERY: usize = 4_000;

/// A job that runs and was not stopped.
struct Running {
    dispatch: Callback<Event>,
    /// None while it is read on the page itself.
    helper: Option<Helper>,
    /// The job, until the worker has begun with it: without it, it is read here.
    unready: Option<(Job, Vec<File>)>,
    listed: Vec<Listed>,
    gathered: Gathering,
    /// What was found in folders besides files.
    aside: Found,
    /// What the browser would not give to the worker.
    unreadable: Vec<String>,
    /// When the worker said something last.
    heard: f64,
}

impl Running {
    fn new(dispatch: Callback<Event>) -> Self {
        Self {
            dispatch,
            helper: None,
            unready: None,
            listed: Vec::new(),
            gathered: Gathering::default(),
            aside: Found::default(),
            unreadable: Vec::new(),
            heard: 0.0,
        }
    }
}

thread_local! {
    static RUNNING: RefCell<BTreeMap<u64, Running>> = const { RefCell::new(BTreeMap::new()) };
    /// A worker that waits for the next job.
    static SPARE: RefCell<Option<Helper>> = const { RefCell::new(None) };
}

/// Starts a worker beforehand, so that the next job need not wait for it.
pub fn make_ready() {
    SPARE.with_borrow_mut(|spare| {
        if spare.is_none() {
            *spare = Helper::start();
        }
    });
}

/// Begins a job; its answers come as exchange events.
pub fn read(dispatch: Callback<Event>, job: Job) {
    RUNNING.with_borrow_mut(|running| running.insert(job.number, Running::new(dispatch)));
    spawn_local(begin(job));
}

/// Stops a job; what it has read is dropped.
pub fn stop(number: u64) {
    end(number);
}

/// Forgets a job; none when it was stopped before.
fn end(number: u64) -> Option<Running> {
    let running = RUNNING.with_borrow_mut(|running| running.remove(&number))?;
    if let Some(helper) = &running.helper {
        helper.end();
    }
    Some(running)
}

pub fn runs(number: u64) -> bool {
    RUNNING.with_borrow(|running| running.contains_key(&number))
}

/// Tells the page of a job that runs.
pub fn tell(number: u64, event: Exchange) {
    let dispatch = RUNNING.with_borrow(|running| running.get(&number).map(|job| job.dispatch));
    if let Some(dispatch) = dispatch {
        dispatch.run(Event::Exchange(event));
    }
}

/// A job is done, unless it was stopped before.
pub fn finish(number: u64, mut given: Given) {
    let Some(Running { dispatch, aside, .. }) = end(number) else {
        return;
    };
    given.unreadable.extend(aside.unreadable);
    given.left = aside.left;
    dispatch.run(Event::Exchange(Exchange::Finished(number, Box::new(given))));
}

/// A job breaks off. One that the worker has not begun is read on the page itself.
pub fn fail(number: u64, why: &str) {
    let Some(running) = end(number) else {
        // A worker that waited for work can be done without.
        SPARE.with_borrow_mut(|spare| spare.take().inspect(Helper::end));
        return;
    };
    if let Some((job, files)) = running.unready {
        let again = Running { aside: running.aside, ..Running::new(running.dispatch) };
        RUNNING.with_borrow_mut(|running| running.insert(number, again));
        spawn_local(read_here(job, Source::Files(files)));
    } else {
        let failed = Exchange::ReadingFailed(number, why.to_owned());
        running.dispatch.run(Event::Exchange(failed));
    }
}

async fn begin(job: Job) {
    let number = job.number;
    let source = match job.origin.clone() {
        Origin::Text { name, text } => Source::Text { name, text },
        Origin::Files(at) => match waiting(at).await {
            Some(found) => Source::Files(set_aside(number, found)),
            None => return fail(number, "the files are no longer at hand"),
        },
    };
    if let Source::Files(files) = &source
        && job.purpose == Purpose::Import
        && !hold_a_book(files).await
        && work_beside(&job, files).is_some()
    {
        return;
    }
    read_here(job, source).await;
}

/// The files; what else was found goes with the job.
fn set_aside(number: u64, mut found: Found) -> Vec<File> {
    let files = std::mem::take(&mut found.files);
    RUNNING.with_borrow_mut(|running| {
        if let Some(job) = running.get_mut(&number) {
            job.aside = found;
        }
    });
    files
}

async fn read_here(job: Job, source: Source) {
    let number = job.number;
    let fetched = fetch_slices().await.is_ok();
    // It may have been stopped meanwhile.
    if runs(number) && !(fetched && in_slices(job, source).await.is_ok()) {
        fail(number, "a part of the program could not be fetched");
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
fn work_beside(job: &Job, files: &[File]) -> Option<()> {
    let number = job.number;
    // It may have been stopped meanwhile.
    if !runs(number) {
        return None;
    }
    let helper = SPARE.with_borrow_mut(Option::take).or_else(Helper::start)?;
    let is_ready = helper.employ(number);
    RUNNING.with_borrow_mut(|running| {
        let own = running.get_mut(&number)?;
        own.heard = js_sys::Date::now();
        own.unready = Some((job.clone(), files.to_vec()));
        own.helper = Some(helper);
        Some(())
    })?;
    if is_ready {
        hand_over(number);
    }
    watch(number);
    Some(())
}

/// The worker is ready for its job.
pub fn hand_over(number: u64) {
    let handed = RUNNING.with_borrow_mut(|running| {
        let job = running.get_mut(&number)?;
        let (order, files) = job.unready.take()?;
        job.helper.as_ref()?.order(&order.answers.to_words(), &files)
    });
    if handed.is_none() {
        fail(number, "the browser would not hand the files over");
    }
}

/// The worker of a job has told something.
pub fn hear(number: u64, bytes: &[u8]) {
    let Some(parcel) = Parcel::open(bytes) else {
        return fail(number, "what was read could not be understood");
    };
    let heard = RUNNING.with_borrow_mut(|running| {
        let job = running.get_mut(&number)?;
        job.heard = js_sys::Date::now();
        take(job, parcel)
    });
    match heard {
        Some(Heard::Progress(progress)) => tell(number, Exchange::Progressed(number, progress)),
        Some(Heard::Listed(files)) => tell(number, Exchange::Listed(number, files)),
        Some(Heard::Done(given)) => finish(number, *given),
        None => {}
    }
}

enum Heard {
    Progress(Progress),
    Listed(Arc<[Listed]>),
    Done(Box<Given>),
}

fn take(job: &mut Running, parcel: Parcel) -> Option<Heard> {
    match parcel {
        Parcel::Progress { file, rows, done, total } => {
            let unit = if rows { Unit::Rows } else { Unit::Bytes };
            return Some(Heard::Progress(Progress { file, unit, done, total }));
        }
        Parcel::File(listed) => {
            job.gathered.file(&listed);
            job.listed.push(*listed);
        }
        Parcel::Listed { unreadable } => {
            job.unreadable = unreadable;
            return Some(Heard::Listed(std::mem::take(&mut job.listed).into()));
        }
        Parcel::Facts(at, facts) => {
            let before = job.gathered.progress().0;
            job.gathered.facts(at, facts);
            return arrived(job, before).map(Heard::Progress);
        }
        Parcel::Refused(at, rows) => job.gathered.refused(at, rows),
        Parcel::Done => {
            let understanding = std::mem::take(&mut job.gathered).understanding;
            let unreadable = std::mem::take(&mut job.unreadable);
            let given = Given { understanding, unreadable, ..Given::default() };
            return Some(Heard::Done(Box::new(given)));
        }
    }
    None
}

/// How many facts are here, told now and then.
fn arrived(job: &Running, before: usize) -> Option<Progress> {
    let (done, total) = job.gathered.progress();
    let is_due = done / TOLD_EVERY > before / TOLD_EVERY;
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let file = job.gathered.understanding.files.first().map(|file| file.name.clone());
    is_due.then(|| Progress {
        file: file.unwrap_or_default(),
        unit: Unit::Rows,
        done: count(done),
        total: count(total),
    })
}

/// A worker that the browser ended without a word is told of too.
fn watch(number: u64) {
    let look = move || {
        let heard = RUNNING.with_borrow(|running| running.get(&number).map(|job| job.heard));
        match heard {
            Some(heard) if js_sys::Date::now() - heard > SILENCE_MILLIS => {
                fail(number, "nothing was heard of it for a minute");
            }
            Some(_) => watch(number),
            None => {}
        }
    };
    set_timeout(look, Duration::from_secs(5));
}
