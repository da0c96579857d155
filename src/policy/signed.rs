//! Approvals that a document carries, against what it says.

use serde_json::Value;

use super::canonical::sha256;
use super::fault::{Fault, FaultKind};

/// An error for each approval of another text: the document was changed after it was approved.
#[must_use]
pub fn edited(document: &Value) -> Vec<Fault> {
    let signs = document.get("approvals").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if signs.is_empty() {
        return Vec::new();
    }
    let actual = sha256(document);
    let named = signs.iter().map(|s| s.get("sha256").and_then(Value::as_str).unwrap_or_default());
    let fault = |(at, found): (usize, &str)| {
        let kind = FaultKind::HashDiffers { found: found.to_owned(), actual: actual.clone() };
        Fault::error(&format!("approvals[{at}].sha256"), kind)
    };
    named.enumerate().filter(|(_, found)| *found != actual).map(fault).collect()
}
