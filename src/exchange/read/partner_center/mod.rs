//! Documents as Partner Center's REST interface gives them.

pub(super) mod bills;
pub(super) mod charges;
pub(super) mod customers;
pub(super) mod fraud_events;
pub(super) mod subscriptions;
pub(super) mod usage_items;
