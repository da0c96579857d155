//! Credit decisions.

mod attributes;
mod changes;
mod decisions;
mod engine;
mod sample;
mod shipped;
