//! The readers without the page, for `run.mjs`: bytes in, one number out.
#![allow(dead_code, unused_imports)]

#[path = "../../../src/book/mod.rs"]
mod book;
#[path = "../../../src/domain/mod.rs"]
mod domain;
mod exchange;
#[path = "../../../src/journal/mod.rs"]
mod journal;
#[path = "../../../src/platform/mod.rs"]
mod platform;
#[path = "../../../src/policy/mod.rs"]
mod policy;

use exchange::read::bytes::{NamedBytes, to_text};
use exchange::read::import::understand;
use exchange::read::json;
use exchange::read::options::Options;
use exchange::read::plain::csv_of_file;

/// Room for a file of this many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    Box::leak(vec![0_u8; bytes].into_boxed_slice()).as_mut_ptr()
}

/// Takes back what [`room`] gave.
///
/// # Safety
/// Pointer and length must be those of a call of [`room`] that was not taken back yet.
unsafe fn given(at: *mut u8, bytes: usize) -> Vec<u8> {
    // SAFETY: the caller names a leaked boxed slice, which is owned again here, once.
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, bytes)) }.into_vec()
}

/// A JSON text: 0 refused, 1 accepted as it is, 2 accepted with a mend.
///
/// # Safety
/// As for `given`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn document(at: *mut u8, bytes: usize) -> u32 {
    // SAFETY: passed on.
    let bytes = unsafe { given(at, bytes) };
    let Ok(texted) = to_text(&bytes, None, None) else {
        return 0;
    };
    match json::parse(&texted.text) {
        Err(_) => 0,
        Ok(document) if document.mends.is_empty() => 1,
        Ok(_) => 2,
    }
}

/// How many facts a file tells.
///
/// # Safety
/// As for `given`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn facts(at: *mut u8, bytes: usize) -> usize {
    // SAFETY: passed on.
    let bytes = unsafe { given(at, bytes) };
    let file = NamedBytes { name: "sample".to_owned(), bytes };
    understand(vec![file], &Options::default()).files.iter().map(|file| file.facts.len()).sum()
}

/// The table of a file as plain CSV: where it stands, its first four bytes being its length.
///
/// # Safety
/// As for `given`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn table(at: *mut u8, bytes: usize) -> *const u8 {
    // SAFETY: passed on.
    let bytes = unsafe { given(at, bytes) };
    let file = NamedBytes { name: "sample".to_owned(), bytes };
    let csv = csv_of_file(file, &Options::default()).map(|plain| plain.csv).unwrap_or_default();
    let length = u32::try_from(csv.len()).unwrap_or(0).to_le_bytes();
    Box::leak([length.as_slice(), csv.as_bytes()].concat().into_boxed_slice()).as_ptr()
}
