//! The page's wasm as the compiler makes it.

use std::fs;
use std::path::PathBuf;

use crate::Outcome;
use crate::paths;
use crate::run::{cargo, run};

/// Builds the page for its smallest size; `features` beside the product's own, such as `bench`.
pub fn page(features: &[&str]) -> Outcome<Vec<u8>> {
    let mut features = features.to_vec();
    features.push("split");
    let target = paths::target();
    let mut command = cargo();
    command
        .args(["build", "--package", "recourse", "--bin", "recourse", "--profile", "page"])
        .args(["--target", "wasm32-unknown-unknown", "--offline", "--features"])
        .arg(features.join(","))
        .arg("--target-dir")
        .arg(&target)
        .env("CARGO_ENCODED_RUSTFLAGS", flags())
        .current_dir(paths::root());
    run(&mut command)?;
    let made = target.join("wasm32-unknown-unknown").join("page").join("recourse.wasm");
    fs::read(&made).map_err(|why| format!("cannot read `{}`: {why}", made.display()))
}

/// Paths of this machine do not belong in the page, and two machines should make the same one.
fn flags() -> String {
    let mut flags = vec![
        // These flags take the place of those in `.cargo/config.toml`, so its one is repeated.
        "--cfg=erase_components".to_owned(),
        // Which function names which: without it the page cannot be split.
        "-Clink-args=--emit-relocs".to_owned(),
        format!("--remap-path-prefix={}=recourse", paths::root().display()),
    ];
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
    }
    flags.join("\u{1f}")
}
