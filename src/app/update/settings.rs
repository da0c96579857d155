//! Settings: the reseller's own facts, who works here, and this browser's habits.

use super::record;
use crate::app::state::Namespace;
use crate::app::{Effect, Now, State};
use crate::domain::Currency;
use crate::domain::partner::{Cloud, Partner, Role};
use crate::journal::Body;

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// A field of the reseller's facts was typed or chosen.
    Typed(Field, String),
    /// The reseller's facts are to be recorded.
    Saved,
    OperatorNamed(String),
    OperatorRole(String),
    SingleKeys(bool),
    EraseAsked,
    EraseLeft,
    EraseConfirmed,
}

/// A field of the reseller's facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Role,
    Cloud,
    Currency,
    Terms,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Currency,
    Terms,
}

/// What is being typed or chosen here.
#[derive(Clone, Debug)]
pub struct Form {
    /// Single keys act; switched off for those who speak to their computer.
    pub single_keys: bool,
    /// The reseller's facts as typed; none while nothing was changed.
    pub draft: Option<Draft>,
    pub wrong: Vec<Wrong>,
    pub erasing: bool,
}

impl Default for Form {
    fn default() -> Self {
        Self { single_keys: true, draft: None, wrong: Vec::new(), erasing: false }
    }
}

/// The reseller's facts as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    pub role: String,
    pub cloud: String,
    pub currency: String,
    pub terms: String,
}

impl Draft {
    #[must_use]
    pub fn of(partner: &Partner) -> Self {
        Self {
            name: partner.name.clone(),
            role: partner.role.word().to_owned(),
            cloud: partner.cloud.word().to_owned(),
            currency: partner.currency.to_string(),
            terms: partner.terms_days.to_string(),
        }
    }

    fn set(&mut self, field: Field, text: String) {
        match field {
            Field::Name => self.name = text,
            Field::Role => self.role = text,
            Field::Cloud => self.cloud = text,
            Field::Currency => self.currency = text,
            Field::Terms => self.terms = text,
        }
    }

    fn read(&self) -> Result<Partner, Vec<Wrong>> {
        let currency = Currency::parse(&self.currency).map_err(|_| Wrong::Currency);
        let terms = self.terms.trim().parse::<u16>().ok();
        let terms = terms.filter(|t| *t <= 365).ok_or(Wrong::Terms);
        match (currency, terms) {
            (Ok(currency), Ok(terms_days)) => Ok(Partner {
                name: self.name.trim().to_owned(),
                role: Role::from_word(&self.role),
                cloud: Cloud::from_word(&self.cloud),
                currency,
                terms_days,
            }),
            (currency, terms) => Err([currency.err(), terms.err()].into_iter().flatten().collect()),
        }
    }
}

pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    match event {
        Event::Typed(field, text) => {
            let kept = Draft::of(&state.book.partner);
            state.settings.draft.get_or_insert(kept).set(field, text);
            Vec::new()
        }
        Event::Saved => save(state, now),
        Event::OperatorNamed(name) => {
            state.operator.name = name;
            vec![Effect::KeepOperator(state.operator.clone())]
        }
        Event::OperatorRole(role) => {
            state.operator.role = role;
            vec![Effect::KeepOperator(state.operator.clone())]
        }
        Event::SingleKeys(on) => {
            state.settings.single_keys = on;
            vec![Effect::KeepSingleKeys(on)]
        }
        Event::EraseAsked => {
            state.settings.erasing = true;
            Vec::new()
        }
        Event::EraseLeft => {
            state.settings.erasing = false;
            Vec::new()
        }
        Event::EraseConfirmed => {
            state.settings.erasing = false;
            vec![Effect::Erase(Namespace::Own)]
        }
    }
}

fn save(state: &mut State, now: &mut Now) -> Vec<Effect> {
    let Some(draft) = state.settings.draft.clone() else {
        return Vec::new();
    };
    match draft.read() {
        Ok(partner) => {
            state.settings.draft = None;
            state.settings.wrong.clear();
            record(state, now, Body::Settings(partner), None)
        }
        Err(wrong) => {
            state.settings.wrong = wrong;
            Vec::new()
        }
    }
}
