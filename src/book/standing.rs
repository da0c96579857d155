//! Subscriptions as they stand: as last observed, with what a person has recorded as done since.

use std::borrow::Cow;

use super::account::Account;
use super::kept::Kept;
use crate::domain::action::ActionKind;
use crate::domain::ids::SubscriptionId;
use crate::domain::subscription::{Status, Subscription};

/// The subscriptions of an account as they stand.
pub fn standing(account: &Account) -> impl Iterator<Item = Cow<'_, Subscription>> {
    account.subscriptions.values().map(|kept| stands(account, kept))
}

/// One subscription as it stands; none when the account has no such one.
#[must_use]
pub fn standing_of<'a>(account: &'a Account, id: &SubscriptionId) -> Option<Cow<'a, Subscription>> {
    account.subscriptions.get(id).map(|kept| stands(account, kept))
}

/// Only what was recorded after the last observation changes it: a newer import knows better.
fn stands<'a>(account: &Account, kept: &'a Kept<Subscription>) -> Cow<'a, Subscription> {
    let mut value = Cow::Borrowed(&kept.value);
    for action in &account.actions {
        let later = action.mark.recorded > kept.mark.recorded;
        if later && action.value.subscription.as_ref() == Some(&kept.value.id) {
            apply(&action.value.kind, &mut value);
        }
    }
    value
}

fn apply(kind: &ActionKind, value: &mut Cow<'_, Subscription>) {
    match kind {
        ActionKind::SuspendSubscription => {
            let value = value.to_mut();
            value.status = Status::Suspended;
            value.auto_renew = Some(false);
        }
        ActionKind::ResumeSubscription => value.to_mut().status = Status::Active,
        ActionKind::CancelSubscription
        | ActionKind::CancelAzureSubscription
        | ActionKind::CancelAzurePlan => value.to_mut().status = Status::Deleted,
        ActionKind::CancelAtTermEnd => value.to_mut().cancel_at_end = Some(true),
        ActionKind::AutoRenewOff => value.to_mut().auto_renew = Some(false),
        ActionKind::AutoRenewOn => {
            let value = value.to_mut();
            value.auto_renew = Some(true);
            value.cancel_at_end = Some(false);
        }
        _ => {}
    }
}
