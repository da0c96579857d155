//! The policy document and its evaluator.

mod cells;
mod dmn;
mod document;
mod expressions;
mod fault_words;
mod hit_policies;
mod names;
mod reading;
mod regions;
mod sections;
mod tables;
mod thresholds;
