//! All inputs of one customer's decision: from the book, typed in, and carried over.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::registry::ALL;
use crate::book::{Account, Book};
use crate::domain::decision::DecisionInput;
use crate::domain::{Currency, Day, RuleId, order};
use crate::engine::credit::inputs::{Input, Inputs};
use crate::policy::Compiled;
use crate::policy::fault::FaultKind;

/// A value that somebody typed in for this decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub field: String,
    pub text: String,
    /// The day on which it was true, such as the date of a credit report.
    pub on: Day,
}

/// A value that could not be used. The decision goes on without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    pub field: String,
    pub problem: FaultKind,
    pub rule: RuleId,
}

/// CR-020: a typed or recorded value is not of the kind the policy wants.
const UNUSABLE: RuleId = RuleId::fixed("CR-020");

/// Gathers what the policy may look at.
///
/// Values of fields that no attribute fills are taken from what was typed in, or else from the
/// latest recorded decision that had them, grown older by the days since. What was asked for is
/// never carried over: it belongs to one request.
#[must_use]
pub fn gather(
    policy: &Compiled,
    (book, account): (&Book, &Account),
    as_of: Day,
    typed: &[Typed],
) -> (Inputs, Vec<Unusable>) {
    let currency = currency_of(book, account, as_of);
    let facts = Facts::new(book, account, as_of, currency);
    let mut inputs = Inputs::new(currency);
    let mut unusable = Vec::new();
    for (field, input) in carried(account, as_of) {
        if !policy.document.fields.iter().any(|f| f.id == field) {
            continue;
        }
        let source = (input.source.as_str(), Some(input.age));
        keep(&mut unusable, &field, inputs.set_text(policy, &field, &input.text, source));
    }
    for attribute in ALL {
        let found = (attribute.find)(&facts);
        inputs.set(
            attribute.field,
            Input {
                value: found.value,
                source: attribute.source.to_owned(),
                age_days: found.age_days,
            },
        );
    }
    for value in typed {
        let age = value.on.days_until(as_of).max(0);
        let source = policy.document.fields.iter().find(|f| f.id == value.field);
        let source = source.map_or("manual", |f| f.source.as_str());
        let set = inputs.set_text(policy, &value.field, &value.text, (source, Some(age)));
        keep(&mut unusable, &value.field, set);
    }
    (inputs, unusable)
}

fn keep(unusable: &mut Vec<Unusable>, field: &str, set: Result<(), FaultKind>) {
    if let Err(problem) = set {
        unusable.push(Unusable { field: field.to_owned(), problem, rule: UNUSABLE });
    }
}

/// A value of an earlier decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    pub text: String,
    pub source: String,
    /// In days.
    pub age: i64,
}

/// Values of earlier decisions that no attribute works out, the latest of each.
#[must_use]
pub fn carried(account: &Account, as_of: Day) -> BTreeMap<String, Carried> {
    let mut carried = BTreeMap::new();
    if account.decisions.is_empty() {
        return carried;
    }
    let mut decisions: Vec<_> =
        account.decisions.iter().filter(|d| d.value.as_of <= as_of).collect();
    order::sort_by_key(&mut decisions, |d| (d.value.as_of, d.mark.recorded));
    for decision in decisions {
        let since = decision.value.as_of.days_until(as_of);
        for input in decision.value.inputs.iter().filter(|i| carries_over(i)) {
            if let Some(text) = &input.value {
                let value = Carried {
                    text: text.clone(),
                    source: input.source.clone(),
                    age: input.age_days.unwrap_or(0).saturating_add(since),
                };
                carried.insert(input.field.clone(), value);
            }
        }
    }
    carried
}

fn carries_over(input: &DecisionInput) -> bool {
    let worked_out = ALL.iter().any(|a| a.field == input.field);
    !worked_out && !input.field.starts_with("request.")
}

/// The currency a customer is decided in: that of his limit, or that of most of his invoices,
/// or the reseller's own. Of two with as many invoices, the first by its code.
#[must_use]
pub fn currency_of(book: &Book, account: &Account, as_of: Day) -> Currency {
    if let Some(limit) = account.limit_on(as_of) {
        return limit.currency();
    }
    let mut counts: BTreeMap<Currency, usize> = BTreeMap::new();
    for kept in account.invoices.values() {
        let count = counts.entry(kept.value.total.currency()).or_default();
        *count = count.saturating_add(1);
    }
    counts
        .into_iter()
        .max_by_key(|(currency, count)| (*count, std::cmp::Reverse(*currency)))
        .map_or(book.partner.currency, |(currency, _)| currency)
}
