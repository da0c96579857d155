//! Which judge answers for which kind of subscription.

use super::answer::{Feasibility, Why};
use super::{azure, legacy, licence, other};
use crate::book::Account;
use crate::domain::action::ActionKind;
use crate::domain::subscription::{Product, Subscription};
use crate::engine::money_at_risk::frame::Frame;

/// The actions that a person may think of for a subscription of a kind, in the order of their effect.
#[must_use]
pub fn actions_for(product: &Product) -> &'static [ActionKind] {
    match product {
        Product::AzureSubscription => {
            &[ActionKind::CancelAzureSubscription, ActionKind::SuspendSubscription]
        }
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
    let mut answer = judge(account, subscription, action, frame);
    // What this book denies does not come with it.
    answer.side_effects.retain(|(_, rule)| !frame.rules.denies(frame.today, rule.as_str()));
    answer
}

fn judge(
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
