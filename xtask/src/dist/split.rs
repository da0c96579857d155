//! Cuts the page's wasm into the file that a visit begins with and the parts that come later,
//! and joins the scripts that load them into one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::run::run;
use crate::setup::Builders;

/// The name of the script that loads the parts, as the first file imports it.
const LOADER: &str = "./__wasm_split.js";

/// The pieces, before they get their final names.
pub struct Pieces {
    /// The script of wasm-bindgen with the loader of the parts in it; see [`fetches`].
    pub glue: String,
    pub first: Vec<u8>,
    /// Name and bytes of every part that is fetched later.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Splits, binds and shrinks. `folder` is emptied first.
pub fn pieces(
    wasm: &[u8],
    builders: &Builders,
    optimiser: Option<&Path>,
    folder: &Path,
) -> Outcome<Pieces> {
    empty(folder)?;
    let whole = folder.join("whole.wasm");
    write(&whole, wasm)?;
    let cut = folder.join("cut");
    run(Command::new(&builders.split).arg(&whole).arg(&cut).args(["--out-name", "recourse"]))?;
    let bound = folder.join("bound");
    run(Command::new(&builders.bindgen)
        .arg(cut.join("recourse.wasm"))
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name"])
        .arg("recourse")
        .arg("--out-dir")
        .arg(&bound))?;
    if bound.join("snippets").exists() {
        return Err("wasm-bindgen wrote snippets of JavaScript; the page may use none, or the single file could not hold them".into());
    }
    let loader = text(&cut.join(LOADER))?;
    let glue = joined(&text(&bound.join("recourse.js"))?, &loader)?;
    let mut parts = Vec::new();
    for (name, file) in later_parts(&cut)? {
        parts.push((name, shrunk(optimiser, &file)?));
    }
    Ok(Pieces { glue, first: shrunk(optimiser, &bound.join("recourse_bg.wasm"))?, parts })
}

/// The script with what `fetch_of` gives for the name of each part in the place of its download.
pub fn fetches(glue: &str, fetch_of: impl Fn(&str) -> Outcome<String>) -> Outcome<String> {
    const BEFORE: &str = "fetch(new URL(\"./";
    const AFTER: &str = ".wasm\", import.meta.url))";
    let mut pieces = glue.split(BEFORE);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) =
            piece.split_once(AFTER).ok_or("a download in the loader of the parts has no end")?;
        out += &fetch_of(name)?;
        out += rest;
    }
    Ok(out)
}

/// The names of the parts without which the part `wanted` does not work, itself among them.
pub fn needed_by<'a>(glue: &'a str, wanted: &str) -> Vec<&'a str> {
    let Some(start) = glue.find(&format!("const __wasm_split_load_{wanted} ")) else {
        return Vec::new();
    };
    let statement = glue[start..].split(";\nconst ").next().unwrap_or_default();
    let chunks = statement.match_indices("__chunk_").map(|(at, _)| {
        let name = &statement[at + 2..];
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
        &name[..end]
    });
    let own = glue.match_indices("split_").map(|(at, _)| &glue[at..]).find_map(|name| {
        let name = name.split_once(".wasm")?.0;
        (name == format!("split_{wanted}")).then_some(name)
    });
    chunks.chain(own).collect()
}

/// The two scripts import each other; as one they need not.
fn joined(glue: &str, loader: &str) -> Outcome<String> {
    let imported = format!("from \"{LOADER}\"");
    let bound: Vec<&str> = glue
        .lines()
        .filter(|line| !(line.starts_with("import * as import") && line.contains(&imported)))
        .collect();
    let loads: Vec<&str> = loader
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split_whitespace().next())
        .collect();
    if loads.is_empty() {
        return Err("the loader of the parts loads none; was its format changed?".into());
    }
    let own = format!("\"{LOADER}\": {{ {} }},", loads.join(", "));
    let named = format!("\"{LOADER}\": import");
    let mut told = false;
    let mut out = String::new();
    for line in bound {
        if line.trim_start().starts_with(&named) {
            // The same name stands there once for each part.
            if std::mem::replace(&mut told, true) {
                continue;
            }
            out += &own;
        } else {
            out += line;
        }
        out.push('\n');
    }
    if !told {
        return Err("the script of wasm-bindgen does not import the loader of the parts".into());
    }
    let export = out.rfind("export {").ok_or("the script of wasm-bindgen exports nothing")?;
    let loader: Vec<String> = loader
        .lines()
        .filter(|line| !line.starts_with("import "))
        .map(|line| line.strip_prefix("export ").unwrap_or(line).to_owned())
        .collect();
    out.insert_str(export, &(loader.join("\n") + "\n"));
    Ok(out)
}

/// The later parts by name, in the order of their names.
fn later_parts(cut: &Path) -> Outcome<Vec<(String, PathBuf)>> {
    let told = |why: std::io::Error| format!("cannot read `{}`: {why}", cut.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(cut).map_err(told)? {
        let file = entry.map_err(told)?.path();
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if file.extension().is_some_and(|ext| ext == "wasm") && name != "recourse" {
            found.push((name, file));
        }
    }
    found.sort();
    Ok(found)
}

fn shrunk(optimiser: Option<&Path>, file: &Path) -> Outcome<Vec<u8>> {
    if let Some(optimiser) = optimiser {
        // No feature flags: the module says itself what it uses, and more would make one that browsers refuse.
        run(Command::new(optimiser).args(["-Oz", "--strip-debug"]).arg(file).arg("-o").arg(file))?;
    }
    fs::read(file).map_err(|why| format!("cannot read `{}`: {why}", file.display()))
}

fn empty(folder: &Path) -> Outcome {
    let told = |why: std::io::Error| format!("cannot empty `{}`: {why}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(told)?;
    }
    fs::create_dir_all(folder).map_err(told)
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).map_err(|why| format!("cannot write `{}`: {why}", file.display()))
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|why| format!("cannot read `{}`: {why}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::{fetches, joined, needed_by};

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\n\
        import * as import2 from \"./__wasm_split.js\"\n\
        function imports() { return {\n    \"./__wasm_split.js\": import1,\n    \"./__wasm_split.js\": import2,\n}; }\n\
        export { initSync, __wbg_init as default };\n";
    const LOADER: &str = "import { initSync } from \"./recourse.js\";\n\
        const __chunk_1 = makeLoad(() => fetch(new URL(\"./chunk_1.wasm\", import.meta.url)), []);\n\
        export const __wasm_split_load_desk = wrap(makeLoad(() => fetch(new URL(\"./split_desk.wasm\", import.meta.url)), [__chunk_1]));\n\
        export const __wasm_split_load_rest = wrap(makeLoad(() => fetch(new URL(\"./split_rest.wasm\", import.meta.url)), []));\n";

    #[test]
    fn the_two_scripts_become_one_that_imports_nothing() {
        let glue = joined(GLUE, LOADER).unwrap();
        assert!(!glue.contains("import *") && !glue.contains("import {"), "{glue}");
        let both = "\"./__wasm_split.js\": { __wasm_split_load_desk, __wasm_split_load_rest },";
        assert_eq!(glue.matches("./__wasm_split.js").count(), 1, "{glue}");
        assert!(glue.contains(both), "{glue}");
        assert!(glue.contains("\nconst __wasm_split_load_desk = "), "{glue}");
        assert!(glue.trim_end().ends_with("as default };"), "{glue}");
    }

    #[test]
    fn scripts_of_another_form_are_refused() {
        assert!(joined(GLUE, "").is_err());
        assert!(joined("export { a };", LOADER).is_err());
        assert!(fetches("fetch(new URL(\"./a.js\"))", |_| Ok(String::new())).is_err());
    }

    #[test]
    fn every_download_is_replaced() {
        let glue = joined(GLUE, LOADER).unwrap();
        let out = fetches(&glue, |name| Ok(format!("got({name})"))).unwrap();
        for name in ["chunk_1", "split_desk", "split_rest"] {
            assert_eq!(out.matches(&format!("got({name})")).count(), 1, "{out}");
        }
        assert!(!out.contains("fetch("), "{out}");
    }

    #[test]
    fn a_part_needs_itself_and_what_it_shares() {
        let glue = joined(GLUE, LOADER).unwrap();
        assert_eq!(needed_by(&glue, "desk"), ["chunk_1", "split_desk"]);
        assert_eq!(needed_by(&glue, "rest"), ["split_rest"]);
        assert!(needed_by(&glue, "none").is_empty());
    }
}
