//! The timed pieces of work on this machine, without a browser.
//!
//! `cargo bench --bench native --features bench` shows them all with their spread;
//! with `RECOURSE_BENCH=plain` it prints one line for each, which `cargo xtask bench` reads:
//! name, things, median and least in nanoseconds, sum. A word after it picks the names that hold it.

use std::time::Instant;

use divan::{Bencher, black_box};
use recourse::kernels::{ALL, Kernel};

/// As many rounds as in the browser, so that both medians mean the same.
const ROUNDS: usize = 15;

fn main() {
    if std::env::var_os("RECOURSE_BENCH").is_some_and(|mode| mode == "plain") {
        let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
        let wanted = wanted.unwrap_or_default();
        for kernel in ALL.iter().filter(|kernel| kernel.name.contains(&wanted)) {
            let (times, sum) = timed(kernel);
            println!("{}\t{}\t{}\t{}\t{sum}", kernel.name, kernel.n, times[ROUNDS / 2], times[0]);
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

/// Nanoseconds of each round, rising.
fn timed(kernel: &Kernel) -> ([u128; ROUNDS], u32) {
    let mut work = (kernel.prepare)(kernel.n);
    let sum = (work() & 0xffff_ffff) as u32;
    let mut times = [0; ROUNDS];
    for time in &mut times {
        let started = Instant::now();
        black_box(work());
        *time = started.elapsed().as_nanos();
    }
    times.sort_unstable();
    (times, sum)
}
