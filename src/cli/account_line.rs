//! One account of `recourse evaluate`: a line, read strictly, so that nothing misspelt is taken for missing.

use serde_json::{Map, Value};

use super::once;
use crate::domain::Currency;
use crate::domain::text::shorten;
use crate::engine::credit::{Input, Inputs};
use crate::policy::Compiled;

/// One line, read.
pub struct Account {
    /// As it was given: a text, a whole number, or null where there is none.
    pub id: Value,
    pub inputs: Inputs,
}

/// None for an empty line.
///
/// # Errors
/// What keeps the account from being decided, with its mend.
pub fn account(policy: &Compiled, bytes: &[u8]) -> Result<Option<Account>, String> {
    let text =
        std::str::from_utf8(bytes).map_err(|_| "not UTF-8 text: save it as UTF-8".to_owned())?;
    let text = text.trim_start_matches('\u{FEFF}').trim();
    if text.is_empty() {
        return Ok(None);
    }
    let value = once::value(text)?;
    let object = value.as_object().ok_or("not an object: write `{\"id\": …, \"input\": {…}}`")?;
    known_keys(object, "", &["id", "currency", "input"])?;
    let mut inputs = Inputs::new(currency(object)?);
    let given = object.get("input").and_then(Value::as_object);
    for (field, value) in given.ok_or("`input` is missing: give an object of values by field")? {
        set(policy, &mut inputs, field, value)?;
    }
    Ok(Some(Account { id: id(object)?, inputs }))
}

/// A key that nobody reads is a misspelt one more often than a remark.
fn known_keys(object: &Map<String, Value>, within: &str, known: &[&str]) -> Result<(), String> {
    let Some(key) = object.keys().find(|key| !known.contains(&key.as_str())) else {
        return Ok(());
    };
    let key = shorten(key, 60);
    let known: Vec<String> = known.iter().map(|k| format!("`{k}`")).collect();
    Err(format!("`{within}{key}` means nothing here: use {}", known.join(", ")))
}

/// Numbers that are not whole would come back spelt otherwise, and would name no account.
fn id(object: &Map<String, Value>) -> Result<Value, String> {
    let id = object.get("id").unwrap_or(&Value::Null);
    if id.is_null() || id.is_string() || id.is_i64() || id.is_u64() {
        return Ok(id.clone());
    }
    Err("`id` is neither text nor a whole number of at most 64 bits: write it as text".to_owned())
}

fn currency(object: &Map<String, Value>) -> Result<Currency, String> {
    let text = object.get("currency").and_then(Value::as_str);
    let text = text.ok_or("`currency` is missing: give a code such as \"EUR\"")?;
    Currency::parse(text).map_err(|e| format!("`currency`: {e}"))
}

/// A value with what is known about it.
struct Given<'v> {
    value: &'v Value,
    source: &'v str,
    age_days: Option<i64>,
}

/// A value alone, or an object with `value`, `source` and `ageDays`.
fn given<'v>(field: &str, given: &'v Value) -> Result<Given<'v>, String> {
    let Some(parts) = given.as_object() else {
        return Ok(Given { value: given, source: "given", age_days: None });
    };
    let field = shorten(field, 60);
    known_keys(parts, &format!("{field}."), &["value", "source", "ageDays"])?;
    let value = parts
        .get("value")
        .ok_or_else(|| format!("`{field}.value` is missing: give null where it is not known"))?;
    let source = match parts.get("source") {
        None | Some(Value::Null) => "given",
        Some(source) => source.as_str().ok_or_else(|| {
            format!("`{field}.source` is not text: write a name such as \"bureau\"")
        })?,
    };
    let age_days = match parts.get("ageDays") {
        None | Some(Value::Null) => None,
        Some(age) => Some(
            age.as_i64()
                .filter(|days| *days >= 0)
                .ok_or_else(|| format!("`{field}.ageDays` is not a whole number of days"))?,
        ),
    };
    Ok(Given { value, source, age_days })
}

fn set(policy: &Compiled, inputs: &mut Inputs, field: &str, value: &Value) -> Result<(), String> {
    if !policy.document.fields.iter().any(|f| f.id == field) {
        return Err(unknown(policy, field));
    }
    let Given { value, source, age_days } = given(field, value)?;
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) if number.is_i64() || number.is_u64() => number.to_string(),
        Value::Null => {
            inputs.set(field, Input { value: None, source: source.to_owned(), age_days });
            return Ok(());
        }
        _ => {
            return Err(format!(
                "`{field}`: write decimals as text such as \"12.50\", so that no digit is lost"
            ));
        }
    };
    let set = inputs.set_text(policy, field, &text, (source, age_days));
    set.map_err(|problem| format!("`{field}`: {problem}"))
}

fn unknown(policy: &Compiled, field: &str) -> String {
    let near =
        policy.scope.nearest(field).map_or(String::new(), |n| format!(": did you mean `{n}`?"));
    format!("the policy has no field `{}`{near}", shorten(field, 60))
}
