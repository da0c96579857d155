//! The policy that decides on a day, or why none can be told.

use super::end::Stop;
use crate::book::Book;
use crate::domain::Day;
use crate::engine::credit;
use crate::policy::Compiled;

/// The policy in force on the day, and what should be known about it.
///
/// # Errors
/// [`Stop::Findings`] when the one that comes with the program cannot be used either.
pub fn in_force(book: &Book, day: Day) -> Result<(Compiled, Vec<String>), Stop> {
    let found = credit::in_force(book, day).map_err(|faults| {
        let first = faults.first().map(ToString::to_string).unwrap_or_default();
        Stop::Findings(format!("the policy of the program cannot be used: {first}"))
    })?;
    let notes = found.unusable.iter().map(|unusable| {
        let short = unusable.sha256.get(..12).unwrap_or(&unusable.sha256);
        let fault = unusable.faults.first();
        let why = fault.map(ToString::to_string).unwrap_or_default();
        format!("policy {short} was put into force and cannot be used: {why}")
    });
    let notes = notes.collect();
    Ok((found.policy, notes))
}
