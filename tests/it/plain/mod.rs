//! What the book and the engine work out by short cuts, worked out the plain way, to compare.

pub mod exposure;
pub mod receivables;
