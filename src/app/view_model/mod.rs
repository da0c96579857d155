//! What each page shows, as text and flags ready to show.

pub mod customer_head;
pub mod customers;
pub mod frame;
pub mod palette;
mod parts;
pub mod settings;

pub use parts::{AmountText, Tone, amounts};
