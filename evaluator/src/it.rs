//! The tests of the evaluator that need nothing else.

mod cells;
mod corners;
mod decisions;
mod document;
mod engine;
mod expressions;
mod good;
mod hit_policies;
mod placed;
mod names;
mod reading;
mod regions;
mod sections;
mod tables;
mod thresholds;
mod shipped;
mod short_expressions;
mod short_way;
