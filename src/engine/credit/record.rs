//! A decision as it is recorded, and the inputs of a recorded one.

use super::decision::Decision;
use super::inputs::{Input, Inputs};
use crate::domain::decision::{DecisionInput, DecisionReason, DecisionRecord};
use crate::domain::ids::CustomerId;
use crate::domain::{Currency, Money};
use crate::policy::Compiled;

/// The record of a decision taken as proposed. A person who decides otherwise changes
/// `decided`, `limit` and terms in it, and gives the coded reason.
#[must_use]
pub fn record(
    decision: &Decision,
    customer: &CustomerId,
    requested: Option<Money>,
) -> DecisionRecord {
    DecisionRecord {
        customer: customer.clone(),
        as_of: decision.as_of,
        requested,
        proposed: decision.outcome.clone(),
        proposed_limit: decision.limit,
        decided: decision.outcome.clone(),
        limit: decision.limit,
        terms_days: decision.term_days,
        deposit: decision.deposit,
        expires: Some(decision.expires),
        next_review: Some(decision.next_review),
        reasons: decision
            .reasons
            .iter()
            .map(|reason| DecisionReason {
                code: reason.code.clone(),
                text_en: reason.text.en.clone(),
                text_zh_hant: reason.text.zh_hant.clone(),
                adverse: reason.adverse && !reason.internal_only,
            })
            .collect(),
        inputs: inputs_seen(decision),
        policy_id: decision.policy.id.clone(),
        policy_version: decision.policy.version.clone(),
        policy_sha256: decision.policy.sha256.clone(),
        engine: decision.engine.to_owned(),
        override_code: None,
        second_by: None,
        note: None,
    }
}

/// The name under which the currency of a decision stands among its recorded inputs.
const CURRENCY: &str = "currency";

fn inputs_seen(decision: &Decision) -> Vec<DecisionInput> {
    let currency = DecisionInput {
        field: CURRENCY.to_owned(),
        value: Some(decision.currency.code().to_owned()),
        source: "book".to_owned(),
        age_days: None,
    };
    let seen = decision.inputs.iter().map(|input| DecisionInput {
        field: input.field.clone(),
        value: input.value.clone(),
        source: input.source.clone(),
        age_days: input.age_days,
    });
    std::iter::once(currency).chain(seen).collect()
}

/// The inputs of a recorded decision, read by the kinds that a policy declares,
/// and the fields that this policy does not know or reads otherwise.
#[must_use]
pub fn inputs_of(record: &DecisionRecord, policy: &Compiled) -> (Inputs, Vec<String>) {
    let mut inputs = Inputs::new(currency_of(record));
    let mut unreadable = Vec::new();
    for input in &record.inputs {
        if input.field == CURRENCY {
            continue;
        }
        let Some(text) = &input.value else {
            let (source, age_days) = (input.source.clone(), input.age_days);
            inputs.set(&input.field, Input { value: None, source, age_days });
            continue;
        };
        let source = (input.source.as_str(), input.age_days);
        if inputs.set_text(policy, &input.field, text, source).is_err() {
            unreadable.push(input.field.clone());
        }
    }
    (inputs, unreadable)
}

/// The currency a decision was taken in; records of other programs may name it by their amounts only.
fn currency_of(record: &DecisionRecord) -> Currency {
    let named = record
        .inputs
        .iter()
        .find(|input| input.field == CURRENCY)
        .and_then(|input| Currency::parse(input.value.as_deref()?).ok());
    let amounts = [record.proposed_limit, record.limit, record.requested];
    named
        .or_else(|| amounts.into_iter().flatten().map(Money::currency).next())
        .unwrap_or(Currency::EUR)
}
