//! `cargo xtask dist`: the optimised static site, and the single file.

mod compile;
mod css;
mod digest;
mod icons;
mod page;
mod single;
mod sizes;
mod split;
mod stage;
mod stale;
mod worker;

pub use sizes::brotli_size;

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::paths;
use crate::run::say;
use crate::setup;

use stage::Stage;

/// A file of the site: its name and its bytes.
type Named = (String, Vec<u8>);

/// What the service worker keeps, before the page itself.
struct Parts {
    glue: Named,
    /// The wasm that a visit begins with.
    wasm: Named,
    /// The wasm that comes later, by the name in the loader.
    later: Vec<(String, Named)>,
    boot: Named,
    /// The script of the worker that reads files.
    reader: Named,
    style: Option<Named>,
    icons: Vec<Named>,
    manifest: Named,
}

/// Builds the site into `dist/` and prints its size.
pub fn build() -> Outcome<PathBuf> {
    let site = made(&[])?;
    let place = paths::root().join("dist");
    write(&place, &site)?;
    stale::stamp(&place)?;
    println!("{}", sizes::table(&site));
    say(&format!(
        "the site is in {}; open dist/recourse.html for the single file",
        place.display()
    ));
    Ok(place)
}

/// The page's wasm as the compiler makes it, with the names of its functions and what names what.
pub fn wasm() -> Outcome<Vec<u8>> {
    compile::page(&[])
}

/// A site of its own whose page can be timed from outside.
pub fn with_bench() -> Outcome<PathBuf> {
    let place = paths::target().join("page").join("bench");
    write(&place, &made(&["bench"])?)?;
    Ok(place)
}

/// The file name of the page's JavaScript.
pub fn glue_of(site: &Path) -> Outcome<String> {
    let told = |why: std::io::Error| format!("cannot read `{}`: {why}", site.display());
    for entry in fs::read_dir(site).map_err(told)? {
        let name = entry.map_err(told)?.file_name().to_string_lossy().into_owned();
        if name.starts_with("recourse-") && name.ends_with(".js") {
            return Ok(name);
        }
    }
    Err(format!("`{}` holds no page", site.display()))
}

fn made(features: &[&str]) -> Outcome<Vec<Named>> {
    let builders = setup::builders()?;
    let optimiser = setup::wasm_opt()?;
    site(&stage::build(&builders, optimiser.as_deref(), features)?)
}

/// The site as it stands, or built when a source has changed since.
pub fn current() -> Outcome<PathBuf> {
    let place = paths::root().join("dist");
    if stale::is_current(&place) {
        say("dist/ is current; not built again");
        return Ok(place);
    }
    build()
}

/// Every file of the site.
fn site(stage: &Stage) -> Outcome<Vec<Named>> {
    let parts = parts(stage)?;
    let index = page::index(&stage.index, &parts)?;
    let single = single::page(&stage.index, &stage.pieces.glue, &parts)?;
    let kept = parts.kept(&index);
    let version = worker::version(&kept);
    let mut site = vec![
        ("index.html".to_owned(), index.into_bytes()),
        ("sw.js".to_owned(), worker::script(&kept, &version).into_bytes()),
        ("version.json".to_owned(), format!("{{\"version\":\"{version}\"}}\n").into_bytes()),
        ("parts.json".to_owned(), parts.for_the_desk(&stage.pieces.glue).into_bytes()),
        ("404.html".to_owned(), include_bytes!("../../templates/404.html").to_vec()),
        ("_headers".to_owned(), page::headers().into_bytes()),
        ("recourse.html".to_owned(), single.into_bytes()),
    ];
    site.extend(parts.into_files());
    site.sort();
    Ok(site)
}

fn parts(stage: &Stage) -> Outcome<Parts> {
    let pieces = &stage.pieces;
    let wasm = digest::named("recourse", "wasm", pieces.first.clone());
    let later: Vec<(String, Named)> = pieces
        .parts
        .iter()
        .map(|(name, bytes)| {
            (name.clone(), digest::named(&format!("part-{name}"), "wasm", bytes.clone()))
        })
        .collect();
    let glue = split::fetches(&pieces.glue, |name| page::fetch_of(name, &later))?;
    let glue = digest::named("recourse", "js", glue.into_bytes());
    let reader = page::reader(&glue, &wasm);
    let boot = page::boot(&glue, &wasm, &reader);
    let icons = icons::all()?;
    let manifest = icons::manifest(&icons);
    let style = (!stage.style.is_empty())
        .then(|| digest::named("recourse", "css", css::smaller(&stage.style).into_bytes()));
    Ok(Parts { glue, wasm, later, boot, reader, style, icons, manifest })
}

impl Parts {
    /// Everything a visit without a network needs, the page under its folder's name.
    fn kept(&self, index: &str) -> Vec<(String, String)> {
        let mut kept = vec![("./".to_owned(), digest::integrity(index.as_bytes()))];
        let others = [&self.boot, &self.reader, &self.glue, &self.wasm, &self.manifest];
        let later = self.later.iter().map(|(_, file)| file);
        for (name, bytes) in others.into_iter().chain(later).chain(&self.style).chain(&self.icons) {
            kept.push((name.clone(), digest::integrity(bytes)));
        }
        kept
    }

    /// The files without which no book opens, as a list in JSON: what the size of the program is told by.
    fn for_the_desk(&self, glue: &str) -> String {
        let needed = split::needed_by(glue, "desk");
        let files: Vec<&str> = self
            .later
            .iter()
            .filter(|(name, _)| needed.contains(&name.as_str()))
            .map(|(_, (file, _))| file.as_str())
            .collect();
        serde_json::json!({ "desk": files }).to_string() + "\n"
    }

    fn into_files(self) -> impl Iterator<Item = Named> {
        [self.glue, self.wasm, self.boot, self.reader, self.manifest]
            .into_iter()
            .chain(self.later.into_iter().map(|(_, file)| file))
            .chain(self.style)
            .chain(self.icons)
    }
}

fn write(place: &Path, site: &[Named]) -> Outcome {
    let told = |why: std::io::Error| format!("cannot write `{}`: {why}", place.display());
    if place.exists() {
        fs::remove_dir_all(place).map_err(told)?;
    }
    fs::create_dir_all(place).map_err(told)?;
    for (name, bytes) in site {
        fs::write(place.join(name), bytes).map_err(told)?;
    }
    Ok(())
}
