//! Parts that speak the trade: timeline, verdict, ageing bar.

mod amounts;
mod tone;

pub use amounts::Amounts;
pub use tone::meaning;
