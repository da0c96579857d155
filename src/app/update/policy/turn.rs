//! The turn of the policy page at its first event, and from then on by its own hand.

use super::event::Event;
use crate::app::{Effect, Now, State};

/// Carries an event out, as soon as the page has brought what can.
pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    if let Event::Opened(hand) = &event {
        state.policy.hand = Some(*hand);
    }
    match state.policy.hand {
        Some(hand) => (hand.0)(state, event, now),
        None => Vec::new(),
    }
}
