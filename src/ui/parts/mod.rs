//! Parts that speak the trade: timeline, verdict, ageing bar.

mod amounts;
mod money_at_risk;
mod tone;

pub use amounts::Amounts;
pub use money_at_risk::MoneyAtRisk;
pub use tone::meaning;
