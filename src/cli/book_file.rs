//! Book files: read and checked before anything is done with them, written whole or not at all.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::path::Path;

use super::clock;
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
        at: clock::now(),
        by: by.clone(),
        program: format!("recourse {}", env!("CARGO_PKG_VERSION")),
    };
    text(path, &bundle::write(journal, &meta))
}

/// Writes a text whole or not at all, to the file that a link leads to. What exists and is no file, such as a
/// pipe, is written straight to: nothing there could be kept whole.
pub fn text(path: &Path, text: &str) -> Result<(), Stop> {
    let written = match std::fs::metadata(path) {
        Ok(there) if there.is_file() => whole(path, text, Some(there.permissions())),
        Ok(_) => OpenOptions::new().write(true).open(path).and_then(|f| put(f, text)),
        // A link to a file that is not there yet.
        Err(_) if path.is_symlink() => File::create(path).and_then(|f| put(f, text)),
        Err(_) => whole(path, text, None),
    };
    written.map_err(|e| Stop::Use(format!("{}: {e}", path.display())))
}

/// Written under a name of its own first, which takes the place of the old file at once.
fn whole(path: &Path, text: &str, mode: Option<Permissions>) -> io::Result<()> {
    let place = if mode.is_some() { path.canonicalize()? } else { path.to_owned() };
    let beside = place.with_file_name(format!("recourse-{:032x}.part", clock::random()));
    // Never a file that is there: it is somebody else's.
    let file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let written = mode
        .map_or(Ok(()), |mode| file.set_permissions(mode))
        .and_then(|()| put(file, text))
        .and_then(|()| std::fs::rename(&beside, &place));
    if written.is_err() {
        // Half a file is worse than none; when even that fails, what went wrong first is told.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

fn put(mut file: File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.flush()
}
