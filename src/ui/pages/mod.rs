//! One file per route, and the frame around them.

mod at_risk;
mod case;
mod closing;
mod collections;
mod credit;
mod customer;
mod customers;
mod exchange;
mod first_run;
#[cfg(debug_assertions)]
mod gallery;
mod help;
mod history;
mod known_on;
mod page;
mod palette;
mod policy;
mod report;
mod root;
mod rules;
mod settings;
mod suspicion;
mod today;
mod unknown;

pub use root::Root;
