//! The policy document and its evaluator.

mod cells;
mod expressions;
mod hit_policies;
mod sections;
