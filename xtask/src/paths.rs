//! Where things are: the project, its build folder, the user's cache.

use std::env;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// The root of the project, whatever folder the command was given in.
pub fn root() -> PathBuf {
    let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().map(Path::to_path_buf).unwrap_or(xtask)
}

/// Where cargo builds. This program lies in `<target>/<profile>/`.
pub fn target() -> PathBuf {
    env::current_exe()
        .ok()
        .and_then(|exe| exe.parent()?.parent().map(Path::to_path_buf))
        .unwrap_or_else(|| root().join("target"))
}

/// The folder of one tool of one version, shared by all clones of this user.
pub fn tool(name: &str, version: &str) -> Outcome<PathBuf> {
    Ok(tools()?.join(format!("{name}-{version}")))
}

/// The folder of all tools.
pub fn tools() -> Outcome<PathBuf> {
    user_cache()
        .map(|cache| cache.join("recourse").join("tools"))
        .ok_or_else(|| "no home folder is set, so there is nowhere to keep tools; set HOME".into())
}

fn user_cache() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|p| p.is_absolute());
    named("XDG_CACHE_HOME").or_else(|| {
        if cfg!(windows) {
            named("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            named("HOME").map(|home| home.join("Library/Caches"))
        } else {
            named("HOME").map(|home| home.join(".cache"))
        }
    })
}

/// The first program of this name on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|candidate| candidate.is_file())
}

/// The PATH with these folders in front.
pub fn path_with(folders: &[PathBuf]) -> Outcome<std::ffi::OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).map_err(|why| format!("a tool folder cannot stand on the PATH: {why}"))
}
