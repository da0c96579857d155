//! Money at risk: exposure, windows, feasibility, and what acting today still saves.

mod exposure;
mod periods;
