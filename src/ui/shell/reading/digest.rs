//! The SHA-256 of a file, computed by the browser where it does that.

use std::fmt::Write as _;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, SubtleCrypto};

use crate::app::update::exchange::Input;
use crate::exchange::read::bytes::NamedBytes;

/// Larger files are not copied for it.
const BYTES_MAX: usize = 64 * 1024 * 1024;

/// The file with its SHA-256, where the browser tells it: over plain HTTP it does not.
pub async fn hashed(file: NamedBytes) -> Input {
    match sha256(&file.bytes).await {
        Some(sha256) => Input::Hashed(file, sha256),
        None => Input::Bytes(file),
    }
}

async fn sha256(bytes: &[u8]) -> Option<String> {
    let subtle = subtle().filter(|_| bytes.len() <= BYTES_MAX)?;
    let copy = Uint8Array::from(bytes);
    let promise = subtle.digest_with_str_and_buffer_source("SHA-256", &copy).ok()?;
    let digest = Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec();
    let mut text = String::with_capacity(64);
    for byte in &digest {
        write!(text, "{byte:02x}").ok()?;
    }
    (text.len() == 64).then_some(text)
}

fn subtle() -> Option<SubtleCrypto> {
    let crypto: Crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?.dyn_into().ok()?;
    Reflect::get(&crypto, &"subtle".into()).ok()?.dyn_into().ok()
}
