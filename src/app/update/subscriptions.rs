//! Subscriptions: recording what a person did to one elsewhere.

use super::record;
use crate::app::{Effect, Now, State};
use crate::domain::action::{Action, ActionKind};
use crate::domain::ids::{CustomerId, SubscriptionId};
use crate::journal::Body;

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// A person did this in Partner Center or the Azure portal, today, and says so.
    Did { customer: CustomerId, subscription: SubscriptionId, action: ActionKind },
}

pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    let Event::Did { customer, subscription, action } = event;
    let body = Body::Action(Action {
        kind: action,
        customer,
        subscription: Some(subscription),
        case: None,
        done: now.today,
        done_at: Some(now.instant),
        done_where: Some("Partner Center".to_owned()),
        amount: None,
        reference: None,
        note: None,
    });
    record(state, now, body, None)
}
