//! The timed pieces of work on this machine, without a browser.
//!
//! `cargo bench --bench native --features bench` shows them all with their spread;
//! with `RECOURSE_BENCH=plain` it prints one line for each, which `cargo xtask bench` reads:
//! name, things, median and least in nanoseconds, sum. A word after it picks the names that hold it.
//! With `RECOURSE_BENCH=cpu` the times are those that Linux gave the program on a processor, for a
//! machine that does other things beside.

use std::sync::OnceLock;
use std::time::Instant;

use divan::{Bencher, black_box};
use recourse::kernels::{ALL, Kernel};

/// As many rounds as in the browser, so that both medians mean the same.
const ROUNDS: usize = 15;

fn main() {
    let mode = std::env::var("RECOURSE_BENCH").unwrap_or_default();
    let clock = match mode.as_str() {
        "plain" => Some(wall as Clock),
        "cpu" => Some(on_processor as Clock),
        _ => None,
    };
    if let Some(clock) = clock {
        let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
        let wanted = wanted.unwrap_or_default();
        for kernel in ALL.iter().filter(|kernel| kernel.name.contains(&wanted)) {
            let (times, sum) = timed(kernel, clock);
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

/// Nanoseconds since some moment.
type Clock = fn() -> u128;

fn wall() -> u128 {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_nanos()
}

fn on_processor() -> u128 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or_default()
}

/// Nanoseconds of each round, rising.
fn timed(kernel: &Kernel, clock: Clock) -> ([u128; ROUNDS], u32) {
    let mut work = (kernel.prepare)(kernel.n);
    let sum = (work() & 0xffff_ffff) as u32;
    let mut times = [0; ROUNDS];
    for time in &mut times {
        let started = clock();
        black_box(work());
        *time = clock() - started;
    }
    times.sort_unstable();
    (times, sum)
}
