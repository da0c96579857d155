//! Microsoft's rules: recording that this book reads one of them otherwise.

use super::record;
use crate::app::{Effect, Now, State};
use crate::domain::rule_override::{OwnReading, RuleOverride};
use crate::domain::{Day, RuleId};
use crate::journal::Body;
use crate::platform::{self, Value};

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// The form of a rule is to be opened, with a reading to begin with.
    Asked(RuleId, String),
    Typed(Field, String),
    Left,
    /// What stands in the form is to be recorded.
    Recorded,
    /// Microsoft's own value is to hold again from today.
    Returned(RuleId),
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Value,
    From,
    Reason,
}

impl Field {
    /// The id of its control on the page.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Value => "own-reading",
            Self::From => "own-reading-from",
            Self::Reason => "own-reading-reason",
        }
    }
}

/// What is being typed here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub draft: Option<Draft>,
}

/// An own reading as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub rule: RuleId,
    /// A number in the unit of the rule, a day, or `yes`, `no`, `unknown`.
    pub value: String,
    pub from: String,
    pub reason: String,
    /// Recording was tried, so that faults are shown.
    pub tried: bool,
}

/// What is wrong in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NotANumber,
    NotADay,
    NoReason,
}

pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    match event {
        Event::Asked(rule, value) => {
            let from = now.today.to_string();
            let reason = String::new();
            state.rules.draft = Some(Draft { rule, value, from, reason, tried: false });
            Vec::new()
        }
        Event::Typed(field, text) => {
            if let Some(draft) = &mut state.rules.draft {
                match field {
                    Field::Value => draft.value = text,
                    Field::From => draft.from = text,
                    Field::Reason => draft.reason = text,
                }
            }
            Vec::new()
        }
        Event::Left => {
            state.rules.draft = None;
            Vec::new()
        }
        Event::Recorded => save(state, now),
        Event::Returned(rule) => {
            let reason = "Microsoft's own value again".to_owned();
            let reading = OwnReading::Shipped;
            let body = RuleOverride { rule, reading, from: now.today, reason };
            record(state, now, Body::RuleOverride(body), None)
        }
    }
}

fn save(state: &mut State, now: &mut Now) -> Vec<Effect> {
    let Some(draft) = &mut state.rules.draft else {
        return Vec::new();
    };
    draft.tried = true;
    let Ok(reading) = draft.read() else {
        return Vec::new();
    };
    state.rules.draft = None;
    record(state, now, Body::RuleOverride(reading), None)
}

impl Draft {
    /// The reading that the form tells.
    ///
    /// # Errors
    /// Every field that cannot be read, with what is wrong.
    pub fn read(&self) -> Result<RuleOverride, Vec<(Field, Fault)>> {
        let reading = reading(self.rule.as_str(), self.value.trim());
        let from = Day::parse(self.from.trim()).map_err(|_| (Field::From, Fault::NotADay));
        let reason = self.reason.trim();
        let missing = reason.is_empty().then_some((Field::Reason, Fault::NoReason));
        match (reading, from, missing) {
            (Ok(reading), Ok(from), None) => Ok(RuleOverride {
                rule: self.rule.clone(),
                reading,
                from,
                reason: reason.to_owned(),
            }),
            (reading, from, missing) => {
                let faults = [reading.err().map(|f| (Field::Value, f)), from.err(), missing];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// A value typed for a rule, in the unit that the rule is in.
fn reading(rule: &str, text: &str) -> Result<OwnReading, Fault> {
    let shipped = platform::rows().find(|row| row.id == rule).map(|row| row.value);
    let number = || text.parse::<i64>().ok().filter(|n| (0..=100_000).contains(n));
    let number = || number().ok_or(Fault::NotANumber);
    if text == "unknown" {
        return Ok(OwnReading::Unknown);
    }
    match shipped {
        Some(Value::Days(_)) => number().map(OwnReading::Days),
        Some(Value::Hours(_)) => number().map(OwnReading::Hours),
        Some(Value::Minutes(_)) => number().map(OwnReading::Minutes),
        Some(Value::Percent(_)) => number().map(OwnReading::Percent),
        Some(Value::Count(_)) => number().map(OwnReading::Count),
        Some(Value::From(_)) => Day::parse(text).map(OwnReading::From).map_err(|_| Fault::NotADay),
        _ => match text {
            "yes" => Ok(OwnReading::Yes),
            "no" => Ok(OwnReading::No),
            _ => Err(Fault::NotANumber),
        },
    }
}
