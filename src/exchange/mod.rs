//! Files in and out: one file per format.

pub mod bundle;
pub mod dmn;
pub mod generate;
pub mod map;
pub mod parcel;
pub mod read;
pub mod sample;
pub mod write;
