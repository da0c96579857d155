//! One host binary for all tests of the engine and what surrounds it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod collections;
mod bundle;
mod desk;
mod domain;
mod journal;
mod platform;
mod policy;
mod read;
mod sample;
mod shared;
mod style;
mod support;
mod suspicion;
mod tidy;
mod store;
mod tidy;
