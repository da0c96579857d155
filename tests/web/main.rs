//! The page in a real browser, driven through WebDriver. How to write one: `README.md` here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod axe;
mod book;
mod budget;
mod case;
#[allow(dead_code, reason = "xtask uses this file too, and tests come to use more of it")]
mod driver;
mod faults;
mod import;
mod journey;
mod offline;
mod places;
mod policy;
mod server;
mod single_file;
#[allow(dead_code, reason = "the words are there for tests to come")]
mod site;
mod start;
mod update;
