//! What the policy in force proposes for a customer, with what was typed in for him.

use std::sync::Arc;

use crate::app::State;
use crate::app::update::credit::Form;
use crate::domain::Money;
use crate::domain::ids::CustomerId;
use crate::domain::text::ungrouped;
use crate::engine::credit::{
    Counterfactual, Decision, Inputs, Typed, counterfactuals, decide, gather,
};
use crate::policy::Compiled;
use crate::policy::document::FieldKind;
use crate::policy::fault::FaultKind;

/// The field of the policy that holds the limit asked for.
pub const ASKED: &str = "request.limit";

/// A proposal and all it rests on.
pub struct Proposed {
    pub policy: Arc<Compiled>,
    pub inputs: Inputs,
    pub decision: Decision,
    /// Fields whose typed text could not be used, each with the problem.
    pub unusable: Vec<(String, FaultKind)>,
    pub asked: Option<Money>,
}

/// Decides one customer as of the day shown. None when the book knows no such customer,
/// or when no policy can be used.
#[must_use]
pub fn propose(state: &State, customer: &CustomerId) -> Option<Proposed> {
    let policy = state.policy_in_force.clone()?;
    let account = state.book.accounts.get(customer)?;
    let as_of = state.as_of();
    let typed = typed(&state.credit, customer, state);
    let (inputs, unusable) = gather(&policy, (&state.book, account), as_of, &typed);
    let decision = decide(&policy, &inputs, as_of);
    let asked = state
        .credit
        .text(customer, ASKED)
        .and_then(|text| Money::parse(&ungrouped(text), inputs.currency).ok())
        .filter(|m| m.is_positive());
    Some(Proposed {
        decision,
        unusable: unusable.into_iter().map(|u| (u.field, u.problem)).collect(),
        inputs,
        policy,
        asked,
    })
}

/// What single change would give a better outcome.
#[must_use]
pub fn otherwise(proposed: &Proposed, state: &State) -> Vec<Counterfactual> {
    let policy = &proposed.policy;
    counterfactuals(policy, &proposed.inputs, state.as_of(), &proposed.decision)
}

/// What was typed in for a customer, by field.
#[must_use]
pub fn typed(form: &Form, customer: &CustomerId, state: &State) -> Vec<Typed> {
    let on = state.as_of();
    form.texts(customer)
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(field, text)| Typed { field: field.clone(), text: plain(state, field, text), on })
        .collect()
}

/// Amounts may be typed with grouping commas; everything else is taken as it is.
fn plain(state: &State, field: &str, text: &str) -> String {
    let fields = state.policy_in_force.iter().flat_map(|p| &p.document.fields);
    let number = fields
        .filter(|f| f.id == field)
        .any(|f| matches!(f.kind, FieldKind::Money | FieldKind::Number));
    if number { ungrouped(text) } else { text.trim().to_owned() }
}
