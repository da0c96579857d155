//! Parts that speak the trade: timeline, verdict, ageing bar.

mod amounts;
mod case_form;
mod clock;
mod entries;
mod money_at_risk;
mod paper;
mod tone;

pub use amounts::Amounts;
pub use case_form::CaseForm;
pub use clock::Clock;
pub use entries::Entries;
pub use money_at_risk::MoneyAtRisk;
pub use paper::Paper;
pub use tone::meaning;
