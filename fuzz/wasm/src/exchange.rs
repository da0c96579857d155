//! Of the exchange, what reads.

#[path = "../../../src/exchange/map/mod.rs"]
pub mod map;
#[path = "../../../src/exchange/read/mod.rs"]
pub mod read;
