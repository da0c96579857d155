//! Credit decisions.

mod attributes;
mod decisions;
mod sample;
mod shipped;
