//! Trunk, wasm-bindgen and wasm-split, built once into the cache folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::{keep, partial};
use crate::Outcome;
use crate::paths;
use crate::run::{cargo, output, run, say};

/// Later ones need a newer Rust than ours.
const TRUNK: &str = "0.21.14";

/// It must know what `wasm_split_helpers` in `Cargo.lock` writes; both are of the line 0.2.
const SPLIT: &str = "0.2.4";

/// One program to have, and how cargo installs it.
struct Tool<'a> {
    name: &'a str,
    package: &'a str,
    version: &'a str,
    options: &'a [&'a str],
    /// It can be asked for its version. One that cannot is trusted only in its own folder of the cache.
    tells_version: bool,
    /// As measured on two idle cores.
    takes: &'a str,
}

pub fn trunk() -> Outcome<PathBuf> {
    Tool {
        name: "trunk",
        package: "trunk",
        version: TRUNK,
        // Its own lock file is good; the default features add an update check and OpenSSL.
        options: &["--locked", "--no-default-features", "--features", "rustls"],
        tells_version: true,
        takes: "four to five minutes",
    }
    .ensure()
}

/// The version must be the one of the library in `Cargo.lock`, to the last digit.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    let lock = paths::root().join("Cargo.lock");
    let text = fs::read_to_string(&lock)
        .map_err(|why| format!("cannot read `{}`: {why}", lock.display()))?;
    let version = locked_version(&text, "wasm-bindgen")
        .ok_or("Cargo.lock names no wasm-bindgen, so its tool cannot be chosen")?;
    Tool {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: &version,
        // Not `--locked`: the lock file it was published with names a withdrawn package.
        options: &["--no-default-features"],
        tells_version: true,
        takes: "one to two minutes",
    }
    .ensure()
}

pub fn wasm_split() -> Outcome<PathBuf> {
    Tool {
        name: "wasm-split-cli",
        package: "wasm_split_cli_support",
        version: SPLIT,
        options: &["--locked", "--features", "build-binary"],
        tells_version: false,
        takes: "about a minute",
    }
    .ensure()
}

impl Tool<'_> {
    fn ensure(&self) -> Outcome<PathBuf> {
        if let Some(found) =
            paths::on_path(self.name).filter(|p| self.tells_version && self.fits(p))
        {
            return Ok(found);
        }
        let place = paths::tool(self.name, self.version)?;
        let program =
            place.join("bin").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX));
        if !self.fits(&program) {
            self.install(&place)?;
        }
        Ok(program)
    }

    /// Whether this program runs and is of our version.
    fn fits(&self, program: &Path) -> bool {
        if !self.tells_version {
            return program.is_file();
        }
        output(program, &["--version"])
            .is_some_and(|said| said.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, place: &Path) -> Outcome {
        say(&format!(
            "{} {} is not here yet; building it once into {} ({} on two cores)",
            self.name,
            self.version,
            place.display(),
            self.takes
        ));
        let unfinished = partial(place)?;
        let build = paths::tools()?.join(format!("build-{}-{}", self.name, self.version));
        let mut command = cargo();
        command
            .args(["install", self.package, "--version", self.version])
            .args(self.options)
            .arg("--root")
            .arg(&unfinished)
            .arg("--target-dir")
            .arg(&build)
            .current_dir(paths::tools()?);
        quick_profile(&mut command);
        run(&mut command).map_err(|why| {
            format!(
                "{why}; {} {} is needed, and a second try goes on where this one stopped",
                self.name, self.version
            )
        })?;
        keep(&unfinished, place)?;
        // Only space is lost if this fails.
        fs::remove_dir_all(&build).ok();
        Ok(())
    }
}

/// Their own release profiles spend minutes on speed that a helper does not need.
fn quick_profile(command: &mut std::process::Command) {
    command
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET");
}

/// The version of a package in the text of a lock file.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let entry = lock
        .split("[[package]]")
        .find(|entry| entry.lines().any(|line| line.trim() == format!("name = \"{package}\"")))?;
    let line = entry.lines().find_map(|line| line.trim().strip_prefix("version = "))?;
    Some(line.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_version_is_that_of_the_package_and_not_of_its_neighbour() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
