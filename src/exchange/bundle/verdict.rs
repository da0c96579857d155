//! Whether a book file is as it was written, and if not, which entry differs.

use std::fmt;

use super::read::Bundle;
use crate::domain::ids::EntryId;
use crate::journal::{self, Fault};

/// What no check of an unsigned file can show. To be said beside every verdict.
pub const CANNOT_SHOW: &str = "an unsigned file shows that nothing in it was changed since its hashes \
    were written; it cannot show who wrote it, nor that somebody did not write all of it anew";

/// Something in a file that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleFault {
    /// The entry at this place (from 1) is not the one whose hash the file states.
    /// `bytes` are its first and its last byte in the file, counted from 1.
    EntryDiffers { number: usize, entry: EntryId, bytes: (usize, usize) },
    /// A file of the report that it carries is not the one whose hash it states.
    FileDiffers { name: String },
    /// The bytes before the seal are not the ones it was made for. When every entry is the one whose
    /// hash is stated, the change is outside them.
    SealDiffers { outside_entries: bool },
    /// A writer's chain is not whole.
    Chain(Fault),
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub entries: usize,
    pub writers: usize,
    pub faults: Vec<BundleFault>,
    /// Entries of the same writers that a file of a part leaves out, as far as its own entries tell.
    pub left_out: u64,
}

impl Verdict {
    #[must_use]
    pub fn is_verified(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Checks the seal, every entry against its stated hash, and every writer's chain.
#[must_use]
pub fn verify(bundle: &Bundle) -> Verdict {
    let chains = journal::verify_entries(&bundle.entries);
    let differing = (1..)
        .zip(bundle.entries.iter().zip(&bundle.stated))
        .filter(|(_, (entry, stated))| **stated != Some(entry.hash()))
        .map(|(number, (entry, _)): (usize, _)| {
            let at = bundle.places.get(number.saturating_sub(1)).copied().unwrap_or_default();
            let last = at.saturating_add(entry.raw().len()).saturating_sub(1);
            BundleFault::EntryDiffers { number, entry: entry.id.clone(), bytes: (at, last) }
        });
    let mut faults: Vec<BundleFault> = differing.collect();
    let outside_entries = faults.is_empty();
    let changed = bundle.report_files.iter().filter(|(_, fits)| !fits);
    faults.extend(changed.map(|(name, _)| BundleFault::FileDiffers { name: name.clone() }));
    if !bundle.seal_fits {
        faults.push(BundleFault::SealDiffers { outside_entries });
    }
    let mut left_out = 0_u64;
    for fault in chains.faults {
        match fault {
            Fault::Gap { missing_from, missing_to, .. } if bundle.is_part => {
                let gap = missing_to.saturating_sub(missing_from).saturating_add(1);
                left_out = left_out.saturating_add(gap);
            }
            other => faults.push(BundleFault::Chain(other)),
        }
    }
    Verdict { entries: bundle.entries.len(), writers: chains.writers, faults, left_out }
}

impl fmt::Display for BundleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EntryDiffers { number, entry, bytes: (first, last) } => write!(
                f,
                "entry {number} (`{entry}`, bytes {first} to {last} of the file) is not the one that \
                 was exported"
            ),
            Self::FileDiffers { name } => {
                write!(f, "the file `{name}` of the report in it is not the one that was exported")
            }
            Self::SealDiffers { outside_entries: true } => f.write_str(
                "the file was changed outside its entries: in what stands before them, in the list of \
                 hashes, or in its last line",
            ),
            Self::SealDiffers { outside_entries: false } => f.write_str(
                "the file was changed after it was exported: its last line does not fit the rest",
            ),
            Self::Chain(fault) => write!(f, "{fault}"),
        }
    }
}
