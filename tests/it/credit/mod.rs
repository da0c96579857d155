//! Credit decisions.

mod attributes;
mod changes;
mod corners;
mod decisions;
mod engine;
mod sample;
mod shipped;
