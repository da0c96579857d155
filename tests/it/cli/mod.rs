//! The real terminal program on files of our own.

mod ask;
mod bad_use;
mod import;
mod policy;
mod program;
mod verify;
