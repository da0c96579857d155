//! Credit: what is typed for a decision, and recording it as proposed or otherwise.

use std::collections::BTreeMap;

use super::record_all;
use crate::app::credit_desk::{Proposed, propose, typed};
use crate::app::toast::Message;
use crate::app::{Effect, Now, State};
use crate::domain::Money;
use crate::domain::decision::{DecisionRecord, Outcome};
use crate::domain::ids::{CustomerId, EntryId};
use crate::domain::text::fold_name;
use crate::domain::text::ungrouped;
use crate::engine::credit::{May, Signing, challenge, may_sign, record as record_of};
use crate::journal::{Body, ChallengerAnswer};
use crate::policy::compile;

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// A field of the policy was typed for a customer.
    Typed(CustomerId, String, String),
    /// In which role the decision is signed.
    RoleChosen(String),
    /// Record the decision as the policy proposes it.
    Accepted(CustomerId),
    OverrideOpened,
    OverrideLeft,
    OverrideTyped(Change, String),
    /// Record the decision as changed by hand.
    Overridden(CustomerId),
    /// A part of an incoming purchase was typed for a customer.
    SaleTyped(CustomerId, OfSale, String),
    /// A recorded decision is to be decided again.
    ReplayAsked(EntryId),
    /// A memo or a notice is handed out as a file: its name and its text.
    Saved(String, String),
}

/// A part of a decision that differs from the proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Outcome,
    Limit,
    Terms,
    Code,
    /// Who signs as a second person.
    Second,
    Note,
}

/// A part of an incoming purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfSale {
    Price,
    Every,
    Months,
}

/// An incoming purchase, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaleDraft {
    pub price: String,
    /// What the price is for: `month`, `year`, `once`.
    pub every: String,
    /// Months of the term.
    pub months: String,
}

impl Default for SaleDraft {
    /// A year billed by the month is what is sold most.
    fn default() -> Self {
        Self { price: String::new(), every: "month".to_owned(), months: "12".to_owned() }
    }
}

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// For whom the texts below were typed.
    of: Option<CustomerId>,
    texts: BTreeMap<String, String>,
    pub overriding: bool,
    pub change: Draft,
    pub sale: SaleDraft,
    /// The recorded decision that was decided again.
    pub replayed: Option<EntryId>,
}

/// A decision changed by hand, as text. Empty is as proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub outcome: String,
    pub limit: String,
    pub terms: String,
    pub code: String,
    pub second: String,
    pub note: String,
}

impl Form {
    /// What was typed for a customer's field.
    #[must_use]
    pub fn text(&self, customer: &CustomerId, field: &str) -> Option<&str> {
        let mine = self.of.as_ref() == Some(customer);
        self.texts.get(field).filter(|_| mine).map(String::as_str)
    }

    /// The purchase that was typed for a customer.
    #[must_use]
    pub fn sale_of(&self, customer: &CustomerId) -> SaleDraft {
        let mine = self.of.as_ref() == Some(customer);
        if mine { self.sale.clone() } else { SaleDraft::default() }
    }

    /// Everything that was typed for a customer, by field.
    pub fn texts(&self, customer: &CustomerId) -> impl Iterator<Item = (&String, &String)> {
        let mine = self.of.as_ref() == Some(customer);
        self.texts.iter().filter(move |_| mine)
    }
}

pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    let form = &mut state.credit;
    match event {
        Event::Typed(customer, field, text) => {
            if form.of.as_ref() != Some(&customer) {
                *form = Form { of: Some(customer), ..Form::default() };
            }
            form.texts.insert(field, text);
        }
        Event::SaleTyped(customer, part, text) => {
            if form.of.as_ref() != Some(&customer) {
                *form = Form { of: Some(customer), ..Form::default() };
            }
            match part {
                OfSale::Price => form.sale.price = text,
                OfSale::Every => form.sale.every = text,
                OfSale::Months => form.sale.months = text,
            }
        }
        Event::ReplayAsked(entry) => form.replayed = Some(entry),
        Event::Saved(name, content) => {
            state.toasts.push(Message::Downloaded { name: name.clone() }, Vec::new());
            return vec![Effect::Download { name, mime: "text/plain", content }];
        }
        Event::RoleChosen(role) => {
            state.operator.role = role;
            return vec![Effect::KeepOperator(state.operator.clone())];
        }
        Event::OverrideOpened => {
            form.overriding = true;
            form.change = Draft::default();
        }
        Event::OverrideLeft => form.overriding = false,
        Event::OverrideTyped(change, text) => form.change.set(change, text),
        Event::Accepted(customer) => return accept(state, &customer, now),
        Event::Overridden(customer) => return overrule(state, &customer, now),
    }
    Vec::new()
}

impl Draft {
    fn set(&mut self, change: Change, text: String) {
        match change {
            Change::Outcome => self.outcome = text,
            Change::Limit => self.limit = text,
            Change::Terms => self.terms = text,
            Change::Code => self.code = text,
            Change::Second => self.second = text,
            Change::Note => self.note = text,
        }
    }
}

fn accept(state: &mut State, customer: &CustomerId, now: &mut Now) -> Vec<Effect> {
    let Some(proposed) = propose(state, customer) else {
        return Vec::new();
    };
    let taken = record_of(&proposed.decision, customer, proposed.asked);
    if may(state, &proposed, &taken) == Some(May::Yes) {
        take(state, taken, now)
    } else {
        Vec::new()
    }
}

fn overrule(state: &mut State, customer: &CustomerId, now: &mut Now) -> Vec<Effect> {
    let Some(proposed) = propose(state, customer) else {
        return Vec::new();
    };
    let Ok(taken) = changed(state, &proposed, customer) else {
        return Vec::new();
    };
    let signed = match may(state, &proposed, &taken) {
        Some(May::Yes) => true,
        Some(May::WithSecond) => second_of(state).is_some(),
        _ => false,
    };
    if !signed {
        return Vec::new();
    }
    state.credit.overriding = false;
    take(state, taken, now)
}

fn take(state: &mut State, taken: DecisionRecord, now: &mut Now) -> Vec<Effect> {
    let on = Some(taken.as_of);
    let beside = beside(state, &taken, now);
    let bodies = std::iter::once(Body::Decision(Box::new(taken))).chain(beside);
    record_all(state, now, bodies.collect(), on)
}

/// What the challenger answers, where one is named and can be used: recorded, and nothing more.
fn beside(state: &State, taken: &DecisionRecord, now: &Now) -> Option<Body> {
    let named = state.book.challengers.last().filter(|c| c.sha256 != taken.policy_sha256)?;
    let challenger = compile(&named.document).ok()?;
    let account = state.book.accounts.get(&taken.customer)?;
    let typed = typed(&state.credit, &taken.customer, state);
    let answer = challenge(&challenger, (&state.book, account), taken, &typed);
    // The decision is the next entry to be written.
    let decision = now.ids.clone().entry().ok()?;
    Some(Body::ChallengerAnswer(Box::new(ChallengerAnswer { decision, answer })))
}

/// Whether the person at work may sign this. None without a policy.
#[must_use]
pub fn may(state: &State, proposed: &Proposed, taken: &DecisionRecord) -> Option<May> {
    let signing = Signing {
        role: &state.operator.role,
        proposed: &taken.proposed,
        proposed_limit: taken.proposed_limit,
        decided: &taken.decided,
        limit: taken.limit,
        override_code: taken.override_code.as_deref(),
    };
    Some(may_sign(&proposed.policy.document, &signing))
}

/// The second person who signs: named, and another than the one at work.
#[must_use]
pub fn second_of(state: &State) -> Option<String> {
    let name = state.credit.change.second.trim();
    let other = fold_name(name) != fold_name(&state.operator.name);
    Some(name.to_owned()).filter(|name| other && !fold_name(name).is_empty())
}

/// What keeps a changed decision from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The limit is not an amount in the currency of the decision.
    Limit,
    /// The terms are not a whole number of days up to a year.
    Terms,
}

/// The decision as changed by hand.
///
/// # Errors
/// The field that cannot be read.
pub fn changed(
    state: &State,
    proposed: &Proposed,
    customer: &CustomerId,
) -> Result<DecisionRecord, Wrong> {
    let draft = &state.credit.change;
    let mut taken = record_of(&proposed.decision, customer, proposed.asked);
    if !draft.outcome.is_empty() {
        taken.decided = Outcome::from_word(&draft.outcome);
    }
    let limit = ungrouped(&draft.limit);
    if !limit.is_empty() {
        let amount = Money::parse(&limit, proposed.inputs.currency).map_err(|_| Wrong::Limit)?;
        taken.limit = Some(amount).filter(|m| !m.is_negative());
        if taken.limit.is_none() {
            return Err(Wrong::Limit);
        }
    }
    if !draft.terms.trim().is_empty() {
        let days = draft.terms.trim().parse::<u16>().ok().filter(|d| *d <= 365);
        taken.terms_days = Some(days.ok_or(Wrong::Terms)?);
    }
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
    let reasons = &proposed.policy.document.override_reasons;
    let ends = reasons.iter().find(|r| r.code == draft.code).and_then(|r| r.expires_days);
    if let Some(last) = ends.map(|days| taken.as_of.plus_days_clamped(i64::from(days))) {
        // The reason allows it for so long, however long the decision itself would last.
        taken.expires = Some(taken.expires.map_or(last, |day| day.min(last)));
    }
    taken.override_code = filled(&draft.code);
    taken.second_by = second_of(state);
    taken.note = filled(&draft.note);
    Ok(taken)
}
