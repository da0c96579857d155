//! One file per route, and the frame around them.

mod customers;
mod first_run;
mod page;
mod root;
mod unknown;

pub use root::Root;
