//! The worker's side: the same program without a window. It reads the files of one job and tells in parcels.
//! To cancel it is to end it: it holds nothing that anyone else needs.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::bytes::{Teller, decode, input};
use super::digest::hashed;
use crate::app::update::exchange::{Answers, Input, Intake, Progress, Purpose, Unit};
use crate::exchange::parcel::{Parcel, parcels};
use crate::ui::late::late;

late! { reading, fetch_listening, fn listening() -> () {
    listen();
} }

/// What the worker says when it is ready for a job; any other text is why it cannot be.
pub const READY: &str = "ready";

/// Rows that are read before the time is looked at.
const ROWS: usize = 2_000;

/// Fetches what reading needs and waits for the job.
pub fn serve() {
    spawn_local(async {
        if fetch_listening().await.is_err() || listening().await.is_err() {
            say(&"a part of the program could not be fetched".into());
        }
    });
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn say(what: &JsValue) {
    // Fails only when the page is gone, and then nobody waits.
    let _ = scope().post_message(what);
}

fn listen() {
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let job: Array = event.data().unchecked_into();
        spawn_local(work(Array::from(&job.get(0)), Array::from(&job.get(1))));
    });
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    say(&READY.into());
}

/// `answers` are words, see [`Answers::from_words`].
async fn work(answers: Array, files: Array) {
    let words: Vec<String> = answers.iter().filter_map(|word| word.as_string()).collect();
    let answers = Answers::from_words(&words);
    let say_progress = |progress: Progress| {
        let Progress { file, unit, done, total } = progress;
        send(&Parcel::Progress { file, rows: unit == Unit::Rows, done, total });
        true
    };
    let mut teller = Teller { say: &say_progress, told: 0.0 };
    let mut inputs = Vec::new();
    for file in files.iter() {
        let file: File = file.unchecked_into();
        match input(&file, &mut teller).await {
            Some(Input::Bytes(file)) => inputs.push(hashed(file).await),
            other => inputs.extend(other),
        }
    }
    let customer = answers.customer();
    let options = answers.options(customer.as_ref(), Some(&decode));
    let mut intake = Intake::new(inputs, Purpose::Import, options);
    while let Some(progress) = intake.step(ROWS) {
        teller.tell(progress);
    }
    let given = intake.finish();
    for parcel in parcels(given.understanding, given.unreadable) {
        send(&parcel);
    }
}

fn send(parcel: &Parcel) {
    let Some(bytes) = parcel.pack() else {
        return say(&"what was read could not be told".into());
    };
    let bytes = Uint8Array::from(bytes.as_slice());
    let moved = Array::of1(&bytes.buffer());
    // As above.
    let _ = scope().post_message_with_transfer(&bytes, &moved);
}
