//! The second run, over documented samples and bad inputs of others.
//! It needs the folder named by `RECOURSE_SHARED` and says so when there is none.

mod bad_inputs;
mod samples;

use std::path::{Path, PathBuf};

/// The folder of shared data below the one named by the environment; none when it is not named.
fn shared(part: &str) -> Option<PathBuf> {
    let Some(root) = std::env::var_os("RECOURSE_SHARED") else {
        println!("RECOURSE_SHARED is not set: nothing of `{part}` was read");
        return None;
    };
    let folder = Path::new(&root).join(part);
    assert!(
        folder.is_dir(),
        "`{}` is not a folder: point RECOURSE_SHARED at the shared data",
        folder.display()
    );
    Some(folder)
}

/// The files of a folder in the order of their names.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}
