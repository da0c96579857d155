//! Parts that speak the trade: timeline, verdict, ageing bar.

mod advice;
mod amounts;
mod case_form;
mod clock;
mod collections_form;
mod entries;
mod fields;
mod money_at_risk;
mod no_such;
mod origin;
mod paper;
mod rule_form;
mod timeline;
mod timeline_rows;
mod tone;

pub use advice::Advice;
pub use amounts::Amounts;
pub use case_form::CaseForm;
pub use clock::Clock;
pub use collections_form::CollectionsForm;
pub use entries::Entries;
pub use fields::{choices_of, text_of, why};
pub use money_at_risk::MoneyAtRisk;
pub use no_such::NoSuch;
pub use origin::Origin;
pub use paper::Paper;
pub use rule_form::RuleForm;
pub use timeline::Timeline;
pub use timeline_rows::TimelineRows;
pub use tone::meaning;
