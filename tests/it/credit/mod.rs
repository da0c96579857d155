//! Credit decisions.

mod attributes;
mod changes;
mod corners;
mod decisions;
mod engine;
mod good;
mod never_approved;
mod placed;
mod sample;
mod shipped;
mod short_expressions;
mod short_way;
