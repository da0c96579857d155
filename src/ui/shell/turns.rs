//! Giving the browser its turn between two pieces of work.

use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Comes back when the browser has done what waited: input, painting, timers.
///
/// A message comes back at once; a timer that is set again and again is held up for four milliseconds each time.
pub async fn others_turn() {
    let turn = Promise::new(&mut |done, _| {
        if message(&done).is_err() {
            later(done);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(turn).await;
}

fn message(done: &Function) -> Result<(), JsValue> {
    let channel = MessageChannel::new()?;
    channel.port1().set_onmessage(Some(done));
    channel.port2().post_message(&JsValue::NULL)
}

fn later(done: Function) {
    let end = move || {
        // Resolving a promise cannot fail.
        let _ = done.call0(&JsValue::NULL);
    };
    set_timeout(end, Duration::ZERO);
}
