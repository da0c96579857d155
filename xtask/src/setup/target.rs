//! The wasm32 target of the toolchain.

use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::run::{output, run};

const TARGET: &str = "wasm32-unknown-unknown";

pub fn ensure() -> Outcome {
    if is_here() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", TARGET])).map_err(|why| {
        format!("{why}; the page needs Rust's {TARGET} target, which rustup installs with `rustup target add {TARGET}`")
    })
}

fn is_here() -> bool {
    output(Path::new("rustc"), &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|folder| Path::new(&folder).is_dir())
}
