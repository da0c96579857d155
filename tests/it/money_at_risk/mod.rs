//! Money at risk: exposure, windows, feasibility, and what acting today still saves.

mod cells;
mod exposure;
mod feasibility;
mod laws;
mod lifecycle;
mod periods;
mod price;
mod savable;
pub mod sold;
