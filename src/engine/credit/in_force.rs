//! Which policy decides on a day.

use crate::book::Book;
use crate::domain::Day;
use crate::policy::fault::FaultKind;
use crate::policy::{Compiled, Fault, compile, shipped};

/// The policy put into force last that is in force on the day, or else the one that comes
/// with the program.
///
/// # Errors
/// The faults of a recorded policy that cannot be read: another one would answer otherwise,
/// so none is taken for it.
pub fn in_force(book: &Book, day: Day) -> Result<Compiled, Vec<Fault>> {
    for record in book.policies.iter().rev() {
        let policy = compile(&record.document)?;
        if !record.sha256.is_empty() && record.sha256 != policy.sha256 {
            let (found, actual) = (record.sha256.clone(), policy.sha256);
            return Err(vec![Fault::error("", FaultKind::HashDiffers { found, actual })]);
        }
        if policy.document.in_force_on(day) {
            return Ok(policy);
        }
    }
    shipped::standard()
}
