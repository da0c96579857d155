//! Credit decisions.

mod attributes;
mod changes;
mod decisions;
mod sample;
mod shipped;
