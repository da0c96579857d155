//! What changed from one version of a policy to another: each change by itself, named so that a
//! sentence can be made of it, and such that it can be put into the older version alone.

mod apply;
mod change;
mod compare;
mod trail;

pub use apply::apply;
pub use change::{Change, ChangeKind, Part, Section, Thing};
pub use compare::diff;
