//! Book files: read and checked before anything is done with them, written whole or not at all.

use std::path::Path;

use super::end::Stop;
use crate::exchange::bundle::{self, Bundle, BundleFault, Meta};
use crate::journal::{Journal, Operator};

/// A file's bytes.
///
/// # Errors
/// [`Stop::Use`] when there is no such file or it cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Stop> {
    std::fs::read(path).map_err(|e| Stop::Use(format!("{}: {e}", path.display())))
}

/// A book file, read but not checked.
pub fn bundle(path: &Path) -> Result<Bundle, Stop> {
    bundle::read_bytes(&bytes(path)?)
        .map_err(|e| Stop::Findings(format!("{}: {e}", path.display())))
}

/// A book file's journal, checked.
///
/// # Errors
/// [`Stop::Findings`] when an entry or the seal differs. Chains that begin in another file are no fault here.
pub fn journal(path: &Path) -> Result<Journal, Stop> {
    let bundle = bundle(path)?;
    let faults = bundle::verify(&bundle).faults;
    let changed =
        faults.iter().find(|f| !matches!(f, BundleFault::Chain(crate::journal::Fault::Gap { .. })));
    if let Some(fault) = changed {
        let path = path.display();
        return Err(Stop::Findings(format!(
            "{path}: {fault}: nothing is worked out from a changed file; `recourse verify {path}` tells more"
        )));
    }
    let mut journal = Journal::new();
    journal.extend(bundle.entries);
    Ok(journal)
}

/// Writes a journal as a book file, beside its place first, so that a full disk leaves the old file whole.
///
/// # Errors
/// [`Stop::Use`] when the place cannot be written.
pub fn write(path: &Path, journal: &Journal, by: &Operator) -> Result<(), Stop> {
    let meta = Meta {
        at: super::clock::now(),
        by: by.clone(),
        program: format!("recourse {}", env!("CARGO_PKG_VERSION")),
    };
    text(path, &bundle::write(journal, &meta))
}

/// Writes a text whole or not at all.
pub fn text(path: &Path, text: &str) -> Result<(), Stop> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    let written = std::fs::write(beside, text).and_then(|()| std::fs::rename(beside, path));
    written.map_err(|e| {
        // Half a file is worse than none; when even that fails, the message below says why.
        let _ = std::fs::remove_file(beside);
        Stop::Use(format!("{}: {e}", path.display()))
    })
}
