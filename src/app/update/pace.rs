//! How much is done in one step, so that the page answers between two of them.

/// A book of more customers than this, or news of more facts, is worked on in steps.
pub const LARGE: usize = 200;

/// Facts that are compared or folded in one step.
pub const FACTS: usize = 400;

/// Customers of whom everything is computed in one step.
pub const CUSTOMERS: usize = 2;
