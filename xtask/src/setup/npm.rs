//! Three things from npm: the wasm optimiser, the accessibility checker, an editor of decision tables.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{keep, partial};
use crate::Outcome;
use crate::paths;
use crate::run::{output, run, say};

const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";
const DMN_JS: &str = "17.10.2";

/// `wasm-opt`. Without it the page is larger but right, so its absence is a warning.
pub fn wasm_opt() -> Outcome<Option<PathBuf>> {
    let file = Path::new("node_modules/binaryen/bin/wasm-opt");
    match package("binaryen", BINARYEN, file) {
        Ok(found) => Ok(Some(found)),
        Err(why) => {
            say(&format!("warning: no wasm-opt ({why}); the page will be larger than it need be"));
            Ok(None)
        }
    }
}

/// The file of axe-core, which the accessibility tests run in the page.
pub fn axe() -> Outcome<PathBuf> {
    let file = Path::new("node_modules/axe-core/axe.min.js");
    package("axe-core", AXE, file).map_err(|why| {
        format!(
            "the accessibility tests need axe-core {AXE} from npm and it could not be had: {why}; \
             install Node 20 or later with npm, then run `cargo xtask setup` again"
        )
    })
}

/// The editor of decision tables that others use: tables that go out are opened in it.
pub fn dmn_js() -> Outcome<PathBuf> {
    let file = Path::new("node_modules/dmn-js/dist/dmn-modeler.production.min.js");
    package("dmn-js", DMN_JS, file).map_err(|why| {
        format!(
            "the tests of decision tables need dmn-js {DMN_JS} from npm and it could not be had: {why}; \
             install Node 20 or later with npm, then run `cargo xtask setup` again"
        )
    })
}

/// The wanted file of a package, installed when it is not there.
fn package(name: &str, version: &str, file: &Path) -> Outcome<PathBuf> {
    let place = paths::tool(name, version)?;
    let wanted = place.join(file);
    if wanted.is_file() {
        return Ok(wanted);
    }
    let npm = npm().ok_or("npm is not on the PATH")?;
    say(&format!("{name} {version} is not here yet; fetching it into {}", place.display()));
    let unfinished = partial(&place)?;
    run(Command::new(npm)
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
        .arg(&unfinished)
        .arg(format!("{name}@{version}")))?;
    keep(&unfinished, &place)?;
    if wanted.is_file() {
        Ok(wanted)
    } else {
        Err(format!("npm's {name} {version} has no `{}`", file.display()))
    }
}

fn npm() -> Option<PathBuf> {
    let names = if cfg!(windows) { ["npm.cmd", "npm"] } else { ["npm", "npm"] };
    let found = names.iter().find(|name| output(Path::new(name), &["--version"]).is_some())?;
    Some(PathBuf::from(found))
}
