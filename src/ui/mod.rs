//! What is on the screen. Decides nothing.

pub mod files;
pub mod here;
pub mod kit;
pub mod late;
pub mod pages;
pub mod parts;
#[cfg(target_arch = "wasm32")]
pub mod shell;
pub mod watched;
