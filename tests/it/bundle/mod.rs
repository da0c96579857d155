//! The book as a file: out and in again, and everything that can be wrong with it.

mod bad_input;
mod round_trip;
mod selection;
mod steps;

pub use round_trip::meta;
