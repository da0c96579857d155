//! Files in and out: one file per format.

pub mod read;
pub mod sample;
pub mod write;
