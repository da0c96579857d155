//! Readers: text or bytes in, understood records and named problems out.

pub mod bytes;
pub mod csv;
pub mod json;
