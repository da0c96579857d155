//! What an action on a subscription would do on a day: whether it is possible, whom it locks out,
//! what it saves, what stays committed, until when it can be taken back, and what is better.

mod answer;
mod azure;
mod legacy;
mod licence;
mod other;

pub use answer::{Feasibility, May, Reversible, SideEffect, Takes, Why};

use super::frame::Frame;
use crate::book::Account;
use crate::domain::action::ActionKind;
use crate::domain::subscription::{Product, Subscription};

/// The actions that a person may think of for a subscription of a kind, in the order of their effect.
#[must_use]
pub fn actions_for(product: &Product) -> &'static [ActionKind] {
    match product {
        Product::AzureSubscription => &[
            ActionKind::CancelAzureSubscription,
            ActionKind::SuspendSubscription,
        ],
        Product::AzurePlan => &[ActionKind::CancelAzurePlan, ActionKind::SuspendSubscription],
        Product::PerpetualSoftware => &[ActionKind::CancelSubscription],
        Product::LegacyLicence => &[
            ActionKind::SuspendSubscription,
            ActionKind::ResumeSubscription,
            ActionKind::CancelSubscription,
        ],
        _ => &[
            ActionKind::CancelSubscription,
            ActionKind::SuspendSubscription,
            ActionKind::ResumeSubscription,
            ActionKind::CancelAtTermEnd,
            ActionKind::AutoRenewOff,
            ActionKind::AutoRenewOn,
            ActionKind::ReduceQuantity,
        ],
    }
}

/// Judges one action on one subscription at the moment of the frame.
#[must_use]
pub fn feasibility(
    account: &Account,
    subscription: &Subscription,
    action: &ActionKind,
    frame: &Frame<'_>,
) -> Feasibility {
    match subscription.product {
        Product::NceLicence => licence::judge(subscription, action, frame),
        Product::LegacyLicence => legacy::judge(account, subscription, action, frame),
        Product::AzureSubscription => {
            azure::judge_subscription(account, subscription, action, frame)
        }
        Product::AzurePlan => azure::judge_plan(account, subscription, action),
        Product::SoftwareSubscription | Product::PerpetualSoftware | Product::Marketplace => {
            other::judge(subscription, action, frame)
        }
        Product::Other(_) => Feasibility::cannot_tell(action, "MAR-190", Why::UnknownProduct),
    }
}
