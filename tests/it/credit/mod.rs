//! Credit decisions.

mod decisions;
mod shipped;
