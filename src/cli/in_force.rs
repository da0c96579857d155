//! The policy that decides on a day, or why none can be told.

use super::end::Stop;
use crate::book::Book;
use crate::domain::Day;
use crate::engine::credit;
use crate::policy::Compiled;

/// The policy in force on the day.
///
/// # Errors
/// [`Stop::Findings`] when it cannot be used: another would answer otherwise, so none is taken for it.
pub fn in_force(book: &Book, day: Day) -> Result<Compiled, Stop> {
    credit::in_force(book, day).map_err(|faults| {
        let first = faults.first().map(ToString::to_string).unwrap_or_default();
        Stop::Findings(format!("the policy in force on {day} cannot be used: {first}"))
    })
}
