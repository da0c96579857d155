//! Bytes out of files, a piece at a time.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder, TextDecoderOptions};

use crate::app::update::exchange::{Input, Progress, Unit};
use crate::exchange::read::bytes::{Encoding, FILE_BYTES_MAX, NamedBytes};

/// What is read of a file at once.
const PIECE: usize = 4 * 1024 * 1024;

/// How often is told how far reading is, in milliseconds.
const TELL_MILLIS: f64 = 120.0;

/// Says now and then how far a job is.
pub struct Teller<'t> {
    /// False when the job was stopped.
    pub say: &'t dyn Fn(Progress) -> bool,
    pub told: f64,
}

impl Teller<'_> {
    /// False when the job was stopped.
    pub fn tell(&mut self, progress: Progress) -> bool {
        let now = js_sys::Date::now();
        if now - self.told < TELL_MILLIS {
            return true;
        }
        self.told = now;
        (self.say)(progress)
    }
}

/// None when the job was stopped meanwhile.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the size of a file is a whole number of bytes, far below the limits of both"
)]
pub async fn input(file: &File, teller: &mut Teller<'_>) -> Option<Input> {
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
        let from = bytes.len();
        bytes.resize(from + piece.length() as usize, 0);
        piece.copy_to(&mut bytes[from..]);
        let progress = Progress {
            file: name.clone(),
            unit: Unit::Bytes,
            done: bytes.len() as u64,
            total: size as u64,
        };
        if !teller.tell(progress) {
            return None;
        }
    }
    Some(Input::Bytes(NamedBytes { name, bytes }))
}

/// None when the browser does not give it, or gives nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "offsets in a file are far below the whole numbers that a double holds"
)]
pub async fn piece(file: &File, from: usize, until: usize) -> Option<Uint8Array> {
    let blob = file.slice_with_f64_and_f64(from as f64, until as f64).ok()?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    let bytes = Uint8Array::new(&buffer);
    (bytes.length() > 0).then_some(bytes)
}

/// The browser's tables for encodings; a byte without a meaning is an error.
pub fn decode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(encoding.label(), &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
