//! `cargo xtask mutants` and `cargo xtask weigh`: the policy and the credit decisions by themselves, put
//! together in the build folder from the sources of the program and the frame in `evaluator/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::dist::brotli_size;
use crate::paths;
use crate::run::{cargo, run, say};
use crate::setup;

/// Where sources of the program go; all files under a folder, or one file.
const PLACES: &[(&str, &str)] = &[
    ("evaluator/Cargo.toml", "Cargo.toml"),
    ("evaluator/domain", "domain"),
    ("evaluator/weight", "weight"),
    ("evaluator/src/lib.rs", "src/lib.rs"),
    ("src/domain", "domain/domain"),
    ("src/policy", "src/policy"),
    ("src/engine/credit", "src/engine/credit"),
    ("evaluator/src/credit.rs", "src/engine/credit/mod.rs"),
    ("policies", "policies"),
    ("tests/it/policy", "src/it"),
    ("tests/it/credit", "src/it"),
    ("evaluator/src/it.rs", "src/it/mod.rs"),
    ("tests/kept/v1/policy.json", "kept/v1/policy.json"),
    ("Cargo.lock", "Cargo.lock"),
];

/// What is changed, unless files are named.
const CHANGED: &[&str] = &["src/policy/**/*.rs", "src/engine/credit/**/*.rs"];

/// What differs between two texts decides nothing; its tests need a book.
const LEFT_OUT: &str = "src/policy/diff/**/*.rs";

/// Changes that no test notices, each with the reason why that is right or borne.
const SURVIVORS: &str = "evaluator/survivors.txt";

/// `words`: `-f GLOB` and whatever else cargo-mutants takes.
pub fn mutants(words: &[&str]) -> Outcome {
    let folder = assemble("mutants")?;
    let mut command = cargo();
    command.args(["mutants", "--in-place", "--no-shuffle", "--colors", "never", "--dir"]);
    command.arg(&folder).args(words);
    if !words.contains(&"-f") {
        command.args(CHANGED.iter().flat_map(|glob| ["-f", glob])).args(["-e", LEFT_OUT]);
    }
    let status = command.env("CARGO_TARGET_DIR", folder.join("target")).status();
    let code = status.ok().and_then(|status| status.code());
    // 2 and 3 tell of survivors and of changes that never end; which they are is judged below.
    if !matches!(code, Some(0 | 2 | 3)) {
        return Err("cargo-mutants did not run to its end; \
             `cargo install cargo-mutants --locked` fetches it"
            .to_owned());
    }
    let missed = fs::read_to_string(folder.join("mutants.out/missed.txt"));
    let missed = missed.map_err(|why| format!("cargo-mutants left no list: {why}"))?;
    let known = fs::read_to_string(paths::root().join(SURVIVORS));
    let known = known.map_err(|why| format!("cannot read `{SURVIVORS}`: {why}"))?;
    let new = without_reason(&missed, &known);
    say(&format!("{} survivors, {} of them without a reason", missed.lines().count(), new.len()));
    if new.is_empty() {
        return Ok(());
    }
    Err(format!("add a test, or a line with the reason to `{SURVIVORS}`:\n{}", new.join("\n")))
}

/// Survivors of this run that have no line in the list. Lines and columns move, so they do not count.
fn without_reason(missed: &str, known: &str) -> Vec<String> {
    let known: BTreeSet<&str> =
        known.lines().filter_map(|line| Some(line.split_once(" — ")?.0.trim())).collect();
    let found: BTreeSet<String> = missed.lines().filter_map(placeless).collect();
    found.into_iter().filter(|survivor| !known.contains(survivor.as_str())).collect()
}

/// `src/a.rs:1:2: replace x` as `src/a.rs: replace x`.
fn placeless(line: &str) -> Option<String> {
    let (place, change) = line.split_once(": ")?;
    let file = place.split(':').next()?;
    Some(format!("{file}: {change}"))
}

/// What is weighed, each with all before it.
const WEIGHED: &[(&str, &str)] = &[
    ("cells, expressions, tables, canonical bytes", "tables"),
    ("the document: read, checked, compiled", "document"),
    ("decisions with trace and reasons", "credit"),
];

/// Prints what the parts of the policy add to a page that has JSON, decimals, money, days and hashing
/// already. None of it is in the first file of the page.
pub fn weigh() -> Outcome {
    let folder = assemble("weigh")?;
    let mut before = module(&folder, &[])?;
    println!("{:<48}{:>12}{:>12}", "adds", "bytes", "brotli");
    println!("{:<48}{:>12}{:>12}", "(without any policy)", before.0, before.1);
    for (name, feature) in WEIGHED {
        let with = module(&folder, &["--features", feature])?;
        let added = (with.0.saturating_sub(before.0), with.1.saturating_sub(before.1));
        println!("{name:<48}{:>12}{:>12}", added.0, added.1);
        before = with;
    }
    Ok(())
}

/// Bytes of the optimised module as it lies and as it travels.
fn module(folder: &Path, features: &[&str]) -> Outcome<(usize, usize)> {
    let target = folder.join("target");
    let mut command = cargo();
    command.args(["build", "--offline", "--package", "weight", "--profile", "page"]);
    command.args(["--target", "wasm32-unknown-unknown"]).args(features);
    run(command.env("CARGO_TARGET_DIR", &target).current_dir(folder))?;
    let made = target.join("wasm32-unknown-unknown/page/weight.wasm");
    let small = folder.join("weight.wasm");
    let optimiser = setup::wasm_opt()?.ok_or("weighing needs wasm-opt")?;
    run(Command::new(optimiser).args(["-Oz", "--strip-debug"]).arg(&made).arg("-o").arg(&small))?;
    let bytes =
        fs::read(&small).map_err(|why| format!("cannot read `{}`: {why}", small.display()))?;
    Ok((bytes.len(), brotli_size(&bytes)))
}

/// Puts everything in its place, in a folder of this name.
fn assemble(name: &str) -> Outcome<PathBuf> {
    let (root, folder) = (paths::root(), paths::target().join("evaluator").join(name));
    for (from, to) in PLACES {
        copy(&root.join(from), &folder.join(to))
            .map_err(|why| format!("`{from}` could not be put in its place: {why}"))?;
    }
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if !from.is_dir() {
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        return fs::copy(from, to).map(|_| ());
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::without_reason;

    #[test]
    fn a_survivor_needs_its_own_line() {
        let missed = "src/a.rs:3:7: replace > with >= in f\nsrc/a.rs:9:1: replace g with ()\n";
        let known =
            "Reasons follow.\nsrc/a.rs: replace > with >= in f — both are the same at zero\n";
        assert_eq!(without_reason(missed, known), ["src/a.rs: replace g with ()"]);
    }
}
