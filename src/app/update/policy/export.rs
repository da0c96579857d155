//! A policy as files: the document as JSON, its tables as DMN and back.

use serde_json::Value;

use super::begin::in_force_text;
use crate::app::words::policy_faults;
use crate::app::{Lang, State};
use crate::exchange::dmn::{DmnTable, Standard, write};
use crate::policy::fault::Weight;
use crate::policy::{Compiled, compile};

/// The text that is shown: the draft, a proposal, or the policy in force as it was recorded.
pub(super) fn shown_text(state: &State) -> Option<String> {
    match state.policy.subject() {
        Some(draft) => serde_json::to_string_pretty(&*draft.json).ok(),
        None => in_force_text(state),
    }
}

/// The name of a file of what is shown.
pub(super) fn file_name(text: &str, ending: &str) -> String {
    let json: Value = serde_json::from_str(text).unwrap_or_default();
    let part = |key: &str| {
        let text = json.get(key).and_then(Value::as_str).unwrap_or_default();
        text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '.')).take(40).collect()
    };
    let (id, version): (String, String) = (part("id"), part("version"));
    format!("recourse-policy-{id}-{version}.{ending}")
}

/// The decision tables as DMN.
///
/// # Errors
/// When the document cannot be used, or a text cannot stand in XML.
pub(super) fn tables(text: &str, older: bool, lang: Lang) -> Result<String, String> {
    let policy: Compiled = compile(text).map_err(|faults| {
        let first = faults.iter().find(|f| f.weight == Weight::Error);
        first.map(|f| policy_faults::placed(lang, f)).unwrap_or_default()
    })?;
    let tables = DmnTable::all_of(&policy.document);
    let standard = if older { Standard::Dmn13 } else { Standard::Dmn15 };
    write(&policy.document.name.en, &tables, standard)
}
