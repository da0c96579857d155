//! The policy that a book puts into force.

use super::end::Stop;
use crate::book::Book;
use crate::policy::{Compiled, compile, shipped};

/// The policy put into force last, or the one that comes with the program.
///
/// # Errors
/// [`Stop::Findings`] when the book's own cannot be used: another would answer otherwise, so none is taken for it.
pub fn in_force(book: &Book) -> Result<Compiled, Stop> {
    let compiled = match book.policies.last() {
        Some(policy) => compile(&policy.document),
        None => shipped::standard(),
    };
    compiled.map_err(|faults| {
        let first = faults.first().map(ToString::to_string).unwrap_or_default();
        Stop::Findings(format!("the policy in force cannot be used: {first}"))
    })
}
