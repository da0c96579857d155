//! What each page shows, as text and flags ready to show.

pub mod customer_head;
pub mod customers;
pub mod frame;
mod parts;

pub use parts::{AmountText, Tone, amounts};
