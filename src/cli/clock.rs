//! The moment and randomness for entries recorded at the terminal.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::domain::Instant;

/// Now. A clock before 1970 counts as 1970.
pub fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let millis = since.map_or(0, |d| d.as_millis());
    Instant::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
}

/// 128 bits from the standard library's own seed, which the system gives afresh to each process.
///
/// For ids that must be unique; nothing here has to be secret.
pub fn random() -> u128 {
    let half = || u128::from(RandomState::new().build_hasher().finish());
    (half() << 64) | half()
}
