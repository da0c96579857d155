//! The policies that come with the program.

use std::cell::RefCell;

use serde_json::Value;

use super::fault::{Fault, FaultKind};
use super::ladder::Ladder;
use super::reader::Reader;
use super::signals::Thresholds;

/// The policy used until another one is activated: for partners that bill their customers themselves.
pub const STANDARD: &str = include_str!("../../policies/standard.json");

/// The collections ladder of the standard policy.
///
/// # Errors
/// The faults of the document; a test keeps the shipped ones free of them.
pub fn ladder() -> Result<Ladder, Vec<Fault>> {
    section("collections", super::ladder::read)
}

/// The thresholds of the suspicious-activity signals of the standard policy.
///
/// # Errors
/// The faults of the document; a test keeps the shipped ones free of them.
pub fn thresholds() -> Result<Thresholds, Vec<Fault>> {
    section("suspicion", super::signals::read)
}

fn section<T: Default>(key: &str, read: fn(&Reader<'_>) -> T) -> Result<T, Vec<Fault>> {
    let document: Value = serde_json::from_str(STANDARD)
        .map_err(|e| vec![Fault::error("", FaultKind::NotJson(e.to_string()))])?;
    let faults = RefCell::new(Vec::new());
    let value = document.get(key).unwrap_or(&Value::Null);
    let reader = Reader::new(value, key.to_owned(), &faults);
    let result = read(&reader);
    reader.close();
    let faults = faults.into_inner();
    if faults.is_empty() {
        Ok(result)
    } else {
        Err(faults)
    }
}
