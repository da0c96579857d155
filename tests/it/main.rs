//! One host binary for all tests of the engine and what surrounds it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod book;
mod bundle;
mod cli;
mod collections;
mod conformance;
mod credit;
mod desk;
mod domain;
mod exchange_page;
mod fuzz;
mod history;
mod journal;
mod kept;
mod money_at_risk;
mod opening;
mod plain;
mod platform;
mod policy;
mod policy_page;
mod pollock;
mod read;
mod ready;
mod report;
mod risk_pages;
mod sample;
mod schema;
mod shared;
mod sharing;
mod store;
mod style;
mod support;
mod suspicion;
mod tidy;
