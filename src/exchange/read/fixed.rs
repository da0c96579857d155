//! Words of the program itself inside what travels as text.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize as _, Deserializer};

/// A word that stands in the program. The derived reader would borrow a plain `&str` from the text it reads.
pub(super) type Fixed = &'static str;

/// The words that came back so far. There are as many as the program has.
static WORDS: Mutex<BTreeSet<Fixed>> = Mutex::new(BTreeSet::new());

/// Reads a word that this program wrote.
pub(super) fn fixed<'de, D: Deserializer<'de>>(from: D) -> Result<Fixed, D::Error> {
    let word = String::deserialize(from)?;
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(word.as_str()) {
        return Ok(known);
    }
    let word: Fixed = word.leak();
    words.insert(word);
    Ok(word)
}
