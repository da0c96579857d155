//! One file per route, and the frame around them.

mod at_risk;
mod case;
mod closing;
mod collections;
mod credit;
mod customer;
mod customers;
mod door;
mod exchange;
mod first_run;
#[cfg(debug_assertions)]
mod gallery;
mod help;
mod history;
mod known_on;
mod late_page;
mod page;
mod palette;
mod policy;
mod report;
mod root;
mod rules;
mod settings;
mod standing;
mod suspicion;
mod today;
mod unknown;

pub use door::{Door, Stage, Wish};
pub use root::Root;
