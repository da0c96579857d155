//! Reads a file that was chosen for a policy, as text.

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use super::files;
use crate::app::Event;
use crate::app::update::policy::Event as Policy;

/// Reads the first file of a number; the answer comes as a policy event.
pub fn read(dispatch: Callback<Event>, at: u64, bytes_max: usize) {
    spawn_local(async move {
        let given = files::waiting(at).await;
        let file = given.and_then(|given| given.files.first().cloned());
        if let Some(file) = file {
            let text = text_of(&file, bytes_max).await;
            let name = file.name();
            dispatch.run(Event::Policy(Policy::FileRead { name, text }));
        }
    });
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sizes of files are far below the whole numbers that a double holds"
)]
async fn text_of(file: &File, bytes_max: usize) -> Result<String, String> {
    if file.size() > bytes_max as f64 {
        return Err("larger than a policy may be".to_owned());
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let bytes = buffer.map_err(|_| "the browser does not give it".to_owned())?;
    let bytes = js_sys::Uint8Array::new(&bytes).to_vec();
    String::from_utf8(bytes).map_err(|_| "not UTF-8 text".to_owned())
}
