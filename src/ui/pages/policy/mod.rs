//! The policy: its tables, edited as tables; what a draft does; the way into force.

mod bar;
mod cell;
mod challenger;
mod grid;
mod hold;
mod ladder;
mod moves;
mod offers;
mod page;
mod review;
mod row_tools;
mod side;

pub use page::Policy;
