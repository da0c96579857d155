//! The real terminal program on files of our own.

mod ask;
mod bad_use;
mod evaluate;
mod import;
mod policy;
mod policy_bad;
mod policy_change;
mod program;
mod verify;
