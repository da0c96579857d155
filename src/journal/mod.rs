//! Everything observed, decided or done, as an append-only set of entries.
//!
//! The numbered rules are in `SPEC.md`; their numbers stand in the names of the tests.

pub mod body;
mod entry;
mod hash;
mod import_answer;
mod line;
mod log;
pub mod ulid;
mod verify;
mod wire;
mod withdrawn;

pub use body::{
    Body, Challenger, ChallengerAnswer, Fact, FactRow, Link, Observed, PolicyActivation,
    PolicyApproval, PolicyDraft, Source, Waiver, Withdrawal,
};
pub use entry::{Entry, EntryError, Operator};
pub use hash::{Hash, Hashing, sha256_hex};
pub use import_answer::{ImportAnswer, ImportColumn, ImportForm, ImportName};
pub use log::{Append, Chain, Inserted, Journal, Merge};
pub use verify::{Fault, Verification, verify, verify_entries};
