//! What Trunk makes, before it is given its final names.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::paths;
use crate::run::run;
use crate::setup::Builders;

/// The pieces of the page as Trunk left them.
pub struct Stage {
    pub index: String,
    pub glue: String,
    pub wasm: Vec<u8>,
    /// All style sheets in the order of their links.
    pub style: String,
}

/// `features` are those of the package, such as `bench`; none is the product.
pub fn build(builders: &Builders, optimiser: Option<&Path>, features: &[&str]) -> Outcome<Stage> {
    let folder = paths::target().join("page").join("stage");
    trunk(builders, &folder, features)?;
    let files = list(&folder)?;
    if files.iter().any(|file| file.is_dir()) {
        return Err("wasm-bindgen wrote snippets of JavaScript; the page may use none, or the single file could not hold them".into());
    }
    let wasm = only(&files, ".wasm")?;
    if let Some(optimiser) = optimiser {
        shrink(optimiser, wasm)?;
    }
    let index = text(&folder.join("index.html"))?;
    Ok(Stage {
        style: style(&folder, &index)?,
        glue: text(only(&files, ".js")?)?,
        wasm: fs::read(wasm).map_err(|why| format!("cannot read `{}`: {why}", wasm.display()))?,
        index,
    })
}

fn trunk(builders: &Builders, folder: &Path, features: &[&str]) -> Outcome {
    let mut command = Command::new(&builders.trunk);
    command
        .args(["build", "--release", "--offline", "--dist"])
        .arg(folder)
        .env("PATH", paths::path_with(&builders.folders)?)
        // Trunk takes this variable for an option of its own and stops at values it does not know.
        .env_remove("NO_COLOR")
        .env("CARGO_ENCODED_RUSTFLAGS", flags())
        .current_dir(paths::root());
    for feature in features {
        command.args(["--features", feature]);
    }
    run(&mut command)
}

/// Paths of this machine do not belong in the page, and two machines should make the same one.
fn flags() -> String {
    let mut flags = vec![
        // These flags take the place of those in `.cargo/config.toml`, so its one is repeated.
        "--cfg=erase_components".to_owned(),
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

fn shrink(optimiser: &Path, wasm: &Path) -> Outcome {
    // No feature flags: the module says itself what it uses, and more would make one that browsers refuse.
    run(Command::new(optimiser).arg("-Oz").arg(wasm).arg("-o").arg(wasm))
}

/// The style sheets of the page, in order, as one text.
fn style(folder: &Path, index: &str) -> Outcome<String> {
    let mut all = String::new();
    for link in index.split("<link ").skip(1) {
        let link = link.split('>').next().unwrap_or_default();
        if !link.contains("stylesheet") {
            continue;
        }
        let href = link.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let name = href.ok_or("a style sheet of the page has no address")?;
        all += &text(&folder.join(name.trim_start_matches("./")))?;
        all.push('\n');
    }
    Ok(all)
}

fn list(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let told = |why: std::io::Error| format!("cannot read `{}`: {why}", folder.display());
    fs::read_dir(folder)
        .map_err(told)?
        .map(|entry| entry.map(|entry| entry.path()).map_err(told))
        .collect()
}

fn only<'a>(files: &'a [PathBuf], ending: &str) -> Outcome<&'a PathBuf> {
    let mut fitting = files.iter().filter(|file| file.to_string_lossy().ends_with(ending));
    match (fitting.next(), fitting.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(format!("Trunk should have made exactly one `{ending}` file")),
    }
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|why| format!("cannot read `{}`: {why}", file.display()))
}
