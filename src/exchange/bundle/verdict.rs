//! Whether a book file is as it was written, and if not, which entry differs.

use std::fmt;

use super::read::Bundle;
use crate::domain::ids::EntryId;
use crate::journal::{self, Fault, Journal};

/// What no check of an unsigned file can show. To be said beside every verdict.
pub const CANNOT_SHOW: &str = "an unsigned file shows that nothing in it was changed since its hashes \
    were written; it cannot show who wrote it, nor that somebody did not write all of it anew";

/// Something in a file that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleFault {
    /// The entry at this place (from 1) is not the one whose hash the file states.
    EntryDiffers { number: usize, entry: EntryId },
    /// The bytes before the seal are not the ones it was made for.
    SealDiffers,
    /// A writer's chain is not whole.
    Chain(Fault),
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub entries: usize,
    pub writers: usize,
    pub faults: Vec<BundleFault>,
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
    let mut journal = Journal::new();
    journal.extend(bundle.entries.iter().cloned());
    let chains = journal::verify(&journal);
    let differing = (1..)
        .zip(bundle.entries.iter().zip(&bundle.stated))
        .filter(|(_, (entry, stated))| **stated != Some(entry.hash()))
        .map(|(number, (entry, _))| BundleFault::EntryDiffers { number, entry: entry.id.clone() });
    let mut faults: Vec<BundleFault> = differing.collect();
    if !bundle.seal_fits {
        faults.push(BundleFault::SealDiffers);
    }
    faults.extend(chains.faults.into_iter().map(BundleFault::Chain));
    Verdict { entries: bundle.entries.len(), writers: chains.writers, faults }
}

impl fmt::Display for BundleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EntryDiffers { number, entry } => {
                write!(f, "entry {number} (`{entry}`) is not the one that was exported")
            }
            Self::SealDiffers => f.write_str(
                "the file was changed after it was exported: its last line does not fit the rest",
            ),
            Self::Chain(fault) => write!(f, "{fault}"),
        }
    }
}
