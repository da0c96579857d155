//! The policy document and its evaluator.

mod cells;
mod dmn;
mod document;
mod expressions;
mod hit_policies;
mod sections;
