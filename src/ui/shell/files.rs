//! Reads files in pieces, so that the page stays live and stops at once when it is told to.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, FileList, HtmlInputElement, TextDecoder, TextDecoderOptions};

use crate::app::Event;
use crate::app::update::exchange::{
    Event as Exchange, Given, Input, Intake, Job, Origin, Progress, Unit,
};
use crate::exchange::read::bytes::{Encoding, FILE_BYTES_MAX, NamedBytes};
use crate::ui::files::Files;

/// The files of a real browser, for pages.
pub const FILES: Files = Files { from_drop, from_input };

/// What is read of a file at once.
const PIECE: usize = 4 * 1024 * 1024;

/// Rows that are read before the time is looked at.
const ROWS: usize = 100;

/// How long reading goes on before the page has its turn, in milliseconds.
const TURN_MILLIS: f64 = 24.0;

/// How often the page is told how far it is, in milliseconds.
const TELL_MILLIS: f64 = 120.0;

thread_local! {
    /// What was dropped or chosen last, by number. Only the latest of each is kept.
    static WAITING: RefCell<BTreeMap<u64, Vec<File>>> = const { RefCell::new(BTreeMap::new()) };
    /// Jobs that run and were not stopped.
    static RUNNING: RefCell<BTreeSet<u64>> = const { RefCell::new(BTreeSet::new()) };
}

/// Files are handles, not bytes; a few are kept, so that they can be read again with an answer.
const WAITING_MAX: usize = 4;

fn from_drop(event: &DragEvent) -> u64 {
    wait_for(event.data_transfer().and_then(|given| given.files()))
}

fn from_input(event: &web_sys::Event) -> u64 {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    else {
        return 0;
    };
    let number = wait_for(input.files());
    // Otherwise choosing the same file again would be no change, and say nothing.
    input.set_value("");
    number
}

fn wait_for(list: Option<FileList>) -> u64 {
    let files: Vec<File> = list
        .map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect())
        .unwrap_or_default();
    if files.is_empty() {
        return 0;
    }
    WAITING.with_borrow_mut(|waiting| {
        let number = waiting.keys().next_back().map_or(1, |last| last + 1);
        waiting.insert(number, files);
        while waiting.len() > WAITING_MAX {
            waiting.pop_first();
        }
        number
    })
}

/// Begins a job; its answers come as exchange events.
pub fn read(dispatch: Callback<Event>, job: Job) {
    RUNNING.with_borrow_mut(|running| running.insert(job.number));
    spawn_local(async move {
        let number = job.number;
        if let Some(given) = work(dispatch, job).await
            && RUNNING.with_borrow_mut(|running| running.remove(&number))
        {
            tell(dispatch, Exchange::Finished(number, Box::new(given)));
        }
    });
}

/// Stops a job; what it has read is dropped.
pub fn stop(number: u64) {
    RUNNING.with_borrow_mut(|running| running.remove(&number));
}

fn runs(number: u64) -> bool {
    RUNNING.with_borrow(|running| running.contains(&number))
}

fn tell(dispatch: Callback<Event>, event: Exchange) {
    dispatch.run(Event::Exchange(event));
}

/// None when the job was stopped.
async fn work(dispatch: Callback<Event>, job: Job) -> Option<Given> {
    rest().await;
    let mut teller = Teller { dispatch, number: job.number, told: 0.0 };
    let inputs = match job.origin {
        Origin::Text { name, text } => {
            vec![Input::Bytes(NamedBytes { name, bytes: text.into_bytes() })]
        }
        Origin::Files(at) => inputs(at, &mut teller).await?,
    };
    let customer = job.answers.customer();
    let options = job.answers.options(customer.as_ref(), Some(&decode));
    let mut intake = Intake::new(inputs, job.purpose, options);
    loop {
        let started = js_sys::Date::now();
        while js_sys::Date::now() - started < TURN_MILLIS {
            match intake.step(ROWS) {
                Some(progress) => teller.tell(progress),
                None => return Some(intake.finish()),
            }
        }
        rest().await;
        if !runs(job.number) {
            return None;
        }
    }
}

/// Tells how far a job is, now and then.
struct Teller {
    dispatch: Callback<Event>,
    number: u64,
    told: f64,
}

impl Teller {
    fn tell(&mut self, progress: Progress) {
        let now = js_sys::Date::now();
        if now - self.told >= TELL_MILLIS && runs(self.number) {
            self.told = now;
            tell(self.dispatch, Exchange::Progressed(self.number, progress));
        }
    }
}

/// None when the job was stopped meanwhile.
async fn inputs(at: u64, teller: &mut Teller) -> Option<Vec<Input>> {
    let files = WAITING.with_borrow(|waiting| waiting.get(&at).cloned())?;
    let mut inputs = Vec::new();
    for file in files {
        inputs.push(input(&file, teller).await?);
    }
    Some(inputs)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the size of a file is a whole number of bytes, far below the limits of both"
)]
async fn input(file: &File, teller: &mut Teller) -> Option<Input> {
    let name = file.name();
    let size = file.size() as usize;
    if size > FILE_BYTES_MAX {
        return Some(Input::TooLarge { name, bytes: size });
    }
    let mut bytes = Vec::with_capacity(size);
    while bytes.len() < size {
        let until = size.min(bytes.len().saturating_add(PIECE));
        let Some(piece) = piece(file, bytes.len(), until).await else {
            return Some(Input::Unreadable { name });
        };
        if !runs(teller.number) {
            return None;
        }
        bytes.extend_from_slice(&piece);
        teller.tell(Progress {
            file: name.clone(),
            unit: Unit::Bytes,
            done: bytes.len() as u64,
            total: size as u64,
        });
    }
    Some(Input::Bytes(NamedBytes { name, bytes }))
}

/// None when the browser does not give it, or gives nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "offsets in a file are far below the whole numbers that a double holds"
)]
async fn piece(file: &File, from: usize, until: usize) -> Option<Vec<u8>> {
    let blob = file.slice_with_f64_and_f64(from as f64, until as f64).ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    (!bytes.is_empty()).then_some(bytes)
}

/// Lets the page have its turn.
async fn rest() {
    let turn = js_sys::Promise::new(&mut |done, _| {
        set_timeout(
            move || {
                // Resolving a promise cannot fail.
                let _ = done.call0(&JsValue::NULL);
            },
            Duration::ZERO,
        );
    });
    // It is never rejected.
    let _ = JsFuture::from(turn).await;
}

/// The browser's tables for encodings; a byte without a meaning is an error.
fn decode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(encoding.label(), &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
