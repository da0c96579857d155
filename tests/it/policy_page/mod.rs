//! The policy page.

mod challenger;
mod columns;
mod page;
mod support;
mod thresholds;
