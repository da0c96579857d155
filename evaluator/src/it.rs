//! The tests of the evaluator that need nothing else.

mod cells;
mod decisions;
mod engine;
mod expressions;
mod hit_policies;
mod sections;
mod shipped;
