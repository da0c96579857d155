//! Fetching what the commands need, each once per user.

mod browser;
mod cargo_tools;
mod npm;
mod target;

use std::fs::{self, File};
use std::path::PathBuf;

use crate::Outcome;
use crate::paths;
use crate::run::{cargo, run, say};

pub use browser::Browser;

/// What serves the page while it is being made.
pub struct Servers {
    /// Folders to put on the PATH for Trunk.
    pub folders: Vec<PathBuf>,
    pub trunk: PathBuf,
}

/// What makes the site.
pub struct Builders {
    pub bindgen: PathBuf,
    pub split: PathBuf,
}

/// What the browser tests need.
pub struct Testers {
    pub browser: Browser,
    /// The accessibility checker, one JavaScript file.
    pub axe: PathBuf,
    /// An editor of decision tables, one JavaScript file.
    pub dmn_js: PathBuf,
}

/// All of it, as `cargo xtask setup` does.
pub fn everything() -> Outcome<(Servers, Builders, Option<PathBuf>, Testers)> {
    let found = (servers()?, builders()?, wasm_opt()?, testers()?);
    say("set up: everything is here");
    Ok(found)
}

/// The wasm target, wasm-bindgen and Trunk.
pub fn servers() -> Outcome<Servers> {
    let _one_at_a_time = lock()?;
    target::ensure()?;
    packages()?;
    let bindgen = cargo_tools::wasm_bindgen()?;
    let trunk = cargo_tools::trunk()?;
    let folders = [&bindgen, &trunk]
        .iter()
        .filter_map(|program| program.parent().map(PathBuf::from))
        .collect();
    Ok(Servers { folders, trunk })
}

/// The wasm target, wasm-bindgen and wasm-split.
pub fn builders() -> Outcome<Builders> {
    let _one_at_a_time = lock()?;
    target::ensure()?;
    packages()?;
    Ok(Builders { bindgen: cargo_tools::wasm_bindgen()?, split: cargo_tools::wasm_split()? })
}

/// The page is built without a network, so that Trunk fetches no tools of its own; the packages must be here before.
fn packages() -> Outcome {
    run(cargo().args(["fetch", "--locked", "--quiet"]).current_dir(paths::root()))
}

/// The optimiser, or nothing after a plain warning.
pub fn wasm_opt() -> Outcome<Option<PathBuf>> {
    let _one_at_a_time = lock()?;
    npm::wasm_opt()
}

/// A browser and its driver.
pub fn browser() -> Outcome<Browser> {
    let _one_at_a_time = lock()?;
    browser::ensure()
}

/// A browser, its driver, the accessibility checker, and an editor of decision tables.
pub fn testers() -> Outcome<Testers> {
    let _one_at_a_time = lock()?;
    Ok(Testers { browser: browser::ensure()?, axe: npm::axe()?, dmn_js: npm::dmn_js()? })
}

/// Held while something may be installed, so that two clones do not install at once.
fn lock() -> Outcome<File> {
    let folder = paths::tools()?;
    let told =
        |why: std::io::Error| format!("cannot use the cache folder `{}`: {why}", folder.display());
    fs::create_dir_all(&folder).map_err(told)?;
    let file = File::create(folder.join(".lock")).map_err(told)?;
    if file.try_lock().is_err() {
        say("waiting for another set-up of this user to finish");
        file.lock().map_err(told)?;
    }
    Ok(file)
}

/// Moves a finished installation into its place, so that an interrupted one is never taken for good.
fn keep(partial: &std::path::Path, place: &std::path::Path) -> Outcome {
    if place.exists() {
        fs::remove_dir_all(place)
            .map_err(|why| format!("cannot replace `{}`: {why}", place.display()))?;
    }
    fs::rename(partial, place)
        .map_err(|why| format!("cannot move the finished tool to `{}`: {why}", place.display()))
}

/// An empty folder to install into, beside the final place.
fn partial(place: &std::path::Path) -> Outcome<PathBuf> {
    let mut name = place.as_os_str().to_owned();
    name.push(".partial");
    let folder = PathBuf::from(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .map_err(|why| format!("cannot clear `{}`: {why}", folder.display()))?;
    }
    fs::create_dir_all(&folder)
        .map_err(|why| format!("cannot make `{}`: {why}", folder.display()))?;
    Ok(folder)
}
