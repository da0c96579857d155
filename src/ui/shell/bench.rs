//! The timed pieces of work, for the bench harness to call from outside the page.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::kernels;

type Work = Box<dyn FnMut() -> u64>;

thread_local! {
    static PREPARED: RefCell<Option<Work>> = const { RefCell::new(None) };
}

/// Makes the input of the kernel at this place in the list, for `n` things.
#[wasm_bindgen]
pub fn bench_prepare(at: usize, n: u32) {
    let work = kernels::ALL.get(at).map(|kernel| (kernel.prepare)(n));
    PREPARED.set(work);
}

/// Does the prepared work once and answers with the low half of its sum.
#[wasm_bindgen]
#[must_use]
pub fn bench_once() -> u32 {
    PREPARED.with_borrow_mut(|work| work.as_mut().map_or(0, |work| (work() & 0xffff_ffff) as u32))
}
