//! The timed pieces of work as a plain wasm module, for engines outside the page to be timed beside:
//! `oracles/node` loads it. `prepare` makes the input of a kernel, `once` does the work.

use std::cell::RefCell;

use recourse::kernels;

type Work = Box<dyn FnMut() -> u64>;

thread_local! {
    static PREPARED: RefCell<Option<Work>> = const { RefCell::new(None) };
}

#[unsafe(no_mangle)]
pub extern "C" fn prepare(at: u32, n: u32) {
    let work = kernels::ALL.get(at as usize).map(|kernel| (kernel.prepare)(n));
    PREPARED.set(work);
}

#[unsafe(no_mangle)]
pub extern "C" fn once() -> u32 {
    PREPARED.with_borrow_mut(|work| work.as_mut().map_or(0, |work| (work() & 0xffff_ffff) as u32))
}
