//! The command.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::list::list;
use super::module::{self, Module, Thing};
use super::parts::{PARTS, is_among};
use super::{why, without};
use crate::Outcome;
use crate::dist;
use crate::paths;
use crate::run::run;
use crate::setup;

/// What the policy layer may add, in bytes after brotli: as last measured, with 2 % to spare. The aim is 40,000.
const LAYER_MAX: usize = 75_100;

/// `words`: a file of wasm in the place of the page, `--sum` for the layer's sum alone, `--list` for the largest functions of each part instead,
/// `--why=NAME` for a way by which a function comes to be in the page.
pub fn weigh(words: &[&str]) -> Outcome {
    let wasm = match words.iter().find(|word| !word.starts_with("--")) {
        Some(file) => fs::read(file).map_err(|why| format!("cannot read `{file}`: {why}"))?,
        None => dist::wasm()?,
    };
    let module = module::read(&wasm)?;
    if let Some(wanted) = words.iter().find_map(|word| word.strip_prefix("--why=")) {
        return why::tell(&module, wanted);
    }
    if words.contains(&"--list") {
        (0..PARTS.len()).for_each(|n| {
            list(&module, PARTS[n].name, &without(&module, n), &without(&module, n + 1))
        });
        return Ok(());
    }
    let scale = Scale {
        optimiser: setup::wasm_opt()?.ok_or("weighing needs wasm-opt")?,
        file: paths::target().join("page").join("layer.wasm"),
    };
    table(&wasm, &module, &scale, words.contains(&"--sum"))
}

/// One line for each part and the sum of the layer, or the sum alone.
fn table(wasm: &[u8], module: &Module, scale: &Scale, is_sum: bool) -> Outcome {
    let weigh = |n: usize| scale.weigh(&without::written(wasm, module, &without(module, n)));
    let whole = weigh(0)?;
    println!("{}", line("adds to the page", "bytes", "brotli"));
    println!("{}", line("(the page)", whole.0, whole.1));
    let n_layer = PARTS.iter().filter(|part| part.is_layer).count();
    let mut before = whole;
    for (at, part) in PARTS.iter().enumerate() {
        if is_sum && at + 1 != n_layer {
            continue;
        }
        let after = weigh(at + 1)?;
        if !is_sum {
            println!("{}", told(part.name, before, after));
        }
        if at + 1 == n_layer {
            println!("{}", told("  the policy layer, all of it", whole, after));
            within_budget(whole.1.saturating_sub(after.1))?;
        }
        before = after;
    }
    Ok(())
}

fn within_budget(layer: usize) -> Outcome {
    if layer <= LAYER_MAX {
        return Ok(());
    }
    Err(format!("the policy layer adds {layer} bytes of {LAYER_MAX}"))
}

fn told(name: &str, before: (usize, usize), after: (usize, usize)) -> String {
    line(name, before.0.saturating_sub(after.0), before.1.saturating_sub(after.1))
}

fn line(name: &str, bytes: impl std::fmt::Display, packed: impl std::fmt::Display) -> String {
    format!("{name:<52}{bytes:>12}{packed:>12}")
}

/// What is reached without the first `n` parts.
fn without(module: &Module, n: usize) -> BTreeSet<Thing> {
    without::reached(module, &|name| is_among(name, n))
}

struct Scale {
    optimiser: PathBuf,
    file: PathBuf,
}

impl Scale {
    /// Bytes of the optimised module as it lies and as it travels.
    fn weigh(&self, module: &[u8]) -> Outcome<(usize, usize)> {
        let file: &Path = &self.file;
        let told =
            |why: std::io::Error| format!("cannot write or read `{}`: {why}", file.display());
        fs::write(file, module).map_err(told)?;
        run(Command::new(&self.optimiser)
            .args(["-Oz", "--strip-debug"])
            .arg(file)
            .arg("-o")
            .arg(file))?;
        let bytes = fs::read(file).map_err(told)?;
        Ok((bytes.len(), dist::brotli_size(&bytes)))
    }
}
