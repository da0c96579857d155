//! The policy document and its evaluator.

mod sections;
