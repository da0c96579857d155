//! A subscription as its bills see it: how long it binds, what it costs, whether it consumes.

use super::ids::SubscriptionId;
use super::subscription::{Product, Status, Subscription};
use super::{Day, Money};

/// What of a subscription tells what it will still cost. Small, since a book has many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    pub id: SubscriptionId,
    pub binds: Binds,
    pub meter: Meter,
    /// Microsoft bills for it by the period, in the state it is in.
    pub is_billed: bool,
    /// Calendar months between two bills; none where nothing recurs.
    pub billing_months: Option<i32>,
    pub start: Option<Day>,
    /// The last day of the term, inclusive.
    pub end: Option<Day>,
    pub cost_per_period: Option<Money>,
}

/// Whether what is left of the term has to be paid, whatever is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binds {
    ToTermEnd,
    No,
    /// The product is not known.
    Unknown,
}

/// Whether consumption is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meter {
    None,
    /// It consumed once, and in its state no longer does.
    Stopped,
    Running,
}

impl Contract {
    #[must_use]
    pub fn of(subscription: &Subscription) -> Self {
        Self {
            id: subscription.id.clone(),
            binds: binds(subscription),
            meter: meter(subscription),
            is_billed: !subscription.is_trial && is_billed(subscription),
            billing_months: subscription.billing.months(),
            start: subscription.term_start,
            end: subscription.term_end,
            cost_per_period: subscription.cost_per_period,
        }
    }
}

fn binds(subscription: &Subscription) -> Binds {
    let ended = matches!(subscription.status, Status::Deleted | Status::Expired | Status::Disabled);
    match &subscription.product {
        _ if ended || subscription.is_trial => Binds::No,
        Product::NceLicence | Product::SoftwareSubscription | Product::Marketplace => {
            Binds::ToTermEnd
        }
        Product::LegacyLicence
        | Product::AzurePlan
        | Product::AzureSubscription
        | Product::PerpetualSoftware => Binds::No,
        Product::Other(_) => Binds::Unknown,
    }
}

fn meter(subscription: &Subscription) -> Meter {
    if subscription.product != Product::AzureSubscription {
        return Meter::None;
    }
    match subscription.status {
        Status::Active | Status::Unstated | Status::Pending | Status::Other(_) => Meter::Running,
        Status::Suspended | Status::Deleted | Status::Expired | Status::Disabled => Meter::Stopped,
    }
}

/// A suspended licence of new commerce is billed on, a suspended legacy licence is not.
fn is_billed(subscription: &Subscription) -> bool {
    match subscription.status {
        Status::Active | Status::Unstated | Status::Pending | Status::Other(_) => true,
        Status::Suspended => subscription.product != Product::LegacyLicence,
        Status::Deleted | Status::Expired | Status::Disabled => false,
    }
}
