//! Which policy decides on a day.

use crate::book::Book;
use crate::domain::Day;
use crate::policy::{Compiled, Fault, compile, shipped};

/// The policy that decides, and those recorded that could not be used.
#[derive(Clone, Debug)]
pub struct InForce {
    pub policy: Compiled,
    /// It is the one that comes with the program: none was put into force, or none could be used.
    pub is_shipped: bool,
    /// Newer policies that were put into force and cannot be read, the newest first.
    pub unusable: Vec<Unusable>,
}

/// A recorded policy that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    pub sha256: String,
    pub faults: Vec<Fault>,
}

/// The policy put into force last that is in force on the day and free of errors,
/// or else the standard one.
///
/// # Errors
/// The faults of the standard policy; a test keeps it free of them.
pub fn in_force(book: &Book, day: Day) -> Result<InForce, Vec<Fault>> {
    let mut unusable = Vec::new();
    for record in book.policies.iter().rev() {
        match compile(&record.document) {
            Ok(policy) if policy.document.in_force_on(day) => {
                return Ok(InForce {
                    policy,
                    is_shipped: false,
                    unusable,
                });
            }
            Ok(_) => {}
            Err(faults) => unusable.push(Unusable {
                sha256: record.sha256.clone(),
                faults,
            }),
        }
    }
    shipped::standard().map(|policy| InForce {
        policy,
        is_shipped: true,
        unusable,
    })
}
