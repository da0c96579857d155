//! The policy page.

mod columns;
mod page;
mod support;
mod thresholds;
