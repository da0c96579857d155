//! The timed pieces of work on this machine, without a browser.
//!
//! `cargo bench --bench native --features bench` shows them all with their spread;
//! with `RECOURSE_BENCH=plain` it prints one line for each, which `cargo xtask bench` reads.

use std::time::Instant;

use divan::{Bencher, black_box};
use recourse::kernels::{ALL, Kernel};

/// As many rounds as in the browser, so that both medians mean the same.
const ROUNDS: usize = 15;

fn main() {
    if std::env::var_os("RECOURSE_BENCH").is_some_and(|mode| mode == "plain") {
        for kernel in ALL {
            let (median, sum) = median_nanos(kernel);
            println!("{}\t{}\t{median}\t{sum}", kernel.name, kernel.n);
        }
    } else {
        divan::main();
    }
}

#[divan::bench(args = 0..ALL.len())]
fn kernel(bencher: Bencher, at: usize) {
    let Kernel { n, prepare, .. } = ALL[at];
    bencher.counter(n).with_inputs(|| prepare(n)).bench_local_values(|mut work| work());
}

fn median_nanos(kernel: &Kernel) -> (u128, u32) {
    let mut work = (kernel.prepare)(kernel.n);
    let sum = (work() & 0xffff_ffff) as u32;
    let mut times: Vec<u128> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            black_box(work());
            started.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    (times[ROUNDS / 2], sum)
}
