//! Recourse: credit decisions, collections timelines and suspicious-activity reports
//! for resellers of Microsoft cloud services.
//!
//! The modules stand in reading order; each may name only those before it
//! (the exact table of allowed arrows is in `tests/it/tidy/walls.rs`).

pub mod app;
pub mod book;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod domain;
pub mod engine;
pub mod exchange;
pub mod journal;
#[cfg(feature = "bench")]
pub mod kernels;
pub mod platform;
pub mod policy;
pub mod store;
#[cfg(any(target_arch = "wasm32", test))]
pub mod ui;
