//! Suspicious activity: signals, points, clocks, cases.

mod clocks;
pub mod desk;
mod opening;
mod scoring;
mod signals;
mod spikes;
mod states;
