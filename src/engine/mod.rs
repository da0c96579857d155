//! Facts, policy and a day in; an answer with findings out. Pure.

pub mod collections;
pub mod credit;
pub mod money_at_risk;
pub mod suspicion;
