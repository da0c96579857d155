//! Reading on the page itself, in time slices: where there is no worker, and for book files.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::bytes::{Teller, decode, input};
use super::digest::hashed;
use super::page::{Source, finish, runs, tell};
use crate::app::update::exchange::{Event as Exchange, Given, Input, Intake, Job, Progress};
use crate::exchange::read::bytes::NamedBytes;
use crate::ui::late::late;

late! { reading, fetch_slices, fn in_slices(job: Job, source: Source) -> () {
    spawn_local(async move {
        let number = job.number;
        if let Some(given) = work(job, source).await {
            finish(number, given);
        }
    });
} }

/// Rows that are read before the time is looked at.
const ROWS: usize = 100;

/// How long reading goes on before the page has its turn, in milliseconds.
const TURN_MILLIS: f64 = 24.0;

/// None when the job was stopped.
async fn work(job: Job, source: Source) -> Option<Given> {
    rest().await;
    let say = |progress: Progress| {
        tell(job.number, Exchange::Progressed(job.number, progress));
        runs(job.number)
    };
    let mut teller = Teller { say: &say, told: 0.0 };
    let mut inputs = Vec::new();
    match source {
        Source::Text { name, text } => {
            inputs.push(Input::Bytes(NamedBytes { name, bytes: text.into_bytes() }));
        }
        Source::Files(files) => {
            for file in files {
                inputs.push(match input(&file, &mut teller).await? {
                    Input::Bytes(file) => hashed(file).await,
                    other => other,
                });
            }
        }
    }
    let customer = job.answers.customer();
    let options = job.answers.options(customer.as_ref(), Some(&decode));
    let mut intake = Intake::new(inputs, job.purpose, options);
    loop {
        let started = js_sys::Date::now();
        while js_sys::Date::now() - started < TURN_MILLIS {
            match intake.step(ROWS) {
                Some(progress) => {
                    teller.tell(progress);
                }
                None => return Some(intake.finish()),
            }
        }
        rest().await;
        if !runs(job.number) {
            return None;
        }
    }
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
