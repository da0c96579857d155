//! Whether `dist/` is what the sources of today would make.

use std::fs;
use std::path::{Path, PathBuf};

use super::digest;
use crate::Outcome;
use crate::paths;

/// Everything the site is made from.
const SOURCES: &[&str] = &[
    "src",
    "style",
    "policies",
    "samples",
    "xtask/src/dist",
    "xtask/templates",
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "rust-toolchain.toml",
];

/// Remembers what `dist/` was made from.
pub fn stamp(dist: &Path) -> Outcome {
    let file = stamp_file();
    fs::write(&file, mark(dist)).map_err(|why| format!("cannot write `{}`: {why}", file.display()))
}

pub fn is_current(dist: &Path) -> bool {
    dist.join("index.html").is_file()
        && fs::read_to_string(stamp_file()).is_ok_and(|kept| kept == mark(dist))
}

fn stamp_file() -> PathBuf {
    paths::target().join("page").join("made-from")
}

/// One line for the sources, one for what was made, so that a foreign `dist/` is not trusted.
fn mark(dist: &Path) -> String {
    let mut files = Vec::new();
    for source in SOURCES {
        collect(&paths::root().join(source), &mut files);
    }
    files.sort();
    let made = fs::read(dist.join("version.json")).unwrap_or_default();
    format!("{}\n{}\n", hash(&files), digest::hex(&made))
}

fn hash(files: &[PathBuf]) -> String {
    let lines: String = files
        .iter()
        .map(|file| {
            format!("{} {}\n", file.display(), digest::hex(&fs::read(file).unwrap_or_default()))
        })
        .collect();
    digest::hex(lines.as_bytes())
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            collect(&entry.path(), files);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{collect, hash};

    #[test]
    fn a_changed_source_changes_the_mark() {
        let folder = std::env::temp_dir().join(format!("recourse-stale-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("deep")).unwrap();
        let file = folder.join("deep").join("a.rs");
        let mark = |text: &str| {
            std::fs::write(&file, text).unwrap();
            let mut files = Vec::new();
            collect(&folder, &mut files);
            assert_eq!(files, std::slice::from_ref(&file));
            hash(&files)
        };
        let first = mark("a");
        assert_ne!(first, mark("b"));
        assert_eq!(first, mark("a"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
