//! Policy: saving the one in force as a file.

use crate::app::toast::Message;
use crate::app::{Effect, Now, State};
use crate::policy::shipped;

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// Save the document in force as it stands.
    Exported,
}

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {}

pub fn update(state: &mut State, event: Event, _now: &mut Now) -> Vec<Effect> {
    match event {
        Event::Exported => export(state),
    }
}

fn export(state: &mut State) -> Vec<Effect> {
    let Some(policy) = state.policy_in_force.clone() else {
        return Vec::new();
    };
    let recorded = state.book.policies.iter().rev();
    let text = recorded.filter(|p| p.sha256 == policy.sha256).map(|p| p.document.clone()).next();
    let name = format!("recourse-policy-{}-{}.json", policy.document.id, policy.document.version);
    let toast = Message::Downloaded { name: name.clone() };
    state.toasts.push(toast, Vec::new());
    vec![Effect::Download {
        name,
        mime: "application/json",
        content: text.unwrap_or_else(|| shipped::STANDARD.to_owned()),
    }]
}
