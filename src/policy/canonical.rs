//! The canonical bytes of a policy, and their hash.
//!
//! As RFC 8785 has it: keys sorted by their UTF-16 units, no white space. Numbers in a
//! policy are whole, so that none of that standard's rules for floats apply.

use std::fmt::Write as _;

use serde_json::Value;

use crate::domain::order;
use sha2::{Digest as _, Sha256};

/// Keys of the top level that do not belong to what is approved.
const OUTSIDE_THE_BODY: &[&str] = &["approvals", "status"];

/// The canonical text of the body: everything but approvals and status.
#[must_use]
pub fn canonical(document: &Value) -> String {
    let mut body = document.clone();
    if let Some(object) = body.as_object_mut() {
        object.retain(|key, _| !OUTSIDE_THE_BODY.contains(&key.as_str()));
    }
    let mut text = String::new();
    write_value(&mut text, &body);
    text
}

/// The SHA-256 of the canonical text, in lower-case hexadecimal.
#[must_use]
pub fn sha256(document: &Value) -> String {
    let digest = Sha256::digest(canonical(document).as_bytes());
    digest.iter().fold(String::new(), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}

fn write_value(text: &mut String, value: &Value) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write_value(text, item);
            }
            text.push(']');
        }
        Value::Object(object) => {
            let mut keys: Vec<&String> = object.keys().collect();
            order::sort_by(&mut keys, |a, b| a.encode_utf16().cmp(b.encode_utf16()));
            text.push('{');
            for (at, key) in keys.into_iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write_value(text, &Value::String(key.clone()));
                text.push(':');
                write_value(text, object.get(key).unwrap_or(&Value::Null));
            }
            text.push('}');
        }
        other => {
            _ = write!(text, "{other}");
        }
    }
}
