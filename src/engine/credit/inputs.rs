//! What a decision is given: a value for each field, or none, with its source and age.

use std::collections::BTreeMap;

use crate::domain::Currency;
use crate::policy::Compiled;
use crate::policy::fault::FaultKind;
use crate::policy::feel::Value;

/// The values of one customer on one day, by the ids of the policy's fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The currency of all amounts, and of the limit.
    pub currency: Currency,
    pub values: BTreeMap<String, Input>,
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// None when it is known to be unknown.
    pub value: Option<Value>,
    /// Where it came from, such as `ledger`.
    pub source: String,
    /// Days since it was true; none when it does not age.
    pub age_days: Option<i64>,
}

impl Inputs {
    #[must_use]
    pub fn new(currency: Currency) -> Self {
        Self { currency, values: BTreeMap::new() }
    }

    /// Takes a value; a later one for the same field replaces it.
    pub fn set(&mut self, field: &str, input: Input) {
        self.values.insert(field.to_owned(), input);
    }

    /// Takes a value from its text, of the kind the policy declares.
    ///
    /// # Errors
    /// When the policy has no such field, or the text is not of its kind.
    pub fn set_text(
        &mut self,
        policy: &Compiled,
        field: &str,
        text: &str,
        (source, age_days): (&str, Option<i64>),
    ) -> Result<(), FaultKind> {
        let declared = policy.document.fields.iter().find(|f| f.id == field);
        let declared = declared.ok_or_else(|| FaultKind::UnknownName {
            name: field.to_owned(),
            // What is worked out is no field, however alike its name is.
            near: policy
                .scope
                .nearest(field)
                .filter(|near| is_field(policy, near))
                .map(str::to_owned),
        })?;
        let value = crate::policy::value_of(declared.kind, text)?;
        let input = Input { value: Some(value), source: source.to_owned(), age_days };
        self.set(field, input);
        Ok(())
    }
}

fn is_field(policy: &Compiled, name: &str) -> bool {
    policy.document.fields.iter().any(|field| field.id == name)
}

/// A value as it is kept in a record: the bare text, without the quotes of a cell.
#[must_use]
pub fn plain_text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        Value::Day(day) => day.to_string(),
        other => other.to_string(),
    }
}
